"""The published list of words: each form of a role in a source, with its uses and its turns."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.disclosure.stretches import begins_new, order_places

FORM = ["source", "role", "norm"]
_NONE = -1  # in place of the turn of a word that has none


def list_words(tokens: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """List the words of all sources, counted by numbers.

    tokens: one row a word. segments: one row a run of one role (source, segment, turn). Returns one row a (source,
    role, norm), sorted: n; n_turns, in how many turns of that source and role the form occurs, missing where no use
    belongs to a turn.
    """
    coded = [_number_sorted(tokens[name]) for name in FORM]
    joined = np.zeros(len(tokens), dtype=np.int64)
    for number, different in coded:
        joined = joined * len(different) + number
    order, is_new = order_places(joined)
    first = order[is_new]
    form = np.cumsum(is_new, dtype=np.int32) - 1
    turn = _find_turns(tokens["segment"], *coded[0], segments)[order]
    counts = {
        "n": np.bincount(form, minlength=len(first)),
        "n_turns": _count_different(form, turn, len(first)),
    }
    words = {name: tokens[name].iloc[first].reset_index(drop=True) for name in FORM}
    return pd.DataFrame(words | counts)


def _number_sorted(cells: pd.Series) -> tuple[np.ndarray, pd.Index]:
    """Number cells by the order of what they say, and return the different ones."""
    if isinstance(cells.dtype, pd.CategoricalDtype) and cells.cat.categories.is_monotonic_increasing:
        return cells.cat.codes.to_numpy(), cells.cat.categories
    number, different = pd.factorize(cells, sort=True)
    return number, pd.Index(different)


def _find_turns(
    segment: pd.Series, source: np.ndarray, names: pd.Index, segments: pd.DataFrame
) -> np.ndarray:
    """Find the turn of each word; segment, source: one a word, the source as its place among the names."""
    n = 1 + int(max(segment.max(), segments["segment"].max())) if len(segment) else 1
    known = segments[segments["source"].isin(names)]
    there = names.get_indexer(known["source"]) * np.int64(n) + known["segment"].to_numpy(dtype=np.int64)
    order = np.argsort(there)
    turn = np.append(known["turn"].to_numpy(dtype=np.int64, na_value=_NONE)[order], _NONE)
    there, here = there[order], source * np.int64(n) + segment.to_numpy(dtype=np.int64)
    at = np.searchsorted(there, here)
    at[np.append(there, -1)[at] != here] = len(there)
    return turn[at]


def _count_different(form: np.ndarray, turn: np.ndarray, n: int) -> pd.api.extensions.ExtensionArray:
    """Count the turns of each of n forms; missing where there is none. form, turn: one a use."""
    is_placed = turn != _NONE
    n_turns = int(turn.max(initial=0)) + 1
    pairs = form[is_placed] * np.int64(n_turns) + turn[is_placed]
    pairs.sort()
    counted = np.bincount(pairs[begins_new(pairs)] // n_turns, minlength=n)
    return pd.arrays.IntegerArray(counted, counted == 0)
