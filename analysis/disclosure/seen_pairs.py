"""Which stretches of known words have five equal words, so that what is known of one may be copied to the other."""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from analysis.disclosure.equal_passages import EQUAL, Shingles, number_shingles, pair_shingles, says_same
from analysis.disclosure.gaps import list_stretches, spread_out
from analysis.disclosure.line import UNKNOWN

Stretches = tuple[np.ndarray, np.ndarray]  # where each begins, and the place after its end


class Copies:
    """What may be copied, in order: each pair of known stretches at each distance once or twice, either way.

    source, target: where five equal words begin. may_tell: a byte a copy, 1 if it may tell something.
    """

    def __init__(self, form: np.ndarray, stretches: Stretches, first: np.ndarray, other: np.ndarray) -> None:
        """form, stretches: what is known. first, other: one a pair of equal words, in order."""
        source = np.stack([first, other], axis=1).reshape(-1)
        target = np.stack([other, first], axis=1).reshape(-1)
        start, end = stretches
        number = number_stretch(stretches, source)
        self.source, self.target = memoryview(source), memoryview(target)
        right = _tells(form, source, target, source, end[number], 1)
        left = _tells(form, source, target, start[number], source, -1)
        self.may_tell = bytearray((right | left).tobytes())
        self._order = np.argsort(number, kind="stable")
        self._starts = memoryview(start[number[self._order]])

    def look_again(self, start: int, end: int) -> None:
        """Note that the stretches of known words between two places have grown."""
        low, high = (bisect_left(self._starts, place) for place in (start, end))
        for at in self._order[low:high].tolist():
            self.may_tell[at] = 1


def _tells(
    form: np.ndarray, source: np.ndarray, target: np.ndarray, start: np.ndarray, end: np.ndarray, step: int
) -> np.ndarray:
    """Tell which copies of words from start to before end meet an unknown word before one that differs.

    step: 1 if they are copied from the first on, -1 from the last back.
    """
    n = end - start
    copy, here = np.repeat(np.arange(len(n)), n), spread_out(start, end)
    there = here + np.repeat(target - source, n)
    found = form[there.clip(0, len(form) - 1)]  # a wall is at either end
    differs = np.flatnonzero(found != form[here])[::-step]  # what is written last is what is met first
    tells = np.zeros(len(n), dtype=bool)
    tells[copy[differs]] = found[differs] == UNKNOWN
    return tells


def number_stretch(stretches: Stretches, place: np.ndarray) -> np.ndarray:
    """Tell in which stretch a place is, from 0."""
    return np.searchsorted(stretches[0], place, side="right") - 1


def find_copies(shingles: Shingles, form: np.ndarray) -> Copies:
    """Find what may be copied of what is seen; form: by place in the line, the forms that are seen."""
    rows = shingles.again
    rows = rows[_is_seen(shingles, form, shingles.start[rows])]
    pairs = pair_shingles(form, shingles.code[rows], shingles.start[rows])
    return _choose_copies(form, list_stretches(form >= 0), *pairs)


def find_more(shingles: Shingles, form: np.ndarray, learned: np.ndarray, n_before: int) -> Copies:
    """Find what may be copied since stretches have grown.

    form: by place in the line, what is known. learned: one row a span of places that were not seen (first, last);
    n_before: how many of these were known before the last copies were made. What may be copied between two
    stretches that have not grown since then was copied, or never can be.
    """
    stretches = list_stretches(form >= 0)
    number = np.unique(number_stretch(stretches, learned[n_before:, 0]))
    grown = _list_inside(stretches[0][number], stretches[1][number])
    unlike = _list_unlike(shingles, form, learned)
    like = _find_like(shingles, form, grown)
    start = np.unique(np.concatenate([grown, unlike, like]))
    code = number_shingles(form, start)
    order = np.lexsort((start, code))
    pairs = pair_shingles(form, code[order], start[order])
    has_grown = np.any([np.isin(number_stretch(stretches, side), number) for side in pairs], axis=0)
    return _choose_copies(form, stretches, *(side[has_grown] for side in pairs))


def _list_inside(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """List where the shingles of stretches begin."""
    return spread_out(start, np.maximum(start, end - EQUAL + 1))


def _choose_copies(form: np.ndarray, stretches: Stretches, first: np.ndarray, other: np.ndarray) -> Copies:
    """Choose the first and the last pair of two stretches at a distance: between them nothing is to be learned."""
    numbers = (number_stretch(stretches, side) for side in (other, first))
    key = np.stack([other - first, *numbers])
    order = np.lexsort([first, *key])
    begins, n = _find_groups(key[:, order])
    ends = np.unique(np.concatenate([begins, begins + n - 1]))
    return Copies(form, stretches, first[order[ends]], other[order[ends]])


def _find_groups(key: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return where each run of equal columns begins, and how many there are."""
    is_new = np.ones(key.shape[1], dtype=bool)
    is_new[1:] = (key[:, 1:] != key[:, :-1]).any(axis=0)
    begins = np.flatnonzero(is_new)
    return begins, np.diff(begins, append=key.shape[1])


def _is_seen(shingles: Shingles, form: np.ndarray, start: np.ndarray) -> np.ndarray:
    return says_same(shingles.form, start, form, start)


def _list_unlike(shingles: Shingles, form: np.ndarray, learned: np.ndarray) -> np.ndarray:
    """List the known shingles that are not those of the line."""
    place = spread_out(learned[:, 0], learned[:, 1] + 1)
    unlike = place[form[place] != shingles.form[place]]
    start = _list_starts(unlike, len(form))
    is_known = np.ones(len(start), dtype=bool)
    for step in range(EQUAL):
        is_known &= form[start + step] >= 0
    return start[is_known]


def _list_starts(place: np.ndarray, n: int) -> np.ndarray:
    """List where the shingles begin that hold a place of a line of n words."""
    start = np.subtract.outer(place, np.arange(EQUAL)).reshape(-1)
    last = n - EQUAL
    return start[(start >= 0) & (start <= last)]


def _find_like(shingles: Shingles, form: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Find the shingles of the line that are known and say the same as one of these."""
    code = np.unique(number_shingles(form, start))
    low, high = (np.searchsorted(shingles.code, code, side=side) for side in ("left", "right"))
    found = shingles.start[spread_out(low, high)]
    return found[_is_seen(shingles, form, found)]
