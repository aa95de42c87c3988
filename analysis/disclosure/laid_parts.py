"""Which stretches of known words have to do with each other: what is learned in others changes nothing there."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.disclosure.equal_passages import number_groups
from analysis.disclosure.gaps import list_stretches, spread_out
from analysis.disclosure.laid_over import Known
from analysis.disclosure.seen_pairs import number_places


class Parts(NamedTuple):
    """Stretches of known words, those together of which words may have been copied to each other.

    of: by place in the line, the part of a known word; -1 elsewhere. first, last, part: places that were looked at for
    a part, a span each.
    """

    of: np.ndarray
    first: np.ndarray
    last: np.ndarray
    part: np.ndarray

    def list_looking(self, places: np.ndarray) -> np.ndarray:
        """List the parts that looked at one of some places, which are in order."""
        n_before = np.searchsorted(places, self.first)
        return self.part[n_before < np.searchsorted(places, self.last, side="right")]

    def replace(self, is_new: np.ndarray, inside: np.ndarray, places: np.ndarray, parts: Parts) -> Parts:
        """Return these parts with others in place of some.

        is_new: by part, those that are replaced; inside: their places. parts: those in their place; places: theirs.
        """
        n, stays, of = len(is_new), ~is_new[self.part], self.of
        of[inside] = -1
        of[places] = parts.of[places] + n
        pairs = ((self.first, parts.first), (self.last, parts.last), (self.part, parts.part + n))
        return Parts(of, *(np.concatenate([old[stays], new]) for old, new in pairs))


def find_parts(known: Known) -> Parts:
    """Find the parts of what is known now; a copy looks at no place that the whole stretch would not reach."""
    start, end = list_stretches(known.form >= 0)
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
    _, part = number_groups(len(start), *links)
    of = np.full(len(known.form), -1, dtype=np.int32)
    of[spread_out(start, end)] = np.repeat(part, end - start)
    spans = ((start - 1, first), (end, last), (part, part[there[beyond]]))
    return Parts(of, *(np.concatenate(sides) for sides in spans))


def _list_met(start: np.ndarray, end: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """List the stretches that one span meets together with the next stretch."""
    begins, ends = np.searchsorted(end, first, side="right"), np.searchsorted(start, last, side="right") - 1
    n = len(start) + 1
    meets = np.cumsum(np.bincount(begins, minlength=n) - np.bincount(np.maximum(ends, begins), minlength=n))
    return np.flatnonzero(meets > 0)


def _join(parts: list[memoryview]) -> np.ndarray:
    return np.concatenate([np.zeros(0, dtype=np.int64), *(np.asarray(part) for part in parts)])
