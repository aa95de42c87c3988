"""What a stranger knows once all that is published is laid over each other."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.disclosure.equal_passages import EQUAL, find_equal
from analysis.disclosure.gaps import list_stretches
from analysis.disclosure.line import UNKNOWN


class Known(NamedTuple):
    """By place in a line: the number of the form known there, and the place it was read from."""

    form: np.ndarray
    read_at: np.ndarray


def lay_over(form: np.ndarray) -> Known:
    """Copy what is seen of one passage into equal ones, until nothing new is learned.

    form: by place in the line, as in `Line`. Two stretches with EQUAL equal words are taken for one passage:
    what is seen of one next to these words is taken to stand in the other, unless a word there is seen to differ.
    """
    known = Known(form.copy(), np.arange(len(form)))
    n_known = -1
    while n_known < (n_known := int((known.form >= 0).sum())):
        for first, other, reach in _list_pairs(known.form):
            _copy(known, first, other, reach)
            _copy(known, other, first, reach)
    return known


def _list_pairs(form: np.ndarray) -> list[tuple[int, int, int]]:
    """List equal stretches, each pair of stretches at each distance once: two places, and EQUAL."""
    found = find_equal(form)
    if found is None:
        return []
    first = np.repeat(found.first, found.n)
    is_pair = first != found.start
    first, other = first[is_pair], found.start[is_pair]
    starts = list_stretches(form >= 0)[0]
    stretches = (np.searchsorted(starts, side, side="right") for side in (first, other))
    _, once = np.unique(np.stack([*stretches, other - first]), axis=1, return_index=True)
    return [(int(first[i]), int(other[i]), EQUAL) for i in once]


def _copy(known: Known, source: int, target: int, n_equal: int) -> None:
    """Copy the stretch of seen words around one place to around another, on each side where none differs."""
    for edge, step in ((n_equal, 1), (-1, -1)):
        at = edge
        while known.form[source + at] >= 0 and known.form[target + at] in (UNKNOWN, known.form[source + at]):
            at += step
        if known.form[source + at] < 0:  # else the passages go on in different words
            _fill(known, np.arange(edge, at, step), source, target)


def _fill(known: Known, steps: np.ndarray, source: int, target: int) -> None:
    new = steps[known.form[target + steps] == UNKNOWN]
    known.form[target + new] = known.form[source + new]
    known.read_at[target + new] = known.read_at[source + new]
