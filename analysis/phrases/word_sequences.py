"""Sequences of words around one content word that come again and again.

They are stock connectors (as they say at sea) and the fixed part of a frame or of a verb whose object changes (out
of the room, walk away from). The words without content tie them, so they are read off all words.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.phrases.content_words import Stream
from analysis.phrases.family_sets import recur_apart

FEWEST_WORDS, LONGEST = 3, 8  # two words tie too little; longer sequences hold other content words


def list_sequences(words: Stream, has_content: np.ndarray) -> pd.DataFrame:
    """List the uses of every sequence of three to eight words that recurs, one of them with content.

    words: all words of running text. has_content: of each of them, whether it has content.
    Returns one row a use: key (a number for the words in their order), first and last (in the stream), n (words).
    """
    n_content = np.append(0, np.cumsum(has_content))
    first = np.flatnonzero(recur_apart(words.code, words.event)[words.code])
    uses = pd.DataFrame({"key": words.code[first], "first": first, "last": first})
    tables, n_keys = [uses.head(0).assign(n=0)], 0
    for n in range(2, LONGEST + 1):
        uses = _lengthen(uses, words, n_content)
        if n >= FEWEST_WORDS and len(uses):
            tables.append(uses.assign(key=uses["key"] + n_keys, n=n))
            n_keys += uses["key"].max() + 1
    listed = pd.concat(tables, ignore_index=True)
    return listed[_count_within(listed, n_content) == 1]


def _lengthen(uses: pd.DataFrame, words: Stream, n_content: np.ndarray) -> pd.DataFrame:
    """Return the uses of sequences one word longer that recur and have at most one content word."""
    uses = uses[words.near[uses["last"]]]
    uses = uses.assign(last=uses["last"] + 1)
    uses = uses[_count_within(uses, n_content) <= 1]
    longer = uses["key"].to_numpy(dtype=np.int64) * len(words.lemmas) + words.code[uses["last"]]
    key = pd.factorize(longer)[0]
    recurs = recur_apart(key, words.event[uses["first"]])[key]
    return uses[recurs].assign(key=pd.factorize(key[recurs])[0])


def _count_within(uses: pd.DataFrame, so_far: np.ndarray) -> np.ndarray:
    return so_far[uses["last"] + 1] - so_far[uses["first"]]
