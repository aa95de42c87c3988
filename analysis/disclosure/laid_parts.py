"""Which stretches of known words have to do with each other: what is learned in others changes nothing there."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.disclosure.equal_passages import number_groups
from analysis.disclosure.laid_over import Known
from analysis.disclosure.seen_pairs import are_inside, number_places, number_stretch
from analysis.disclosure.stretches import Stretches, spread_out


class Parts(NamedTuple):
    """Stretches of known words, those together of which words may have been copied to each other.

    start, end, of: the stretches in order, the part of each. first, last, part: further places that were looked at for
    a part, a span each; for each stretch, the places beside it were looked at as well. n: parts so far.
    """

    start: np.ndarray
    end: np.ndarray
    of: np.ndarray
    first: np.ndarray
    last: np.ndarray
    part: np.ndarray
    n: int

    def find(self, places: np.ndarray) -> np.ndarray:
        """Return the parts of those places where something is known."""
        stretches = self.start, self.end
        return self.of[number_stretch(stretches, places[are_inside(stretches, places)])]

    def find_within(self, start: np.ndarray, end: np.ndarray) -> np.ndarray:
        """Return the parts of what is known from each start to before its end."""
        first = np.searchsorted(self.end, start, side="right")
        after = np.searchsorted(self.start, end)
        return self.of[spread_out(first, np.maximum(first, after))]

    def list_inside(self, is_wanted: np.ndarray) -> np.ndarray:
        """List the places of some parts, in order."""
        wanted = is_wanted[self.of]
        return spread_out(self.start[wanted], self.end[wanted])

    def list_looked(self) -> Stretches:
        """List the stretches of places that were looked at; they may overlap."""
        starts, ends = (self.start - 1, self.first), (self.end + 1, self.last + 1)
        return np.concatenate(starts), np.concatenate(ends)

    def list_looking(self, start: np.ndarray, end: np.ndarray) -> np.ndarray:
        """List the parts that looked at a place of some stretches, which are in order."""
        first = np.searchsorted(end, self.first, side="right")
        after = np.searchsorted(start, self.last, side="right")
        return np.concatenate([self.find_within(start - 1, end + 1), self.part[first < after]])

    def replace(self, is_old: np.ndarray, parts: Parts) -> Parts:
        """Return these parts with others in place of some; is_old: by part, those that are replaced."""
        stays, looks = ~is_old[self.of], ~is_old[self.part]
        at = np.searchsorted(self.start[stays], parts.start)
        pairs = ((self.start, parts.start), (self.end, parts.end), (self.of, parts.of + self.n))
        stretches = (np.insert(old[stays], at, new) for old, new in pairs)
        pairs = ((self.first, parts.first), (self.last, parts.last), (self.part, parts.part + self.n))
        spans = (np.concatenate([old[looks], new]) for old, new in pairs)
        return Parts(*stretches, *spans, self.n + parts.n)


def find_parts(known: Known) -> Parts:
    """Find the parts of what is known now; a copy looks at no place that the whole stretch would not reach."""
    start, end = known.list_stretches()
    source, target = (
        _join([getattr(copies, side) for copies in known.copies]) for side in ("source", "target")
    )
    here, there = (number_places((start, end), places, len(known.form)) for places in (source, target))
    first, last = target - source + start[here] - 1, target - source + end[here]
    first, last = np.maximum(first, 0), np.minimum(last, len(known.form) - 1)
    beyond = (first < start[there] - 1) | (last > end[there])
    first, last = first[beyond], last[beyond]
    row = _list_met(start, end, first, last)
    links = (np.concatenate(sides) for sides in ((here, row), (there, row + 1)))
    n, of = number_groups(len(start), *links)
    return Parts(start, end, of, first, last, of[there[beyond]], n)


def _list_met(start: np.ndarray, end: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """List the stretches that one span meets together with the next stretch."""
    begins, ends = np.searchsorted(end, first, side="right"), np.searchsorted(start, last, side="right") - 1
    n = len(start) + 1
    meets = np.cumsum(np.bincount(begins, minlength=n) - np.bincount(np.maximum(ends, begins), minlength=n))
    return np.flatnonzero(meets > 0)


def _join(parts: list[memoryview]) -> np.ndarray:
    return np.concatenate([np.zeros(0, dtype=np.int64), *(np.asarray(part) for part in parts)])
