"""All words of running text in a row, as numbers: what sequences tied by function words are read off."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.language import WordLists, compare_as, number_values
from analysis.own_words import list_references
from analysis.phrases.content_words import Stream
from analysis.phrases.running_text import RunningText, flag_forms


def read_all_words(
    tokens: pd.DataFrame,
    text: RunningText,
    sources: pd.DataFrame,
    equivalents: pd.DataFrame,
    lists: WordLists,
) -> Stream:
    """Read running text as a stream in which function words stand beside content words.

    tokens, sources and equivalents: as for `families.find_occurrences`. text: from `read_running_text`. lists: of the
    languages of the texts.
    Returns the stream of all words; one is near the next where that follows and neither is a number.
    """
    stands_for = compare_as(text.norms, equivalents, lists.lemmatise)
    lemmas = np.array([stands_for[norm] for norm in text.norms], dtype=object)
    code, known = pd.factorize(lemmas, sort=True)
    n, nowhere = len(text.norm), np.zeros(len(text.norm), dtype=bool)
    return Stream(
        row=np.arange(n, dtype=np.int32),
        code=code.astype(np.int32)[text.norm],
        joint=np.zeros(n, dtype=np.int32),
        crosses=nowhere,
        parts=nowhere,
        parts_wide=nowhere,
        parts_names=nowhere,
        bare=nowhere,
        near=_are_near(text),
        event=_number_events(tokens["source"], sources)[text.row],
        lemmas=known,
    )


def _are_near(text: RunningText) -> np.ndarray:
    """Tell of each word whether the next one follows it and neither is a number."""
    if not len(text.row):
        return np.zeros(0, dtype=bool)
    is_number = flag_forms(text.norms, lambda norm: norm[0].isdigit())[text.norm]
    follows = np.diff(text.stretch) == 0
    return np.append(follows & ~is_number[1:] & ~is_number[:-1], False)


def _number_events(source: pd.Series, sources: pd.DataFrame) -> np.ndarray:
    """Number the event for which each word counts; -1 outside reference sources."""
    events = list_references(sources).set_index("source")["event"]
    number = {event: place for place, event in enumerate(sorted(events))}
    code, names = number_values(source)
    counts_for = events.map(number).reindex(names).fillna(-1).to_numpy(dtype=np.int32)
    return counts_for[code]


def join_streams(one: Stream, other: Stream) -> Stream:
    """Lay one stream of a text behind another, so that uses found in either are read in one way."""
    pairs = zip(one[:-1], other[:-1], strict=True)
    return Stream(*map(np.concatenate, pairs), lemmas=one.lemmas)
