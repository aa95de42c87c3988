"""How many uses of each form the published list of words has, beside those that are known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import numpy as np

from analysis.disclosure.line import Line
from analysis.disclosure.stretches import order_by


class Listed:
    """How often each form stands in each source, as the published list of words has it."""

    def __init__(self, line: Line, source: np.ndarray, form: np.ndarray, n: np.ndarray) -> None:
        """source, form, n: one a row of the list: the number of the source in the line, the form, its uses."""
        self._begins, self._n_forms = line.base.tolist(), int(line.form.max(initial=0)) + 1
        is_form = (form >= 0) & (form < self._n_forms)
        keys = self._number(source[is_form], form[is_form])
        order, is_new = order_by(keys)
        begins = np.flatnonzero(is_new)
        self._keys = keys[order[begins]]
        self._n = np.add.reduceat(n[is_form][order], begins, dtype=np.int64) if len(keys) else keys
        self._at, self._ordered = self._find(line), memoryview(self._keys)

    def _number(self, source: np.ndarray, form: np.ndarray) -> np.ndarray:
        return source.astype(np.int64) * self._n_forms + form

    def _find(self, line: Line) -> np.ndarray:
        """Return at which key the word of each place is listed; the number of keys where it is not."""
        place = np.flatnonzero(line.form >= 0)
        keys = self._number(line.number_sources()[place], line.form[place])
        order, is_new = order_by(keys)
        different = keys[order[is_new]]
        at = np.searchsorted(self._keys, different).astype(np.int32)
        at[np.append(self._keys, -1)[at] != different] = len(self._keys)
        found = np.full(len(line.form), len(self._keys), dtype=np.int32)
        found[place[order]] = at[np.cumsum(is_new, dtype=np.int32) - 1]
        return found

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


def list_all(line: Line) -> Listed:
    """List how often each form stands in each source of a line."""
    place = np.flatnonzero(line.form >= 0)
    return Listed(line, line.number_sources()[place], line.form[place], np.ones(len(place), dtype=np.int8))


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
