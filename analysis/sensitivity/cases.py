"""What findings are counted from, and what another way to count is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from analysis.own_words import select_own_words
from analysis.patterns import Text

TOPICS, PHRASES = "topics", "phrases"  # the pages with findings
PAGES = (TOPICS, PHRASES)


class Case(NamedTuple):
    """What findings are counted from: full tables, sources, decisions by name, the text of each source.

    topic_hits and phrase_hits: what is found in these tokens, from `find_matches`; a variant finds again only
    what it changes. codings: one row per (source, paragraph, coder) with topics, none where nobody coded.
    text: the words of the tokens as patterns are sought in them, once they have been read. compared: the events
    that are compared with all others, once they have been chosen.
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
    own = select_own_words(case.segments, case.sources)
    spoken = own[own["n_words"] > 0]
    turns = pd.MultiIndex.from_frame(spoken[["source", "turn"]].drop_duplicates())
    placed = hits.merge(spoken[["source", "segment", "turn"]], on=["source", "segment"])
    counts = placed.groupby(["source", "turn", by], observed=True).size().unstack(fill_value=0)
    groups = sorted(hits[by].astype("category").cat.categories)
    return counts.reindex(index=turns, columns=groups, fill_value=0)
