"""What is learned once passages are laid over each other, learned again only where what is seen has changed."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from analysis.disclosure.equal_passages import Shingles, number_shingles
from analysis.disclosure.gaps import spread_out
from analysis.disclosure.laid_over import Known, lay_over
from analysis.disclosure.laid_parts import Parts, find_parts
from analysis.disclosure.line import UNKNOWN, WALL
from analysis.disclosure.listed import Listed
from analysis.disclosure.seen_pairs import are_whole, is_line, list_once, list_shingles_with

_MOST = 0.02  # of what is known: to lay more over again takes longer than to lay over all


class Layers:
    """Passages of a line laid over each other, as by `lay_over`, again and again while little of what is seen changes.

    A part of the line in which nothing has changed, and of which no other part learns, tells what it told before.
    """

    def __init__(self, shingles: Shingles, listed: Listed | None = None, *, is_bold: bool = False) -> None:
        self._shingles, self._listed, self._is_bold = shingles, listed, is_bold
        self._seen: np.ndarray | None = None

    def lay(self, form: np.ndarray) -> Layers:
        """Lay over what is seen now; form: as for `lay_over`. What is known is then in form and read_at."""
        if self._seen is None or not self._lay_changed(form):
            known = self._lay_over(form, form)
            self.form, self.read_at, self._parts = known.form, known.read_at, find_parts(known)
            self._asked = _list_asked(known)
            self._before = known.rest.before if known.rest else None
        self._seen = form
        return self

    def _lay_over(self, form: np.ndarray, seen: np.ndarray) -> Known:
        rest = self._listed.count_rest(seen) if self._listed else None
        return lay_over(self._shingles, form, is_bold=self._is_bold, rest=rest)

    def _lay_changed(self, form: np.ndarray) -> bool:
        """Lay over the parts that have changed; tell whether they are few enough to be worth it."""
        changed = form != self._seen
        is_new = np.zeros(self._parts.part.max(initial=-1) + 2, dtype=bool)  # by part, the last for none
        met = self._parts.list_looking(changed)
        while True:
            is_new[met] = True
            inside = is_new[self._parts.of]
            if np.count_nonzero(inside) > _MOST * np.count_nonzero(self._parts.of >= 0):
                return False
            start = np.where(inside | changed | (form == WALL), form, UNKNOWN)
            known = self._lay_over(start, form)
            parts = find_parts(known)
            met = np.concatenate(list(self._list_met(known, parts, is_new)))
            if not len(met):
                self._take(known, parts, inside, is_new)
                return True

    def _list_met(self, known: Known, parts: Parts, is_new: np.ndarray) -> Iterable[np.ndarray]:
        """List the parts that are not new and have to do with what is known of the new ones."""
        old = np.where(is_new[self._parts.of], -1, self._parts.of)
        seen = old[list_once(spread_out(parts.first, parts.last + 1))]
        looking = self._parts.list_looking(known.form >= 0)
        alike = old[_list_alike(self._shingles, known.form, np.where(old >= 0, self.form, UNKNOWN))]
        for met in (seen, looking, alike, self._list_short(known, old)):
            yield met[(met >= 0) & ~is_new[met]]

    def _list_short(self, known: Known, old: np.ndarray) -> np.ndarray:
        """List the parts that wanted uses of a form of which there are too few for all."""
        if known.rest is None:
            return np.zeros(0, dtype=np.int64)
        part, key, rest = old[self._asked[0]], self._asked[1], known.rest.before
        ours, was, stays = (
            np.bincount(keys, minlength=len(rest)) for keys in (_list_asked(known)[1], key, key[part >= 0])
        )
        is_short = (was > self._before) | (stays + ours > rest)
        is_short &= (was > stays) | (ours > 0) | (self._before != rest)
        return part[is_short[key]]

    def _take(self, known: Known, parts: Parts, inside: np.ndarray, is_new: np.ndarray) -> None:
        """Take over what is known of the new parts now."""
        is_known, stays = known.form >= 0, ~is_new[self._parts.part]
        asked, stays_asked = _list_asked(known), ~inside[self._asked[0]]
        self._asked = np.concatenate([self._asked[:, stays_asked], asked], axis=1)
        self._before = known.rest.before if known.rest else None
        was = np.where(inside, UNKNOWN, self.form)
        self.form = np.where(is_known, known.form, was)
        self.read_at = np.where(is_known | inside, known.read_at, self.read_at)
        n = len(is_new)
        of = np.where(inside, -1, self._parts.of)
        of = np.where(is_known, parts.of + n, of).astype(np.int32)
        spans = (
            (self._parts.first, parts.first),
            (self._parts.last, parts.last),
            (self._parts.part, parts.part + n),
        )
        self._parts = Parts(of, *(np.concatenate([old[stays], new]) for old, new in spans))


def _list_asked(known: Known) -> np.ndarray:
    """List where a use of a form was wanted, and which: the place in the first row, the key in the second."""
    asked = known.rest.asked if known.rest else []
    return np.array(asked, dtype=np.int64).reshape(-1, 2).T


def _list_alike(shingles: Shingles, form: np.ndarray, others: np.ndarray) -> np.ndarray:
    """List where others begin that say the same as a known shingle; form, others: by place in the line."""
    start = np.flatnonzero(are_whole(form >= 0))
    code = list_once(number_shingles(form, start))
    like = list_shingles_with(shingles, code)
    like = like[is_line(shingles, others, like)]
    is_unlike = are_whole(others >= 0) & ~are_whole((others == shingles.form) & (others >= 0))
    unlike = np.flatnonzero(is_unlike)
    return np.concatenate([like, unlike[np.isin(number_shingles(others, unlike), code)]])
