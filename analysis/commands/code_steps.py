"""From texts to coding sheets, and from filled sheets to scores: the steps of `refrain code` in order."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.errors import InputError
from analysis.patterns import find_matches
from analysis.pipeline import Progress, build_full
from analysis.storage import Corpus, check_outside
from analysis.validation import (
    NONE,
    PARAGRAPH,
    QDA_ENDING,
    STRATUM,
    code_paragraphs,
    correct_shares,
    digest_text,
    draw_sample,
    list_paragraphs,
    list_texts,
    load_sample,
    measure_agreement,
    read_project_codings,
    read_sheets,
    save_sheet,
    score_coding,
    settle_codings,
    split_codings,
)


class Paragraphs(NamedTuple):
    """What a coding sheet is drawn from.

    topics: one row per topic. paragraphs: one row per paragraph (source, paragraph, event). predicted: one
    row per (source, paragraph, topic). segments: from `build_full`. texts: one row per source (source, text).
    """

    topics: pd.DataFrame
    paragraphs: pd.DataFrame
    predicted: pd.DataFrame
    segments: pd.DataFrame
    texts: pd.DataFrame


class Scores(NamedTuple):
    """The results of filled sheets: see `measure_agreement`, `score_coding` and `correct_shares`.

    codings: one row per coded paragraph and coder. n_drawn: how many paragraphs the sheets have. is_whole:
    whether all topics were coded, rather than one of them. told: sentences on what was read out of projects.
    """

    agreement: pd.DataFrame
    scores: pd.DataFrame
    shares: pd.DataFrame
    codings: pd.DataFrame
    n_drawn: int
    is_whole: bool
    told: list[str]
    standard: Standard


class Standard(NamedTuple):
    """What another coder is scored against: the paragraphs, the sample, and what people settled on, with weights."""

    found: Paragraphs
    drawn: pd.DataFrame
    settled: pd.DataFrame
    weights: pd.DataFrame
    topics: list[str]


def find_paragraphs(corpus: Corpus, *, progress: Progress = iter) -> Paragraphs:
    """Find the paragraphs of the texts at hand, and the topics that the dictionary predicts for them."""
    decisions, sources = corpus.decisions, corpus.sources
    full = build_full(corpus, progress=progress)
    hits = find_matches(full["tokens"], decisions["patterns"], by="topic", sources=sources)
    return Paragraphs(
        topics=decisions["topics"],
        paragraphs=list_paragraphs(full["segments"], sources),
        predicted=code_paragraphs(hits, full["segments"]),
        segments=full["segments"],
        texts=corpus.texts,
    )


def write_sheet(
    folder: Path, corpus: Corpus, *, n: int, seed: int, topic: str | None, progress: Progress = iter
) -> tuple[int, int]:
    """Write a coding sheet into a folder outside the repository; return how many paragraphs of how many.

    See `draw_sample` for n, seed and topic, and `save_sheet` for the files.
    """
    check_outside(folder, corpus.data, what="the coding sheet")
    found = find_paragraphs(corpus, progress=progress)
    topics = choose_topics(found.topics, topic)
    if found.paragraphs.empty:
        raise InputError(
            f"{corpus.texts_folder}: there is no paragraph of running text to code; check the texts."
        )
    sample = draw_sample(found.paragraphs, found.predicted, n=n, seed=seed, topic=topic)
    save_sheet(folder, sample, list_texts(sample, found.segments, found.texts), topics)
    return len(sample), len(found.paragraphs)


def score_sheets(sheets: list[Path], sample: Path, corpus: Corpus, *, progress: Progress = iter) -> Scores:
    """Score the dictionary of a corpus against filled sheets of one sample."""
    drawn, known = load_sample(sample), corpus.decisions["topics"]
    topics = choose_topics(known, drawn["topic"].iloc[0] or None)["topic"].tolist()
    found = find_paragraphs(corpus, progress=progress)
    _check_texts(drawn, found, sample)
    codings, told = _read_coders(sheets, drawn, found, topics)
    coded = split_codings(codings)
    settled, weights = settle_codings(coded), weigh_drawn(drawn, codings)
    predicted = found.predicted[found.predicted["topic"].isin(topics)]
    return Scores(
        agreement=measure_agreement(coded, topics),
        scores=score_coding(predicted, settled, weights=weights, topics=topics),
        shares=correct_shares(predicted, settled, found.paragraphs, weights=weights, topics=topics),
        codings=codings,
        n_drawn=len(drawn),
        is_whole=len(topics) == len(known),
        told=told,
        standard=Standard(found, drawn, settled, weights, topics),
    )


def _read_coders(
    files: list[Path], drawn: pd.DataFrame, found: Paragraphs, topics: list[str]
) -> tuple[pd.DataFrame, list[str]]:
    """Read filled sheets, then REFI-QDA projects; return the codings, and sentences on those projects."""
    projects = [file for file in files if file.suffix.casefold() == QDA_ENDING]
    sheets = [file for file in files if file not in projects]
    tables = [read_sheets(sheets, drawn, topics)] if sheets else []
    told: list[str] = []
    for file in projects:
        texts = list_texts(drawn, found.segments, found.texts)
        chosen = found.topics[found.topics["topic"].isin(topics)]
        codings, sentences = read_project_codings(file, drawn, texts, chosen)
        tables.append(codings)
        told += sentences
    codings = pd.concat(tables, ignore_index=True)
    if (twice := codings.duplicated([*PARAGRAPH, "coder"])).any():
        coder = codings["coder"][twice].iloc[0]
        raise InputError(f"{coder} codes in two of the files; give each coder one, and name it by its coder.")
    return codings, told


def _check_texts(drawn: pd.DataFrame, found: Paragraphs, sample: Path) -> None:
    """Raise InputError if a drawn paragraph is no longer what it was when the sheet was written."""
    places = pd.MultiIndex.from_frame(found.segments[PARAGRAPH])
    there = drawn[pd.MultiIndex.from_frame(drawn[PARAGRAPH]).isin(places)]
    now = list_texts(there, found.segments, found.texts).map(digest_text)
    changed = drawn[drawn["digest"] != now.reindex(drawn.index)]
    if len(changed):
        which = f"paragraph {changed['paragraph'].iloc[0]} of {changed['source'].iloc[0]}"
        raise InputError(f"{sample}: {which} reads otherwise now; restore the text, or draw a new sheet.")


def weigh_drawn(drawn: pd.DataFrame, codings: pd.DataFrame) -> pd.DataFrame:
    """Weigh the coded paragraphs of a sample by how they were drawn.

    drawn: one row per paragraph of the sample, from `draw_sample`. codings: one row per (source, paragraph,
    coder). Returns one row per coded paragraph: source, paragraph, weight, which is 1 / probability, raised
    where others of its stratum were drawn and read by nobody.
    """
    is_read = pd.MultiIndex.from_frame(drawn[PARAGRAPH]).isin(pd.MultiIndex.from_frame(codings[PARAGRAPH]))
    weight = 1 / drawn["probability"]
    strata = [drawn[column] for column in STRATUM]
    raised = weight.groupby(strata).transform("sum") / weight.where(is_read).groupby(strata).transform("sum")
    return drawn[PARAGRAPH].assign(weight=weight * raised)[is_read].reset_index(drop=True)


def choose_topics(topics: pd.DataFrame, topic: str | None) -> pd.DataFrame:
    """Return the row of one topic, or all rows. Raises InputError if there is none, or a name is taken."""
    if topics.empty:
        raise InputError("there are no topics to code; add them to decisions/topics.csv.")
    if taken := sorted(set(topics["topic"]) & set(NONE)):
        raise InputError(f"a topic is called {taken[0]!r}, which means none on a coding sheet; rename it.")
    if topic is not None and topic not in set(topics["topic"]):
        raise InputError(f"there is no topic {topic!r}; the topics are {', '.join(topics['topic'])}.")
    return topics if topic is None else topics[topics["topic"] == topic]
