"""From received texts and decisions to tables: the one place where all steps are called in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.counting import count_text
from analysis.disclosure import find_visible_rows, release_tables, show_rewordings
from analysis.formats import Speaker, Voice
from analysis.patterns import find_matches
from analysis.phrases import list_uses
from analysis.sensitivity import Case, measure_sensitivity
from analysis.storage import load_decisions, load_manifest, load_schema, load_speaker, read_sources
from analysis.topics import list_topic_hits
from analysis.versions import align_sentences, list_rewordings, measure_overlaps

Progress = Callable[[Iterable], Iterable]
FULL = ("segments", "sentences", "tokens", "splittings")


def build_full(
    texts: pd.DataFrame, speaker: Speaker, voices: dict[str, Voice], *, progress: Progress = iter
) -> dict[str, pd.DataFrame]:
    """Build the full tables from texts.

    texts: one row a source (source, kind, text). progress: hands on the rows, and may show how far it is.
    Returns segments, sentences, tokens and splittings of all sources, sorted by source.
    """
    rows = list(texts.sort_values("source").itertuples())
    built = [_build_source(row, speaker, voices) for row in progress(rows)]
    return {name: _stack([tables[name] for tables in built], name) for name in FULL}


def _build_source(row, speaker: Speaker, voices: dict[str, Voice]) -> dict[str, pd.DataFrame]:
    tables = count_text(row.text, kind=row.kind, speaker=speaker, voices=voices)
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
    """Build all tables of a data folder from the texts in another, sensitivity among the released ones.

    progress: hands on the texts, then the variants of counting, and may show how far it is.
    Raises InputError at the first fault of the manifest, the decisions or a text.
    """
    built = build_counts(data, texts, progress=progress)
    read = read_sources(data, texts).set_index("source")["text"]
    counted = {
        "words": built.released["words"],
        **{name: built.full[name] for name in ("segments", "tokens")},
    }
    case = Case(load_manifest(data), **counted, decisions=load_decisions(data), texts=read.to_dict())
    sensitivity = measure_sensitivity(case, progress=progress)
    return built._replace(released=built.released | {"sensitivity": sensitivity})


def build_counts(data: Path, texts: Path, *, progress: Progress = iter) -> Built:
    """Build all tables but the one on sensitivity, for which everything is counted again and again.

    Takes and returns what `build_tables` does.
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
    topic_hits = find_matches(full["tokens"], decisions["patterns"], by="topic")
    full["topic_hits"] = list_topic_hits(topic_hits, full["segments"])
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
