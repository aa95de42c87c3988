"""What findings are counted from, and what another way to count is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from analysis.sensitivity.returning import Uses, count_uses
from analysis.sensitivity.sought import Sought
from analysis.topics import Events, Exchanges, Placed, TopicTurns, Touched, choose_events, place_topics

Tables = dict[str, pd.DataFrame]
Make = Callable[
    [set[str] | None], Tables
]  # takes names of sources, None for all; returns rows of these (source)
TOPICS, PHRASES = "topics", "phrases"  # the pages with findings
PAGES = (TOPICS, PHRASES)
# What questions may use of the hits that each page is about.
PLACE = {TOPICS: ["topic", "source", "segment"], PHRASES: ["phrase", "source", "segment"]}


def make_all(step: str, make: Make) -> Tables:
    """Make the tables of all sources; for who keeps none."""
    return make(None)


class Case(NamedTuple):
    """What findings are counted from: full tables, sources, decisions by name, the text of each source.

    topic_hits and phrase_hits: what is found in these tokens, from `find_matches`; a variant finds again only
    what it changes. codings: one row per (source, paragraph, coder) with topics, none where nobody coded.
    sought: the words among which patterns are sought again, once they have been gathered. compared: the events
    that are compared with all others, once they have been chosen. counts: what is counted from these hits and
    segments, once it has been; a variant of other sources shares it. recall: returns tables that rest on nothing but
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
    sought: Sought | None = None
    compared: list[str] | None = None
    counts: Counts | None = None
    recall: Callable[[str, Make], Tables] = make_all

    def hold_counts(self) -> Case:
        """Return the same case with its counts, which are made when they are asked for."""
        return self if self.counts else self._replace(counts=Counts(self))

    def recount(self, **changed: pd.DataFrame) -> Case:
        """Return a case of other hits or segments, of which all is counted anew."""
        return self._replace(counts=None, **changed)

    @property
    def topic_names(self) -> dict[str, str]:
        """The printed name of each topic."""
        return self.decisions["topics"].set_index("topic")["label"].to_dict()


class Counts:
    """What questions are answered from, each kind of count when it is first asked for; none depends on the sources."""

    def __init__(self, case: Case) -> None:
        self._hits, self._segments = case.topic_hits.filter(PLACE[TOPICS]), case.segments
        self._uses = case.phrase_hits.filter(PLACE[PHRASES])
        self._chosen: tuple[pd.DataFrame, Events] | None = None

    def choose(self, sources: pd.DataFrame) -> Events:
        """Tell which events count by a table of sources; several questions in a row ask it of the same table."""
        if self._chosen is None or self._chosen[0] is not sources:
            self._chosen = sources, choose_events(self.placed, sources)
        return self._chosen[1]

    @cached_property
    def placed(self) -> Placed:
        """The mentions of topics in their segments."""
        return place_topics(self._hits, self._segments)

    @cached_property
    def turns(self) -> TopicTurns:
        """The turns of own words, and the mentions in them."""
        return TopicTurns(self.placed)

    @cached_property
    def touched(self) -> Touched:
        """The own paragraphs that touch a topic."""
        return Touched(self.placed)

    @cached_property
    def exchanges(self) -> Exchanges:
        """Questions and the answers to them."""
        return Exchanges(self.placed)

    @cached_property
    def uses(self) -> Uses:
        """The uses of phrases in the turns of own words."""
        return count_uses(self._uses, self._segments)


class Variant(NamedTuple):
    """One other way to count.

    change: makes the case that is counted this way, or None where a case has nothing of the kind (no copies,
    no codes). pages: the pages whose findings it can change.
    """

    name: str
    reason: str
    change: Callable[[Case], Case | None]
    pages: tuple[str, ...] = PAGES
