"""Which words stand in the same passage: equal stretches of five words and more share what is seen of them."""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from analysis.disclosure.line import Line
from analysis.language import Ngrams, find_ngrams

EQUAL = 5  # words; whoever sees so many in two places lays the two over each other


def find_equal(form: np.ndarray) -> Ngrams | None:
    """Find the stretches of five known words that stand in two places; None if there are none.

    form: a number a word, negative where nothing is known. Places in the answer are those of the known words.
    """
    known = np.flatnonzero(form >= 0)
    stretch = np.cumsum(np.diff(known, prepend=-2) != 1)
    place = np.arange(len(known), dtype=np.int32)  # each word is a document of its own
    levels = find_ngrams(form[known].astype(np.int32), place, stretch, max_words=EQUAL, min_documents=2)
    found = [level for level in levels if level.n_words == EQUAL]
    return found[0]._replace(start=known[found[0].start]) if found else None


def number_passages(line: Line) -> np.ndarray:
    """Number the words so that two have one number if they stand in the same place of an equal stretch."""
    found, n = find_equal(line.form), len(line.form)
    if found is None:
        return np.arange(n)
    first = np.repeat(found.first, found.n)
    pairs = [(first + step, found.start + step) for step in range(EQUAL)]
    here, there = (np.concatenate(side) for side in zip(*pairs, strict=True))
    links = coo_array((np.ones(len(here), dtype=bool), (here, there)), shape=(n, n))
    return connected_components(links, directed=False)[1]
