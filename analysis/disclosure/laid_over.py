"""What a stranger knows once all that is published is laid over each other."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.disclosure.equal_passages import EQUAL, find_equal
from analysis.disclosure.gaps import list_stretches
from analysis.disclosure.line import UNKNOWN, Line


class Known:
    """By place in a line: the number of the form known there, and the place it was read from.

    listed: how often each form stands in each source, one row a (source, number, n), as the published list of
    words has it; None if nobody looks there.
    """

    def __init__(self, form: np.ndarray, base: pd.Series, listed: pd.DataFrame | None) -> None:
        self.form, self.read_at, self.is_listed = form.copy(), np.arange(len(form)), listed is not None
        if listed is not None:
            self._count(form, base, listed)

    def _count(self, form: np.ndarray, base: pd.Series, listed: pd.DataFrame) -> None:
        """Count how many uses of each form are left in each source, beside those that are known."""
        self.base, self.n_forms = base.to_numpy(), int(form.max(initial=0)) + 2
        rows = listed[listed["number"].between(0, self.n_forms - 2)]
        keys = base.index.get_indexer(rows["source"]) * self.n_forms + rows["number"].to_numpy(dtype=np.int64)
        self.keys, number = np.unique(keys, return_inverse=True)
        self.rest = np.bincount(number.reshape(-1), weights=rows["n"], minlength=len(self.keys)).astype(
            np.int64
        )
        at = np.flatnonzero(form >= 0)
        self._take(self._find(at, form[at]))

    def learn(self, places: np.ndarray, read_from: np.ndarray) -> bool:
        """Note words that stand in places, if the list of words has as many; tell whether it has."""
        if self.is_listed and not self._use_up(self._find(places, self.form[read_from])):
            return False
        self.form[places], self.read_at[places] = self.form[read_from], self.read_at[read_from]
        return True

    def _use_up(self, at: np.ndarray) -> bool:
        """Take one use of each form from those left; take none and tell so if there are too few."""
        self._take(at)
        is_enough = bool((at >= 0).all() and (self.rest[at] >= 0).all())
        if not is_enough:
            np.add.at(self.rest, at[at >= 0], 1)
        return is_enough

    def _find(self, places: np.ndarray, form: np.ndarray) -> np.ndarray:
        """Return where the words are listed; -1 for those that are not."""
        source = np.searchsorted(self.base, places, side="right") - 1
        keys = source * self.n_forms + form
        at = np.searchsorted(self.keys, keys).clip(max=max(0, len(self.keys) - 1))
        return np.where(self.keys[at] == keys, at, -1) if len(self.keys) else np.full(len(keys), -1)

    def _take(self, at: np.ndarray) -> None:
        np.subtract.at(self.rest, at[at >= 0], 1)


def lay_over(line: Line, form: np.ndarray, listed: pd.DataFrame | None = None) -> Known:
    """Copy what is seen of one passage into equal ones, until nothing new is learned.

    form: by place in the line, the forms that are seen. listed: see `Known`. Two stretches with EQUAL equal
    words are taken for one passage: what is seen of one next to these words is taken to stand in the other, unless
    a word there is seen to differ, or the list of words of its source has none left.
    """
    known, n_known = Known(form, line.base, listed), -1
    while n_known < (n_known := int((known.form >= 0).sum())):
        for first, other in _list_pairs(known.form):
            _copy(known, first, other)
            _copy(known, other, first)
    return known


def _list_pairs(form: np.ndarray) -> list[tuple[int, int]]:
    """List where equal stretches begin: each pair of seen stretches at each distance once."""
    found = find_equal(form)
    if found is None:
        return []
    first = np.repeat(found.first, found.n)
    is_pair = first != found.start
    first, other = first[is_pair], found.start[is_pair]
    starts = list_stretches(form >= 0)[0]
    stretches = (np.searchsorted(starts, side, side="right") for side in (first, other))
    _, once = np.unique(np.stack([*stretches, other - first]), axis=1, return_index=True)
    return [(int(first[i]), int(other[i])) for i in once]


def _copy(known: Known, source: int, target: int) -> None:
    """Copy the stretch of seen words around one place to around another, on each side where none differs."""
    for edge, step in ((EQUAL, 1), (-1, -1)):
        at = edge
        while known.form[source + at] >= 0 and known.form[target + at] in (UNKNOWN, known.form[source + at]):
            at += step
        if known.form[source + at] < 0:  # else the passages go on in different words
            steps = np.arange(edge, at, step)
            new = steps[known.form[target + steps] == UNKNOWN]
            known.learn(target + new, source + new)
