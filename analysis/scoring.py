"""Any text scored: what `refrain readability FILE` prints."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from analysis.bands import measure_bands
from analysis.counting import count_segments, count_text
from analysis.errors import InputError
from analysis.formats import FORMATS, Speaker, guess_kind, guess_speaker
from analysis.formats.guess import NOBODY
from analysis.formats.paragraphs import split_paragraphs
from analysis.formulas import FORMULAS
from analysis.roles import SPOKEN
from analysis.sources import read_text
from analysis.splittings import add_turns
from analysis.words import count_words_in

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


def read_and_score(file: Path, *, kind: str | None = None, speaker: str | None = None) -> pd.DataFrame:
    """Read a text file and score it; see `score_text`. Raises InputError naming the file."""
    text = read_text(file)
    try:
        return score_text(text, kind=kind, speaker=speaker)
    except InputError as error:
        raise InputError(f"{file}: {error}") from None


def show_scores(scores: pd.DataFrame) -> str:
    """Return scores as lines for a reader: a block a role, a line a formula."""
    labels = {formula.formula: formula.label for formula in FORMULAS}
    width = max(map(len, labels.values())) + 2
    blocks = []
    for role, own in scores.groupby("role", sort=False):
        first = own.iloc[0]
        lines = [f"{role}: {first['n_words']:,} words, {first['n_sentences']:,} sentences"]
        for row in own.itertuples():
            lines.append(f"  {labels[row.formula]:<{width}}{row.reason or _say_band(row)}")
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _say_band(row: tuple) -> str:
    """Say a score and its band, if endings of sentences change it."""
    band = f"  {row.low:.1f} to {row.high:.1f}" if row.low < row.high else ""
    return f"{row.score:8.1f}{band}"


def note_unscored(text: str, scores: pd.DataFrame) -> str:
    """Say how many words of a text no score counts; "" where all are counted.

    scores: as from `score_text`.
    """
    n_words = count_words_in(text)
    n_scored = int(scores.drop_duplicates("role")["n_words"].sum())
    if n_scored == n_words:
        return ""
    return (
        f"{n_words - n_scored:,} of {n_words:,} words are not scored: titles, labels, notes and the like; "
        "refrain roles shows which, and with --kind prose all words are one text."
    )


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
    paragraphs = split_paragraphs(text)
    rows = [
        (number, number, number, "narration", "", start, end, count_words_in(text[start:end]))
        for number, (start, end) in enumerate(paragraphs, 1)
    ]
    columns = ["segment", "paragraph", "turn", "role", "speaker", "start", "end", "n_words"]
    tables = count_segments(text, pd.DataFrame(rows, columns=columns))
    return {name: table.replace({"role": {"narration": "text"}}) for name, table in tables.items()}
