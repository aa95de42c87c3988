"""From received texts and decisions to tables: the one place where all steps are called in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.formats import split_segments
from analysis.formats.canvas import Voice
from analysis.formats.names import Speaker
from analysis.ledger import list_uses
from analysis.overlaps import measure_overlaps
from analysis.patterns import check_patterns, find_matches
from analysis.release import find_visible_rows, release_tables
from analysis.rewordings import list_rewordings, show_rewordings
from analysis.schema import load_schema
from analysis.segment import count_sentences, split_sentences, split_tokens
from analysis.sources import load_manifest, load_speaker, read_sources
from analysis.tables import check_references, read_table
from analysis.versions import align_sentences

Progress = Callable[[Iterable], Iterable]
FULL = ("segments", "sentences", "tokens")


def build_full(
    texts: pd.DataFrame, speaker: Speaker, voices: dict[str, Voice], *, progress: Progress = iter
) -> dict[str, pd.DataFrame]:
    """Build the full tables from texts.

    texts: one row a source (source, kind, text). progress: hands on the rows, and may show how far it is.
    Returns segments, sentences and tokens of all sources, sorted by source.
    """
    rows = list(texts.sort_values("source").itertuples())
    built = [_build_source(row, speaker, voices) for row in progress(rows)]
    return {name: _stack([tables[name] for tables in built], name) for name in FULL}


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
    """The released tables and the full ones by name.

    n_withheld: words that some result needs but that are withheld, since too many in a row would be seen.
    """

    released: dict[str, pd.DataFrame]
    full: dict[str, pd.DataFrame]
    n_withheld: int


def build_tables(data: Path, texts: Path, *, progress: Progress = iter) -> Built:
    """Build all tables of a data folder from the texts in another.

    Raises InputError at the first fault of the manifest, the decisions or a text.
    """
    decisions, sources = load_decisions(data), load_manifest(data)
    speaker, voices = load_speaker(data)
    read = read_sources(data, texts)
    full = build_full(read, speaker, voices, progress=progress)
    visible = find_visible_rows(full["tokens"], decisions, sources)
    released = release_tables(full, read, visible, decisions["phrases"])
    n_withheld = int(visible.sum()) - len(released["tokens"])
    released |= release_versions(full, released, sources, decisions["equivalents"])
    named = find_matches(full["tokens"], decisions["phrases"], by="phrase")
    full["occurrences"] = list_uses(
        full["tokens"], released["words"], named, decisions["equivalents"], sources
    )
    return Built(released, full, n_withheld)


def release_versions(
    full: dict[str, pd.DataFrame],
    released: dict[str, pd.DataFrame],
    sources: pd.DataFrame,
    equivalents: pd.DataFrame,
) -> dict[str, pd.DataFrame]:
    """Return what may be published on how sources go together: passages, rewordings, overlaps.

    Returned are also the released tokens, now with the words of rewordings. full, released: tables by name.
    sources, equivalents: as for `versions.align_sentences`.
    """
    passages = align_sentences(full["tokens"], full["sentences"], sources, equivalents)
    rewordings = list_rewordings(full["tokens"], passages, equivalents)
    tokens, rewordings = show_rewordings(rewordings, full["tokens"], released)
    overlaps = measure_overlaps(full["tokens"])
    return {"tokens": tokens, "passages": passages, "rewordings": rewordings, "overlaps": overlaps}


def load_decisions(data: Path) -> dict[str, pd.DataFrame]:
    """Read and check what people decided: topics, patterns, phrases and equivalents, by name.

    Equivalents may be missing: then no word stands for another.
    """
    decisions = {name: read_table(data, name) for name in ("topics", "patterns", "phrases")}
    equivalents = load_schema()["equivalents"]
    if (data / equivalents["path"]).is_file():
        decisions["equivalents"] = read_table(data, "equivalents")
    else:
        columns = [field["name"] for field in equivalents["schema"]["fields"]]
        decisions["equivalents"] = pd.DataFrame(columns=columns, dtype="str")
    for name, by in (("patterns", "topic"), ("phrases", "phrase")):
        check_patterns(decisions[name], by=by, file=str(data / load_schema()[name]["path"]))
    check_references(decisions, data)
    return decisions
