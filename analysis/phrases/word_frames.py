"""Frames around an open slot: of function words (not about ... but about), and verbs that close behind their object.

Such a verb is a content word, its object the slot, and what closes it a particle and what follows (hand ... over to).
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.language import VERB_PARTICLES
from analysis.phrases.content_words import Stream
from analysis.phrases.family_sets import recur_apart
from analysis.phrases.row_numbers import number_columns
from analysis.phrases.running_text import flag_forms

SIDE = 2  # function words on either side of the slot; of a verb, behind it
LONGEST_SLOT = 4  # words in the slot, one of them at least with content


def list_frames(words: Stream, has_content: np.ndarray) -> pd.DataFrame:
    """List the uses of every frame that recurs: two function words or a verb, a slot, and two function words.

    words: all words of running text. has_content: of each of them, whether it has content.
    Returns one row a use: key (a number for the words in their order), first and last (in the stream), n (4, or 3).
    """
    is_pair = words.near & ~has_content & ~np.append(has_content[1:], True)
    is_particle = flag_forms(words.lemmas, VERB_PARTICLES.__contains__)[words.code]
    tables, n_keys = [], 0
    for opens, closes, n_left in (
        (is_pair, is_pair, SIDE),
        (words.near & has_content, is_pair & is_particle, 1),
    ):
        first, last = _list_places(opens, closes, n_left, words, has_content)
        table = _keep_recurring(first, last, n_left, words)
        tables.append(table.assign(key=table["key"] + n_keys))
        n_keys = tables[-1]["key"].to_numpy().max(initial=n_keys - 1) + 1
    return pd.concat(tables, ignore_index=True)


def _list_places(
    opens: np.ndarray, closes: np.ndarray, n_left: int, words: Stream, has_content: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """List where frames begin and end: their n_left first words stand where `opens`, their last where `closes`."""
    opening = np.flatnonzero(opens)
    is_close = np.append(closes, np.zeros(LONGEST_SLOT + SIDE, dtype=bool))
    breaks, n_content = (np.append(0, np.cumsum(flags)) for flags in (~words.near, has_content))
    firsts, lasts = [opening[:0]], [opening[:0]]
    for n_words in range(1, LONGEST_SLOT + 1):
        first = opening[is_close[opening + n_left + n_words]]
        slot, close = first + n_left, first + n_left + n_words
        is_whole = (breaks[close] == breaks[first]) & (n_content[close] > n_content[slot])
        firsts.append(first[is_whole])
        lasts.append(close[is_whole] + SIDE - 1)
    return np.concatenate(firsts), np.concatenate(lasts)


def _keep_recurring(first: np.ndarray, last: np.ndarray, n_left: int, words: Stream) -> pd.DataFrame:
    places = [*(first + step for step in range(n_left)), *(last - step for step in range(SIDE))]
    key = pd.factorize(number_columns([words.code[place] for place in places], len(words.lemmas)))[0]
    uses = pd.DataFrame({"key": key, "first": first, "last": last, "n": n_left + SIDE})
    return uses[recur_apart(key, words.event[first])[key]]
