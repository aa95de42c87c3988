"""From received texts and decisions to tables: the one place where all steps are called in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.errors import InputError
from analysis.formats import split_segments
from analysis.formats.canvas import Voice
from analysis.formats.names import Speaker
from analysis.patterns import check_patterns
from analysis.release import find_visible_rows, release_tables
from analysis.segment import count_sentences, split_sentences, split_tokens
from analysis.sources import load_manifest, load_speaker, read_sources
from analysis.tables import load_schema, read_table

Progress = Callable[[Iterable], Iterable]


def build_full(
    texts: pd.DataFrame, speaker: Speaker, voices: dict[str, Voice], *, progress: Progress = iter
) -> dict[str, pd.DataFrame]:
    """Build the full tables from texts.

    texts: one row a source (source, kind, text). progress: wraps the rows, so that a bar can show how far it is.
    Returns segments, sentences and tokens of all sources, sorted by source.
    """
    built = [
        _build_source(row, speaker, voices)
        for row in progress(list(texts.sort_values("source").itertuples()))
    ]
    return {
        name: _stack([tables[name] for tables in built], name) for name in ("segments", "sentences", "tokens")
    }


def _build_source(row, speaker: Speaker, voices: dict[str, Voice]) -> dict[str, pd.DataFrame]:
    segments = split_segments(row.text, kind=row.kind, speaker=speaker, voices=voices)
    sentences = split_sentences(row.text, segments)
    tokens = split_tokens(row.text, segments, sentences)
    tables = {"segments": segments, "sentences": count_sentences(tokens, sentences), "tokens": tokens}
    return {name: table.assign(source=row.source) for name, table in tables.items()}


def _stack(tables: list[pd.DataFrame], name: str) -> pd.DataFrame:
    columns = [field["name"] for field in load_schema()[name]["schema"]["fields"]]
    return pd.concat(tables, ignore_index=True)[columns]


class Built(NamedTuple):
    """The released tables and the full ones by name, and how many words results would need but release withholds."""

    released: dict[str, pd.DataFrame]
    full: dict[str, pd.DataFrame]
    n_withheld: int


def build_tables(data: Path, texts: Path, *, progress: Progress = iter) -> Built:
    """Build all tables of a data folder from the texts in another."""
    decisions = load_decisions(data)
    sources = load_manifest(data)
    speaker, voices = load_speaker(data)
    read = read_sources(data, texts)
    full = build_full(read, speaker, voices, progress=progress)
    rules = (decisions["patterns"], decisions["phrases"], sources)
    released = release_tables(full, read, *rules)
    n_wanted = int(find_visible_rows(full["tokens"], *rules).sum())
    return Built(released, full, n_wanted - len(released["tokens"]))


def load_decisions(data: Path) -> dict[str, pd.DataFrame]:
    """Read and check what people decided: topics, patterns, phrases, speakers."""
    decisions = {name: read_table(data, name) for name in ("topics", "patterns", "phrases", "speakers")}
    for name, by in (("patterns", "topic"), ("phrases", "phrase")):
        check_patterns(decisions[name], by=by, file=str(data / load_schema(data)[name]["path"]))
    _check_topics(decisions, data)
    return decisions


def _check_topics(decisions: dict[str, pd.DataFrame], data: Path) -> None:
    unknown = ~decisions["patterns"]["topic"].isin(decisions["topics"]["topic"])
    if unknown.any():
        row = decisions["patterns"][unknown].iloc[0]
        line = unknown.to_numpy().argmax() + 2
        file = data / load_schema(data)["patterns"]["path"]
        raise InputError(
            f"{file}, line {line}: topic '{row['topic']}' is not in topics.csv; add a row there."
        )
