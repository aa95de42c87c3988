"""How many uses of each form the published list of words has, beside those that are known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import numpy as np

from analysis.disclosure.line import Line


class Listed:
    """How often each form stands in each source, as the published list of words has it."""

    def __init__(self, line: Line, source: np.ndarray, form: np.ndarray, n: np.ndarray) -> None:
        """source, form, n: one a row of the list: the number of the source in the line, the form, its uses."""
        self._begins, self._n_forms = line.base.tolist(), int(line.form.max(initial=0)) + 1
        is_form = (form >= 0) & (form < self._n_forms)
        keys = self._number(source[is_form], form[is_form])
        order = np.argsort(keys)
        begins = np.flatnonzero(np.diff(keys[order], prepend=-1))
        self._keys = keys[order[begins]]
        self._n = np.add.reduceat(n[is_form][order], begins, dtype=np.int64) if len(keys) else keys
        self._at, self._ordered = self._find(line), memoryview(self._keys)

    def _number(self, source: np.ndarray, form: np.ndarray) -> np.ndarray:
        return source.astype(np.int64) * self._n_forms + form

    def _find(self, line: Line) -> np.ndarray:
        """Return at which key the word of each place is listed; the number of keys where it is not."""
        place = np.flatnonzero(line.form >= 0)
        keys = self._number(line.number_sources()[place], line.form[place])
        order = np.argsort(keys)  # to look up in order is faster
        keys, place = keys[order], place[order]
        at = np.searchsorted(self._keys, keys).astype(np.int32)
        is_listed = np.append(self._keys, -1)[at] == keys
        found = np.full(len(line.form), len(self._keys), dtype=np.int32)
        found[place[is_listed]] = at[is_listed]
        return found

    def count_rest(self, form: np.ndarray) -> Rest:
        """Count the uses that are left beside known words; form: by place in the line, negative where not known."""
        used = np.bincount(self._at[form >= 0], minlength=len(self._n) + 1)[: len(self._n)]
        return Rest(self, self._n - used)

    def find_word(self, place: int, form: int) -> int:
        """Return at which key a word is listed for the source of a place; -1 if it is not."""
        source = bisect_right(self._begins, place) - 1
        key = source * self._n_forms + form
        at = bisect_left(self._ordered, key)
        return at if at < len(self._ordered) and self._ordered[at] == key else -1


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
