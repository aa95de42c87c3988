"""What every chapter starts from: the tables and decisions of one data folder, with all hits."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.disclosure import mend_hits, place_words
from analysis.language import base_language, fit_equivalents, name_language
from analysis.messages import choose_site_language
from analysis.own_words import list_events, select_own_words
from analysis.patterns import find_matches
from analysis.phrases import decide_families, find_by_voice, find_chosen, list_uses
from analysis.roles import ONE_VOICE, OWN, QUESTION
from analysis.storage import (
    Corpus,
    check_references,
    list_tables,
    miss_built,
    read_optional,
    read_site_language,
    read_table,
    refuse_stale,
)
from analysis.validation import load_codings

FEWEST_WORDS = 100
INTERVIEW = "interview"


class Report(NamedTuple):
    """The name of the speaker, and one DataFrame a table; see data/datapackage.json for their columns.

    sources is the manifest with the event's date, interviewer and label; topic_hits and phrase_hits have one
    row a hit of the decided patterns in the released tokens, those of topics also where letters are withheld, and
    each word for one phrase only; uses has one row a
    use of every family, asked one of every family that recurs in questions; codings has none where nobody
    coded a paragraph.
    """

    speaker: str
    sources: pd.DataFrame
    topics: pd.DataFrame
    patterns: pd.DataFrame
    phrases: pd.DataFrame
    equivalents: pd.DataFrame
    deliveries: pd.DataFrame
    provenance: pd.DataFrame
    readings: pd.DataFrame
    segments: pd.DataFrame
    sentences: pd.DataFrame
    splittings: pd.DataFrame
    tokens: pd.DataFrame
    words: pd.DataFrame
    contexts: pd.DataFrame
    doubts: pd.DataFrame
    diversity: pd.DataFrame
    contrasts: pd.DataFrame
    chance: pd.DataFrame
    unseen_hits: pd.DataFrame
    passages: pd.DataFrame
    rewordings: pd.DataFrame
    translations: pd.DataFrame
    renderings: pd.DataFrame
    false_links: pd.DataFrame
    quotes: pd.DataFrame
    topic_hits: pd.DataFrame
    phrase_hits: pd.DataFrame
    uses: pd.DataFrame
    asked: pd.DataFrame
    sensitivity: pd.DataFrame
    codings: pd.DataFrame

    @property
    def references(self) -> pd.DataFrame:
        """The rows of sources whose own words stand for their event, by date."""
        return list_events(self.sources)

    @property
    def events(self) -> pd.DataFrame:
        """One row an event, by date: event, label, date, n_words (own words of its reference source)."""
        own = select_own_words(self.segments, self.sources).groupby("source")["n_words"].sum()
        events = self.references.assign(n_words=self.references["source"].map(own).fillna(0).astype(int))
        return events[["event", "label", "date", "n_words"]]

    @property
    def occasion(self) -> str:
        """What an event is called on pages: a speech where all are speeches and nobody asks, else an interview."""
        asked = self.segments.loc[self.segments["role"] == QUESTION, "source"]
        is_asked = asked.isin(self.references["source"]).any()
        return "speech" if not is_asked and (self.references["kind"] == "speech").all() else INTERVIEW

    @property
    def text_names(self) -> dict[str, str]:
        """The name of each source on a page: its event, and of several its kind, in two languages also its language."""
        several = self.sources["event"].duplicated(keep=False)
        spoken = self.sources["language"].map(base_language)
        in_both = spoken.groupby(self.sources["event"]).transform("nunique") > 1
        kinds = self.sources["kind"] + (", " + spoken.map(name_language)).where(in_both, "")
        names = self.sources["label"] + (" (" + kinds + ")").where(several, "")
        return dict(zip(self.sources["source"], names, strict=True))

    @property
    def topic_names(self) -> dict[str, str]:
        """The printed name of each topic."""
        return dict(zip(self.topics["topic"], self.topics["label"], strict=True))

    @property
    def printed_names(self) -> dict[str, str]:
        """The printed name of each topic, text and event, by the one that tables have."""
        events = dict(zip(self.sources["event"], self.sources["label"], strict=True))
        return self.topic_names | self.text_names | events

    @property
    def conversation(self) -> pd.DataFrame:
        """The sentences of own words (role answer) and questions in reference sources, with their event.

        Groups of an event and a role with fewer than 100 words are left out: no measure is stable on them.
        """
        spoken = self.sentences.replace({"role": ONE_VOICE})
        spoken = spoken[spoken["role"].isin(["answer", QUESTION])].merge(
            self.references[["source", "event", "label", "date"]]
        )
        size = spoken.groupby(["event", "role"])["n_words"].transform("sum")
        ordered = spoken[size >= FEWEST_WORDS].sort_values(
            ["date", "event", "role", "sentence"], ignore_index=True
        )
        return ordered.assign(row=ordered["label"] + ", " + ordered["role"] + "s")


def load_report(data: Path | None = None) -> Report:
    """Load a data folder (default: REFRAIN_DATA, else the repository's) for the chapters.

    Raises InputError if a decision, a text or a table has changed since the tables were built; warns of a folder
    whose tables do not say what they were built from.
    """
    corpus = Corpus(data)
    choose_site_language(read_site_language(corpus.data))
    refuse_stale(corpus.data)
    if doubt := miss_built(corpus.data):
        warnings.warn(doubt, stacklevel=2)
    decisions, sources = corpus.decisions, corpus.sources
    tables = {name: read_table(corpus.data, name) for name in list_tables() if name in Report._fields}
    decided = {name: read_optional(corpus.data, name) for name in ("deliveries", "provenance", "readings")}
    check_references({"manifest": sources, **decided}, corpus.data)
    tables["tokens"] = place_words(tables["tokens"])
    tokens, words = tables["tokens"], tables["words"]
    equivalents = fit_equivalents(decisions["equivalents"], sources["language"])
    seen_hits = find_matches(tokens, decisions["patterns"], by="topic", sources=sources)
    named = find_chosen(tokens, decisions["phrases"], sources)
    found, asked = find_by_voice(tokens, words, sources, equivalents, voices=(OWN, (QUESTION,)))
    found = decide_families(found, decisions["families"])
    return Report(
        speaker=corpus.speaker.name,
        sources=sources,
        topics=decisions["topics"],
        patterns=decisions["patterns"],
        phrases=decisions["phrases"],
        equivalents=equivalents,
        **decided,
        **tables,
        topic_hits=mend_hits(seen_hits, tables["unseen_hits"]),
        phrase_hits=named,
        uses=list_uses(tokens, named, found, sources),
        asked=asked,
        codings=load_codings(corpus.data, decisions["topics"], tables["segments"]),
    )
