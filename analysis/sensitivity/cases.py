"""What findings are counted from, and what another way to count is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.own_words import select_own_words
from analysis.patterns import Text, find_segments

Tables = dict[str, pd.DataFrame]
Make = Callable[
    [set[str] | None], Tables
]  # takes names of sources, None for all; returns rows of these (source)
TOPICS, PHRASES = "topics", "phrases"  # the pages with findings
PAGES = (TOPICS, PHRASES)


def make_all(step: str, make: Make) -> Tables:
    """Make the tables of all sources; for who keeps none."""
    return make(None)


class Case(NamedTuple):
    """What findings are counted from: full tables, sources, decisions by name, the text of each source.

    topic_hits and phrase_hits: what is found in these tokens, from `find_matches`; a variant finds again only
    what it changes. codings: one row per (source, paragraph, coder) with topics, none where nobody coded.
    text: the words of the tokens as patterns are sought in them, once they have been read. compared: the events
    that are compared with all others, once they have been chosen. recall: returns tables that rest on nothing but
    each source by itself, by their name, be they kept or made now.
    """

    sources: pd.DataFrame
    segments: pd.DataFrame
    tokens: pd.DataFrame
    topic_hits: pd.DataFrame
    phrase_hits: pd.DataFrame
    decisions: dict[str, pd.DataFrame]
    texts: dict[str, str]
    codings: pd.DataFrame
    text: Text | None = None
    compared: list[str] | None = None
    recall: Callable[[str, Make], Tables] = make_all

    @property
    def counted_topics(self) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        """What the functions of `topics` take: hits, segments and sources."""
        return self.topic_hits, self.segments, self.sources

    @property
    def topic_names(self) -> dict[str, str]:
        """The printed name of each topic."""
        return self.decisions["topics"].set_index("topic")["label"].to_dict()


class Variant(NamedTuple):
    """One other way to count.

    change: makes the case that is counted this way, or None where a case has nothing of the kind (no copies,
    no codes). pages: the pages whose findings it can change.
    """

    name: str
    reason: str
    change: Callable[[Case], Case | None]
    pages: tuple[str, ...] = PAGES


def count_by_answer(hits: pd.DataFrame, by: str, case: Case) -> pd.DataFrame:
    """Count the hits of each group in each turn of the speaker's own words.

    hits: one row per hit with its group, which `by` names. Returns one row per (source, turn) with own words,
    silent turns included, and one column per group, those without a hit included.
    """
    spoken = case.segments.loc[case.segments["n_words"] > 0, ["source", "segment", "turn", "role"]]
    spoken = select_own_words(spoken, case.sources)
    turn, turns = _number_turns(spoken)
    groups = sorted(hits[by].astype("category").cat.categories)
    group = pd.Categorical(hits[by].astype(object), categories=groups).codes
    row = find_segments(hits, spoken)
    is_own = row >= 0
    counts = np.zeros((len(turns), len(groups)), dtype=np.int64)
    np.add.at(counts, (turn[row[is_own]], group[is_own]), 1)
    return pd.DataFrame(counts, index=turns, columns=groups)


def _number_turns(spoken: pd.DataFrame) -> tuple[np.ndarray, pd.MultiIndex]:
    """Return the number of the turn of each segment, and the turns (source, turn) in the order of the table."""
    source, names = pd.factorize(spoken["source"])
    of_source = spoken["turn"].to_numpy(dtype=np.int64)
    width = 1 + of_source.max(initial=0)
    number, turns = pd.factorize(source * width + of_source)
    return number, pd.MultiIndex.from_arrays([names[turns // width], turns % width], names=["source", "turn"])
