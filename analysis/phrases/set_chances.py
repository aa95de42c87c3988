"""What is counted of a set of words to tell whether chance puts them together (see `chance`)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.phrases.chance import PLACES_APART
from analysis.phrases.content_words import Stream
from analysis.phrases.family_sets import MOST_WORDS, locate_word, recur_apart
from analysis.phrases.name_pairs import are_about_names


def measure_sets(own: pd.DataFrame, stream: Stream, counts: pd.Series) -> pd.DataFrame:
    """Return one row a key of two or more events: what chance depends on.

    own: one row a use that counts (see `family_sets.list_sets`). counts: n by lemma; attrs["n_words"] is the number of
    words with content. Columns: n (words); of uses without a slot n_uses, alike (those in one order with the same
    words between), and expected (how often independent words would stand so in one order); of all uses in_order,
    those in one order, or in any where one word is a name, and n_places (where the second word may stand for that).
    """
    recurs = recur_apart(own["key"].to_numpy(), stream.event[own["first"]])
    own = own[recurs[own["key"]]]
    sizes = own.drop_duplicates("key").set_index("key")[["first", "last", "n"]].sort_index()
    n_keys = int(own["key"].max()) + 1 if len(own) else 0
    n_uses, alike = (counted[sizes.index] for counted in _count_uses(own[~own["is_gapped"]], n_keys))
    order = np.where(are_about_names(own, stream), -1 - own["key"], own["order"])  # one for all orders
    in_order = _count_most(own["key"].to_numpy(), order, n_keys)[sizes.index]
    share = counts.reindex(stream.lemmas).to_numpy(dtype=float) / counts.attrs["n_words"]
    expected = counts.attrs["n_words"] * _multiply(share, stream, sizes)
    n_places = np.where(are_about_names(sizes, stream), 2 * PLACES_APART, PLACES_APART)
    return sizes.assign(n_uses=n_uses, alike=alike, in_order=in_order, n_places=n_places, expected=expected)


def _count_uses(plain: pd.DataFrame, n_keys: int) -> tuple[np.ndarray, np.ndarray]:
    """Count for each key its uses, and the most of them in one order with the same words between."""
    key, order = plain["key"].to_numpy(), plain["order"].to_numpy()
    joints, known = pd.factorize(plain["joints"].to_numpy())
    return np.bincount(key, minlength=n_keys), _count_most(key, order * np.int64(len(known)) + joints, n_keys)


def _count_most(key: np.ndarray, wording: np.ndarray, n_keys: int) -> np.ndarray:
    """Count for each key the uses of its commonest wording, by number of the key."""
    wording = pd.factorize(wording)[0]
    n_uses = np.bincount(wording)
    most = np.zeros(n_keys, dtype=np.int64)
    np.maximum.at(most, key, n_uses[wording])
    return most


def _multiply(share: np.ndarray, stream: Stream, sizes: pd.DataFrame) -> np.ndarray:
    """Return the product of the shares of each key's words."""
    products = np.ones(len(sizes))
    for place in range(MOST_WORDS):
        longer = (sizes["n"] > place).to_numpy()
        products[longer] *= share[stream.code[locate_word(sizes[longer], place)]]
    return products
