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

    def __init__(
        self, form: np.ndarray, stretches: Stretches, pairs: np.ndarray, numbers: np.ndarray
    ) -> None:
        """form, stretches: what is known. pairs: one row a pair of equal words, in order; numbers: their stretches."""
        source, target = pairs.reshape(-1), pairs[:, ::-1].reshape(-1)
        here, there = numbers.reshape(-1), numbers[:, ::-1].reshape(-1)
        start, end = stretches
        self.source, self.target = memoryview(source), memoryview(target)
        right = _tells(form, source, target, end[here] - source, end[there] - target, 1)
        left = _tells(form, source, target, source - start[here], target - start[there], -1)
        self.may_tell = bytearray((right | left).tobytes())
        self._order = np.argsort(here, kind="stable")
        self._starts = memoryview(start[here[self._order]])

    def look_again(self, start: int, end: int) -> None:
        """Note that the stretches of known words between two places have grown."""
        low, high = (bisect_left(self._starts, place) for place in (start, end))
        for at in self._order[low:high].tolist():
            self.may_tell[at] = 1


def _tells(
    form: np.ndarray,
    source: np.ndarray,
    target: np.ndarray,
    n_here: np.ndarray,
    n_there: np.ndarray,
    step: int,
) -> np.ndarray:
    """Tell which copies of words meet an unknown word before one that differs.

    step: 1 if words are copied from the first on, -1 from the last back. n_here, n_there: known words from the source,
    from the target on, this way. Where fewer are known there, what follows is unknown, or a wall.
    """
    first = 0 if step > 0 else -1
    tells = n_there < n_here
    tells[tells] = form[(target + first + step * n_there)[tells]] == UNKNOWN
    short = np.flatnonzero(tells)
    n = n_there[short]
    away = first + step * spread_out(np.zeros(len(n), dtype=np.int64), n)
    here, there = (np.repeat(side[short], n) + away for side in (source, target))
    differs = form[here] != form[there]
    tells[np.repeat(short, n)[differs]] = False
    return tells


def changes(numbers: np.ndarray) -> np.ndarray:
    """Tell of each number but the first whether it is not the one before."""
    return numbers[1:] != numbers[:-1]


def list_once(numbers: np.ndarray) -> np.ndarray:
    """List numbers in order, each once; NumPy's function takes several times as long."""
    ordered = np.sort(numbers)
    is_new = np.ones(len(ordered), dtype=bool)
    is_new[1:] = changes(ordered)
    return ordered[is_new]


def number_stretch(stretches: Stretches, place: np.ndarray) -> np.ndarray:
    """Tell in which stretch a place is, from 0."""
    return np.searchsorted(stretches[0], place, side="right") - 1


def find_copies(shingles: Shingles, form: np.ndarray) -> Copies:
    """Find what may be copied of what is seen; form: by place in the line, the forms that are seen."""
    is_seen = form >= 0
    rows = shingles.again
    rows = rows[are_whole(is_seen)[shingles.start[rows]]]
    pairs = pair_shingles(form, shingles.code[rows], shingles.start[rows])
    return _choose_copies(form, list_stretches(is_seen), *_leave_out_inner(len(form), *pairs))


def are_whole(is_seen: np.ndarray) -> np.ndarray:
    """Tell where EQUAL words in a row are seen."""
    n = max(0, len(is_seen) - EQUAL + 1)
    return np.logical_and.reduce([is_seen[step : step + n] for step in range(EQUAL)])


