"""Sequences of words that recur from one document to the next, found on numbers that stand for words.

A sequence recurs only if the two sequences one word shorter inside it do (Agrawal & Srikant 1994, VLDB,
section 2.1), so each length is looked for only where two shorter ones stand side by side or reach into each other.
Each sequence has a number, and a longer one is a pair of those numbers, as in the naming of Karp, Miller & Rosenberg
(1972, STOC, 125-136): no text is put together, nothing is sorted, and the words stay in the order of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd


class Ngrams(NamedTuple):
    """The recurring n-grams of one length; the occurrences of all of them, in the order of the text."""

    n_words: int
    start: np.ndarray  # at which word each occurrence begins
    number: np.ndarray  # which n-gram it is, from 0
    n_ngrams: int

    @property
    def first(self) -> np.ndarray:
        """At which word each n-gram begins for the first time."""
        first = np.empty(self.n_ngrams, dtype=self.start.dtype)
        first[self.number[::-1]] = self.start[::-1]  # of several occurrences the last one written stays
        return first


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
    Returns one row per n-gram, shorter ones first, then by where they begin: n_words, start (at which word it first
    begins), n (occurrences), n_documents. Takes the memory of `find_ngrams` and 32 bytes for each n-gram listed.
    """
    lengths = range(min_words, max_words + 1)
    found = find_ngrams(code, document, stretch, lengths=lengths, min_documents=min_documents)
    nothing = np.zeros(0, dtype=np.int32)
    tables = [_list_level(Ngrams(min_words, nothing, nothing, 0), document)]
    tables += [_list_level(level, document) for level in found]
    return pd.concat(tables, ignore_index=True)


def _list_level(level: Ngrams, document: np.ndarray) -> pd.DataFrame:
    counted = pd.DataFrame({"number": level.number, "document": document[level.start]})
    counted = counted[counted["document"] >= 0].drop_duplicates()
    n, n_documents = (
        np.bincount(number, minlength=level.n_ngrams).astype(np.int32)
        for number in (level.number, counted["number"])
    )
    table = pd.DataFrame({"start": level.first, "n": n, "n_documents": n_documents})
    table.insert(0, "n_words", np.int32(level.n_words))
    return table.sort_values("start", ignore_index=True)


def find_ngrams(
    code: np.ndarray, document: np.ndarray, stretch: np.ndarray, *, lengths: Iterable[int], min_documents: int
) -> Iterator[Ngrams]:
    """Yield the recurring n-grams of so many words, for as long as there are any; lengths: shorter ones first.

    code, document and stretch hold one integer per word, in the order of the text: which word it is (from 0),
    which document it counts for (negative: none), and which stretch it belongs to (no n-gram reaches from one stretch
    into the next). At most 2 ** 31 words.

    Memory beyond the three arrays: at most 72 bytes a word (0.72 GB for 10 million), whatever the text.
    """
    goes_on = np.zeros(code.size, dtype=bool)
    np.equal(stretch[1:], stretch[:-1], out=goes_on[:-1])
    found = _keep_recurring(1, np.arange(code.size, dtype=np.int32), code, document, min_documents)
    for n_words in lengths:
        while found.n_words < n_words and found.n_ngrams:
            step = min(found.n_words, n_words - found.n_words)
            found = _keep_recurring(
                found.n_words + step, *_lengthen(found, goes_on, step), document, min_documents
            )
        if not found.n_ngrams:
            return
        yield found


def occur_in(number: np.ndarray, document: np.ndarray, min_documents: int = 2) -> np.ndarray:
    """Tell of each number (from 0) whether it stands in so many documents; document: of each place, -1 for none.

    A number stands in three documents if it stands in two beside some one of its documents.
    """
    n_numbers = int(number.max(initial=-1)) + 1
    is_left = document >= 0
    some = np.empty(n_numbers, dtype=document.dtype)
    for _ in range(min_documents - 1):
        number, document = number[is_left], document[is_left]
        some[number] = document
        is_left = document != some[number]
    occurs = np.zeros(n_numbers, dtype=bool)
    occurs[number[is_left]] = True
    return occurs


def _keep_recurring(
    n_words: int, start: np.ndarray, number: np.ndarray, document: np.ndarray, min_documents: int
) -> Ngrams:
    """Drop the n-grams of too few documents, and number the others anew."""
    recurs = occur_in(number, document[start], min_documents)
    anew = np.cumsum(recurs, dtype=np.int32) - 1
    is_kept = recurs[number]
    return Ngrams(n_words, start[is_kept], anew[number[is_kept]], int(np.count_nonzero(recurs)))


def _lengthen(found: Ngrams, goes_on: np.ndarray, step: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the starts of n-grams that are so many words longer and may recur, and the number of each."""
    at_word = np.full(goes_on.size + 1, -1, dtype=np.int32)
    at_word[found.start] = found.number
    right = at_word[np.minimum(found.start + step, goes_on.size)]
    may_recur = (right >= 0) & goes_on[found.start + (step - 1)]
    pair = found.number[may_recur].astype(np.int64)
    pair *= found.n_ngrams
    pair += right[may_recur]
    del at_word, right
    number = pd.factorize(pair)[0].astype(np.int32)
    return found.start[may_recur], number
