"""Turns: consecutive segments of one voice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import pandas as pd

from analysis.readers import Time
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


def time_turns(segments: pd.DataFrame, times: Sequence[Time]) -> pd.DataFrame:
    """List the turns of one source, with the time at which each begins.

    segments: one row a segment, in order (turn, role, speaker, start, end, n_words).
    times: the times that the format of the file holds, in order; none for plain text.
    Returns one row a turn: turn, role, speaker, start, end (offsets in characters), start_time (seconds from the
    beginning of the recording; missing where the format has none for the words that begin the turn), n_words.
    """
    spoken = segments[segments["role"].isin(SPOKEN) & segments["turn"].notna()]
    turns = spoken.groupby("turn", sort=True, as_index=False).agg(
        role=("role", "first"),
        speaker=("speaker", "first"),
        start=("start", "min"),
        end=("end", "max"),
        n_words=("n_words", "sum"),
    )
    begins = _find_times(turns, times)
    turns.insert(5, "start_time", pd.Series(begins, index=turns.index, dtype="float64"))
    return turns


def _find_times(turns: pd.DataFrame, times: Sequence[Time]) -> list[float | None]:
    """Return the last time at or before the first word of each turn, and behind the turn before it."""
    starts = [time.start for time in times]
    befores = [0, *turns["end"].tolist()]
    found = []
    for start, before in zip(turns["start"], befores, strict=False):
        at = bisect_right(starts, start) - 1
        found.append(times[at].seconds if at >= 0 and starts[at] >= before else None)
    return found
