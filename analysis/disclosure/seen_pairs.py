"""Which stretches of known words have five equal words, so that what is known of one may be copied to the other."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

from analysis.disclosure.equal_passages import (
    EQUAL,
    Shingles,
    number_shingles,
    pair_first,
    pair_shingles,
    says_same,
)
from analysis.disclosure.line import UNKNOWN
from analysis.disclosure.stretches import Stretches, changes, list_once, spread_out

if TYPE_CHECKING:
    from analysis.disclosure.laid_over import Known


class Copies:
    """What may be copied, in order: each pair of known stretches at each distance once or twice, either way.

    source, target: where five equal words begin. may_tell: a byte a copy, 1 if it may tell something.
    """

    def __init__(self, form: np.ndarray, pairs: np.ndarray, around: Stretches) -> None:
        """form: what is known. pairs: one row a pair of equal words, in order; around: the stretch around each word."""
        (source, start_here, end_here), (target, start_there, end_there) = (
            [side.reshape(-1) for side in sides]
            for sides in ((pairs, *around), [side[:, ::-1] for side in (pairs, *around)])
        )
        self.source, self.target = memoryview(source), memoryview(target)
        right = _tells(form, source, target, end_here - source, end_there - target, 1)
        left = _tells(form, source, target, source - start_here, target - start_there, -1)
        self.may_tell = bytearray((right | left).tobytes())
        self._order = np.argsort(start_here, kind="stable")
        self._starts = memoryview(start_here[self._order])

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


def number_stretch(stretches: Stretches, place: np.ndarray) -> np.ndarray:
    """Tell in which stretch a place is, from 0."""
    return np.searchsorted(stretches[0], place, side="right") - 1


def find_copies(shingles: Shingles, known: Known) -> Copies:
    """Find what may be copied of what is seen."""
    start = _list_recurring(shingles, known)
    pairs = pair_first(shingles.group[start], start)
    if len(start) * 16 > len(known.form):
        pairs = _leave_out_inner(len(known.form), *pairs)
    return _choose_copies(known, *pairs)


def _list_recurring(shingles: Shingles, known: Known) -> np.ndarray:
    """List where the seen shingles begin that recur in the line, group by group, in text order in each."""
    if known.seen is None:
        return shingles.again[are_whole(known.sheet.flags)[shingles.again]]
    start = list_whole(known.seen)
    start = start[shingles.group[start] >= 0]
    return start[np.argsort(shingles.group[start], kind="stable")]


def are_whole(is_seen: np.ndarray) -> np.ndarray:
    """Tell where EQUAL words in a row are seen."""
    n = max(0, len(is_seen) - EQUAL + 1)
    return np.logical_and.reduce([is_seen[step : step + n] for step in range(EQUAL)])


def list_whole(places: np.ndarray) -> np.ndarray:
    """List those of some places, which are in order, from which EQUAL of them stand in a row."""
    last = EQUAL - 1
    start, end = places[:-last], places[last:]
    return start[end == start + last]


def _leave_out_inner(n: int, first: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Leave out the pairs beside which, on either side, stands another one at the same distance.

    n: words of the line. other: no word twice.
    """
    first_of = np.full(n + 2, UNKNOWN, dtype=first.dtype)
    first_of[other + 1] = first
    is_inner = (first_of[other] == first - 1) & (first_of[other + 2] == first + 1)
    return first[~is_inner], other[~is_inner]


def find_more(shingles: Shingles, known: Known, n_before: int) -> Copies:
    """Find what may be copied since stretches have grown.

    n_before: how many spans had been learned before the last copies were made. What may be copied between two
    stretches that have not grown since then was copied, or never can be.
    """
    form, grown = known.form, known.list_grown(n_before)
    inside = _list_inside(*grown)
    known.unlike = np.concatenate([known.unlike, inside[~is_line(shingles, form, inside)]])
    alike = find_like(shingles, form, inside, form)
    start = list_once(np.concatenate([inside, known.unlike, alike]))
    code = number_shingles(form, start)
    order = np.lexsort((start, code))
    pairs = pair_shingles(form, code[order], start[order])
    has_grown = np.logical_or(*(are_inside(grown, side) for side in pairs))
    return _choose_copies(known, *(side[has_grown] for side in pairs))


def _list_inside(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """List where the shingles of stretches begin."""
    return spread_out(start, np.maximum(start, end - EQUAL + 1))


def _choose_copies(known: Known, first: np.ndarray, other: np.ndarray) -> Copies:
    """Choose the first and the last pair of two stretches at a distance: between them nothing is to be learned."""
    n, pairs = len(known.form), np.stack([first, other], axis=1).astype(np.int64)
    around = known.find_around(pairs)
    which = around[0][:, 0] * n + around[0][:, 1]
    distance = pairs[:, 1] - pairs[:, 0]
    order = np.lexsort([distance * n + pairs[:, 0], which])
    is_new = np.ones(len(order) + 1, dtype=bool)
    is_new[1:-1] = changes(which[order]) | changes(distance[order])
    ends = order[is_new[:-1] | is_new[1:]]
    start, end = (side[ends] for side in around)
    return Copies(known.form, pairs[ends], (start, end))


def are_inside(stretches: Stretches, places: np.ndarray) -> np.ndarray:
    """Tell which places are in one of some stretches, which are in order."""
    number = number_stretch(stretches, places)
    return (number >= 0) & (places < np.append(stretches[1], 0)[number])


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


def find_like(shingles: Shingles, form: np.ndarray, start: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Find the shingles of the line that are known of others and say what one of some shingles says.

    form, others: by place in the line, what is known. start: where the shingles begin that are known of form.
    """
    is_own = is_line(shingles, form, start)
    own, code = start[is_own], number_shingles(form, start[~is_own])
    group = shingles.group[own]
    members = shingles.list_members(list_once(group[group >= 0]))
    found = np.concatenate([own, members, shingles.list_with(list_once(code))])
    return found[is_line(shingles, others, found)]