def _leave_out_inner(n: int, first: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Leave out the pairs beside which, on either side, stands another one at the same distance.

    n: words of the line. other: no word twice.
    """
    first_of = np.full(n + 2, UNKNOWN, dtype=first.dtype)
    first_of[other + 1] = first
    is_inner = (first_of[other] == first - 1) & (first_of[other + 2] == first + 1)
    return first[~is_inner], other[~is_inner]


def find_more(shingles: Shingles, form: np.ndarray, learned: np.ndarray, n_before: int) -> Copies:
    """Find what may be copied since stretches have grown.

    form: by place in the line, what is known. learned: one row a span of places that were not seen (first, last);
    n_before: how many of these were known before the last copies were made. What may be copied between two
    stretches that have not grown since then was copied, or never can be.
    """
    stretches = list_stretches(form >= 0)
    number = list_once(number_stretch(stretches, learned[n_before:, 0]))
    grown = _list_inside(stretches[0][number], stretches[1][number])
    unlike = _list_unlike(shingles, form, learned)
    like = _find_like(shingles, form, grown)
    start = list_once(np.concatenate([grown, unlike, like]))
    code = number_shingles(form, start)
    order = np.lexsort((start, code))
    pairs = pair_shingles(form, code[order], start[order])
    is_new = np.zeros(len(stretches[0]), dtype=bool)
    is_new[number] = True
    has_grown = np.logical_or(*(is_new[number_stretch(stretches, side)] for side in pairs))
    return _choose_copies(form, stretches, *(side[has_grown] for side in pairs))


def _list_inside(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """List where the shingles of stretches begin."""
    return spread_out(start, np.maximum(start, end - EQUAL + 1))


def _choose_copies(form: np.ndarray, stretches: Stretches, first: np.ndarray, other: np.ndarray) -> Copies:
    """Choose the first and the last pair of two stretches at a distance: between them nothing is to be learned."""
    pairs = np.stack([first, other], axis=1).astype(np.int64)
    numbers = number_places(stretches, pairs, len(form))
    which = numbers[:, 0] * len(stretches[0]) + numbers[:, 1]
    distance = pairs[:, 1] - pairs[:, 0]
    order = np.lexsort([distance * len(form) + pairs[:, 0], which])
    is_new = np.ones(len(order) + 1, dtype=bool)
    is_new[1:-1] = changes(which[order]) | changes(distance[order])
    ends = order[is_new[:-1] | is_new[1:]]
    return Copies(form, stretches, pairs[ends], numbers[ends])


def number_places(stretches: Stretches, places: np.ndarray, n: int) -> np.ndarray:
    """Tell in which stretches places of a line of n words are: one by one if they are few, or by a list of all."""
    if places.size * 16 < n:
        return number_stretch(stretches, places)
    begins = np.zeros(n, dtype=np.int32)
    begins[stretches[0]] = 1
    return np.cumsum(begins, dtype=np.int32)[places].astype(np.int64) - 1


def is_line(shingles: Shingles, form: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Tell of shingles of the line, all of whose words are known there, whether they are known as they are."""
    return says_same(shingles.form, start, form, start)


def _list_unlike(shingles: Shingles, form: np.ndarray, learned: np.ndarray) -> np.ndarray:
    """List the known shingles that are not those of the line."""
    place = spread_out(learned[:, 0], learned[:, 1] + 1)
    return list_known(form, place[form[place] != shingles.form[place]])


def list_known(form: np.ndarray, place: np.ndarray) -> np.ndarray:
    """List the known shingles that hold one of some places; form: by place in the line."""
    start = _list_starts(place, len(form))
    is_known = np.ones(len(start), dtype=bool)
    for step in range(EQUAL):
        is_known &= form[start + step] >= 0
    return start[is_known]


def _list_starts(place: np.ndarray, n: int) -> np.ndarray:
    """List where the shingles begin that hold a place of a line of n words."""
    start = np.subtract.outer(place, np.arange(EQUAL)).reshape(-1)
    last = n - EQUAL
    return start[(start >= 0) & (start <= last)]


def list_shingles_with(shingles: Shingles, code: np.ndarray) -> np.ndarray:
    """List where the shingles of the line begin that have one of some codes."""
    low, high = (np.searchsorted(shingles.code, code, side=side) for side in ("left", "right"))
    return shingles.start[spread_out(low, high)]


def _find_like(shingles: Shingles, form: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Find the shingles of the line that are known and say the same as one of these."""
    code = list_once(number_shingles(form, start))
    found = list_shingles_with(shingles, code)
    return found[is_line(shingles, form, found)]
