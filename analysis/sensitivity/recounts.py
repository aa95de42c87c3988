"""Other ways to count whose words there are, and where sentences end."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pandas as pd

from analysis.counting import Span, find_follows, split_sentences
from analysis.language import Words
from analysis.patterns import find_matches, part_anew, read_text
from analysis.phrases import settle_hits
from analysis.sensitivity.cases import Case

_WORD = ["source", "sentence", "position", "follows", "segment", "start", "end"]
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
    return _split_again(case, find_plain_spans)


def split_nowhere(case: Case) -> Case:
    """End sentences with paragraphs only."""
    return _split_again(case, lambda text: [(0, len(text))])


def find_plain_spans(text: str) -> list[Span]:
    """Split at marks that end a sentence, with closing quotes or brackets, before a capital or a digit."""
    edges = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return list(pairwise(edges))


def _split_again(case: Case, find_spans: Callable[[str], list[Span]]) -> Case:
    """Number the sentences anew by another rule; words and segments stay as they are.

    Returns the same case where the rule ends the same sentences.
    """
    tokens = case.tokens
    sentence, follows = (tokens[name].array.copy() for name in ("sentence", "follows"))
    words_of = tokens.groupby("source").indices
    for source, segments in case.segments.groupby("source"):
        rows = words_of.get(source, np.zeros(0, dtype=np.int64))
        words = tokens[_WORD].iloc[rows]
        number = _number_sentences(case.texts[source], segments, words, find_spans)
        sentence[rows] = number
        follows[rows] = _follow_anew(case.texts[source], segments, words, number)
    if pd.Series(sentence).equals(tokens["sentence"]):
        return case
    return _find_hits(case._replace(tokens=tokens.assign(sentence=sentence, follows=follows)))


def _number_sentences(
    text: str, segments: pd.DataFrame, words: pd.DataFrame, find_spans: Callable[[str], list[Span]]
) -> pd.arrays.IntegerArray:
    """Return the number of the sentence, by another rule, in which each word of running text starts."""
    sentences = split_sentences(text, segments, find_spans=find_spans)
    starts = sentences["start"].to_numpy(dtype=np.int64)
    outside = words["sentence"].isna().to_numpy()
    numbers = np.append(sentences["sentence"].to_numpy(dtype=np.int64), 0)
    at = np.searchsorted(starts, words["start"], side="right") - 1
    return pd.arrays.IntegerArray(np.where(outside, 1, numbers[at]), outside)


def _follow_anew(
    text: str, segments: pd.DataFrame, words: pd.DataFrame, sentence: pd.arrays.IntegerArray
) -> pd.arrays.IntegerArray:
    """Find the word that each word of a source goes on from in other sentences; sentence: of each word.

    Inside a sentence as it was all links are known; the text is looked at only where two sentences are one now.
    """
    inside = np.flatnonzero(words["sentence"].notna())
    before, word = inside[:-1], inside[1:]
    old = words["sentence"].array[inside].to_numpy(dtype=np.int64)
    new = sentence[inside].to_numpy(dtype=np.int64)
    was_one, is_one = old[:-1] == old[1:], new[:-1] == new[1:]
    follows = words["follows"].array.copy()
    follows[word[~is_one]] = pd.NA
    joined = np.flatnonzero(is_one & ~was_one)
    pairs = np.stack([before[joined], word[joined]])
    follows[pairs[1]] = _find_links(text, segments, words, pairs)
    return follows


def _find_links(
    text: str, segments: pd.DataFrame, words: pd.DataFrame, pairs: np.ndarray
) -> pd.arrays.IntegerArray:
    """Return the position of the word before, for each pair of words (rows below each other) that a phrase may join."""
    rows = pairs.T.ravel()
    start, end = (words[name].to_numpy()[rows] for name in ("start", "end"))
    place = pd.Index(segments["segment"]).get_indexer(words["segment"].to_numpy()[rows])
    alone = pd.arrays.IntegerArray(np.arange(len(rows)) // 2, np.zeros(len(rows), dtype=bool))
    follows = find_follows(text, Words(start, end, place), alone, segments)[1::2]
    position = words["position"].to_numpy()[pairs[0]]
    return pd.arrays.IntegerArray(position.copy(), follows.isna())


def _find_hits(case: Case) -> Case:
    """Find topics and tracked phrases in changed words."""
    tokens, decisions = case.tokens, case.decisions
    text = part_anew(case.text, tokens) if case.text else read_text(tokens)
    phrase_hits = find_matches(tokens, decisions["phrases"], by="phrase", text=text)
    return case._replace(
        topic_hits=find_matches(tokens, decisions["patterns"], by="topic", text=text),
        phrase_hits=settle_hits(phrase_hits, decisions["phrases"]),
    )
