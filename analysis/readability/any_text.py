"""Any text scored: what `refrain readability FILE` prints."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from analysis.counting import add_turns, count_segments, count_text
from analysis.errors import InputError
from analysis.formats import NOBODY, PLAIN, Speaker, guess_kind, guess_speaker, split_segments
from analysis.language import guess_language
from analysis.readability.bands import SPLITTING_NAMES, measure_bands
from analysis.readability.formulas import Formula
from analysis.readability.language_formulas import choose_formulas
from analysis.readers import Reading
from analysis.roles import SPOKEN

PROSE = "prose"  # the kind of a text that is no interview, and "text" the role of its words
INTERVAL = ["interval_low", "interval_high", "interval_reason"]
SCORED = [
    "role",
    "formula",
    "score",
    "low",
    "high",
    *INTERVAL,
    "interval_over",
    "n_words",
    "n_sentences",
    "reason",
]


def score_text(
    text: str, *, kind: str | None = None, speaker: str | None = None, marks: Reading = PLAIN
) -> pd.DataFrame:
    """Score a text with every formula for its language, each role apart; what the language is, its words tell.

    kind: transcript, report, excerpt, or prose (everything is one voice, the role `text`); speaker: the full
    name of who is interviewed. Both are guessed where they are None: a text in which nobody is found to be
    interviewed is prose. marks: the file that the text was read from, for formats that mark turns.
    Returns one row a role and formula: role, formula, score, low and high (of its band over the ways of
    ending sentences), interval_low and interval_high (95 %) or interval_reason (why none), interval_over (turns,
    or paragraphs in a role of one turn, such as a speech: each is then taken for a draw of its own, so the
    interval is rather too narrow), n_words, n_sentences, reason (why there is no score, '' where there is one).
    Raises InputError for an unknown kind, and for a text without words.
    """
    tables = count_file_text(text, kind=kind, speaker=speaker, marks=marks)
    if tables["sentences"].empty:
        raise InputError("no sentence was found in the text; name a file with running text.")
    sentences = add_turns(tables["sentences"].assign(source=""), tables["segments"].assign(source=""))
    language = guess_language(text)
    sentences = sentences[sentences["role"].isin([*SPOKEN, "text"])].assign(language=language)
    formulas = choose_formulas([language])
    measured = measure_bands(sentences, tables["splittings"].assign(source=""), formulas, by=["role"])
    return _spread_over_paragraphs(measured, sentences, formulas)[SCORED]


def _spread_over_paragraphs(
    measured: pd.DataFrame, sentences: pd.DataFrame, formulas: Sequence[Formula]
) -> pd.DataFrame:
    """Take the intervals of roles that are one turn over their paragraphs."""
    parts = sentences.assign(turn=sentences["paragraph"])
    counted = parts.groupby(["source", "turn", "role"]).size().rename("n_sentences").reset_index()
    ends = counted.merge(
        pd.DataFrame({"splitting": SPLITTING_NAMES}), how="cross"
    )  # intervals use one way alone
    spread = measure_bands(parts, ends, formulas, by=["role"])[INTERVAL]
    spread["interval_reason"] = (
        spread["interval_reason"].astype("object").fillna("").astype("str").str.replace("turn", "paragraph")
    )
    is_one = measured["n_turns"].eq(1) | measured["role"].eq("text")  # a text of one voice has no turns
    spread = spread.where(is_one, measured[INTERVAL])
    return measured.assign(**spread, interval_over=is_one.map({True: "paragraphs", False: "turns"}))


def count_file_text(
    text: str, *, kind: str | None = None, speaker: str | None = None, marks: Reading = PLAIN
) -> dict[str, pd.DataFrame]:
    """Count a text of any kind; see `score_text`. Returns the tables of `count_text`."""
    person = Speaker(speaker) if speaker else guess_speaker(text)
    kind = "transcript" if marks.turns else kind or _guess_kind(text, person, marks)
    if kind != PROSE:
        return count_text(text, kind=kind, speaker=person, marks=marks)
    return _count_prose(text, person)


def _count_prose(text: str, person: Speaker) -> dict[str, pd.DataFrame]:
    """Count a text of one voice; its paragraphs stand where an interview has turns, for nothing else parts it."""
    segments = split_segments(text, kind=PROSE, speaker=person)
    tables = count_segments(text, segments.assign(turn=segments["paragraph"]))
    return {name: table.replace({"role": {"narration": "text"}}) for name, table in tables.items()}


def _guess_kind(text: str, person: Speaker, marks: Reading) -> str:
    """Guess the genre; where nobody is found to be interviewed, and nobody labelled, a text is prose."""
    kind = guess_kind(text, person, typed=marks.typed)
    return PROSE if person == NOBODY and kind != "transcript" else kind
