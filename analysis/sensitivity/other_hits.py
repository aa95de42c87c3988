"""Other ways to say what a hit is; words are not looked at again, hits are only taken away or replaced."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

import numpy as np
import pandas as pd

from analysis.language import fold_words_of
from analysis.roles import SPOKEN
from analysis.sensitivity.cases import Case
from analysis.suggested import bare_name
from analysis.validation import PARAGRAPH, list_paragraphs, settle_codings, split_codings

HALVES_SEED = 34


def halve_lists(case: Case, *, draw: int) -> Case:
    """Keep the hits of a random half of the patterns of each topic and of each phrase.

    draw: 0, 1, 2, ...; an even one and the odd one after it are the two halves of one division. A list of an
    odd number gives the first half one pattern more, and a list of one keeps it. A place that only a pattern left
    out finds is lost, also where a shorter one of the other half would fit.
    """
    decisions = case.decisions
    return case.recount(
        topic_hits=_keep_half(case.topic_hits, decisions["patterns"], "topic", draw),
        phrase_hits=_keep_half(case.phrase_hits, decisions["phrases"], "phrase", draw),
    )


def _keep_half(hits: pd.DataFrame, patterns: pd.DataFrame, by: str, draw: int) -> pd.DataFrame:
    kept = _choose_half(sorted(set(_list_pairs(patterns, by))), draw)
    return hits[[pair in kept for pair in _list_pairs(hits, by)]]


def _choose_half(listed: list[tuple[str, str]], draw: int) -> set[tuple[str, str]]:
    """Return a random half of the patterns of each list; listed: pairs of a list and a pattern, sorted."""
    counting = [pair for pair in listed if not pair[1].startswith("-")]
    places = np.random.default_rng([HALVES_SEED, draw // 2]).random(len(counting))
    ranked = sorted((of, place, pattern) for (of, pattern), place in zip(counting, places, strict=True))
    half = set()
    for _, rows in groupby(ranked, key=itemgetter(0)):
        pairs = [(of, pattern) for of, _, pattern in rows]
        n_first = (len(pairs) + 1) // 2
        half.update(pairs[:n_first] if draw % 2 == 0 else pairs[n_first:] or pairs)
    return half


def _list_pairs(table: pd.DataFrame, by: str) -> Iterator[tuple[str, str]]:
    return zip(table[by].tolist(), table["pattern"].tolist(), strict=True)


def count_once_an_answer(case: Case) -> Case:
    """Count a topic or a phrase once in a turn, however often it comes there."""
    return case.recount(
        topic_hits=_keep_first(case.topic_hits, case.segments, "topic"),
        phrase_hits=_keep_first(case.phrase_hits, case.segments, "phrase"),
    )


def _keep_first(hits: pd.DataFrame, segments: pd.DataFrame, by: str) -> pd.DataFrame:
    turns = segments.set_index(["source", "segment"])["turn"]
    placed = hits.join(turns, on=["source", "segment"])
    return hits[~placed.duplicated([by, "source", "turn"]).to_numpy()]


def keep_literal(case: Case) -> Case:
    """Keep the uses of a phrase that are worded like its name, whatever their capitals."""
    hits = case.phrase_hits
    worded = [case.texts[source][start:end] for source, start, end in
              zip(hits["source"], hits["start"], hits["end"], strict=True)]  # fmt: skip
    is_literal = [
        _fold(text) == _fold(bare_name(name))
        for text, name in zip(worded, hits["phrase"].astype(str), strict=True)
    ]
    return case.recount(phrase_hits=hits[np.array(is_literal, dtype=bool)])


def _fold(text: str) -> list[str]:
    return list(fold_words_of(text))


def use_codes(case: Case) -> Case | None:
    """Put the topics that coders noted in place of those that the dictionary finds, a hit a paragraph.

    Only interviews that are coded in full remain: of half an interview nobody knows what was taken up. A
    paragraph counts for whoever speaks in it first.
    """
    coded = settle_codings(split_codings(case.codings))
    listed = list_paragraphs(case.segments, case.sources)
    is_coded = pd.MultiIndex.from_frame(listed[PARAGRAPH]).isin(pd.MultiIndex.from_frame(coded[PARAGRAPH]))
    whole = pd.Series(is_coded).groupby(listed["source"]).all()
    names = set(whole.index[whole.astype(bool)])
    if not names:
        return None
    sources = case.sources[case.sources["source"].isin(names)].reset_index(drop=True)
    noted = coded[(coded["topic"] != "") & coded["source"].isin(names)]
    hits = noted.merge(_list_openings(case.segments), on=PARAGRAPH)
    topics = pd.Categorical(hits["topic"], categories=sorted(case.decisions["topics"]["topic"]))
    return case.recount(sources=sources, topic_hits=hits.assign(topic=topics))


def _list_openings(segments: pd.DataFrame) -> pd.DataFrame:
    """Return the segment that opens each paragraph: source, paragraph, segment."""
    spoken = segments[segments["role"].isin(SPOKEN) & (segments["n_words"] > 0)]
    return spoken.sort_values(["source", "segment"]).drop_duplicates(PARAGRAPH)[[*PARAGRAPH, "segment"]]
