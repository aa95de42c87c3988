"""Which words stand in the same passage: equal stretches of five words and more share what is seen of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.disclosure.stretches import begins_new, mask_places, order_places, spread_out

EQUAL = 5  # words; whoever sees so many in two places lays the two over each other
_STEPS = range(EQUAL)
_FACTORS = np.random.default_rng(EQUAL).integers(0, 2**64, EQUAL, dtype=np.uint64) | np.uint64(1)


class Shingles(NamedTuple):
    """The stretches of EQUAL known words of a line (shingles, after Broder 1997).

    form: a number a word, negative where nothing is known. keys: one a shingle, ascending: a code for what it says, as
    the upper bits, and at which word it begins, as the lower ones. again: where those begin that say what another
    says, group by group, in text order in each. group: by place in the line, the group of the shingle that begins
    there; -1 where no other says the same. bounds: where each group begins in again, and the end.
    """

    form: np.ndarray
    keys: np.ndarray
    again: np.ndarray
    group: np.ndarray
    bounds: np.ndarray

    def list_members(self, groups: np.ndarray) -> np.ndarray:
        """List where the shingles of some groups begin."""
        return self.again[spread_out(self.bounds[groups], self.bounds[groups + 1])]

    def list_with(self, code: np.ndarray) -> np.ndarray:
        """List where the shingles begin that have one of some codes, and a few others whose codes begin alike."""
        low = mask_places(len(self.form))
        ends = ((code & ~low, "left"), (code | low, "right"))
        rows = spread_out(*(np.searchsorted(self.keys, key, side=side) for key, side in ends))
        return (self.keys[rows] & low).astype(np.int64)


def list_shingles(form: np.ndarray) -> Shingles:
    """List the shingles of a line."""
    keys = _list_keys(form)
    again, code = _list_again(keys, mask_places(len(form)))
    number = _number_alike(form, again, code)
    is_several = np.bincount(number) > 1  # one alone only has a code that begins like others
    order = np.argsort(number, kind="stable")
    order = order[is_several[number[order]]]
    again, number = again[order], np.cumsum(is_several)[number[order]] - 1
    group = np.full(len(form), -1, dtype=np.int32)
    group[again] = number
    bounds = np.searchsorted(number, np.arange(np.count_nonzero(is_several) + 1))
    return Shingles(form, keys, again, group, bounds)


def _list_keys(form: np.ndarray) -> np.ndarray:
    low, start = mask_places(len(form)), _list_starts(form)
    keys = number_shingles(form, start)
    keys &= ~low
    keys |= start.astype(np.uint64)
    keys.sort()
    return keys


def _list_again(keys: np.ndarray, low: np.uint64) -> tuple[np.ndarray, np.ndarray]:
    """List where the shingles begin whose code comes again, and a number for each code, in order."""
    is_new = np.ones(len(keys) + 1, dtype=bool)
    is_new[1:-1] = (keys[1:] ^ keys[:-1]) > low
    recurs = ~(is_new[1:] & is_new[:-1])
    number = np.cumsum(is_new[:-1][recurs], dtype=np.int32) - 1
    return (keys[recurs] & low).astype(np.int32), number


def _number_alike(form: np.ndarray, start: np.ndarray, code: np.ndarray) -> np.ndarray:
    """Number shingles by what they say; start, code: one each, sorted by both; code: a number for each code."""
    row = np.flatnonzero(code[1:] == code[:-1])
    unlike = row[~says_same(form, start[row], form, start[row + 1])]
    if not len(unlike):
        return code
    mixed = np.flatnonzero(np.isin(code, code[unlike]))
    words = np.stack([form[start[mixed] + step] for step in _STEPS], axis=1)
    _, number = np.unique(words, axis=0, return_inverse=True)
    code[mixed] = code[-1] + 1 + number.ravel()
    return code


def _list_starts(form: np.ndarray) -> np.ndarray:
    """List where EQUAL known words stand in a row."""
    is_known = form >= 0
    n = max(0, len(form) - EQUAL + 1)
    is_whole = np.ones(n, dtype=bool)
    for step in _STEPS:
        is_whole &= is_known[step : step + n]
    return np.flatnonzero(is_whole).astype(np.int32)


def number_shingles(form: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Give shingles that say the same one number; two others have one number once in 2 ** 64 pairs."""
    code = np.zeros(len(start), dtype=np.uint64)
    for step, factor in enumerate(_FACTORS):
        code += form[start + step].astype(np.uint64) * factor
    return code


