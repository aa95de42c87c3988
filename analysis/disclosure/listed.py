"""How many uses of each form the published list of words has, beside those that are known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

import numpy as np

from analysis.disclosure.line import Line
from analysis.disclosure.stretches import order_places


class Listed:
    """How often each form stands in each source, as the published list of words has it.

    A form of a source is known by its key: the number of the source in the line, then that of the form.
    """

    def __init__(self, uses: _Uses, keys: np.ndarray, n: np.ndarray, at: np.ndarray) -> None:
        """uses: of the line. keys: those listed, ascending, each once; n: the uses of each.

        at: by place in the line, the number of its key among those listed; how many these are where it is not listed.
        """
        self._begins, self._n_forms = uses.begins, uses.n_forms
        self._n, self._at, self._ordered = n, at, memoryview(keys)

    def count_rest(self, form: np.ndarray) -> Rest:
        """Count the uses that are left beside known words; form: by place in the line, negative where not known."""
        return Rest(self, self._n - self._count(self._at[form >= 0]))

    def recount_rest(self, before: np.ndarray, is_known: np.ndarray, changed: np.ndarray) -> Rest:
        """Count the uses that are left since other words are known.

        before: what was left. is_known: by place in the line, whether the word is known now. changed: the places where
        that has changed.
        """
        at, is_known = self._at[changed], is_known[changed]
        return Rest(self, before + self._count(at[~is_known]) - self._count(at[is_known]))

    def _count(self, at: np.ndarray) -> np.ndarray:
        """Count how often each key is used; at: one a use, the number of keys where it is not listed."""
        return np.bincount(at, minlength=len(self._n) + 1)[: len(self._n)]

    def find_word(self, place: int, form: int) -> int:
        """Return at which key a word is listed for the source of a place; -1 if it is not."""
        source = bisect_right(self._begins, place) - 1
        key = source * self._n_forms + form
        at = bisect_left(self._ordered, key)
        return at if at < len(self._ordered) and self._ordered[at] == key else -1


class _Uses(NamedTuple):
    """How often each form stands in each source of a line.

    begins: where the wall before each source stands. n_forms: how many forms there may be. keys, n: as for `Listed`.
    number: by place, the number of its key; how many keys there are where no word stands.
    """

    begins: list[int]
    n_forms: int
    keys: np.ndarray
    n: np.ndarray
    number: np.ndarray

    def make_keys(self, source: np.ndarray, form: np.ndarray) -> np.ndarray:
        return source.astype(np.int64) * self.n_forms + form


def _count_uses(line: Line) -> _Uses:
    place = np.flatnonzero(line.form >= 0)
    n_forms = int(line.form.max(initial=0)) + 1
    keys = line.number_sources()[place] * np.int64(n_forms) + line.form[place]
    order, is_new = order_places(keys)
    begins = np.flatnonzero(is_new)
    number = np.full(len(line.form), len(begins), dtype=np.int32)
    number[place[order]] = np.cumsum(is_new, dtype=np.int32) - 1
    n = np.diff(begins, append=len(keys))
    return _Uses(line.base.tolist(), n_forms, keys[order[begins]], n, number)


def list_all(line: Line) -> Listed:
    """List how often each form stands in each source of a line."""
    uses = _count_uses(line)
    return Listed(uses, uses.keys, uses.n, uses.number)


def list_rows(line: Line, source: np.ndarray, form: np.ndarray, n: np.ndarray) -> Listed:
    """List forms of sources; source, form, n: one a row: the number of the source in the line, the form, its uses."""
    uses = _count_uses(line)
    is_form = (form >= 0) & (form < uses.n_forms)
    listed = uses.make_keys(source[is_form], form[is_form])
    keys, number = np.unique(listed, return_inverse=True)
    summed = np.zeros(len(keys), dtype=np.int64)
    np.add.at(summed, number, n[is_form])
    at = np.searchsorted(keys, uses.keys)
    at[np.append(keys, -1)[at] != uses.keys] = len(keys)
    return Listed(uses, keys, summed, np.append(at, len(keys)).astype(np.int32)[uses.number])


class Rest:
    """How many uses of each form are left in each source.

    asked: beside which known place a use was wanted, and of which key, each time. before: how many were left at first.
    """

    def __init__(self, listed: Listed, n: np.ndarray) -> None:
        self._listed, self.before = listed, n
        self._n = memoryview(n.copy())
        self.asked: list[tuple[int, int]] = []

    def use_up(self, places: list[int], forms: list[int], beside: int) -> bool:
        """Take one use of each form from those left in its source; take none and tell so if there are too few.

        beside: a known place of the stretch that the places go on from.
        """
        at = [self._listed.find_word(*word) for word in zip(places, forms, strict=True)]
        if -1 in at:
            return False
        self.asked += [(beside, key) for key in at]
        for key in at:
            self._n[key] -= 1
        is_enough = all(self._n[key] >= 0 for key in at)
        for key in () if is_enough else at:
            self._n[key] += 1
        return is_enough
