"""How alike sentences are: words whatever their ending, and pieces of words, each by how rare it is."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

import numpy as np
import pandas as pd
from scipy.sparse import csr_array, diags_array

PIECE = 3  # letters of a piece: enough to tell words apart, few enough to outlive an ending or a spelling
STANDS_FOR = 1.5  # weight of what a word stands for: it replaces the word and some of its pieces


def weigh_sentences(sentence: np.ndarray, words: pd.DataFrame, n_sentences: int) -> csr_array:
    """Weigh what each sentence is made of.

    sentence: one entry a word: the number of its sentence, from 0. words: one row a word (lemma, compared: its
    lemma, or what it stands for). Function words take part: each weighs little, but a short sentence may have
    few others.
    Returns one row a sentence, one column a feature (a lemma, a piece of three letters of it, or what several
    lemmas stand for), rows of length 1: (1 + ln n) times the rarity ln((1 + N) / (1 + n_sentences with it)) + 1
    (Sparck Jones 1972, Journal of Documentation 28:11-21; weights as in Salton & Buckley 1988, Information
    Processing & Management 24:513-523). A name, a number or a date is rare, and so weighs much. A word that
    stands for another keeps its own pieces as well: "response" is like "reply" and like "respond".
    """
    form, kinds = _number_kinds(words)
    in_sentences = _count(sentence, form, (n_sentences, len(kinds)))
    spelled, emphasis = _spell(kinds)
    found = in_sentences @ spelled
    found.data = 1 + np.log(found.data)
    n_with = np.bincount(found.indices, minlength=found.shape[1])
    rarity = np.log((1 + n_sentences) / (1 + n_with)) + 1
    return scale_rows(found @ diags_array(rarity * emphasis))


def _number_kinds(words: pd.DataFrame) -> tuple[np.ndarray, pd.DataFrame]:
    """Number the kind of each word, and list all kinds (lemma, compared), sorted."""
    sides = [pd.factorize(words[name], sort=True) for name in ("lemma", "compared")]
    (lemma, lemmas), (compared, forms) = sides
    form, pairs = pd.factorize(lemma * max(1, len(forms)) + compared, sort=True)
    of_lemma, of_form = np.divmod(pairs, max(1, len(forms)))
    kinds = {"lemma": lemmas[of_lemma], "compared": forms[of_form]}
    return form, pd.DataFrame(kinds, dtype=object)


def scale_rows(weights: csr_array) -> csr_array:
    """Bring every row to length 1; a row of nothing stays as it is."""
    length = np.sqrt(np.asarray(weights.multiply(weights).sum(axis=1)).ravel())
    return csr_array(diags_array(1 / np.where(length == 0, 1, length)) @ weights)


def _spell(kinds: pd.DataFrame) -> tuple[csr_array, np.ndarray]:
    """Return one row a kind of word: how often each feature is in it; and the weight of each feature."""
    is_joined = kinds["lemma"] != kinds["compared"]
    joined = set(kinds.loc[is_joined, "compared"])
    features = [_list_features(*kind, joined) for kind in kinds.itertuples(index=False)]
    names = np.array([*chain.from_iterable(features)], dtype=object)
    columns, known = pd.factorize(names, sort=True)
    sizes = [*map(len, features)]
    rows = np.repeat(np.arange(len(sizes)), sizes)
    emphasis = np.array([STANDS_FOR if name[0] == "~" else 1 for name in known])
    shape = (len(sizes), len(known))
    return _count(rows, columns, shape), emphasis


def _list_features(lemma: str, compared: str, joined: set[str]) -> list[str]:
    """List a lemma, its pieces, and, where several lemmas stand for one form, that form."""
    stands_for = ["~" + compared] if compared in joined else []
    return ["=" + lemma, *_cut(f"^{lemma}$"), *stands_for]


@lru_cache(maxsize=100_000)
def _cut(word: str) -> list[str]:
    return [word[i : i + PIECE] for i in range(max(1, len(word) - PIECE + 1))]


def _count(rows: np.ndarray, columns: np.ndarray, shape: tuple[int, int]) -> csr_array:
    counts = csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    counts.sum_duplicates()
    return counts