def pair_shingles(form: np.ndarray, code: np.ndarray, start: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pair the first shingle that says something with each other one that says the same: where they begin.

    code, start: one a shingle, sorted by both, none twice.
    """
    first, other = pair_first(code, start)
    is_pair = says_same(form, first, form, other)
    return first[is_pair], other[is_pair]


def pair_first(number: np.ndarray, start: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pair the first start that has a number with each other one that has it; both are sorted by the number."""
    is_new = begins_new(number)
    n = np.diff(np.flatnonzero(is_new), append=len(number))
    first = np.repeat(start[is_new], n)
    return first[~is_new], start[~is_new]


def says_same(form: np.ndarray, here: np.ndarray, other_form: np.ndarray, there: np.ndarray) -> np.ndarray:
    """Tell where the EQUAL words from one place on are those from the other place on."""
    is_same = np.ones(len(here), dtype=bool)
    for step in _STEPS:
        is_same &= form[here + step] == other_form[there + step]
    return is_same


def number_groups(n: int, here: np.ndarray, there: np.ndarray) -> tuple[int, np.ndarray]:
    """Number the groups of n things that links join: how many groups there are, and the one of each thing.

    here, there: the two ends of each link. Groups are in the order of their first things.
    """
    first = find_first(n, here, there)
    is_first = first == np.arange(n, dtype=np.int32)
    number = np.cumsum(is_first, dtype=np.int32) - 1
    return int(is_first.sum()), number[first]


def find_first(n: int, here: np.ndarray, there: np.ndarray) -> np.ndarray:
    """Find the first of the things that links join with each of n things.

    here, there: the two ends of each link. Each round hangs a group on the first one that it is linked to (Shiloach
    and Vishkin 1982, An O(log n) parallel connectivity algorithm, Journal of Algorithms 3:57-67). SciPy's function
    does the same, but loads all of its linear algebra for it.
    """
    first = np.arange(n, dtype=np.int32)
    while True:
        one, other = first[here], first[there]
        apart = one != other
        if not apart.any():
            return first
        here, there, one, other = (side[apart] for side in (here, there, one, other))
        np.minimum.at(first, np.maximum(one, other), np.minimum(one, other))
        _follow(first)


def _follow(first: np.ndarray) -> None:
    """Let each thing lead to the first one that is reached from it; first: where each leads."""
    moved = np.flatnonzero(first != np.arange(len(first), dtype=np.int32))
    while len(moved):
        leads = first[moved]
        further = first[leads]
        first[moved] = further
        moved = moved[further != leads]


class Passages:
    """Which words stand in the same place of equal stretches, and so are seen or hidden together.

    number: by place in the line, the passage of a word; -1 where it stands alone. places: where the words of
    passages stand, passage by passage, in text order; those of a passage from bounds[number] to before the next.
    """

    def __init__(self, shingles: Shingles) -> None:
        n = len(shingles.form)
        here, there = _link_words(n, *pair_first(shingles.group[shingles.again], shingles.again))
        is_part = np.zeros(n, dtype=bool)
        is_part[here] = is_part[there] = True
        first = find_first(n, here, there)
        found = np.flatnonzero(is_part)
        is_first = is_part & (first == np.arange(n, dtype=np.int32))
        group = (np.cumsum(is_first, dtype=np.int32) - 1)[first[found]]
        order, is_new = order_places(group)
        self.places = found[order].astype(np.int32)
        self.bounds = np.append(np.flatnonzero(is_new), len(found))
        self.number = np.full(n, -1, dtype=np.int32)
        self.number[found] = group

    @property
    def is_first(self) -> np.ndarray:
        """By place in the line: whether no equal word stands before."""
        is_first = self.number < 0
        is_first[self.places[self.bounds[:-1]]] = True
        return is_first

    def share(self, flags: np.ndarray) -> np.ndarray:
        """Tell which words stand in the same place of an equal passage as one of the words flagged."""
        shared = flags.copy()
        shared[self.spread(np.flatnonzero(flags))] = True
        return shared

    def spread(self, places: np.ndarray) -> np.ndarray:
        """List the words that stand in the same place of an equal passage as one of some words, and these."""
        in_passage = np.zeros(len(self.bounds), dtype=bool)
        in_passage[self.number[places]] = True
        number = np.flatnonzero(in_passage[:-1])  # without those that stand alone
        equal = self.places[spread_out(self.bounds[number], self.bounds[number + 1])]
        return np.concatenate([places[self.number[places] < 0], equal])

    def list_equal(self, place: int) -> np.ndarray:
        """List where the word stands: here and in equal passages."""
        number = self.number[place]
        if number < 0:
            return np.array([place])
        return self.places[self.bounds[number] : self.bounds[number + 1]]


def _link_words(n: int, first: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Link the words of each pair of shingles of a line of n words, once where the pairs behind do so as well."""
    first_of = np.full(n + 1, -1, dtype=np.int32)
    first_of[other] = first
    is_last = first_of[other + 1] != first + 1
    ends = first[is_last], other[is_last]
    here, there = (
        np.concatenate([side, *(end + step for step in _STEPS[1:])])
        for side, end in zip((first, other), ends, strict=True)
    )
    return here, there
