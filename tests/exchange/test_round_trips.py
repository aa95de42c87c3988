"""What is exported as TEI or CSV and read again gives the same turns."""

from __future__ import annotations

import pytest
from exports import SPEAKER, list_said, make_export, read_turns
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.exchange.csv_files import write_csv_files
from analysis.exchange.tei import write_tei

_WORDS = st.sampled_from(
    [
        "We",
        "look",
        "at",
        "the",
        "salt",
        "&",
        "nets",
        "<more>",
        "“calm”,",
        "don't",
        "=1+1",
        "-3",
        "+x",
        "@low",
        "Tervia’s",
        "𝔐",
        "😀",
        "café",
        "a;b",
        "null",
        "—",
        "]]>",
        '"so"',
    ]
)
_SENTENCES = st.lists(_WORDS, min_size=1, max_size=6).map(lambda words: f"Now {' '.join(words)} here.")
_PARAGRAPHS = st.lists(_SENTENCES, min_size=1, max_size=3)
_INTERVIEWS = st.lists(st.tuples(_SENTENCES, _PARAGRAPHS), min_size=2, max_size=4)


def write_interview(exchanges) -> str:
    parts = [f"Question: {asked[:-1]}?\n\n{SPEAKER}: " + "\n\n".join(answer) for asked, answer in exchanges]
    return "\n\n".join(parts)


def write_again(export) -> dict[str, tuple[bytes, str]]:
    """The interview as each format that comes back: its bytes, and the ending of its file."""
    return {
        "tei": (write_tei(export)["evening.xml"], ".xml"),
        "csv": (write_csv_files(export)["texts/evening.csv"], ".csv"),
    }


@pytest.mark.parametrize("kind", ["tei", "csv"])
@settings(deadline=None, max_examples=15)
@given(_INTERVIEWS)
def test_who_says_what_comes_back(kind, exchanges):
    export = make_export(write_interview(exchanges))
    sent = list_said(export.tables["turns"])
    assert sent
    assert read_turns(*write_again(export)[kind]) == sent
