"""All words of running text in a row, as numbers: what sequences tied by function words are read off."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.language import choose_lists, compare_as
from analysis.phrases.content_words import RunningText, Stream, number_events, number_text_stretches


def read_all_words(
    tokens: pd.DataFrame, text: RunningText, sources: pd.DataFrame, equivalents: pd.DataFrame
) -> Stream:
    """Read running text as a stream in which function words stand beside content words.

    tokens, sources and equivalents: as for `families.find_occurrences`. text: from `read_running_text`.
    Returns the stream of all words; one is near the next where that follows and neither is a number.
    """
    lists = choose_lists(sources.get("language", ()))
    stands_for = compare_as(text.norms, equivalents, lists.lemmatise)
    lemmas = np.array([stands_for[norm] for norm in text.norms], dtype=object)
    code, known = pd.factorize(lemmas, sort=True)
    n, nowhere = len(text.norm), np.zeros(len(text.norm), dtype=bool)
    return Stream(
        row=np.arange(n),
        code=code[text.norm],
        joint=np.zeros(n, dtype=np.int64),
        crosses=nowhere,
        parts=nowhere,
        parts_wide=nowhere,
        bare=nowhere,
        near=_are_near(tokens, text),
        event=number_events(tokens["source"].iloc[text.row], sources),
        lemmas=known,
    )


def _are_near(tokens: pd.DataFrame, text: RunningText) -> np.ndarray:
    """Tell of each word whether the next one follows it and neither is a number."""
    if not len(text.row):
        return np.zeros(0, dtype=bool)
    is_number = np.array([norm[0].isdigit() for norm in text.norms], dtype=bool)[text.norm]
    follows = np.diff(number_text_stretches(tokens, text)) == 0
    return np.append(follows & ~is_number[1:] & ~is_number[:-1], False)


def join_streams(one: Stream, other: Stream) -> Stream:
    """Lay one stream behind another, so that uses found in either are read in one way."""
    joined = [np.concatenate(pair) for pair in zip(one, other, strict=True)]
    stream = Stream(*joined)
    return stream._replace(code=np.concatenate([one.code, other.code + len(one.lemmas)]))
