"""Is a data folder whole and consistent, and does it give away no more than it may?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pandas as pd

from analysis.commands.check_claims import check_claims, compare_claims, make_case
from analysis.commands.check_quotes import check_quotes
from analysis.commands.check_refusals import Tables, refuse
from analysis.commands.check_remarks import DOUBTFUL, HOLDS, LOOK, STOPS, WRONG, Remark, attempt, rate
from analysis.commands.check_results import check_versions, check_vocabulary
from analysis.commands.check_segments import check_segments, check_sentences, check_splittings
from analysis.commands.check_use import list_across_languages, list_unshown, list_unused
from analysis.commands.check_words import check_contexts, check_tokens, check_words
from analysis.commands.check_written import check_order, check_places, check_written
from analysis.commands.split_file import tell_own_words, tell_split_doubts
from analysis.disclosure import LONGEST_GUESSED, LONGEST_RUN, measure_visibility, place_words
from analysis.patterns import count_names
from analysis.pipeline import check_own_words, list_doubts
from analysis.roles import SPOKEN
from analysis.storage import (
    Corpus,
    check_references,
    list_changed_inputs,
    list_changed_tables,
    list_tables,
    load_schema,
    miss_built,
    read_optional,
    read_table,
)
from analysis.validation import PARAGRAPH, load_codings


def check_data(corpus: Corpus, texts: Path | None = None) -> Iterator[Remark]:
    """Yield a remark for each fault of the tables, each doubtful thing, and each part that is as it must be.

    texts: the folder with the texts, which are compared with those that the tables were built from; the data
    folder's own if left out. What was received and decided must be sound: see `list_problems`. Where the tables do
    not hold together, the first place that shows it is told.
    """
    data = corpus.data
    yield from rate(HOLDS, _count_inputs(corpus))
    changed = [*rate(WRONG, list_changed_inputs(data, texts)), *rate(WRONG, list_changed_tables(data))]
    yield from changed
    yield from rate(DOUBTFUL, filter(None, [miss_built(data)]) if not changed else [])
    lost = [remark for name in list_tables() for remark in attempt(WRONG, partial(_read, data, name))]
    yield from lost
    if lost or any(list_changed_inputs(data, texts)):  # what other decisions gave does not fit these
        return
    read = {name: _read(data, name) for name in list_tables()}
    yield from _check_read(corpus, read)


def _read(data: Path, name: str) -> pd.DataFrame:
    return read_table(data, name)


def _count_inputs(corpus: Corpus) -> Iterator[str]:
    sources, decisions = corpus.sources, corpus.decisions
    yield f"sources: {len(sources)} sources of {sources['event'].nunique()} events"
    n_phrases = decisions["phrases"]["phrase"].nunique()
    yield f"decisions: {len(decisions['patterns'])} topic patterns, {n_phrases} tracked phrases"


def _check_read(corpus: Corpus, read: Tables) -> Iterator[Remark]:
    """Yield what tables, each of them sound, say when laid side by side."""
    tables = read | {"tokens": place_words(read["tokens"])}
    faults = list(attempt(WRONG, lambda: _check_tables(corpus, tables)))
    yield from faults
    if faults:
        return
    yield Remark(HOLDS, f"tables: {len(tables)} tables, {sum(map(len, tables.values())):,} rows")
    yield from _check_release(corpus, tables)
    strange = list(attempt(STOPS, lambda: _load_codings(corpus, tables)))
    yield from strange
    if not strange:
        case = make_case(corpus, tables)
        yield from attempt(WRONG, lambda: check_claims(corpus.data, tables["sensitivity"], case))
        yield from rate(DOUBTFUL, compare_claims(corpus.data, tables["sensitivity"], case))
        yield from rate(HOLDS, _tell_codings(_load_codings(corpus, tables)))
    yield from attempt(WRONG, lambda: check_written(corpus.data, read))
    yield from _list_doubts(corpus, tables)


def _check_release(corpus: Corpus, tables: Tables) -> Iterator[Remark]:
    """Yield how much is seen of the texts, or that it is too much."""
    seen = measure_visibility(tables)
    too_long = list(attempt(WRONG, lambda: _check_runs(corpus.data, seen)))
    yield from too_long
    if not too_long:
        most, longest, guessed = (
            seen[name].max() for name in ("share_visible", "longest", "longest_guessed")
        )
        yield Remark(
            HOLDS,
            f"release: at most {most:.0%} of a source's words visible, {longest} in a row once all tables are "
            f"laid over each other, {guessed} if each single hidden word is guessed",
        )


def _load_codings(corpus: Corpus, tables: Tables) -> pd.DataFrame:
    return load_codings(corpus.data, corpus.decisions["topics"], tables["segments"])


def _tell_codings(codings: pd.DataFrame) -> Iterator[str]:
    """Yield who coded how many paragraphs, if anybody did."""
    if len(codings):
        n_read = len(codings.drop_duplicates(PARAGRAPH))
        yield f"codings: {n_read} paragraphs, coders: {', '.join(sorted(set(codings['coder'])))}"


def _list_doubts(corpus: Corpus, tables: Tables) -> Iterator[Remark]:
    """Yield what is no fault but wants to be looked at."""
    yield from rate(DOUBTFUL, list_doubts(tables, corpus.sources, corpus.data))
    yield from rate(DOUBTFUL, list_unshown(corpus, tables["words"], tables["tokens"]))
    yield from rate(LOOK, list_unused(corpus, tables["tokens"]))
    yield from rate(LOOK, list_across_languages(corpus, tables["tokens"]))
    yield from rate(LOOK, _ask_provenance(corpus))
    yield from rate(LOOK, tell_split_doubts(tables["doubts"]))
    yield from rate(HOLDS, tell_own_words(tables["segments"]))
    yield from rate(HOLDS, _tell_names(corpus))


def _tell_names(corpus: Corpus) -> Iterator[str]:
    n_names, n_like_names = count_names(corpus.decisions["patterns"])
    if n_names or n_like_names:
        yield f"names: {n_names} patterns are bare names and may be; {n_like_names} have capitals and name other things"


def _ask_provenance(corpus: Corpus) -> Iterator[str]:
    """Ask once how texts came to us where nobody says so."""
    known = read_optional(corpus.data, "provenance")["source"]
    unknown = corpus.sources.loc[~corpus.sources["source"].isin(known), "source"]
    if len(unknown):
        path = corpus.data / load_schema()["provenance"]["path"]
        yield f"nothing says how these texts came to us: {', '.join(unknown)}; add a row for each to {path}."


def _check_tables(corpus: Corpus, tables: Tables) -> None:
    """Every source has tables that agree, and every row refers to rows and words that exist."""
    data, sources, segments = corpus.data, corpus.sources, tables["segments"]
    spoken = segments.loc[segments["role"].isin(SPOKEN) & (segments["n_words"] > 0), "source"]
    for name, wanted in (("segments", sources["source"]), ("sentences", spoken)):
        if absent := sorted(set(wanted) - set(tables[name]["source"])):
            refuse(data, name, f"nothing of {', '.join(absent)}")
    check_references(tables | {"manifest": sources}, data)
    check_own_words(segments, corpus)
    _check_sums(data, segments, tables["words"])
    for name in ("tokens", "contexts"):
        _check_positions(data, name, tables[name], segments.groupby("source")["n_words"].sum())
    _check_agreement(corpus, tables)


def _check_agreement(corpus: Corpus, tables: Tables) -> None:
    """The tables hold against each other, as far as the released words decide it."""
    data, decisions = corpus.data, corpus.decisions
    check_order(data, tables)
    check_segments(data, tables["segments"])
    check_sentences(data, tables)
    check_splittings(data, tables)
    check_places(data, tables)
    check_words(data, tables)
    check_tokens(data, tables)
    check_contexts(data, tables, decisions["phrases"], corpus.sources)
    check_versions(data, tables, corpus.sources)
    check_quotes(data, tables, corpus.sources)
    check_vocabulary(data, tables, corpus.sources, decisions["equivalents"])


def _check_sums(data: Path, segments: pd.DataFrame, words: pd.DataFrame) -> None:
    by = ["source", "role"]
    sums = pd.DataFrame(
        {"stated": segments.groupby(by)["n_words"].sum(), "listed": words.groupby(by)["n"].sum()}
    )
    for row in sums.fillna(0).astype(int).query("stated != listed").itertuples():
        of = f"{row.listed} words of {', '.join(row.Index)}, but segments.csv has {row.stated}"
        refuse(data, "words", of)


def _check_positions(data: Path, name: str, table: pd.DataFrame, n_words: pd.Series) -> None:
    beyond = table["position"] > table["source"].map(n_words).astype("float64")
    if beyond.any():
        row = table.loc[beyond.idxmax()]
        has = f"position {row['position']}, but {row['source']} has {n_words[row['source']]} words"
        refuse(data, name, has, row=row.name)


def _check_runs(data: Path, seen: pd.DataFrame) -> None:
    for row in seen[seen["longest"] > LONGEST_RUN].itertuples():
        refuse(data, "tokens", f"a run of {row.longest} words of {row.source} could be rebuilt")
    for row in seen[seen["longest_guessed"] > LONGEST_GUESSED].itertuples():
        guessed = (
            f"a run of {row.longest_guessed} words of {row.source} could be rebuilt by guessing single words"
        )
        refuse(data, "tokens", guessed)
