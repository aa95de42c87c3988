"""How long a run of seen words may get, and which further words may be shown."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from analysis.disclosure.equal_passages import Passages, list_shingles
from analysis.disclosure.gaps import LONG_GAP, find_hard_pairs, find_next_hard
from analysis.disclosure.line import WALL, Line

LONGEST_RUN = 14  # running words of a source that may be visible
LONGEST_GUESSED = 20  # the same, once hidden words that are easy to guess are filled in


class Shown:
    """Which words of a line are seen. Words in the same place of equal passages are seen or hidden together.

    is_wall, is_hard, next_hard: by place in the line, whether a wall stands there, and as from `find_hard_pairs` and
    `find_next_hard`. is_seen, is_printed: the same, as plain bytes; a word of an equal passage is seen where it is not
    printed. Nothing here makes runs longer than LONGEST_RUN, or longer than LONGEST_GUESSED with guesses.
    """

    def __init__(self, line: Line) -> None:
        self.line, self.shingles = line, list_shingles(line.form)
        self.passages = Passages(self.shingles)
        self.is_hard = find_hard_pairs(line, self.passages)
        self.next_hard = find_next_hard(self.is_hard)
        self._before = np.concatenate(([0], np.cumsum(line.size, dtype=np.int64)))
        self._n_reached = _count_reached(self._before, LONGEST_RUN)
        self.is_seen, self.is_printed, self.refused = (bytearray(len(line.form)) for _ in range(3))
        self.is_wall = line.form == WALL
        self._walls, self._hard = (memoryview(flags) for flags in (self.is_wall, self.is_hard))
        self._size = memoryview(line.size)

    def share(self, flags: np.ndarray) -> np.ndarray:
        """Tell which words stand in the same place of an equal passage as one of the words flagged."""
        return self.passages.share(flags)

    def count(self, start: np.ndarray, end: np.ndarray) -> np.ndarray:
        """Count the words from each start to before its end."""
        return self._before[end] - self._before[start]

    def count_left(self, start: int, end: int) -> np.ndarray:
        """Count the words from each place of a stretch to before its end."""
        return self._before[end] - self._before[start:end]

    def reach(self, start: np.ndarray) -> np.ndarray:
        """Return the first place that LONGEST_RUN words from each start, which is no wall, do not reach."""
        return start + self._n_reached[start]

    def start(self, is_printed: np.ndarray, is_seen: np.ndarray, refused: np.ndarray) -> None:
        """Print these words and no others.

        is_seen: those in the same place of equal passages as a printed one. refused: words that are never to be shown,
        with those in the same place of equal passages.
        """
        flags = is_seen, is_printed, refused
        self.is_seen, self.is_printed, self.refused = (bytearray(each.tobytes()) for each in flags)

    def may_show(self, places: Iterable[int]) -> bool:
        """Print words, all or none of them; tell whether they are printed."""
        places, added = list(places), []
        seen = np.frombuffer(self.is_seen, dtype=np.uint8)
        for place in places:
            if self.is_seen[place]:
                continue
            equal = self.passages.list_equal(place)
            added.append(equal)
            seen[equal] = 1
            if self.refused[place] or any(map(self._is_too_long, equal.tolist())):
                seen[np.concatenate(added)] = 0
                self._refuse(equal, is_alone=len(added) == 1)
                return False
        for place in places:
            self.is_printed[place] = 1
        return True

    def _refuse(self, equal: np.ndarray, *, is_alone: bool) -> None:
        """Remember what can never be shown, for what is seen only grows."""
        if is_alone:
            np.frombuffer(self.refused, dtype=np.uint8)[equal] = 1

    def _is_too_long(self, place: int) -> bool:
        """Tell whether the run around a seen word is too long, plain or with guesses."""
        left, right = self._reach(place, -1), self._reach(place, 1)
        own = self._size[place]
        return left[0] + own + right[0] > LONGEST_RUN or left[1] + own + right[1] > LONGEST_GUESSED

    def _reach(self, place: int, step: int) -> tuple[int, int]:
        """Return how many words are seen beside a word without a gap, and with gaps filled in."""
        plain, place = self._walk(place + step, step)
        guessed = plain
        while guessed <= LONGEST_GUESSED and (gap := self._measure_gap(place, step)):
            more, after = self._walk(place + step * gap, step)
            guessed += more + sum(self._size[place + step * i] for i in range(gap))
            place = after
        return plain, guessed

    def _walk(self, place: int, step: int) -> tuple[int, int]:
        """Return how many words are seen from here on, and the first place that is not; stop when too long."""
        n = 0
        while self.is_seen[place] and n <= LONGEST_GUESSED:
            n += self._size[place]
            place += step
        return n, place

    def _measure_gap(self, place: int, step: int) -> int:
        """Return how many hidden words lie before the next seen one; 0 if nobody fills them in."""
        for gap in range(LONG_GAP):
            here = place + step * gap
            if self.is_seen[here]:
                return gap
            if self._walls[here] or (gap and self._hard[min(here, here - step)]):
                return 0
        return 0


def _count_reached(before: np.ndarray, n_words: int) -> np.ndarray:
    """Count the places that so many words from each place on reach, at most; before: words before each place."""
    n = np.zeros(len(before) - 1, dtype=np.uint8)
    for step in range(1, min(n_words, len(n)) + 1):
        n[: len(n) - step + 1] += before[step:] - before[:-step] <= n_words
    return n
