"""Which words stand in the same passage: equal stretches of five words and more share what is seen of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

EQUAL = 5  # words; whoever sees so many in two places lays the two over each other
_STEPS = range(EQUAL)
_FACTORS = np.random.default_rng(EQUAL).integers(0, 2**64, EQUAL, dtype=np.uint64) | np.uint64(1)


class Shingles(NamedTuple):
    """The stretches of EQUAL known words of a line (shingles, after Broder 1997).

    form: a number a word, negative where nothing is known. code: a number for what a shingle says, ascending;
    start: at which word it begins. Whoever finds equal codes compares the words. again: rows of those that share
    their code with another, in text order where the code is one.
    """

    form: np.ndarray
    code: np.ndarray
    start: np.ndarray
    again: np.ndarray


def list_shingles(form: np.ndarray) -> Shingles:
    """List the shingles of a line; takes 20 bytes a word."""
    start = _list_starts(form)
    code = number_shingles(form, start)
    order = np.argsort(code)
    start, code = start[order], code[order]
    recurs = np.zeros(len(code) + 1, dtype=bool)
    recurs[1:-1] = code[1:] == code[:-1]
    again = np.flatnonzero(recurs[1:] | recurs[:-1])
    return Shingles(form, code, start, again[np.lexsort((start[again], code[again]))])


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
    is_new = np.ones(len(code), dtype=bool)
    np.not_equal(code[1:], code[:-1], out=is_new[1:])
    first = start[np.maximum.accumulate(np.where(is_new, np.arange(len(code)), 0))]
    first, other = first[~is_new], start[~is_new]
    is_pair = says_same(form, first, form, other)
    return first[is_pair], other[is_pair]


def says_same(form: np.ndarray, here: np.ndarray, other_form: np.ndarray, there: np.ndarray) -> np.ndarray:
    """Tell where the EQUAL words from one place on are those from the other place on."""
    is_same = np.ones(len(here), dtype=bool)
    for step in _STEPS:
        is_same &= form[here + step] == other_form[there + step]
    return is_same


def number_groups(n: int, here: np.ndarray, there: np.ndarray) -> tuple[int, np.ndarray]:
    """Number the groups of n things that links join: how many groups there are, and the one of each thing.

    here, there: the two ends of each link. Groups are in the order of their first things. Each round hangs a group
    on the first one that it is linked to (Shiloach and Vishkin 1982, An O(log n) parallel connectivity algorithm,
    Journal of Algorithms 3:57-67). SciPy's function does the same, but loads all of its linear algebra for it.
    """
    first = np.arange(n, dtype=np.int32)
    while (apart := first[here] != first[there]).any():
        here, there = here[apart], there[apart]
        one, other = first[here], first[there]
        np.minimum.at(first, np.maximum(one, other), np.minimum(one, other))
        while (first[first] != first).any():
            first = first[first]
    is_first = first == np.arange(n)
    number = np.cumsum(is_first, dtype=np.int32) - 1
    return int(is_first.sum()), number[first]


class Passages:
    """Which words stand in the same place of equal stretches, and so are seen or hidden together.

    number: by place in the line, the passage of a word; -1 where it stands alone. places: where the words of
    passages stand, passage by passage, in text order; those of a passage from bounds[number] to before the next.
    """

    def __init__(self, shingles: Shingles) -> None:
        again = shingles.again
        pairs = pair_shingles(shingles.form, shingles.code[again], shingles.start[again])
        here, there = (np.concatenate([side + step for step in _STEPS]) for side in pairs)
        is_part = np.zeros(len(shingles.form), dtype=bool)
        is_part[here] = is_part[there] = True
        found, row = np.flatnonzero(is_part), np.cumsum(is_part, dtype=np.int32) - 1
        n, group = number_groups(len(found), row[here], row[there])
        order = np.argsort(group, kind="stable")
        self.places, group = found[order].astype(np.int32), group[order]
        self.bounds = np.searchsorted(group, np.arange(n + 1))
        self.number = np.full(len(shingles.form), -1, dtype=np.int32)
        self.number[self.places] = group

    @property
    def is_first(self) -> np.ndarray:
        """By place in the line: whether no equal word stands before."""
        is_first = self.number < 0
        is_first[self.places[self.bounds[:-1]]] = True
        return is_first

    def share(self, flags: np.ndarray) -> np.ndarray:
        """Tell which words stand in the same place of an equal passage as one of the words flagged."""
        in_passage = np.zeros(len(self.bounds), dtype=bool)
        in_passage[self.number[flags]] = True
        in_passage[-1] = False  # of words that stand alone
        return in_passage[self.number] | flags

    def list_equal(self, place: int) -> np.ndarray:
        """List where the word stands: here and in equal passages."""
        number = self.number[place]
        if number < 0:
            return np.array([place])
        return self.places[self.bounds[number] : self.bounds[number + 1]]
