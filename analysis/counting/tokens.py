"""Sentences to tokens: one row a word."""

from __future__ import annotations

import pandas as pd

from analysis.counting.follows import find_follows
from analysis.counting.sentences import _RUNNING
from analysis.language import find_words, fold_words


def split_tokens(text: str, segments: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Split one source into words.

    text: the source. segments and sentences: one row each, with start and end.
    Returns one row a word, in order: sentence (missing for titles, labels and notes), position (from 1),
    follows (the position of the word that it goes on from in a phrase, see `find_follows`), segment, role,
    start, end, token (a slice of the text), norm (the form that is counted).
    """
    rows = [
        (segment.segment, segment.role, start, end, text[start:end])
        for segment in segments.itertuples()
        for start, end in find_words(text, segment.start, segment.end)
    ]
    tokens = pd.DataFrame(rows, columns=["segment", "role", "start", "end", "token"])
    tokens["norm"] = fold_words(tokens["token"], text)
    tokens.insert(0, "sentence", _sentence_of(tokens, sentences))
    tokens.insert(1, "position", range(1, len(tokens) + 1))
    tokens.insert(2, "follows", find_follows(text, tokens, segments))
    return tokens


def _sentence_of(tokens: pd.DataFrame, sentences: pd.DataFrame) -> pd.Series:
    """Return the sentence in which each word of running text starts."""
    number = pd.Series(pd.NA, index=tokens.index, dtype="Int64")
    running = tokens["role"].isin(_RUNNING)
    at = sentences["start"].searchsorted(tokens.loc[running, "start"], side="right") - 1
    number[running] = sentences["sentence"].to_numpy()[at]
    return number
