"""From received texts and decisions to tables: the one place where all steps are called in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from functools import cached_property, partial
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.disclosure import list_unseen, mask_tables, place_words, release_tables, spell_names
from analysis.formats import find_times, gather_turns
from analysis.patterns import find_matches
from analysis.phrases import list_uses
from analysis.pipeline.beside import do_beside
from analysis.pipeline.counted import Progress, count_sources
from analysis.pipeline.found import Found
from analysis.pipeline.full import HERE, join_sources
from analysis.pipeline.gathering import Gathering, list_reads
from analysis.pipeline.jobs import list_jobs
from analysis.pipeline.lazy_tables import LazyTables
from analysis.pipeline.steps import Steps
from analysis.pipeline.ways import Ways
from analysis.storage import Corpus, spell_words
from analysis.topics import list_topic_hits

# The released tables, each with the step that makes it; "texts" are what was counted in each text by itself.
STEP_OF = {
    "passages": "versions",
    "false_links": "versions",
    "overlaps": "versions",
    "translations": "translations",
    "renderings": "translations",
    "segments": "texts",
    "sentences": "texts",
    "splittings": "texts",
    "doubts": "texts",
    "tokens": "shown",
    "words": "words",
    "contexts": "shown",
    "rewordings": "shown",
    "diversity": "words",
    "unseen_hits": "unseen",
    "contrasts": "vocabulary",
    "chance": "vocabulary",
    "quotes": "quotes",
    "sensitivity": "sensitivity",
}
COUNTS = tuple(name for name in STEP_OF if name != "sensitivity")
Tables = Mapping[str, pd.DataFrame]


class Built(NamedTuple):
    """The released tables and the full ones by name, and what was found in the full ones.

    Tables are made when they are asked for, the released ones with keys. n_withheld: words that some result needs but
    that are withheld, since too many in a row would be seen.
    """

    released: Tables
    full: Tables
    found: Found
    n_withheld: int


def build_tables(
    corpus: Corpus, *, progress: Progress = iter, ways: Ways = HERE, names: tuple[str, ...] = tuple(STEP_OF)
) -> Built:
    """Build all tables of a corpus, sensitivity among the released ones.

    progress: hands on the texts, then the variants of counting, and may show how far it is. ways: where the
    texts are counted. names: of the released tables, where not all are wanted.
    Raises InputError at the first fault of the manifest, the decisions or a text.
    """
    reads = list_reads(corpus)  # a fault of a decision is told before a text is counted
    jobs = list_jobs(corpus)
    steps = Steps(ways.folder, jobs)
    counted = count_sources(jobs, ways=ways, progress=progress)
    beside = do_beside(corpus, jobs, steps, reads, ways) if names != COUNTS else nullcontext(_wait_for_none)
    with beside as wait:
        gathering = Gathering(corpus, join_sources(counted, jobs, corpus), steps, wait, progress)
        found, shown = gathering.found, gathering.shown
        gathering.make_missing(step for step in dict.fromkeys(map(STEP_OF.get, names)) if step in reads)
    if "sensitivity" in names:
        steps.clear()
    n_withheld = int(shown["withheld"]["n"].iloc[0])
    return Built(_Releasing(gathering).list_tables(names), _add_found(gathering), found, n_withheld)


def build_counts(corpus: Corpus, *, progress: Progress = iter, ways: Ways = HERE) -> Built:
    """Build all tables but the one on sensitivity, for which everything is counted again and again.

    Takes and returns what `build_tables` does.
    """
    return build_tables(corpus, progress=progress, ways=ways, names=COUNTS)


def _wait_for_none(step: str) -> None:
    """Wait for nobody."""


class _Releasing:
    """Makes the tables that may be published from what has been gathered."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering, self._decisions = gathering, gathering.corpus.decisions
        self._names = spell_names(self._decisions["withheld"]["name"])

    def list_tables(self, names: tuple[str, ...]) -> LazyTables:
        """List these tables, each to be made when it is asked for, with words spelled and names withheld."""
        keys = {step: self._name(step) for step in {STEP_OF[name] for name in names}}
        return LazyTables(
            {name: partial(self._make, name) for name in names}, {name: keys[STEP_OF[name]] for name in names}
        )

    def _name(self, step: str) -> str:
        """Return a digest of all that the tables of a step are made from."""
        if step == "texts":
            return self._gathering.name("words")  # which reads the texts, and what names are withheld
        if step == "unseen":
            return self._gathering.name("sensitivity") + self._gathering.name("shown")
        return self._gathering.name(step)

    def _make(self, name: str) -> pd.DataFrame:
        spelled = {name: spell_words(self._take(name))}
        return mask_tables(spelled, self._names)[name]

    def _take(self, name: str) -> pd.DataFrame:
        step = STEP_OF[name]
        if step == "texts":
            return self._gathering.full[name]
        if step == "unseen":
            return self._list_unseen()
        return self._released[name] if step in ("shown", "words") else getattr(self._gathering, step)[name]

    @cached_property
    def _released(self) -> Tables:
        gathering = self._gathering
        return release_tables(gathering.full, gathering.words, gathering.shown)

    def _list_unseen(self) -> pd.DataFrame:
        sources = self._gathering.corpus.sources
        words = place_words(self._released["tokens"])
        seen = find_matches(words, self._decisions["patterns"], by="topic", sources=sources)
        return list_unseen(self._gathering.found.topic_hits, seen)


def _add_found(gathering: Gathering) -> LazyTables:
    """Return the full tables, and behind them what is found in them."""
    full, found, sources = gathering.full, gathering.found, gathering.corpus.sources
    made = {
        "occurrences": lambda: list_uses(full["tokens"], found.phrase_hits, found.families, sources),
        "turns": lambda: list_turns(full["segments"], gathering.corpus.texts),
        "topic_hits": lambda: list_topic_hits(found.topic_hits, full["segments"]),
    }
    spelled = {name: partial(_make_spelled, make) for name, make in made.items()}
    return LazyTables({name: partial(full.__getitem__, name) for name in full} | spelled)


def _make_spelled(make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    return spell_words(make())


def list_turns(segments: pd.DataFrame, texts: pd.DataFrame) -> pd.DataFrame:
    """List the turns of all sources with their times: source, and what `formats.time_turns` returns.

    segments: one row a segment of any source. texts: one row a source (source, marks).
    """
    marks = dict(zip(texts["source"], texts["marks"], strict=True))
    turns = gather_turns(segments, ["source", "turn"])
    begins = np.full(len(turns), np.nan)
    for source, rows in turns.groupby("source").indices.items():
        if times := marks[source].times:
            begins[rows] = find_times(turns.iloc[rows], times)
    turns.insert(6, "start_time", begins)
    return turns
