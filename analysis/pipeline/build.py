"""From received texts and decisions to tables: the one place where all steps are called in order."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.disclosure import (
    choose_words,
    count_words,
    find_named,
    find_needed,
    list_chosen,
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
from analysis.phrases import list_uses
from analysis.pipeline.check_split import check_split
from analysis.pipeline.counted import Progress, count_sources
from analysis.pipeline.found import Found, find_families, find_sought
from analysis.pipeline.jobs import Job, list_jobs
from analysis.pipeline.steps import Steps
from analysis.pipeline.ways import Ways
from analysis.sensitivity import Case, measure_sensitivity
from analysis.storage import Corpus, Packed, join_tables, load_schema
from analysis.topics import list_topic_hits
from analysis.validation import load_codings
from analysis.versions import align_sentences, list_rewordings, measure_false_links, measure_overlaps
from analysis.vocabulary import list_chance, list_contrasts

FULL = ("segments", "sentences", "tokens", "splittings", "doubts")
ASKED = ["source", "event", "date", "label", "kind", "is_reference"]  # what findings are counted by
READ = [*ASKED, "language"]  # what any step reads of sources
PLACE = ["start", "end"]  # of a word in its text: in the full table only
HERE = Ways()
Tables = dict[str, pd.DataFrame]


def build_full(corpus: Corpus, *, progress: Progress = iter, ways: Ways = HERE) -> dict[str, pd.DataFrame]:
    """Build the full tables from the texts of a corpus.

    progress: hands on the texts that are counted, and may show how far it is. ways: where that is done.
    Returns segments, sentences, tokens, splittings and doubts of all sources, sorted by source.
    Raises InputError, naming the source, where nobody knows whose words a text holds.
    """
    return _count_all(corpus, list_jobs(corpus), progress, ways)


def _count_all(corpus: Corpus, jobs: list[Job], progress: Progress, ways: Ways) -> Tables:
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
    jobs = list_jobs(corpus)
    steps = Steps(ways.folder, jobs)
    built = _build_counts(corpus, _count_all(corpus, jobs, progress, ways), steps)
    case = make_case(corpus, built)
    reads = {"sources": case.sources, "codings": case.codings, **corpus.decisions}
    measured = steps.ask(
        "sensitivity", lambda: {"sensitivity": measure_sensitivity(case, progress=progress)}, reads
    )
    steps.clear()
    names = spell_names(corpus.decisions["withheld"]["name"])
    return built._replace(released=built.released | mask_tables(measured, names))


def build_counts(corpus: Corpus, *, progress: Progress = iter, ways: Ways = HERE) -> Built:
    """Build all tables but the one on sensitivity, for which everything is counted again and again.

    Takes and returns what `build_tables` does.
    """
    jobs = list_jobs(corpus)
    return _build_counts(corpus, _count_all(corpus, jobs, progress, ways), Steps(ways.folder, jobs))


def _build_counts(corpus: Corpus, full: Tables, steps: Steps) -> Built:
    """Build all tables but the one on sensitivity from the full ones, to which some are added."""
    decisions, sources, texts = corpus.decisions, corpus.sources[READ], corpus.texts
    names, equivalents = spell_names(decisions["withheld"]["name"]), decisions["equivalents"]
    found = find_sought(full["tokens"], decisions, steps)
    if names:
        full["tokens"], texts = take_letters(full["tokens"], texts, names)
    reads = {"sources": sources, "equivalents": equivalents, "withheld": decisions["withheld"]}
    whole = {"withheld": decisions["withheld"]}
    counted = steps.ask("words", lambda: count_words(full), whole)
    families = steps.ask(
        "families", lambda: find_families(full["tokens"], counted["words"], equivalents, sources), reads
    )
    found = Found(**found, **families)
    versions = steps.ask("versions", lambda: compare_versions(full, sources, equivalents), reads)
    vocabulary = steps.ask("vocabulary", lambda: release_vocabulary(full, sources, equivalents), reads)
    rewordings, looked_for = (
        versions["rewordings"],
        {name: decisions[name] for name in ("patterns", "phrases")},
    )
    shown = steps.ask(
        "release", lambda: choose_shown(full["tokens"], sources, texts, found, rewordings), reads | looked_for
    )
    released = versions | release_tables(full, counted, shown)
    seen_hits = find_matches(place_words(released["tokens"]), decisions["patterns"], by="topic")
    released["unseen_hits"] = list_unseen(found.topic_hits, seen_hits)
    released |= vocabulary
    full["occurrences"] = list_uses(full["tokens"], found.phrase_hits, found.families, sources)
    full["turns"] = list_turns(full["segments"], corpus.texts)
    full["topic_hits"] = list_topic_hits(found.topic_hits, full["segments"])
    n_withheld = int(shown["withheld"]["n"].iloc[0])
    return Built(mask_tables(released, names), full, found, n_withheld)


def choose_shown(
    tokens: pd.DataFrame,
    sources: pd.DataFrame,
    texts: pd.DataFrame,
    found: Found,
    rewordings: pd.DataFrame,
) -> Tables:
    """Choose what may be shown: the tables of `disclosure.list_chosen`, and withheld: n, words kept back.

    tokens, sources, texts, rewordings: as for `disclosure.choose_words`. found: in these tokens.
    """
    cost = weigh_words(tokens, find_needed(tokens, sources), found.parts)
    chosen = choose_words(tokens, cost, found.phrase_hits, rewordings, texts)
    n = int(((cost > 0) & ~chosen.kept).sum())
    return list_chosen(tokens, chosen) | {"withheld": pd.DataFrame({"n": [n]})}


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
    return {"contrasts": list_contrasts(*counted), "chance": list_chance(*counted)}
