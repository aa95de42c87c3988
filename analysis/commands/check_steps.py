"""Is a data folder whole and consistent, and does it give away no more than it may?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from analysis.commands.check_claims import check_claims, compare_claims, make_case
from analysis.commands.check_refusals import Tables, refuse
from analysis.commands.check_results import check_versions, check_vocabulary
from analysis.commands.check_segments import check_segments, check_sentences, check_splittings
from analysis.commands.check_use import list_unshown, list_unused
from analysis.commands.check_words import check_contexts, check_tokens, check_words
from analysis.commands.check_written import check_order, check_places, check_written
from analysis.commands.split_file import tell_split
from analysis.disclosure import LONGEST_GUESSED, LONGEST_RUN, measure_visibility, place_words
from analysis.errors import InputError
from analysis.patterns import count_names
from analysis.pipeline import check_own_words, list_doubts
from analysis.roles import SPOKEN
from analysis.storage import (
    Corpus,
    check_references,
    list_changed_inputs,
    list_changed_tables,
    list_tables,
    miss_built,
    read_optional,
    read_table,
)
from analysis.validation import PARAGRAPH, load_codings


def check_data(corpus: Corpus, texts: Path | None = None) -> Iterator[str]:
    """Yield one line for each part of a data folder that is as it must be, and one for each doubtful thing.

    texts: the folder with the texts, which are compared with those that the tables were built from; the data
    folder's own if left out. Raises InputError at the first fault, naming the file, the line and the remedy.
    """
    data, sources = corpus.data, corpus.sources
    yield f"sources: {len(sources)} sources of {sources['event'].nunique()} events"
    decisions, _ = corpus.decisions, corpus.speaker
    optional = {name: read_optional(data, name) for name in ("deliveries", "provenance", "readings")}
    check_references({"manifest": sources, **optional}, data)
    n_phrases = decisions["phrases"]["phrase"].nunique()
    yield f"decisions: {len(decisions['patterns'])} topic patterns, {n_phrases} tracked phrases"
    read = {name: read_table(data, name) for name in list_tables()}
    tables = read | {"tokens": place_words(read["tokens"])}
    _refuse_first(list_changed_inputs(data, texts))
    _check_tables(corpus, tables)
    yield f"tables: {len(tables)} tables, {sum(map(len, tables.values())):,} rows"
    yield from _check_release(corpus, tables)
    case = make_case(corpus, tables)
    check_claims(data, tables["sensitivity"], case)
    check_written(data, read)
    _refuse_first(list_changed_tables(data))
    yield from _list_doubts(corpus, tables)
    yield from _warn_of(filter(None, [miss_built(data)]))
    yield from _warn_of(compare_claims(data, tables["sensitivity"], case))
    yield from _warn_of(list_unshown(corpus, tables["words"], tables["tokens"]))


def _warn_of(doubts: Iterable[str]) -> Iterator[str]:
    yield from (f"warning: {doubt}" for doubt in doubts)


def _refuse_first(sentences: Iterator[str]) -> None:
    for sentence in sentences:
        raise InputError(sentence)


def _check_release(corpus: Corpus, tables: Tables) -> Iterator[str]:
    """Yield how much is seen of the texts, and who coded their paragraphs."""
    data, decisions = corpus.data, corpus.decisions
    seen = measure_visibility(tables)
    _check_runs(data, seen)
    most = seen["share_visible"].max()
    codings = load_codings(data, decisions["topics"], tables["segments"])
    longest, guessed = seen["longest"].max(), seen["longest_guessed"].max()
    yield (
        f"release: at most {most:.0%} of a source's words visible, {longest} in a row once all tables are "
        f"laid over each other, {guessed} if each single hidden word is guessed"
    )
    if len(codings):
        n_read = len(codings.drop_duplicates(PARAGRAPH))
        yield f"codings: {n_read} paragraphs, coders: {', '.join(sorted(set(codings['coder'])))}"


def _list_doubts(corpus: Corpus, tables: Tables) -> Iterator[str]:
    """Yield what is no fault but wants to be looked at."""
    n_names, n_like_names = count_names(corpus.decisions["patterns"])
    yield f"names: {n_names} patterns are bare names and may be; {n_like_names} have capitals and name other things"
    yield from tell_split(tables["segments"], tables["doubts"])
    yield from _ask_provenance(corpus)
    yield from _warn_of(list_doubts(tables, corpus.sources, corpus.data))
    yield from _warn_of(list_unused(corpus, tables["tokens"]))


def _ask_provenance(corpus: Corpus) -> Iterator[str]:
    """Ask how a text came to us where nobody says so."""
    known = read_optional(corpus.data, "provenance")["source"]
    unknown = corpus.sources.loc[~corpus.sources["source"].isin(known), "source"]
    for source in unknown:
        yield f"doubt: {source}: nothing says how its text came to us; add a row to decisions/provenance.csv."


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
    check_contexts(data, tables, decisions["phrases"])
    check_versions(data, tables, corpus.sources)
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
