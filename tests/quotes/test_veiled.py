"""Where most words are withheld: what is seen in full is verbatim, what only agrees is no more than a likely place."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.quotes.index import Index
from analysis.quotes.judging import judge
from analysis.quotes.streams import build_index
from analysis.quotes.wording import read_wording

WORDS = ["our", "engineers", "have", "measured", "deep", "reefs", "near", "the", "northern", "harbour"]
LAST = "nobody counted the lamps of the harbour after storms drowned seven wooden chapels"


@pytest.fixture
def index() -> Index:
    """One sentence of ten words, of which the third and the fourth are withheld, and another sentence behind it."""
    seen = [(i, word) for i, word in enumerate(WORDS, 1) if i not in (3, 4)]
    seen += list(enumerate(LAST.split(), 11))
    tokens = pd.DataFrame(seen, columns=["position", "norm"])
    sentence = (tokens["position"] > 10) + 1
    tokens = tokens.assign(
        token=tokens["norm"], source="talk", segment=1, role="answer", sentence=sentence.astype("Int64")
    )
    segments = pd.DataFrame(
        {"source": ["talk"], "segment": 1, "paragraph": 1, "turn": pd.array([1], dtype="Int64")}
    )
    return build_index(tokens, segments, pd.DataFrame({"source": ["talk"], "is_reference": True}))


def verdict(quote: str, index: Index) -> str:
    return judge(read_wording(quote, index), index).verdict


def test_words_that_are_seen_in_a_row_are_verbatim(index):
    assert verdict("deep reefs near the northern harbour", index) == "verbatim"


def test_words_that_agree_as_far_as_they_are_seen_are_a_likely_place(index):
    found = judge(read_wording(" ".join(WORDS), index), index)
    assert found.verdict == "translation" and found.confidence < 0.61
    assert index.cut(*found.spans[0]) == "our engineers … deep reefs near the northern harbour"


def test_a_word_that_is_seen_to_be_another_does_not_agree(index):
    assert verdict("our pilots have measured the lamps near no village", index) == "absent"


def test_offsets_are_not_known(index):
    assert not index.is_whole and index.read_text(0) == ""


def test_what_follows_the_last_word_that_is_seen_is_not_known(index):
    assert verdict(f"{LAST} which burn", index) == "translation"
