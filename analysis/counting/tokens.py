"""Sentences to tokens: one row a word."""

from __future__ import annotations

from itertools import chain

import numpy as np
import pandas as pd

from analysis.counting.follows import find_follows
from analysis.counting.sentences import _RUNNING
from analysis.language import find_words, fold_printed


def split_tokens(text: str, segments: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Split one source into words.

    text: the source. segments and sentences: one row each, with start and end.
    Returns one row a word, in order: sentence (missing for titles, labels and notes), position (from 1),
    follows (the position of the word that it goes on from in a phrase, see `find_follows`), segment, role,
    start, end, token (a slice of the text), norm (the form that is counted).
    """
    edges = zip(segments["start"].tolist(), segments["end"].tolist(), strict=True)
    found = [find_words(text, start, end) for start, end in edges]
    place = np.repeat(np.arange(len(found)), np.fromiter(map(len, found), np.int64, len(found)))
    spans = list(chain.from_iterable(found))
    printed = [text[start:end] for start, end in spans]
    start, end = np.fromiter(chain.from_iterable(spans), np.int64, 2 * len(spans)).reshape(-1, 2).T
    columns = {
        "position": np.arange(1, len(spans) + 1),
        "segment": segments["segment"].to_numpy()[place],
        "role": segments["role"].array.take(place),
        "start": start,
        "end": end,
        "token": pd.array(printed, dtype="str"),
        "norm": pd.array(fold_printed(printed, text), dtype="str"),
    }
    tokens = pd.DataFrame(columns)
    tokens.insert(
        0, "sentence", _sentence_of(start, segments["role"].isin(_RUNNING).to_numpy()[place], sentences)
    )
    tokens.insert(2, "follows", find_follows(text, tokens, segments))
    return tokens


def _sentence_of(start: np.ndarray, running: np.ndarray, sentences: pd.DataFrame) -> pd.arrays.IntegerArray:
    """Return the sentence in which each word of running text starts; missing elsewhere."""
    starts = sentences["start"].to_numpy(dtype=np.int64)
    numbers = np.append(sentences["sentence"].to_numpy(dtype=np.int64), 0)
    at = np.searchsorted(starts, start, side="right") - 1
    return pd.arrays.IntegerArray(np.where(running, numbers[at], 1), ~running)
