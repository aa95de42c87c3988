"""Which words stand side by side, as far as a phrase may reach."""

from __future__ import annotations

import numpy as np
import pandas as pd


def order_words(tokens: pd.DataFrame) -> np.ndarray:
    """Return the order of rows in which neighbours stand side by side.

    tokens: one row a word (source, sentence, position). By source; the running text of each first, then what
    is in no sentence, so that a note inside a phrase does not part it.
    """
    source = pd.factorize(tokens["source"], sort=True)[0]
    return np.lexsort((tokens["position"].to_numpy(dtype=np.int64), tokens["sentence"].isna(), source))


def number_stretches(ordered: pd.DataFrame) -> np.ndarray:
    """Number the stretches that a phrase may not leave, for each word.

    ordered: one row a word (source, sentence, segment, role, position, follows), in the order of
    `order_words`; rows may be missing. A word goes on from the row before it if that is the word it follows.
    A table without `follows`, as one types by hand, is read as text without signs and notes: a word follows
    the one before it in its sentence and role, or in its segment where there are no sentences.
    """
    if not len(ordered):
        return np.zeros(0, dtype=np.int64)
    position = ordered["position"].to_numpy(dtype=np.int64)
    follows = ordered["follows"] if "follows" in ordered else _guess_follows(ordered)
    goes_on = follows.astype("Float64").fillna(-1).to_numpy(dtype=np.int64)[1:] == position[:-1]
    goes_on &= np.diff(pd.factorize(ordered["source"])[0]) == 0
    return np.cumsum(np.concatenate([[True], ~goes_on]))


def _guess_follows(ordered: pd.DataFrame) -> pd.Series:
    """Return the position of the word before, where it has the same sentence and role."""
    sentence = ordered["sentence"].astype("Float64").fillna(-1).to_numpy(dtype=np.int64)
    columns = [sentence, pd.factorize(ordered["role"])[0]]
    if "segment" in ordered:
        columns.append(np.where(sentence < 0, pd.factorize(ordered["segment"])[0], -1))
    is_new = np.any([np.diff(column, prepend=column[:1]) != 0 for column in columns], axis=0)
    return (ordered["position"] - 1).where(~is_new, -1)


def list_words_of(hits: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """List the words of each hit.

    hits: one row a hit (source, position of its first word, n_words). tokens: one row a word, at least those
    of the hits. Returns one row a word of a hit, in order: hit (its place among the hits, from 0) and row (of
    the word among the tokens, from 0).
    """
    order = order_words(tokens)
    places = pd.MultiIndex.from_frame(tokens[["source", "position"]].iloc[order])
    first = places.get_indexer(pd.MultiIndex.from_frame(hits[["source", "position"]]))
    n_words = hits["n_words"].to_numpy(dtype=np.int64)
    hit = np.repeat(np.arange(len(hits)), n_words)
    step = np.arange(len(hit)) - np.repeat(np.cumsum(n_words) - n_words, n_words)
    return pd.DataFrame({"hit": hit, "row": order[first[hit] + step]})
