"""Sentences to tokens: one row a word."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.counting.follows import find_follows
from analysis.counting.numbered import Columns, Numbered, read_numbers, write_table
from analysis.counting.sentences import _RUNNING
from analysis.language import Words, fold_numbered, place_words


def split_tokens(text: str, segments: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Split one source into words; see `number_tokens`, but the words are written out."""
    return write_table(number_tokens(text, segments, sentences))


def number_tokens(text: str, segments: Columns | pd.DataFrame, sentences: Columns | pd.DataFrame) -> Columns:
    """Split one source into words.

    text: the source. segments and sentences: one row each, with start and end.
    Returns one row a word, in order: sentence (missing for titles, labels and notes), position (from 1),
    follows (the position of the word that it goes on from in a phrase, see `find_follows`), segment, role,
    start, end, token (a slice of the text), norm (the form that is counted); role, token and norm numbered.
    """
    words = place_words(text, segments["start"], segments["end"])
    form, forms = fold_numbered(words.number, words.printed, text)
    role, roles = read_numbers(segments["role"])
    runs = np.array([name in _RUNNING for name in roles], dtype=bool)
    sentence = _sentence_of(words, runs[role], sentences)
    return {
        "sentence": sentence,
        "position": np.arange(1, len(form) + 1),
        "follows": find_follows(text, words, sentence, segments),
        "segment": np.asarray(segments["segment"])[words.place],
        "role": Numbered(role[words.place], roles),
        "start": words.start,
        "end": words.end,
        "token": Numbered(words.number, words.printed),
        "norm": Numbered(form, forms),
    }


def _sentence_of(words: Words, runs: np.ndarray, sentences: Columns | pd.DataFrame) -> pd.arrays.IntegerArray:
    """Return the sentence in which each word of running text starts; missing elsewhere. runs: of each segment."""
    starts = np.asarray(sentences["start"], dtype=np.int64)
    numbers = np.append(np.asarray(sentences["sentence"], dtype=np.int64), 0)
    at = np.searchsorted(starts, words.start, side="right") - 1
    running = runs[words.place]
    return pd.arrays.IntegerArray(np.where(running, numbers[at], 1), ~running)
