"""What is counted of a set of words to tell whether chance puts them together (see `chance`)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.phrases.chance import PLACES_APART
from analysis.phrases.content_words import Stream
from analysis.phrases.family_sets import MOST_WORDS, N_TURNS, Uses, locate_word, recur_apart
from analysis.phrases.name_pairs import are_about_names
from analysis.phrases.row_numbers import begin_runs, number_columns


def measure_sets(own: Uses, stream: Stream, counts: pd.Series) -> pd.DataFrame:
    """Return one row a key of two events or more: what chance depends on.

    own: the uses that count, all of sets of so many words. counts: n by lemma; attrs["n_words"] is the number of
    words with content. Columns: n (words); of uses without a slot n_uses, alike (those in one order with the same
    words between), and expected (how often independent words would stand so in one order); of all uses of a pair
    in_order, those in one order, or in any where one word is a name, and n_places (where the second word may stand for
    that).
    """
    own = own.keep(recur_apart(own.key, stream.event[own.first])[own.key])
    sizes, n_keys = own.keep(begin_runs(own.key)), own.n_keys
    plain = own.keep(~own.is_gapped)
    about_names = are_about_names(sizes, stream)
    share = counts.reindex(stream.lemmas).to_numpy(dtype=float) / counts.attrs["n_words"]
    columns = {
        "n": sizes.n,
        "n_uses": np.bincount(plain.key, minlength=n_keys)[sizes.key],
        "alike": _count_alike(plain, stream, n_keys)[sizes.key],
        "in_order": _count_in_order(own, sizes.key, about_names),
        "n_places": np.where(about_names, 2 * PLACES_APART, PLACES_APART),
        "expected": counts.attrs["n_words"] * _multiply(share, stream, sizes),
    }
    return pd.DataFrame(columns, index=sizes.key, copy=False)


def _count_alike(plain: Uses, stream: Stream, n_keys: int) -> np.ndarray:
    """Count for each key the most of its uses in one order with the same words between."""
    n_joints = int(plain.n.max(initial=1)) - 1
    joints = [stream.joint[plain.first + step] for step in range(n_joints)]
    sizes = [n_keys, N_TURNS, *[stream.n_joints] * n_joints]
    wording = np.sort(number_columns([plain.key, plain.turn, *joints], sizes))
    begins = np.flatnonzero(begin_runs(wording))
    key, n_uses = (
        plain.key[begins],
        np.diff(begins, append=len(wording)),
    )  # the wordings are by key as the uses are
    most = np.zeros(n_keys, dtype=np.int64)
    if len(key):
        is_first = begin_runs(key)
        most[key[is_first]] = np.maximum.reduceat(n_uses, np.flatnonzero(is_first))
    return most


def _count_in_order(own: Uses, keys: np.ndarray, about_names: np.ndarray) -> np.ndarray:
    """Count for each key of pairs its uses in the order of most of them, or in any for those with a name."""
    if own.n.max(initial=0) != 2:
        return np.zeros(len(keys), dtype=np.int64)
    turned, all_uses = (
        np.bincount(key, minlength=own.n_keys)[keys] for key in (own.key[own.turn > 0], own.key)
    )
    return np.where(about_names, all_uses, np.maximum(turned, all_uses - turned))


def _multiply(share: np.ndarray, stream: Stream, sizes: Uses) -> np.ndarray:
    """Return the product of the shares of each key's words."""
    products = np.ones(len(sizes.key))
    for place in range(min(MOST_WORDS, int(sizes.n.max(initial=0)))):
        products *= share[stream.code[locate_word(sizes, place)]]
    return products
