"""Turns: consecutive segments of one voice."""

from __future__ import annotations

import pandas as pd

from analysis.roles import SPOKEN


def number_turns(segments: pd.DataFrame) -> pd.Series:
    """Number the turns of one source.

    segments: one row a segment, in order (paragraph, role, speaker).
    Returns one value a segment, from 1, missing outside turns. A new turn begins wherever the voice changes,
    or a heading parts two paragraphs of one voice. Notes and repeats belong to the turn they interrupt; a
    footnote or an introduction belongs to none.
    """
    spoken = segments["role"].isin(SPOKEN)
    voice = (segments["role"] + "\0" + segments["speaker"])[spoken]
    headed = _count_headings(segments)[spoken]
    begins = voice.ne(voice.shift()) | headed.ne(headed.shift())
    turn = begins.cumsum().reindex(segments.index)
    return turn.fillna(_turn_interrupted(segments, turn)).astype("Int64")


def _count_headings(segments: pd.DataFrame) -> pd.Series:
    """Return how many lines of the page, labels before an answer aside, end at or before each segment."""
    ends_paragraph = segments["paragraph"].ne(segments["paragraph"].shift(-1))
    return (segments["role"].eq("apparatus") & ends_paragraph).cumsum()


def _turn_interrupted(segments: pd.DataFrame, turn: pd.Series) -> pd.Series:
    """Return the turn in which a note stands, or which a repeat goes on; missing elsewhere."""
    before, behind = turn.ffill(), turn.bfill()
    inside = segments["role"].eq("note") & before.eq(behind)
    return before.where(inside | segments["role"].eq("repeat"))
