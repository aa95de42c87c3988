"""Turns: consecutive segments of one voice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

import pandas as pd

from analysis.formats.role_map import Segment
from analysis.readers import Time
from analysis.roles import SPOKEN


def number_turns(segments: Sequence[Segment], *, by_paragraph: bool = False) -> list[int | None]:
    """Number the turns of one source.

    segments: those of the source, in order. by_paragraph: whether each paragraph is a turn, as in a speech: it is
    one turn of one voice, of which nothing could be told apart.
    Returns one value a segment, from 1, None outside turns. A new turn begins wherever the voice changes,
    or a heading parts two paragraphs of one voice. Notes and repeats belong to the turn they interrupt; a
    footnote or an introduction belongs to none.
    """
    spoken = _number_spoken(segments, by_paragraph=by_paragraph)
    before = list(accumulate(spoken, _keep_last))
    behind = list(accumulate(reversed(spoken), _keep_last))[::-1]
    turns = []
    for segment, turn, last, following in zip(segments, spoken, before, behind, strict=True):
        goes_on = segment.role == "repeat" or (segment.role == "note" and last == following)
        turns.append(last if goes_on else turn)
    return turns


def _number_spoken(segments: Sequence[Segment], *, by_paragraph: bool) -> list[int | None]:
    """Return the turn of each segment that somebody speaks, None for others."""
    number, before, turns = 0, None, []
    for segment, headings in zip(segments, _count_headings(segments), strict=True):
        part = segment.paragraph if by_paragraph else headings
        is_spoken, voice = segment.role in SPOKEN, (segment.role, segment.speaker, part)
        if is_spoken and voice != before:
            number, before = number + 1, voice
        turns.append(number if is_spoken else None)
    return turns


def _count_headings(segments: Sequence[Segment]) -> Iterator[int]:
    """Return how many lines of the page, labels before an answer aside, end at or before each segment."""
    nexts = [*(segment.paragraph for segment in segments[1:]), 0]  # paragraphs count from 1
    pairs = zip(segments, nexts, strict=True) if segments else ()
    return accumulate(one.role == "apparatus" and one.paragraph != following for one, following in pairs)


def _keep_last(last: int | None, turn: int | None) -> int | None:
    return last if turn is None else turn


def time_turns(segments: pd.DataFrame, times: Sequence[Time]) -> pd.DataFrame:
    """List the turns of one source, with the time at which each begins.

    segments: one row a segment, in order (turn, role, speaker, start, end, n_words).
    times: the times that the format of the file holds, in order; none for plain text.
    Returns one row a turn: turn, role, speaker, start, end (offsets in characters), start_time (seconds from the
    beginning of the recording; missing where the format has none for the words that begin the turn), n_words.
    """
    turns = gather_turns(segments, ["turn"])
    turns.insert(5, "start_time", pd.Series(find_times(turns, times), index=turns.index, dtype="float64"))
    return turns


def gather_turns(segments: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """List the turns as `time_turns` does, without times, of one source or, by source and turn, of several."""
    spoken = segments[segments["role"].isin(SPOKEN) & segments["turn"].notna()]
    return spoken.groupby(by, sort=True, as_index=False).agg(
        role=("role", "first"),
        speaker=("speaker", "first"),
        start=("start", "min"),
        end=("end", "max"),
        n_words=("n_words", "sum"),
    )


def find_times(turns: pd.DataFrame, times: Sequence[Time]) -> list[float]:
    """Return the last time at or before the first word of each turn, and behind the turn before it; NaN if none."""
    starts = [time.start for time in times]
    befores = [0, *turns["end"].tolist()]
    found = []
    for start, before in zip(turns["start"], befores, strict=False):
        at = bisect_right(starts, start) - 1
        found.append(times[at].seconds if at >= 0 and starts[at] >= before else float("nan"))
    return found
