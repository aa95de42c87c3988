"""Which words stand side by side, as far as a phrase may reach."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.language.numbers import number_values, order_by, rank_values


def order_words(tokens: pd.DataFrame) -> np.ndarray:
    """Return the order of rows in which neighbours stand side by side.

    tokens: one row a word (source, sentence, position). By source; the running text of each first, then what
    is in no sentence, so that a note inside a phrase does not part it.
    """
    is_apart = tokens["sentence"].isna().to_numpy()
    return order_by(rank_values(tokens["source"]) * 2 + is_apart, tokens["position"].to_numpy(dtype=np.int64))


def number_stretches(tokens: pd.DataFrame, order: np.ndarray | slice = slice(None)) -> np.ndarray:
    """Number the stretches that a phrase may not leave, for each word.

    tokens: one row a word (source, sentence, segment, role, position, follows). order: the rows to read, in the order
    of `order_words`; rows may be missing. A word goes on from the row before it if that is the word it follows.
    A table without `follows`, as one types by hand, is read as text without signs and notes: a word follows
    the one before it in its sentence and role, or in its segment where there are no sentences.
    """
    position = tokens["position"].to_numpy(dtype=np.int64)[order]
    if not len(position):
        return np.zeros(0, dtype=np.int32)
    source = number_values(tokens["source"])[0][order]
    follows = (
        _read_follows(tokens["follows"])[order] if "follows" in tokens else _guess_follows(tokens, order)
    )
    is_new = np.ones(len(position), dtype=bool)
    is_new[1:] = (follows[1:] != position[:-1]) | (source[1:] != source[:-1])
    return np.cumsum(is_new, dtype=np.int32)


def _read_follows(follows: pd.Series) -> np.ndarray:
    return follows.astype("Int64").to_numpy(dtype=np.int64, na_value=-1)


def _guess_follows(tokens: pd.DataFrame, order: np.ndarray | slice) -> np.ndarray:
    """Return the position of the word before, where it has the same sentence and role; -1 elsewhere."""
    ordered = tokens.iloc[order]
    sentence = ordered["sentence"].astype("Float64").fillna(-1).to_numpy(dtype=np.int64)
    columns = [sentence, number_values(ordered["role"])[0]]
    if "segment" in ordered:
        columns.append(np.where(sentence < 0, pd.factorize(ordered["segment"])[0], -1))
    is_new = np.any([np.diff(column, prepend=column[:1]) != 0 for column in columns], axis=0)
    return np.where(is_new, -1, ordered["position"].to_numpy(dtype=np.int64) - 1)


def list_words_of(hits: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """List the words of each hit.

    hits: one row a hit (source, position of its first word, n_words). tokens: one row a word, at least those
    of the hits. Returns one row a word of a hit, in order: hit (its place among the hits, from 0) and row (of
    the word among the tokens, from 0).
    """
    order = order_words(tokens)
    first = _find_places(hits, tokens, order)
    n_words = hits["n_words"].to_numpy(dtype=np.int64)
    hit = np.repeat(np.arange(len(hits)), n_words)
    step = np.arange(len(hit)) - np.repeat(np.cumsum(n_words) - n_words, n_words)
    return pd.DataFrame({"hit": hit, "row": order[first[hit] + step]})


def _find_places(hits: pd.DataFrame, tokens: pd.DataFrame, order: np.ndarray) -> np.ndarray:
    """Return where in the order the first word of each hit stands."""
    (source, known), position = number_values(tokens["source"]), tokens["position"].to_numpy(dtype=np.int64)
    (of_hit, names), begins = number_values(hits["source"]), hits["position"].to_numpy(dtype=np.int64)
    n_places = np.zeros(len(known), dtype=np.int64)
    np.maximum.at(n_places, source, position + 1)
    before = np.cumsum(n_places) - n_places  # the places of all sources are laid end to end
    place = np.full(n_places.sum(), -1, dtype=np.int32)
    place[(before[source] + position)[order]] = np.arange(len(order))
    return place[before[pd.Index(known).get_indexer(names)][of_hit] + begins]
