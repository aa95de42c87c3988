"""Other ways to count whose words there are, and where sentences end."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.counting import Span, find_follows, split_sentences
from analysis.language import Words
from analysis.patterns import find_matches, part_anew, read_text
from analysis.phrases import settle_hits
from analysis.sensitivity.cases import Case, Tables

_END = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(\[]?[A-Z0-9])")


def count_copies(case: Case) -> Case | None:
    """Let each copy be an event of its own; events keep their names, by which answers ask for them."""
    sources, is_reference = case.sources, case.sources["is_reference"]
    if is_reference.all():
        return None
    apart = {
        "event": sources["event"].where(is_reference, sources["event"] + ", copy " + sources["source"]),
        "label": sources["label"].where(is_reference, sources["label"] + " (copy)"),
    }
    return case._replace(sources=sources.assign(is_reference=True, **apart))


def count_role(case: Case, *, role: str) -> Case | None:
    """Count the words of a role as the speaker's own."""
    if role not in set(case.segments["role"]):
        return None
    tables = {
        name: getattr(case, name).replace({"role": {role: "answer"}}) for name in ("segments", "tokens")
    }
    return _find_hits(case._replace(**tables))


def split_plainly(case: Case) -> Case:
    """End sentences by a plain rule."""
    return _split_again(case, PLAINLY)


def split_nowhere(case: Case) -> Case:
    """End sentences with paragraphs only."""
    return _split_again(case, NOWHERE)


def find_plain_spans(text: str) -> list[Span]:
    """Split at marks that end a sentence, with closing quotes or brackets, before a capital or a digit."""
    edges = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return list(pairwise(edges))


def find_whole_span(text: str) -> list[Span]:
    """Split nowhere."""
    return [(0, len(text))]


# The names under which what a rule finds may be kept: other texts never change what it finds in one.
PLAINLY, NOWHERE = "sentences split plainly", "sentences split nowhere"
SPLITTERS = {PLAINLY: find_plain_spans, NOWHERE: find_whole_span}


def _split_again(case: Case, rule: str) -> Case:
    """Number the sentences anew by another rule; words and segments stay as they are.

    Returns the same case where the rule ends the same sentences.
    """
    split = case.recall(rule, partial(_split_sources, case, rule))["split"]
    if split["sentence"].equals(case.tokens["sentence"].reset_index(drop=True)):
        return case
    anew = {name: split[name].array for name in ("sentence", "follows")}
    return _find_hits(case._replace(tokens=case.tokens.assign(**anew)))


def _split_sources(case: Case, rule: str, sources: set[str] | None) -> Tables:
    """Split some sources, or all, by a rule: split, a row a word in the order of tokens (source, sentence, follows)."""
    tokens = case.tokens if sources is None else case.tokens[case.tokens["source"].isin(sources)]
    rows_of = tokens.groupby("source").indices
    parts = [
        _Part(case.texts[source], segments, rows_of[source])
        for source, segments in case.segments.groupby("source")
        if source in rows_of
    ]
    sentence = _number_sentences(tokens, parts, SPLITTERS[rule])
    anew = {"sentence": sentence, "follows": _follow_anew(tokens, parts, sentence)}
    return {"split": pd.DataFrame({"source": tokens["source"].array, **anew})}


class _Part(NamedTuple):
    """One source: its text, its segments, the rows of its words."""

    text: str
    segments: pd.DataFrame
    rows: np.ndarray


def _number_sentences(
    tokens: pd.DataFrame, parts: list[_Part], find_spans: Callable[[str], list[Span]]
) -> pd.arrays.IntegerArray:
    """Return the number of the sentence, by another rule, in which each word of running text starts."""
    start = tokens["start"].to_numpy()
    number = np.ones(len(tokens), dtype=np.int64)
    for part in parts:
        sentences = split_sentences(part.text, part.segments, find_spans=find_spans)
        starts, numbers = (sentences[name].to_numpy(dtype=np.int64) for name in ("start", "sentence"))
        at = np.searchsorted(starts, start[part.rows], side="right") - 1
        number[part.rows] = np.append(numbers, 0)[at]
    outside = tokens["sentence"].isna().to_numpy()
    return pd.arrays.IntegerArray(np.where(outside, 1, number), outside)


def _follow_anew(
    tokens: pd.DataFrame, parts: list[_Part], sentence: pd.arrays.IntegerArray
) -> pd.arrays.IntegerArray:
    """Find the word that each word goes on from in other sentences; sentence: of each word.

    Inside a sentence as it was all links are known; the text is looked at only where two sentences are one now.
    """
    numbers = [column.to_numpy(dtype=np.int64, na_value=0) for column in (tokens["sentence"].array, sentence)]
    follows = tokens["follows"].array.copy()
    for part in parts:
        inside = part.rows[numbers[0][part.rows] > 0]
        before, word = inside[:-1], inside[1:]
        was_one, is_one = (number[before] == number[word] for number in numbers)
        follows[word[~is_one]] = pd.NA
        joined = is_one & ~was_one
        follows[word[joined]] = _find_links(tokens, part, before[joined], word[joined])
    return follows


def _find_links(
    tokens: pd.DataFrame, part: _Part, before: np.ndarray, word: np.ndarray
) -> pd.arrays.IntegerArray:
    """Return for each word the position of the one before it in the text, where a phrase may join the two.

    before, word: the rows of both, of words of one source.
    """
    rows = np.stack([before, word]).T.ravel()
    start, end, segment = (tokens[name].to_numpy()[rows] for name in ("start", "end", "segment"))
    place = pd.Index(part.segments["segment"]).get_indexer(segment)
    pair = pd.arrays.IntegerArray(np.arange(len(rows)) // 2, np.zeros(len(rows), dtype=bool))
    words = Words(start, end, np.zeros_like(place), place, [])  # what they are called joins none
    follows = find_follows(part.text, words, pair, part.segments)[1::2]
    return pd.arrays.IntegerArray(tokens["position"].to_numpy()[before], follows.isna())


def _find_hits(case: Case) -> Case:
    """Find topics and tracked phrases in changed words."""
    tokens, decisions = case.tokens, case.decisions
    text = part_anew(case.text, tokens) if case.text else read_text(tokens)
    phrase_hits = find_matches(tokens, decisions["phrases"], by="phrase", text=text, sources=case.sources)
    return case._replace(
        topic_hits=find_matches(tokens, decisions["patterns"], by="topic", text=text, sources=case.sources),
        phrase_hits=settle_hits(phrase_hits, decisions["phrases"]),
    )
