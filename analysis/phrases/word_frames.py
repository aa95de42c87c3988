"""Frames of function words around an open slot: not about ... but about."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.phrases.content_words import Stream
from analysis.phrases.family_sets import recur_apart
from analysis.phrases.row_numbers import number_rows

SIDE = 2  # function words on either side of the slot
LONGEST_SLOT = 4  # words in the slot, one of them at least with content


def list_frames(words: Stream, has_content: np.ndarray) -> pd.DataFrame:
    """List the uses of every frame that recurs: two function words, a slot, and two function words.

    words: all words of running text. has_content: of each of them, whether it has content.
    Returns one row a use: key (a number for the four words in their order), first and last (in the stream), n (4).
    """
    opens = np.flatnonzero(words.near & ~has_content & ~np.append(has_content[1:], True))
    is_open = np.zeros(len(words.code) + LONGEST_SLOT + SIDE, dtype=bool)
    is_open[opens] = True
    breaks, n_content = (np.append(0, np.cumsum(flags)) for flags in (~words.near, has_content))
    firsts, lasts = [opens[:0]], [opens[:0]]
    for n_words in range(1, LONGEST_SLOT + 1):
        first = opens[is_open[opens + SIDE + n_words]]
        slot, close = first + SIDE, first + SIDE + n_words
        is_whole = (breaks[close] == breaks[first]) & (n_content[close] > n_content[slot])
        firsts.append(first[is_whole])
        lasts.append(close[is_whole] + SIDE - 1)
    return _keep_recurring(np.concatenate(firsts), np.concatenate(lasts), words)


def _keep_recurring(first: np.ndarray, last: np.ndarray, words: Stream) -> pd.DataFrame:
    places = np.column_stack([first, first + 1, last - 1, last])
    key = pd.factorize(number_rows(words.code[places], len(words.lemmas)))[0]
    uses = pd.DataFrame({"key": key, "first": first, "last": last, "n": 2 * SIDE})
    return uses[recur_apart(key, words.event[first])[key]]
