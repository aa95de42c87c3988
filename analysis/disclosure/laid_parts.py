"""Which stretches of known words have to do with each other: what is learned in others changes nothing there."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.disclosure.equal_passages import number_groups
from analysis.disclosure.gaps import list_stretches
from analysis.disclosure.laid_over import Known


class Parts(NamedTuple):
    """Stretches of known words, those together of which words may have been copied to each other.

    of: by place in the line, the part of a known word; -1 elsewhere. first, last, part: places that were looked at for
    a part, a span each.
    """

    of: np.ndarray
    first: np.ndarray
    last: np.ndarray
    part: np.ndarray

    def list_looking(self, flags: np.ndarray) -> np.ndarray:
        """List the parts that looked at one of the places flagged."""
        so_far = np.concatenate(([0], np.cumsum(flags, dtype=np.int32)))
        return self.part[so_far[self.last + 1] > so_far[self.first]]


def find_parts(known: Known) -> Parts:
    """Find the parts of what is known now; a copy looks at no place that the whole stretch would not reach."""
    start, end = list_stretches(known.form >= 0)
    number = np.cumsum(np.bincount(start, minlength=len(known.form)), dtype=np.int32) - 1
    source, target = (
        _join([getattr(copies, side) for copies in known.copies]) for side in ("source", "target")
    )
    here, there = number[source], number[target]
    first, last = target - source + start[here] - 1, target - source + end[here]
    first, last = np.maximum(first, 0), np.minimum(last, len(known.form) - 1)
    beyond = (first < start[there] - 1) | (last > end[there])
    first, last = first[beyond], last[beyond]
    row = _list_met(start, end, first, last)
    links = (np.concatenate(sides) for sides in ((here, row), (there, row + 1)))
    _, part = number_groups(len(start), *links)
    of = np.where(known.form >= 0, part[number] if len(part) else -1, -1).astype(np.int32)
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
