"""Any text scored: what `refrain readability FILE` prints."""

from __future__ import annotations

import pandas as pd

from analysis.counting import add_turns, count_segments, count_text
from analysis.errors import InputError
from analysis.formats import FORMATS, NOBODY, Speaker, guess_kind, guess_speaker, split_paragraphs, unwrap
from analysis.language import count_words_in
from analysis.readability.bands import measure_bands
from analysis.readability.formulas import FORMULAS
from analysis.roles import SPOKEN

PROSE = "prose"  # the kind of a text that is no interview, and "text" the role of its words
COLUMNS = ["role", "formula", "score", "low", "high", "n_words", "n_sentences", "reason"]


def score_text(text: str, *, kind: str | None = None, speaker: str | None = None) -> pd.DataFrame:
    """Score a text with every formula, each role apart.

    kind: transcript, report, excerpt, or prose (everything is one voice, the role `text`); speaker: the full
    name of who is interviewed. Both are guessed where they are None: a text in which nobody is found to be
    interviewed is prose.
    Returns one row a role and formula: role, formula, score, low and high (of its band over the ways of
    ending sentences), n_words, n_sentences, reason (why there is no score, '' where there is one).
    Raises InputError for an unknown kind, and for a text without words.
    """
    tables = count_file_text(text, kind=kind, speaker=speaker)
    if tables["sentences"].empty:
        raise InputError("no sentence was found in the text; name a file with running text.")
    sentences = add_turns(tables["sentences"].assign(source=""), tables["segments"].assign(source=""))
    sentences = sentences[sentences["role"].isin([*SPOKEN, "text"])]
    measured = measure_bands(sentences, tables["splittings"].assign(source=""), FORMULAS, by=["role"])
    return measured[COLUMNS]


def count_file_text(
    text: str, *, kind: str | None = None, speaker: str | None = None
) -> dict[str, pd.DataFrame]:
    """Count a text of any kind; see `score_text`. Returns the tables of `count_text`."""
    return _count_prose(text) if kind == PROSE else _count_interview(text, kind, speaker)


def _count_interview(text: str, kind: str | None, speaker: str | None) -> dict[str, pd.DataFrame]:
    person = Speaker(speaker) if speaker else guess_speaker(text)
    if kind is None:
        kind = guess_kind(text, person)
        if person == NOBODY and kind != "transcript":
            return _count_prose(text)
    if kind not in FORMATS:
        raise InputError(f"unknown kind '{kind}': use one of {', '.join([*FORMATS, PROSE])}")
    return count_text(text, kind=kind, speaker=person)


def _count_prose(text: str) -> dict[str, pd.DataFrame]:
    paragraphs = split_paragraphs(unwrap(text))
    rows = [
        (number, number, number, "narration", "", start, end, count_words_in(text, start, end))
        for number, (start, end) in enumerate(paragraphs, 1)
    ]
    columns = ["segment", "paragraph", "turn", "role", "speaker", "start", "end", "n_words"]
    tables = count_segments(text, pd.DataFrame(rows, columns=columns))
    return {name: table.replace({"role": {"narration": "text"}}) for name, table in tables.items()}
