"""What every chapter starts from: the tables and decisions of one data folder, with all hits."""

from __future__ import annotations

import warnings
from functools import cached_property
from pathlib import Path

import pandas as pd

from analysis import disclosure, language, patterns, phrases, validation
from analysis.messages import choose_site_language
from analysis.own_words import list_events, select_own_words
from analysis.roles import ONE_VOICE, OWN, QUESTION
from analysis.storage import (
    Corpus,
    check_references,
    miss_built,
    read_optional,
    read_site_language,
    read_table,
    refuse_stale,
)

FEWEST_WORDS = 100
INTERVIEW = "interview"


def _read(name: str) -> cached_property:
    return cached_property(lambda report: read_table(report.data, name))


def _read_decided(name: str) -> cached_property:
    return cached_property(lambda report: report._read_decided(name))


def _decide(name: str) -> cached_property:
    return cached_property(lambda report: report._corpus.decisions[name])


class Report:
    """The name of the speaker, and one DataFrame a table; see data/datapackage.json for their columns.

    Each is read, or found, when a page first asks for it, and then kept: no page waits for what it does not show.
    Each raises InputError where its file is not as it must be.
    """

    topics = _decide("topics")
    patterns = _decide("patterns")
    phrases = _decide("phrases")
    deliveries = _read_decided("deliveries")
    provenance = _read_decided("provenance")
    readings = _read_decided("readings")
    segments = _read("segments")
    sentences = _read("sentences")
    splittings = _read("splittings")
    words = _read("words")
    contexts = _read("contexts")
    doubts = _read("doubts")
    diversity = _read("diversity")
    contrasts = _read("contrasts")
    chance = _read("chance")
    unseen_hits = _read("unseen_hits")
    passages = _read("passages")
    rewordings = _read("rewordings")
    translations = _read("translations")
    renderings = _read("renderings")
    false_links = _read("false_links")
    quotes = _read("quotes")
    sensitivity = _read("sensitivity")

    def __init__(self, corpus: Corpus, **given: pd.DataFrame) -> None:
        """Report on a data folder; given: tables that stand for those of the folder, by name."""
        if unknown := given.keys() - set(dir(Report)):
            raise TypeError(f"a report has no {', '.join(sorted(unknown))}")
        self.data, self._corpus, self._given = corpus.data, corpus, given
        vars(self).update(given)

    def replace(self, **tables: pd.DataFrame) -> Report:
        """Return a report on the same folder with other tables, and with all that follows from them."""
        return Report(self._corpus, **self._given | tables)

    def tables(self, *names: str) -> dict[str, pd.DataFrame]:
        """Return some tables, by name."""
        return {name: getattr(self, name) for name in names}

    @cached_property
    def speaker(self) -> str:
        """The name of the person whose words are studied."""
        return self._corpus.speaker.name

    @cached_property
    def sources(self) -> pd.DataFrame:
        """One row a source: the manifest with the event's date, interviewer and label."""
        return self._corpus.sources

    @cached_property
    def equivalents(self) -> pd.DataFrame:
        """The decided equivalents that fit the languages of the sources."""
        return language.fit_equivalents(self._corpus.decisions["equivalents"], self.sources["language"])

    @cached_property
    def tokens(self) -> pd.DataFrame:
        """One row a released word, in order of its place."""
        return disclosure.place_words(read_table(self.data, "tokens"))

    @cached_property
    def topic_hits(self) -> pd.DataFrame:
        """One row a hit of a pattern of a topic in the released tokens, also where letters are withheld."""
        seen = patterns.find_matches(self.tokens, self.patterns, by="topic", sources=self.sources)
        return disclosure.mend_hits(seen, self.unseen_hits)

    @cached_property
    def phrase_hits(self) -> pd.DataFrame:
        """One row a hit of a decided phrase in the released tokens, each word for one phrase only."""
        return phrases.find_chosen(self.tokens, self.phrases, self.sources)

    @cached_property
    def uses(self) -> pd.DataFrame:
        """One row a use of every family, those of decided phrases among them."""
        families = phrases.decide_families(self._families[0], self._corpus.decisions["families"])
        return phrases.list_uses(self.tokens, self.phrase_hits, families, self.sources)

    @cached_property
    def asked(self) -> pd.DataFrame:
        """One row a use of every family that recurs in questions."""
        return self._families[1]

    @cached_property
    def codings(self) -> pd.DataFrame:
        """One row a paragraph that a person coded; none where nobody did."""
        return validation.load_codings(self.data, self.topics, self.segments)

    @property
    def references(self) -> pd.DataFrame:
        """The rows of sources whose own words stand for their event, by date."""
        return list_events(self.sources)

    @cached_property
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
        spoken = self.sources["language"].map(language.base_language)
        in_both = spoken.groupby(self.sources["event"]).transform("nunique") > 1
        kinds = self.sources["kind"] + (", " + spoken.map(language.name_language)).where(in_both, "")
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

    @cached_property
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

    @cached_property
    def _families(self) -> list[pd.DataFrame]:
        """One row a use of every family that recurs in own words, and in questions."""
        voices = (OWN, (QUESTION,))
        return phrases.find_by_voice(self.tokens, self.words, self.sources, self.equivalents, voices=voices)

    def _read_decided(self, name: str) -> pd.DataFrame:
        table = read_optional(self.data, name)
        check_references({"manifest": self.sources, name: table}, self.data)
        return table


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
    return Report(corpus)
