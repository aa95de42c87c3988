"""The words that somebody says in a text, turn by turn, as columns of numbers."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.formats.role_map import RoleMap
from analysis.language import fold_text, read_words

BEHIND = 20  # characters behind a word, where its sentence may end
RUN = 4  # words: what stands together twice
_LARGEST = np.iinfo(np.int64).max
_IS_STOP = np.zeros(0x2027, dtype=bool)  # one boolean a code point; the last stands for all beyond
_IS_STOP[[ord(mark) for mark in ".!?…"]] = True


class SaidWords(NamedTuple):
    """The words in turns, one value a word: offsets, turn (a new one wherever the voice changes), paragraph,
    the number of the folded form, whether its sentence ends behind it; and the forms by these numbers.
    """

    start: np.ndarray
    end: np.ndarray
    turn: np.ndarray
    paragraph: np.ndarray
    form: np.ndarray
    stop: np.ndarray
    forms: list[str]

    def find_repeated(self) -> np.ndarray:
        """Return where four words begin that stand together elsewhere in the same turn too."""
        if len(self.form) < RUN:
            return np.zeros(0, dtype=np.int64)
        n = len(self.form) - RUN + 1
        inside = np.flatnonzero(self.turn[:n] == self.turn[RUN - 1 :])
        n_forms = int(self.form.max()) + 1
        run = self.turn[inside]
        for at in range(RUN):
            if at and int(run.max(initial=0)) >= _LARGEST // n_forms:
                run = pd.factorize(run)[0]
            run = run * n_forms + self.form[inside + at]
        run = pd.factorize(run)[0]
        return inside[np.bincount(run, minlength=1)[run] > 1]

    def list_suspects(self, repeated: np.ndarray) -> list[tuple[int, int]]:
        """Return the turns, by their words, in which words or sentences are said again."""
        edges = np.flatnonzero(np.diff(self.turn)) + 1
        firsts, lasts = np.append(0, edges), np.append(edges, len(self.turn))
        again = {*self.turn[repeated].tolist(), *self._list_same_sentences().tolist()}
        turns = self.turn[firsts].tolist() if len(self.turn) else []
        spans = zip(turns, firsts.tolist(), lasts.tolist(), strict=False)
        return [(first, last) for turn, first, last in spans if turn in again]

    def _list_same_sentences(self) -> np.ndarray:
        """Return the turns in which two sentences in a row are as long and begin and end alike."""
        is_last = self.stop | (np.diff(self.turn, append=-1) != 0)
        last = np.flatnonzero(is_last)
        first = np.append(0, last[:-1] + 1)[: len(last)]
        turn = self.turn[last]
        columns = (turn, last - first, self.form[first], self.form[last])
        same = np.logical_and.reduce([np.diff(column) == 0 for column in columns])
        return turn[1:][same]


def read_said(role_map: RoleMap) -> SaidWords:
    """Return the words of a text that are somebody's, notes and labels left out."""
    words = read_words(role_map.text)
    form, forms = fold_text(role_map.text)
    spoken = role_map.spoken()[words.start]
    start, end, form = words.start[spoken], words.end[spoken], form[spoken]
    codes = role_map.codes[start]
    turn = np.cumsum(np.diff(codes, prepend=codes[:1]) != 0)
    paragraph = np.searchsorted([p.start for p in role_map.paragraphs], start, side="right")
    stop = _find_stops(role_map.text, start, end, turn)
    return SaidWords(start, end, turn, paragraph, form, stop, forms)


def _find_stops(text: str, start: np.ndarray, end: np.ndarray, turn: np.ndarray) -> np.ndarray:
    """Say of each word whether a stop stands between it and the next of its turn; a point behind an initial is none."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    is_stop = _IS_STOP[np.minimum(points, len(_IS_STOP) - 1)]
    stops = np.append(np.flatnonzero(is_stop), len(text) + BEHIND)
    goes_on = np.diff(turn, append=-1) == 0
    following = np.where(goes_on, np.append(start[1:], len(text))[: len(start)], len(text))
    found = stops[np.searchsorted(stops, end)] < np.minimum(following, end + BEHIND)
    initial = np.flatnonzero(found & (end - start == 1))
    found[initial] = [not text[at].isupper() for at in start[initial].tolist()]
    return found
