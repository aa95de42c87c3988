"""Captions that roll or grow show the same words again; here each is kept once."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from analysis.readers.reading import Writer

_MOST_SHOWN = 20  # lines that stand on a screen at once
_INSTANT = 0.1  # seconds: nobody reads a cue that is so short


class Line(NamedTuple):
    """A line of a cue: who says it, where a tag tells ('' for nobody), and its words."""

    voice: str
    words: str


class Cue(NamedTuple):
    """A cue: when it begins and ends, in seconds, and its lines."""

    begin: float
    end: float
    lines: list[Line]


def drop_repeated(cues: list[Cue], writer: Writer) -> list[Cue]:
    """Return the cues that have words, without lines that were shown before; these are counted as left out."""
    return _drop_grown(_drop_shown(cues, writer), writer)


def _drop_shown(cues: list[Cue], writer: Writer) -> list[Cue]:
    """Drop the lines that a rolling caption shows again: those with which the cue before it ended."""
    shown: list[Line] = []
    kept, last = [], Cue(-1.0, -1.0, [])
    for cue in cues:
        again = _count_again(cue, last, shown)
        writer.left_out["lines shown twice"] += again
        kept.append(cue._replace(lines=cue.lines[again:]) if again else cue)
        shown, last = cue.lines or shown, cue
    return [cue for cue in kept if cue.lines]


def _count_again(cue: Cue, last: Cue, shown: list[Line]) -> int:
    """Return how many lines of a cue stood there before.

    Said again in earnest is a whole cue; a rolling caption shows lines above a new one, or for an instant; a layer
    of the same picture shows them at the same time.
    """
    lines = cue.lines
    if not lines or lines[0].words not in _words(shown):
        return 0
    longest = min(len(lines), len(shown), _MOST_SHOWN)
    again = next((n for n in range(longest, 0, -1) if _words(shown[-n:]) == _words(lines[:n])), 0)
    at_once = cue.begin == last.begin and cue.end == last.end
    return again if again < len(lines) or cue.end - cue.begin < _INSTANT or at_once else 0


def _words(lines: list[Line]) -> list[str]:
    return [line.words for line in lines]


def _drop_grown(cues: list[Cue], writer: Writer) -> list[Cue]:
    """Drop cues that the next one repeats and goes on, where a third of a file does so, as live captions do."""
    grown = [_grows(cue, following) for cue, following in pairwise(cues)]
    if sum(grown) < 3 or sum(grown) * 3 < len(cues):
        return cues
    kept, begin = [], None
    for cue, is_grown in zip(cues, [*grown, False], strict=True):
        begin = cue.begin if begin is None else begin
        if not is_grown:
            kept.append(cue._replace(begin=begin))
            begin = None
    writer.left_out["lines shown twice"] += sum(grown)
    return kept


def _grows(cue: Cue, following: Cue) -> bool:
    if following.begin - cue.end >= 1 or not following.lines[0].words.startswith(cue.lines[0].words):
        return False
    return " ".join(_words(following.lines)).startswith(" ".join(_words(cue.lines)) + " ")
