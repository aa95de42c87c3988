"""From received texts to the full tables: what is counted in each text by itself, joined."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pandas as pd

from analysis.pipeline.check_split import check_split
from analysis.pipeline.counted import Progress, count_sources
from analysis.pipeline.jobs import Job, list_jobs
from analysis.pipeline.lazy_tables import LazyTables
from analysis.pipeline.ways import Ways
from analysis.storage import Corpus, Packed, join_tables, load_schema

FULL = ("segments", "sentences", "tokens", "splittings", "doubts")
PLACE = ["start", "end"]  # of a word in its text: in the full table only
HERE = Ways()
Tables = Mapping[str, pd.DataFrame]


def build_full(corpus: Corpus, *, progress: Progress = iter, ways: Ways = HERE) -> Tables:
    """Build the full tables from the texts of a corpus.

    progress: hands on the texts that are counted, and may show how far it is. ways: where that is done.
    Returns segments, sentences, tokens, splittings and doubts of all sources, sorted by source; what stands in tokens
    is categories, sorted.
    Raises InputError, naming the source, where nobody knows whose words a text holds.
    """
    jobs = list_jobs(corpus)
    return join_sources(count_sources(jobs, ways=ways, progress=progress), jobs, corpus)


def join_sources(counted: list[dict[str, Packed]], jobs: list[Job], corpus: Corpus) -> Tables:
    """Join the packed tables of the sources, as from `count_sources`, which are emptied, to the full ones.

    Each is joined when it is asked for.
    """
    parts = {name: [tables.pop(name) for tables in counted] for name in FULL}
    full = LazyTables({name: partial(_join, parts[name], jobs, name) for name in FULL})
    check_split(full["segments"], full["doubts"], corpus)
    return full


def _join(parts: list[Packed], jobs: list[Job], name: str) -> pd.DataFrame:
    columns = [field["name"] for field in load_schema()[name]["schema"]["fields"]]
    is_words = name == "tokens"
    names = [job.source for job in jobs]
    return join_tables(parts, names, columns + (PLACE if is_words else []), by_number=is_words)
