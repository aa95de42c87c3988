"""Sequences of words around one content word that come again and again.

They are stock connectors (as they say at sea) and the fixed part of a frame or of a verb whose object changes (out
of the room, walk away from). The words without content tie them, so they are read off all words.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.phrases.content_words import Stream
from analysis.phrases.family_sets import recur_apart

FEWEST_WORDS, LONGEST = 3, 8  # two words tie too little; longer sequences hold other content words


class _Level(NamedTuple):
    """The sequences of one length that recur and have one content word or none; the arrays run in parallel."""

    first: np.ndarray  # where in the text each use begins, in order
    key: np.ndarray  # a number for its words in their order, from 0


def list_sequences(words: Stream, has_content: np.ndarray) -> pd.DataFrame:
    """List the uses of every sequence of three to eight words that recurs, one of them with content.

    words: all words of running text. has_content: of each of them, whether it has content.
    Returns one row a use: key (a number for the words in their order), first and last (in the stream), n (words).
    """
    n_content = np.append(0, np.cumsum(has_content))
    first = np.flatnonzero(recur_apart(words.code, words.event)[words.code])
    level, tables, n_keys = _Level(first, words.code[first]), [_tabulate(first[:0], first[:0], 0)], 0
    for n in range(2, LONGEST + 1):
        level = _lengthen(level, words, n_content, n)
        if n >= FEWEST_WORDS and len(level.first):
            is_one = n_content[level.first + n] - n_content[level.first] == 1
            tables.append(_tabulate(level.first[is_one], level.key[is_one] + n_keys, n))
            n_keys += level.key.max() + 1
    return pd.concat(tables, ignore_index=True)


def _tabulate(first: np.ndarray, key: np.ndarray, n: int) -> pd.DataFrame:
    return pd.DataFrame({"key": key, "first": first, "last": first + n - 1, "n": n})


def _lengthen(level: _Level, words: Stream, n_content: np.ndarray, n: int) -> _Level:
    """Return the sequences of n words that recur, from those one word shorter.

    What recurs does so without its last word and without its first one: only such places are numbered.
    """
    begins = np.zeros(len(words.code) + 1, dtype=bool)
    begins[level.first] = True
    may_recur = words.near[level.first + n - 2] & begins[level.first + 1]
    first, key = level.first[may_recur], level.key[may_recur]
    is_short = n_content[first + n] - n_content[first] <= 1
    first, key = first[is_short], key[is_short]
    longer = pd.factorize(key * np.int64(len(words.lemmas)) + words.code[first + n - 1])[0]
    recurs = recur_apart(longer, words.event[first])
    number, is_kept = np.cumsum(recurs) - 1, recurs[longer]
    return _Level(first[is_kept], number[longer[is_kept]])
