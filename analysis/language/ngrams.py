"""Sequences of words that recur from one document to the next, found on numbers that stand for words.

A sequence recurs only if the two sequences one word shorter inside it do (Agrawal & Srikant 1994, VLDB,
section 2.1), so each length is looked for only where two of the length before stand side by side. Occurrences
are kept sorted by what they say, as in a suffix array (Manber & Myers 1993, SIAM Journal on Computing
22:935-948), and a further word only refines that order: no text is put together, no table of counts is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

_BLOCK = 1 << 16  # occurrences sorted at once; see _order_block


class Ngrams(NamedTuple):
    """The recurring n-grams of one length; occurrences of the same one stand together, in text order."""

    n_words: int
    start: np.ndarray  # at which word each occurrence begins
    n: np.ndarray  # how many occurrences each n-gram has
    n_documents: np.ndarray  # in how many documents each n-gram occurs

    @property
    def first(self) -> np.ndarray:
        """At which word each n-gram begins for the first time."""
        return self.start[np.cumsum(self.n) - self.n]


def list_ngrams(
    code: np.ndarray,
    document: np.ndarray,
    stretch: np.ndarray,
    *,
    min_words: int = 2,
    max_words: int = 8,
    min_documents: int = 2,
) -> pd.DataFrame:
    """List every n-gram of min_words to max_words words that occurs in at least min_documents documents.

    code, document, stretch: one integer each per word, as for `find_ngrams`.
    Returns one row per n-gram, shorter ones first: n_words, start (at which word it first begins), n
    (occurrences), n_documents. Takes the memory of `find_ngrams` and 32 bytes for each n-gram listed.
    """
    found = find_ngrams(code, document, stretch, max_words=max_words, min_documents=min_documents)
    nothing = np.zeros(0, dtype=np.int32)
    tables = [_list_level(Ngrams(min_words, nothing, nothing, nothing))]
    tables += [_list_level(level) for level in found if level.n_words >= min_words]
    return pd.concat(tables, ignore_index=True)


def find_ngrams(
    code: np.ndarray, document: np.ndarray, stretch: np.ndarray, *, max_words: int, min_documents: int
) -> Iterator[Ngrams]:
    """Yield the recurring n-grams of 1 word, 2 words, ... max_words words, for as long as there are any.

    code, document and stretch hold one integer per word, in the order of the text: which word it is (from 0),
    which document it counts for (negative: none; the words of a document stand together), and which stretch
    it belongs to (no n-gram reaches from one stretch into the next). At most 2 ** 31 words.

    Memory beyond the three arrays: at most 64 bytes a word (0.64 GB for 10 million), whatever the text.
    """
    start = _order_words(code)
    begins = _changes(code[start])
    for n_words in range(1, max_words + 1):
        found = _keep_recurring(n_words, start, begins, document, min_documents)
        if not found.n.size:
            return
        yield found
        start, begins = _lengthen(found, stretch)


def _list_level(level: Ngrams) -> pd.DataFrame:
    n_words = np.full(level.n.size, level.n_words, dtype=np.int32)
    return pd.DataFrame(
        {"n_words": n_words, "start": level.first, "n": level.n, "n_documents": level.n_documents}
    )


def _keep_recurring(
    n_words: int, start: np.ndarray, begins: np.ndarray, document: np.ndarray, min_documents: int
) -> Ngrams:
    """Count the n-grams and drop those of too few documents; begins marks the first occurrence of each."""
    first = np.flatnonzero(begins)
    n = np.diff(first, append=start.size).astype(np.int32)
    where = document[start]
    is_new = (begins | _changes(where)) & (where >= 0)
    n_documents = np.add.reduceat(is_new, first, dtype=np.int32)
    recurs = n_documents >= min_documents
    return Ngrams(n_words, start[np.repeat(recurs, n)], n[recurs], n_documents[recurs])


def _lengthen(found: Ngrams, stretch: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the sorted starts of n-grams one word longer that may recur, and where each n-gram begins."""
    left = np.repeat(np.arange(found.n.size, dtype=np.int32), found.n)
    at_word = np.full(stretch.size + 1, -1, dtype=np.int32)
    at_word[found.start] = left
    at_word[1:-1][stretch[1:] != stretch[:-1]] = -1  # what begins a stretch does not go on from anything
    right = at_word[found.start + 1]
    goes_on = right >= 0
    order, begins = _order_pairs(left[goes_on], right[goes_on])
    return found.start[goes_on][order], begins


def _order_words(code: np.ndarray) -> np.ndarray:
    """Return the order that sorts the words: np.argsort, which is slower than sorting numbers in place."""
    key = (code.astype(np.int64) << 32) | np.arange(code.size)
    key.sort()
    return (key & 0xFFFFFFFF).astype(np.int32)


def _order_pairs(left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the order that sorts pairs whose left is sorted, and where each new pair begins in it."""
    order, begins = np.empty(left.size, dtype=np.int32), np.empty(left.size, dtype=bool)
    for low, high in _blocks(left):
        place, begins[low:high] = _order_block(left[low:high] - left[low], right[low:high])
        order[low:high] = low + place
    return order, begins


def _blocks(left: np.ndarray) -> Iterator[tuple[int, int]]:
    """Cut where left changes: into blocks of at most _BLOCK rows, or of one number that fills more."""
    first = np.flatnonzero(_changes(left))
    after = np.searchsorted(first, np.arange(0, left.size, _BLOCK), side="right")
    cuts = np.concatenate((first[after - 1], np.append(first, left.size)[after], [left.size]))
    return pairwise(np.unique(cuts).tolist())


def _order_block(left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Sort pairs and their places as single numbers of at most 63 bits.

    Right and place take up to 31 bits each where left is always 0, else left and place take 16 each.
    """
    place_bits = (left.size - 1).bit_length()
    key = left.astype(np.int64)
    key <<= 31
    key |= right
    key <<= place_bits
    key |= np.arange(left.size)
    key.sort()
    place = key & ((1 << place_bits) - 1)
    key >>= place_bits
    return place, _changes(key)


def _changes(numbers: np.ndarray) -> np.ndarray:
    """Tell where a number is not the one before."""
    changes = np.ones(numbers.size, dtype=bool)
    np.not_equal(numbers[1:], numbers[:-1], out=changes[1:])
    return changes
