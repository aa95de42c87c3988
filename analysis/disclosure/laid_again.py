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
from analysis.disclosure.seen_pairs import are_whole, is_line, list_known, list_once, list_shingles_with

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
        if self._seen is None or not self._lay_changed(form, np.flatnonzero(form != self._seen)):
            known = self._lay_over(form, form)
            self.form, self.read_at, self._parts = known.form, known.read_at, find_parts(known)
            self._keep_rest(known, _list_asked(known))
        self._seen = form
        return self

    def _lay_over(self, form: np.ndarray, seen: np.ndarray) -> Known:
        rest = self._listed.count_rest(seen) if self._listed else None
        return lay_over(self._shingles, form, is_bold=self._is_bold, rest=rest)

    def _keep_rest(self, known: Known, asked: np.ndarray) -> None:
        self._asked, self._before = asked, known.rest.before if known.rest else None

    def _lay_changed(self, form: np.ndarray, changed: np.ndarray) -> bool:
        """Lay over the parts that have changed; tell whether they are few enough to be worth it."""
        is_new = np.zeros(self._parts.part.max(initial=-1) + 2, dtype=bool)  # by part, the last for none
        met = self._parts.list_looking(changed)
        while True:
            is_new[met] = True
            inside = np.flatnonzero(is_new[self._parts.of])
            if len(inside) + len(changed) > _MOST * len(form):
                return False
            start = np.where(self._shingles.form == WALL, WALL, UNKNOWN)
            for places in (inside, changed):
                start[places] = form[places]
            known = self._lay_over(start, form)
            parts = find_parts(known)
            met = np.concatenate(list(self._list_met(known, parts, is_new)))
            if not len(met):
                self._take(known, parts, inside, is_new)
                return True

    def _list_met(self, known: Known, parts: Parts, is_new: np.ndarray) -> Iterable[np.ndarray]:
        """List the parts that are not new and have to do with what is known of the new ones."""
        places = np.flatnonzero(known.form >= 0)
        seen = list_once(spread_out(parts.first, parts.last + 1))
        alike = _list_alike(self._shingles, known.form, self.form)
        asked, short = self._asked[0], self._find_short(known, is_new)
        looking = self._parts.list_looking(places)
        for met in (looking, *(self._parts.of[at] for at in (seen, alike, asked[short]))):
            yield met[(met >= 0) & ~is_new[met]]

    def _find_short(self, known: Known, is_new: np.ndarray) -> np.ndarray:
        """Tell which wanted uses were of a form, or now are, of which there are too few for all that want one."""
        if known.rest is None:
            return np.zeros(0, dtype=bool)
        part, key, rest = self._parts.of[self._asked[0]], self._asked[1], known.rest.before
        asked = (_list_asked(known)[1], key, key[~is_new[part]])
        ours, was, stays = (np.bincount(keys, minlength=len(rest)) for keys in asked)
        is_short = (was > self._before) | (stays + ours > rest)
        is_short &= (was > stays) | (ours > 0) | (self._before != rest)
        return is_short[key]

    def _take(self, known: Known, parts: Parts, inside: np.ndarray, is_new: np.ndarray) -> None:
        """Take over what is known of the new parts now."""
        stays = ~is_new[self._parts.of[self._asked[0]]]
        self._keep_rest(known, np.concatenate([self._asked[:, stays], _list_asked(known)], axis=1))
        self.form[inside], self.read_at[inside] = UNKNOWN, inside
        places = np.flatnonzero(known.form >= 0)
        self.form[places], self.read_at[places] = known.form[places], known.read_at[places]
        self._parts = self._parts.replace(is_new, inside, places, parts)


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
    unlike = list_known(others, np.flatnonzero((others != shingles.form) & (others >= 0)))
    return np.concatenate([like, unlike[np.isin(number_shingles(others, unlike), code)]])
