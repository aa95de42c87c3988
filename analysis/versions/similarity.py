"""How alike sentences are: words whatever their ending, and pieces of words, each by how rare it is."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

import numpy as np
import pandas as pd
from scipy.sparse import csr_array, diags_array

PIECE = 3  # letters of a piece: enough to tell words apart, few enough to outlive an ending or a spelling


def weigh_sentences(sentence: np.ndarray, compared: pd.Series, n_sentences: int) -> csr_array:
    """Weigh what each sentence is made of.

    sentence, compared: one entry a word: the number of its sentence, from 0, and the form under which it is
    compared (its lemma, or what it stands for). Function words take part: each weighs little, but a short
    sentence may have few others.
    Returns one row a sentence, one column a feature (a word as compared, or a piece of three letters of it),
    rows of length 1: (1 + ln n) times the rarity ln((1 + N) / (1 + n_sentences with it)) + 1 (Sparck Jones
    1972, Journal of Documentation 28:11-21; weights as in Salton & Buckley 1988, Information Processing &
    Management 24:513-523). A name, a number or a date is rare, and so weighs much.
    """
    forms, names = pd.factorize(compared, sort=True)
    in_sentences = _count(sentence, forms, (n_sentences, len(names)))
    found = in_sentences @ _spell(names)
    found.data = 1 + np.log(found.data)
    n_with = np.bincount(found.indices, minlength=found.shape[1])
    return scale_rows(found @ diags_array(np.log((1 + n_sentences) / (1 + n_with)) + 1))


def scale_rows(weights: csr_array) -> csr_array:
    """Bring every row to length 1; a row of nothing stays as it is."""
    length = np.sqrt(np.asarray(weights.multiply(weights).sum(axis=1)).ravel())
    return csr_array(diags_array(1 / np.where(length == 0, 1, length)) @ weights)


def _spell(names: Iterable[str]) -> csr_array:
    """Return one row a word: how often each feature is in it."""
    features = [["=" + name, *_cut(f"^{name}$")] for name in names]
    columns, known = pd.factorize(np.array(list(chain.from_iterable(features)), dtype=object), sort=True)
    rows = np.repeat(np.arange(len(features)), [len(of) for of in features])
    return _count(rows, columns, (len(features), len(known)))


def _cut(word: str) -> list[str]:
    return [word[i : i + PIECE] for i in range(max(1, len(word) - PIECE + 1))]


def _count(rows: np.ndarray, columns: np.ndarray, shape: tuple[int, int]) -> csr_array:
    counts = csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    counts.sum_duplicates()
    return counts
