"""What is learned once passages are laid over each other, learned again only where what is seen has changed."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from analysis.disclosure.equal_passages import Shingles, number_shingles
from analysis.disclosure.laid_over import Known, copy_all, lay_over
from analysis.disclosure.laid_parts import Parts, find_parts
from analysis.disclosure.line import UNKNOWN
from analysis.disclosure.listed import Listed, Rest
from analysis.disclosure.seen_pairs import find_like, list_known, list_whole
from analysis.disclosure.sheet import Sheet
from analysis.disclosure.stretches import join_places, list_once

_MOST = 0.02  # of all words: to lay more over again, in all rounds, takes longer than to lay over all


class Layers:
    """Passages of a line laid over each other, as by `lay_over`, again and again while little of what is seen changes.

    A part of the line in which nothing has changed, and of which no other part learns, tells what it told before.
    After `lay`: form, read_at and flags are those of the sheet.
    """

    def __init__(
        self, shingles: Shingles, blank: Sheet, listed: Listed | None = None, *, is_bold: bool = False
    ) -> None:
        """blank: from `make_blank`, used for what is laid over again, and wiped afterwards."""
        self._shingles, self._blank, self._listed, self._is_bold = shingles, blank, listed, is_bold
        self._seen: np.ndarray | None = None

    def lay(self, is_seen: np.ndarray) -> Layers:
        """Lay over the words of the line that are seen now. What is known is then in form and read_at."""
        if self._seen is None or not self._lay_changed(is_seen, np.flatnonzero(is_seen != self._seen)):
            self._lay_all(is_seen)
        self._seen = is_seen
        return self

    def _lay_all(self, is_seen: np.ndarray) -> None:
        line = self._shingles.form
        known = lay_over(
            self._shingles,
            np.where(is_seen | (line < 0), line, np.int32(UNKNOWN)),
            self._listed,
            is_bold=self._is_bold,
        )
        self.form, self.read_at, self.flags = known.form, known.read_at, known.sheet.flags
        self._sheet, self._parts = known.sheet, find_parts(known)
        learned = known.list_learned()
        self._unlike = learned[known.form[learned] != line[learned]]
        self._keep_rest(known, _list_asked(known))

    def _keep_rest(self, known: Known, asked: np.ndarray) -> None:
        self._asked, self._before = asked, known.rest.before if known.rest else None

    def _lay_changed(self, is_seen: np.ndarray, changed: np.ndarray) -> bool:
        """Lay over the parts that have changed; tell whether they are few enough to be worth it."""
        is_new = np.zeros(self._parts.n, dtype=bool)
        met, n_laid = self._parts.list_looking(*join_places(changed)), 0
        while True:
            is_new[met] = True
            inside = self._parts.list_inside(is_new)
            n_laid += len(inside) + len(changed)
            if n_laid > _MOST * len(is_seen):
                return False
            places = list_once(np.concatenate([inside, changed]))
            known = self._lay_over(places[is_seen[places]], self._count_rest(is_seen, changed))
            parts = find_parts(known)
            met = np.concatenate(list(self._list_met(known, parts, is_new)))
            met = met[~is_new[met]]
            if not len(met):
                self._take(known, parts, inside, is_new)
            self._blank.wipe(known.list_places())
            if not len(met):
                return True

    def _lay_over(self, places: np.ndarray, rest: Rest | None) -> Known:
        self._blank.note(places, self._shingles.form[places], places)
        return copy_all(self._shingles, Known(self._blank, rest, is_bold=self._is_bold, places=places))

    def _count_rest(self, is_seen: np.ndarray, changed: np.ndarray) -> Rest | None:
        return self._listed and self._listed.recount_rest(self._before, is_seen, changed)

    def _list_met(self, known: Known, parts: Parts, is_new: np.ndarray) -> Iterable[np.ndarray]:
        """List the parts that have to do with what is known of the new ones, these among them."""
        places = known.list_places()
        alike = self._list_alike(known, list_whole(places))
        asked = self._asked[0][self._find_short(known, is_new)]
        yield self._parts.list_looking(parts.start, parts.end)
        yield self._parts.find_within(*parts.list_looked())
        yield from map(self._parts.find, (alike, asked))

    def _list_alike(self, known: Known, start: np.ndarray) -> np.ndarray:
        """List where shingles begin that say here what one of some known ones says there; start: of these."""
        code = list_once(number_shingles(known.form, start))
        unlike = list_known(self.form, self._unlike)
        unlike = unlike[np.isin(number_shingles(self.form, unlike), code)]
        return np.concatenate([find_like(self._shingles, known.form, start, self.form), unlike])

    def _find_short(self, known: Known, is_new: np.ndarray) -> np.ndarray:
        """Tell which wanted uses were of a form, or now are, of which there are too few for all that want one."""
        if known.rest is None:
            return np.zeros(0, dtype=bool)
        key, rest = self._asked[1], known.rest.before
        asked = (_list_asked(known)[1], key, key[self._asked_elsewhere(is_new)])
        ours, was, stays = (np.bincount(keys, minlength=len(rest)) for keys in asked)
        is_short = (was > self._before) | (stays + ours > rest)
        is_short &= (was > stays) | (ours > 0) | (self._before != rest)
        return is_short[key]

    def _asked_elsewhere(self, is_new: np.ndarray) -> np.ndarray:
        """Tell which uses were wanted by parts that are not new."""
        return ~is_new[self._parts.find(self._asked[0])]

    def _take(self, known: Known, parts: Parts, inside: np.ndarray, is_new: np.ndarray) -> None:
        """Take over what is known of the new parts now."""
        stays = self._asked_elsewhere(is_new)
        self._keep_rest(known, np.concatenate([self._asked[:, stays], _list_asked(known)], axis=1))
        self._sheet.wipe(inside)
        places = known.list_places()
        self._sheet.note(places, known.form[places], known.read_at[places])
        unlike = self._unlike[self.form[self._unlike] >= 0]
        more = known.list_learned()
        both = list_once(np.concatenate([unlike, more]))
        self._unlike = both[self.form[both] != self._shingles.form[both]]
        self._parts = self._parts.replace(is_new, parts)


def _list_asked(known: Known) -> np.ndarray:
    """List where a use of a form was wanted, and which: the place in the first row, the key in the second."""
    asked = known.rest.asked if known.rest else []
    return np.array(asked, dtype=np.int64).reshape(-1, 2).T
