"""What a stranger knows once all that is published is laid over each other."""

from __future__ import annotations

import numpy as np

from analysis.disclosure.equal_passages import Shingles
from analysis.disclosure.line import UNKNOWN
from analysis.disclosure.listed import Listed, Rest
from analysis.disclosure.seen_pairs import Copies, find_copies, find_more, number_places
from analysis.disclosure.sheet import Sheet
from analysis.disclosure.stretches import Stretches, join_places, list_once, list_stretches, spread_out

_FEW = 4096  # places; the stretches around them are found faster one by one


class Known:
    """What is known on a sheet.

    places: where words were seen, in order; None if they are all that are known on the sheet. learned: where words were
    learned, a span (first place, last place) each time. unlike: where the shingles begin that are known, but not as the
    line has them, some more than once; `find_more` lists them. copies: all that were found. rest: what the list of
    words has left; None if nobody looks there. is_bold: whether words are copied from passages that go on in others, up
    to the first of these.
    """

    def __init__(
        self, sheet: Sheet, rest: Rest | None, *, is_bold: bool, places: np.ndarray | None = None
    ) -> None:
        self._is_bold = is_bold
        self.sheet, self.form, self.read_at = sheet, sheet.form, sheet.read_at
        self.seen = places
        self.learned: list[tuple[int, int]] = []
        self.unlike = np.zeros(0, dtype=np.int64)
        self.copies: list[Copies] = []
        self.rest = rest
        self._form, self._read_at = memoryview(self.form), memoryview(self.read_at)
        self._is_known = sheet.is_known

    def list_learned(self) -> np.ndarray:
        """List where words were learned, and the known ones between."""
        spans = np.array(self.learned, dtype=np.int64).reshape(-1, 2)
        return spread_out(spans[:, 0], spans[:, 1] + 1)

    def list_places(self) -> np.ndarray:
        """List where words are known, in order."""
        if self.seen is None:
            return np.flatnonzero(self.sheet.flags)
        return list_once(np.concatenate([self.seen, self.list_learned()]))

    def list_stretches(self) -> Stretches:
        """List the stretches of known words."""
        if self.seen is None:
            return list_stretches(self.sheet.flags)
        return join_places(self.list_places())

    def list_grown(self, n_before: int) -> Stretches:
        """List the stretches in which words were learned since so many spans had been."""
        ends = np.array([self.reach(*span) for span in self.learned[n_before:]])
        return list_once(ends[:, 0]), list_once(ends[:, 1])

    def find_around(self, places: np.ndarray) -> Stretches:
        """Find the stretches of known words around known places: two arrays of the shape of places."""
        if places.size < _FEW:
            ends = [self.reach(place, place) for place in places.reshape(-1).tolist()]
            start, end = np.array(ends, dtype=np.int64).reshape(-1, 2).T
            return start.reshape(places.shape), end.reshape(places.shape)
        stretches = self.list_stretches()
        number = number_places(stretches, places, len(self.form))
        return stretches[0][number], stretches[1][number]

    def copy(self, source: int, target: int) -> bool:
        """Copy the stretch of known words around one place to around another, on each side where none differs.

        Tells whether a word was learned.
        """
        learns_right = self._learn(self._list_right(source, target), source, target)
        learns_left = self._learn(self._list_left(source, target), source, target)
        return learns_right or learns_left

    def _list_right(self, source: int, target: int) -> list[int]:
        """List the places behind the target that the stretch tells of."""
        find, form = self._is_known.find, self._form
        n_here, n_there = find(0, source) - source, find(0, target) - target
        if n_here <= n_there or form[source : source + n_there] != form[target : target + n_there]:
            return []
        return self._list_new(source + n_there, target + n_there, 1)

    def _list_left(self, source: int, target: int) -> list[int]:
        """List the places before the target that the stretch tells of."""
        find, form = self._is_known.rfind, self._form
        n_here, n_there = source - find(0, 0, source), target - find(0, 0, target)
        if n_here <= n_there or form[source - n_there + 1 : source] != form[target - n_there + 1 : target]:
            return []
        return self._list_new(source - n_there, target - n_there, -1)

    def _list_new(self, here: int, there: int, step: int) -> list[int]:
        """List the places from one on that a side of the stretch tells of; here: known words."""
        form, new = self._form, []
        while (word := form[here]) >= 0:
            found = form[there]
            if found == UNKNOWN:
                new.append(there)
            elif found != word:  # the passages go on in different words
                return new if self._is_bold else []  # only the bold copy what stands before
            here, there = here + step, there + step
        return new

    def _learn(self, places: list[int], source: int, target: int) -> bool:
        """Note words that stand in places, if the list of words has as many; tell whether there are any."""
        form, read_at, distance = self._form, self._read_at, source - target
        words = [form[place + distance] for place in places]
        if not words or (self.rest is not None and not self.rest.use_up(places, words, target)):
            return False
        for place, word in zip(places, words, strict=True):
            form[place], read_at[place], self._is_known[place] = word, read_at[place + distance], 1
        self.learned.append((min(places), max(places)))
        return True

    def reach(self, first: int, last: int) -> tuple[int, int]:
        """Return where the stretch of known words around known places begins, and the place after its end."""
        return self._is_known.rfind(0, 0, first) + 1, self._is_known.find(0, last)


def lay_over(
    shingles: Shingles, form: np.ndarray, listed: Listed | None = None, *, is_bold: bool = False
) -> Known:
    """Copy what is seen of one passage into equal ones, until nothing new is learned.

    shingles: of a line. form: by place in the line, the forms that are seen: those of the line, or UNKNOWN.
    listed: see `Listed`. Two stretches with EQUAL equal words are taken for one passage: what is seen of one next to
    these words is taken to stand in the other, unless a word there is seen to differ, or the list of words of its
    source has none left. is_bold: whether what stands before the first word that differs is taken over as well: some
    of it is wrong, which whoever reads so does not know.
    """
    rest = listed.count_rest(form) if listed else None
    return copy_all(shingles, Known(Sheet(form), rest, is_bold=is_bold))


def copy_all(shingles: Shingles, known: Known) -> Known:
    """Copy what is known, as `lay_over` does."""
    n_before = 0
    _copy(known, find_copies(shingles, known))
    while n_before < len(known.learned):
        more = find_more(shingles, known, n_before)
        n_before = len(known.learned)
        _copy(known, more)
    return known


def _copy(known: Known, copies: Copies) -> None:
    """Make each copy that may tell something, in order; a stretch that grew on the way may tell more."""
    known.copies.append(copies)
    at = copies.may_tell.find(1)
    while at >= 0:
        n_before = len(known.learned)
        known.copy(copies.source[at], copies.target[at])
        for first, last in known.learned[n_before:]:
            copies.look_again(*known.reach(first, last))
        at = copies.may_tell.find(1, at + 1)
