"""From received texts and decisions to tables: the one place where all steps are called in order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
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
from analysis.pipeline.steps import Steps
from analysis.pipeline.ways import Ways
from analysis.storage import Corpus, spell_words
from analysis.topics import list_topic_hits

Tables = dict[str, pd.DataFrame]


class Built(NamedTuple):
    """The released tables and the full ones by name, and what was found in the full ones.

    released: some words are categories. n_withheld: words that some result needs but that are withheld, since too many
    in a row would be seen. list_full: lists the full tables.
    """

    released: Tables
    found: Found
    n_withheld: int
    list_full: Callable[[], Tables]

    @property
    def full(self) -> Tables:
        """The full tables; some are made whenever they are asked for, since few runs write them."""
        return self.list_full()


def build_tables(corpus: Corpus, *, progress: Progress = iter, ways: Ways = HERE) -> Built:
    """Build all tables of a corpus, sensitivity among the released ones.

    progress: hands on the texts, then the variants of counting, and may show how far it is. ways: where the
    texts are counted.
    Raises InputError at the first fault of the manifest, the decisions or a text.
    """
    reads = list_reads(corpus)  # a fault of a decision is told before a text is counted
    jobs = list_jobs(corpus)
    steps = Steps(ways.folder, jobs)
    counted = count_sources(jobs, ways=ways, progress=progress)
    with do_beside(corpus, jobs, steps, reads, ways) as wait:
        full = join_sources(counted, jobs, corpus)
        gathering = Gathering(corpus, full, steps, wait, progress)
        built = _gather(gathering)
        measured = gathering.sensitivity
    steps.clear()
    names = spell_names(corpus.decisions["withheld"]["name"])
    return built._replace(released=built.released | mask_tables(measured, names))


def build_counts(corpus: Corpus, *, progress: Progress = iter, ways: Ways = HERE) -> Built:
    """Build all tables but the one on sensitivity, for which everything is counted again and again.

    Takes and returns what `build_tables` does.
    """
    list_reads(corpus)  # a fault of a decision is told before a text is counted
    jobs = list_jobs(corpus)
    full = join_sources(count_sources(jobs, ways=ways, progress=progress), jobs, corpus)
    return _gather(Gathering(corpus, full, Steps(ways.folder, jobs)))


def _gather(gathering: Gathering) -> Built:
    """Build all tables but the one on sensitivity from the full ones."""
    corpus, full, found, shown = gathering.corpus, gathering.full, gathering.found, gathering.shown
    released = gathering.versions | gathering.translations | release_tables(full, gathering.words, shown)
    seen_hits = find_matches(
        place_words(released["tokens"]), corpus.decisions["patterns"], by="topic", sources=corpus.sources
    )
    released["unseen_hits"] = list_unseen(found.topic_hits, seen_hits)
    released |= gathering.vocabulary | gathering.quotes
    n_withheld = int(shown["withheld"]["n"].iloc[0])
    names = spell_names(corpus.decisions["withheld"]["name"])
    list_full = partial(_list_full, full, found, corpus.sources, corpus.texts)
    return Built(mask_tables(released, names), found, n_withheld, list_full)


def _list_full(full: Tables, found: Found, sources: pd.DataFrame, texts: pd.DataFrame) -> Tables:
    """List the full tables, those among them that no step reads."""
    uses = list_uses(full["tokens"], found.phrase_hits, found.families, sources)
    return full | {
        "occurrences": spell_words(uses),
        "turns": list_turns(full["segments"], texts),
        "topic_hits": spell_words(list_topic_hits(found.topic_hits, full["segments"])),
    }


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
