"""From received texts and decisions to tables: the one place where all steps are called in order."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.disclosure import (
    choose_words,
    find_named,
    list_unseen,
    mask_tables,
    mask_texts,
    mask_words,
    place_words,
    release_tables,
    spell_names,
    weigh_words,
)
from analysis.formats import find_times, gather_turns
from analysis.patterns import find_matches
from analysis.phrases import list_reuse_chance, list_uses
from analysis.pipeline.check_families import check_families
from analysis.pipeline.check_split import check_split
from analysis.pipeline.counted import Progress, count_sources
from analysis.pipeline.found import Found, find_all
from analysis.pipeline.jobs import Job, list_jobs
from analysis.pipeline.ways import Ways
from analysis.quotes import check_reports
from analysis.sensitivity import Case, measure_sensitivity
from analysis.storage import Corpus, Packed, join_tables, load_schema
from analysis.topics import list_topic_hits
from analysis.validation import load_codings
from analysis.versions import align_sentences, list_rewordings, measure_false_links, measure_overlaps
from analysis.vocabulary import list_chance, list_contrasts

FULL = ("segments", "sentences", "tokens", "splittings", "doubts")
ASKED = ["source", "event", "date", "label", "kind", "is_reference"]  # what findings are counted by
PLACE = ["start", "end"]  # of a word in its text: in the full table only
HERE = Ways()


def build_full(corpus: Corpus, *, progress: Progress = iter, ways: Ways = HERE) -> dict[str, pd.DataFrame]:
    """Build the full tables from the texts of a corpus.

    progress: hands on the texts that are counted, and may show how far it is. ways: where that is done.
    Returns segments, sentences, tokens, splittings and doubts of all sources, sorted by source.
    Raises InputError, naming the source, where nobody knows whose words a text holds.
    """
    jobs = list_jobs(corpus)
    counted = count_sources(jobs, ways=ways, progress=progress)
    full = {name: _join([tables.pop(name) for tables in counted], jobs, name) for name in FULL}
    check_split(full["segments"], full["doubts"], corpus)
    return full


def _join(parts: list[Packed], jobs: list[Job], name: str) -> pd.DataFrame:
    columns = [field["name"] for field in load_schema()[name]["schema"]["fields"]]
    return join_tables(parts, [job.source for job in jobs], columns + (PLACE if name == "tokens" else []))


class Built(NamedTuple):
    """The released tables and the full ones by name, and what was found in the full ones.

    n_withheld: words that some result needs but that are withheld, since too many in a row would be seen.
    """

    released: dict[str, pd.DataFrame]
    full: dict[str, pd.DataFrame]
    found: Found
    n_withheld: int


def build_tables(corpus: Corpus, *, progress: Progress = iter, ways: Ways = HERE) -> Built:
    """Build all tables of a corpus, sensitivity among the released ones.

    progress: hands on the texts, then the variants of counting, and may show how far it is. ways: where the
    texts are counted.
    Raises InputError at the first fault of the manifest, the decisions or a text.
    """
    built = build_counts(corpus, progress=progress, ways=ways)
    sensitivity = measure_sensitivity(make_case(corpus, built), progress=progress)
    names = spell_names(corpus.decisions["withheld"]["name"])
    return built._replace(released=built.released | mask_tables({"sensitivity": sensitivity}, names))


def build_counts(corpus: Corpus, *, progress: Progress = iter, ways: Ways = HERE) -> Built:
    """Build all tables but the one on sensitivity, for which everything is counted again and again.

    Takes and returns what `build_tables` does.
    """
    decisions, sources = corpus.decisions, corpus.sources
    full = build_full(corpus, progress=progress, ways=ways)
    names, texts = spell_names(decisions["withheld"]["name"]), corpus.texts
    found = find_all(full["tokens"], decisions, sources)
    check_families(found.families, corpus)
    if names:
        full["tokens"], texts = take_letters(full["tokens"], texts, names)
        named = find_all(full["tokens"], decisions, sources)
        found = found._replace(families=named.families, asked=named.asked)
    versions = compare_versions(full, sources, decisions["equivalents"])
    cost = weigh_words(full["tokens"], sources, found.parts)
    chosen = choose_words(full["tokens"], cost, found.phrase_hits, versions["rewordings"], texts)
    n_withheld = int(((cost > 0) & ~chosen.kept).sum())
    released = versions | release_tables(full, chosen)
    seen_hits = find_matches(place_words(released["tokens"]), decisions["patterns"], by="topic")
    released["unseen_hits"] = list_unseen(found.topic_hits, seen_hits)
    released |= release_vocabulary(full, sources, decisions["equivalents"])
    released["quotes"] = _check_quotes(full, corpus, texts)
    full["occurrences"] = list_uses(full["tokens"], found.phrase_hits, found.families, sources)
    full["turns"] = list_turns(full["segments"], corpus.texts)
    full["topic_hits"] = list_topic_hits(found.topic_hits, full["segments"])
    return Built(mask_tables(released, names), full, found, n_withheld)


def _check_quotes(full: dict[str, pd.DataFrame], corpus: Corpus, texts: pd.DataFrame) -> pd.DataFrame:
    by_source = dict(zip(texts["source"], texts["text"], strict=True))
    return check_reports(full["tokens"], full["segments"], corpus.sources, by_source, corpus.speaker)


def take_letters(
    tokens: pd.DataFrame, texts: pd.DataFrame, names: re.Pattern[str]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return words and texts without the letters of names that nothing published may hold."""
    is_named = find_named(tokens, texts, names)
    return mask_words(tokens, is_named), mask_texts(texts, tokens, is_named)


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


def make_case(corpus: Corpus, built: Built) -> Case:
    """Return what findings are counted from, as it is before anything is counted otherwise."""
    return Case(
        sources=corpus.sources[ASKED],
        segments=built.full["segments"],
        tokens=built.full["tokens"],
        topic_hits=built.found.topic_hits,
        phrase_hits=built.found.phrase_hits,
        decisions=corpus.decisions,
        texts=corpus.texts.set_index("source")["text"].to_dict(),
        codings=load_codings(corpus.data, corpus.decisions["topics"], built.full["segments"]),
    )


def compare_versions(
    full: dict[str, pd.DataFrame], sources: pd.DataFrame, equivalents: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """Return how sources go together: passages, rewordings (all of them), overlaps, false links.

    full: tables by name. sources, equivalents: as for `versions.align_sentences`.
    """
    passages = align_sentences(full["tokens"], full["sentences"], sources, equivalents)
    rewordings = list_rewordings(full["tokens"], passages, equivalents)
    overlaps = measure_overlaps(full["tokens"])
    false_links = measure_false_links(full["tokens"], full["sentences"], sources, equivalents)
    return {"passages": passages, "rewordings": rewordings, "overlaps": overlaps, "false_links": false_links}


def release_vocabulary(
    full: dict[str, pd.DataFrame], sources: pd.DataFrame, equivalents: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """Return the tables on vocabulary that need words in their turns: contrasts, chance.

    full: tables by name. sources, equivalents: as for `vocabulary.list_contrasts`.
    """
    counted = (full["tokens"], full["segments"], sources, equivalents)
    drawn = [list_chance(*counted), list_reuse_chance(full["tokens"], sources)]
    chance = pd.concat([table for table in drawn if len(table)] or drawn[:1])
    ordered = chance.sort_values(["figure", "source"], ignore_index=True)
    return {"contrasts": list_contrasts(*counted), "chance": ordered}
