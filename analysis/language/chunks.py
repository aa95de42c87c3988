"""What stands between spaces, and the words in it: each chunk is looked at once, in however many texts it stands."""

from __future__ import annotations

from array import array
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language.folded_words import number_words
from analysis.language.words import find_apart, is_plain

_MOST = 200_000  # chunks that are remembered; then it begins anew


class WordsOfChunks(NamedTuple):
    """The words of some chunks, one value a word, chunk by chunk: where in its chunk each starts and ends, the number
    of what is printed; how many words each chunk has; and what is printed by these numbers.
    """

    start: np.ndarray
    end: np.ndarray
    number: np.ndarray
    sizes: np.ndarray
    printed: list[str]


class _KnownChunks(dict[str, int]):
    """The number of each chunk that was looked at; and as columns, how many words it has, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.forget()

    def forget(self) -> None:
        """Begin anew."""
        self.clear()
        self.firsts, self.sizes = array("q"), array("q")
        self.starts, self.ends, self.numbers = array("q"), array("q"), array("q")
        self.words: dict[str, int] = {}
        self.printed: list[str] = []

    def __missing__(self, chunk: str) -> int:
        """Look at a chunk, and return its number; addresses are looked for between any white space."""
        spans = [(0, len(chunk))] if is_plain(chunk) else find_apart(chunk, 0, len(chunk))
        self[chunk] = len(self.sizes)
        self.firsts.append(len(self.numbers))
        self.sizes.append(len(spans))
        for start, end in spans:
            self.starts.append(start)
            self.ends.append(end)
            self.numbers.append(self._number(chunk[start:end]))
        return self[chunk]

    def _number(self, word: str) -> int:
        number = self.words.setdefault(word, len(self.printed))
        if number == len(self.printed):
            self.printed.append(word)
        return number


_known = _KnownChunks()


def number_chunks(text: str) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Return where each chunk between the spaces of a text starts, its number, and the chunks by their numbers."""
    pieces = text.split(" ")
    sizes = np.fromiter(map(len, pieces), np.int64, len(pieces)) + 1
    return np.cumsum(sizes) - sizes, *number_words(pieces)


def find_in_chunks(chunks: list[str]) -> WordsOfChunks:
    """Return the words of chunks, none joined to the next; they are numbered in order of appearance."""
    if len(_known) > _MOST:
        _known.forget()
    chosen = np.fromiter(map(_known.__getitem__, chunks), np.int64, len(chunks))
    firsts, sizes = _take(_known.firsts, chosen), _take(_known.sizes, chosen)
    _, row = spread(firsts, sizes)
    number, used = pd.factorize(_take(_known.numbers, row))
    printed = list(map(_known.printed.__getitem__, used.tolist()))
    return WordsOfChunks(_take(_known.starts, row), _take(_known.ends, row), number, sizes, printed)


def _take(column: array, rows: np.ndarray) -> np.ndarray:
    return np.frombuffer(column, dtype=np.int64)[rows] if column else np.zeros(0, dtype=np.int64)


def spread(firsts: np.ndarray, sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return, of each row of some groups of rows, the place of its group and the row.

    firsts, sizes: the first row of each group, and how many it has.
    """
    place = np.repeat(np.arange(len(sizes)), sizes)
    skipped = firsts - (np.cumsum(sizes) - sizes)
    return place, np.arange(len(place)) + skipped[place]
