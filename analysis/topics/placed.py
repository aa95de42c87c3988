"""Where topics are mentioned, as numbers: placed once, then counted for any choice of sources."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.own_words import list_events
from analysis.patterns import find_segments
from analysis.roles import OWN, QUESTION
from analysis.topics.counts import list_topics

_TOLD = [*OWN, QUESTION]  # whose words are placed
_OF_EVENTS = ["source", "event", "date", "label", "kind", "is_reference"]  # of sources, what tells events


class Placed(NamedTuple):
    """The segments of the speaker's own words and of questions, and the mentions in them.

    sources: names, sorted. source, segment, turn (0 where there is none), paragraph, n_words, is_question: of each
    segment, source as its place among the names. topics: names, sorted, those that nobody mentions included. row,
    topic: of each mention its segment, as a place in this table, and its topic, as a place among the names.
    """

    sources: pd.Index
    source: np.ndarray
    segment: np.ndarray
    turn: np.ndarray
    paragraph: np.ndarray
    n_words: np.ndarray
    is_question: np.ndarray
    topics: list[str]
    row: np.ndarray
    topic: np.ndarray

    def number_turns(self) -> np.ndarray:
        """Number the turn of each segment, over all sources: by source, then by turn."""
        return self.source * (1 + self.turn.max(initial=0)) + self.turn


class Events(NamedTuple):
    """Which events count: names, labels and kinds by date; of: of each placed source its event, -1 for none."""

    names: list[str]
    labels: list[str]
    kinds: list[str]
    of: np.ndarray

    def list_sources(self) -> list[tuple[int, ...]]:
        """List the placed sources of each event."""
        order = np.argsort(self.of, kind="stable")
        ends = np.searchsorted(self.of[order], np.arange(len(self.names) + 1))
        return [tuple(order[first:end].tolist()) for first, end in pairwise(ends.tolist())]


def place_topics(hits: pd.DataFrame, segments: pd.DataFrame) -> Placed:
    """Place the mentions of topics in the segments in which they stand.

    hits: one row a topic hit (topic, source, segment). segments: one row a run of one role (source, segment, turn,
    role, n_words, and paragraph where it is known).
    """
    told = segments[segments["role"].isin(_TOLD)]
    source, names = pd.factorize(told["source"], sort=True)
    row, topics = find_segments(hits, told), list_topics(hits)
    topic = pd.Categorical(hits["topic"].astype(object), categories=topics).codes.astype(np.int64)
    columns = ("segment", "turn", "paragraph", "n_words")
    numbers = (_read_numbers(told.get(name), len(told)) for name in columns)
    is_question = told["role"].eq(QUESTION).to_numpy(dtype=bool)
    return Placed(pd.Index(names), source, *numbers, is_question, topics, row[row >= 0], topic[row >= 0])


def _read_numbers(column: pd.Series | None, n: int) -> np.ndarray:
    """Return whole numbers, 0 where one is missing, or the column."""
    return np.zeros(n, dtype=np.int64) if column is None else column.fillna(0).to_numpy(dtype=np.int64)


def choose_events(placed: Placed, sources: pd.DataFrame) -> Events:
    """Tell for which event each placed source counts; of several sources, the last tells label and kind.

    sources: one row a source (source, event, date, label, is_reference, and kind where it is known).
    """
    listed = list_events(sources[[name for name in _OF_EVENTS if name in sources]])
    number, names = pd.factorize(listed["event"])
    at = pd.Index(listed["source"]).get_indexer(placed.sources)
    of = np.append(number, -1)[at]
    return Events(list(names), *(_tell_of(listed, name) for name in ("label", "kind")), of)


def _tell_of(listed: pd.DataFrame, name: str) -> list[str]:
    """Return a fact of each event, that of its last source; '' where none is known."""
    facts = listed[name] if name in listed else [""] * len(listed)
    return list(dict(zip(listed["event"], facts, strict=True)).values())
