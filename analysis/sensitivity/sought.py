"""The few words among which patterns are sought again where sentences end otherwise."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import order_words
from analysis.patterns import Text, find_matches, find_raw_matches, part_anew, read_text

SOUGHT = {"patterns": "topic", "phrases": "phrase"}  # decisions, and what their patterns are grouped by
_WORD = ["source", "sentence", "position", "follows", "segment", "role", "start", "end", "token", "norm"]


class Sought(NamedTuple):
    """Words that patterns may find wherever sentences end, in the order of the table.

    rows: where they stand in the table of words. words: their rows. text: the same as patterns are sought in them.
    """

    rows: np.ndarray
    words: pd.DataFrame
    text: Text


def take_sought(tokens: pd.DataFrame, near: pd.DataFrame) -> Sought:
    """Take the words that patterns may find wherever sentences end from all words; near: from `find_near`."""
    rows = _find_rows(near, tokens)
    words = tokens[_WORD].iloc[rows].reset_index(drop=True)
    return Sought(rows, words, read_text(words))


def find_near(tokens: pd.DataFrame, decisions: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Find what patterns find as though each word went on from the one before it: one row a word (source, position).

    tokens: one row a word. decisions: patterns and phrases.
    """
    order = order_words(tokens)
    joined = part_anew(read_text(tokens), _join_words(tokens, order))
    change = np.zeros(
        len(tokens) + 1, dtype=np.int64
    )  # in how many matches hold a word, from one word to the next
    for name, by in SOUGHT.items():
        matches = find_raw_matches(tokens, decisions[name][[by, "pattern"]], by=by, text=joined)
        first = _find_places(matches, tokens, order)
        np.add.at(change, first, 1)
        np.add.at(change, first + matches["n_words"].to_numpy(dtype=np.int64), -1)
    rows = np.sort(order[np.cumsum(change[:-1]) > 0])
    return tokens[["source", "position"]].iloc[rows].reset_index(drop=True)


def _join_words(tokens: pd.DataFrame, order: np.ndarray) -> pd.DataFrame:
    """Return the places of words as though each went on from the one before it in this order."""
    position = tokens["position"].to_numpy(dtype=np.int64)
    follows = np.empty_like(position)
    follows[order] = np.roll(position[order], 1)
    return tokens[["source", "position"]].assign(follows=pd.array(follows, dtype="Int64"))


def _find_places(matches: pd.DataFrame, tokens: pd.DataFrame, order: np.ndarray) -> np.ndarray:
    """Find at which place of an order the first word of each match stands."""
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return place[_find_rows(matches, tokens)]


def _find_rows(words: pd.DataFrame, tokens: pd.DataFrame) -> np.ndarray:
    """Find the rows of words (source, position) in a table that has each of them once."""
    source, names = pd.factorize(tokens["source"])
    position = tokens["position"].to_numpy(dtype=np.int64)
    width = 1 + position.max(initial=0)
    known = source * width + position
    asked = names.get_indexer(words["source"]) * width + words["position"].to_numpy(dtype=np.int64)
    order = None if (np.diff(known) > 0).all() else np.argsort(known)
    at = np.searchsorted(known, asked, sorter=order)
    return at if order is None else order[at]


def find_anew(
    sought: Sought,
    sentence: pd.api.extensions.ExtensionArray,
    follows: pd.api.extensions.ExtensionArray,
    decisions: dict[str, pd.DataFrame],
    sources: pd.DataFrame,
) -> list[pd.DataFrame]:
    """Find topics and phrases where the words that are sought stand in other sentences, as `find_matches` does.

    sentence, follows: of each of these words. Returns the hits of topics, and those of phrases.
    """
    words = sought.words.assign(sentence=sentence, follows=follows)
    text = part_anew(sought.text, words)
    return [
        find_matches(words, decisions[name], by=by, text=text, sources=sources) for name, by in SOUGHT.items()
    ]
