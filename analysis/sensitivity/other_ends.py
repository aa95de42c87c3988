"""Other ways to end sentences: patterns are sought again among the words that they may find then."""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise

import numpy as np
import pandas as pd

from analysis.counting import Columns, Numbered, blank_between, find_follows, running_text
from analysis.language import Words
from analysis.phrases import settle_hits
from analysis.sensitivity.cases import Case, Tables
from analysis.sensitivity.sought import Sought, find_anew, find_near, take_sought

_END = re.compile(r"[.!?…][\"”’»)\]]*\s+(?=[\"“‘«(\[]?[A-Z0-9])")


def split_plainly(case: Case) -> Case:
    """End sentences by a plain rule."""
    return _split_again(case, PLAINLY)


def split_nowhere(case: Case) -> Case:
    """End sentences with paragraphs only."""
    return _split_again(case, NOWHERE)


def find_plain_ends(text: str) -> list[int]:
    """Tell where sentences begin behind a mark that ends one, with closing quotes or brackets: a capital or a digit."""
    return [match.end() for match in _END.finditer(text)]


def find_no_end(text: str) -> list[int]:
    """Tell of no end."""
    return []


# The names under which what is found may be kept: other texts never change what is found in one.
PLAINLY, NOWHERE = "sentences split plainly", "sentences split nowhere"
NEAR = "words that patterns may find"
SPLITTERS = {PLAINLY: find_plain_ends, NOWHERE: find_no_end}


def gather_sought(case: Case) -> Sought:
    """Gather the words that patterns may find wherever sentences end."""
    return take_sought(case.tokens, case.recall(NEAR, partial(_find_near, case))["near"])


def _find_near(case: Case, sources: set[str] | None) -> Tables:
    tokens = case.tokens if sources is None else case.tokens[case.tokens["source"].isin(sources)]
    return {"near": find_near(tokens, case.decisions)}


def _split_again(case: Case, rule: str) -> Case:
    """End sentences by another rule, and find again what patterns find; words and segments stay.

    Returns the same case where the rule ends the same sentences.
    """
    starts = case.recall(rule, partial(_split_sources, case, rule))["starts"]
    was = case.tokens["sentence"].to_numpy(dtype=np.int64, na_value=0)
    now = np.where(was > 0, _number_words(case.tokens, starts, np.flatnonzero(was > 0)), 0)
    if (was == now).all():
        return case
    sought = case.sought or gather_sought(case)
    now, place = now[sought.rows], np.cumsum(was > 0)[sought.rows]
    sentence = pd.arrays.IntegerArray(np.maximum(now, 1), now == 0)
    follows = _follow_anew(case, sought, place, now)
    topic_hits, phrase_hits = find_anew(sought, sentence, follows, case.decisions, case.sources)
    phrase_hits = settle_hits(phrase_hits, case.decisions["phrases"])
    return case.recount(topic_hits=topic_hits, phrase_hits=phrase_hits)


def _split_sources(case: Case, rule: str, sources: set[str] | None) -> Tables:
    """Split some sources, or all, by a rule: starts, a row a sentence, by source (source, start)."""
    starts = {
        source: list_starts(case.texts[source], segments, rule)
        for source, segments in _part_segments(case.segments).items()
        if sources is None or source in sources
    }
    names = np.repeat(np.array(list(starts), dtype=object), [len(found) for found in starts.values()])
    start = np.array([place for found in starts.values() for place in found], dtype=np.int64)
    return {"starts": pd.DataFrame({"source": pd.array(names, dtype="str"), "start": start})}


def list_starts(text: str, segments: Columns, rule: str) -> list[int]:
    """List where sentences begin in one source by a rule; none crosses a paragraph, and a note parts none."""
    starts = []
    for _, runs in running_text(segments):
        first = runs[0][0]
        starts += [first, *(first + end for end in SPLITTERS[rule](blank_between(text, runs)))]
    return starts


def _part_segments(segments: pd.DataFrame) -> dict[str, Columns]:
    """Return the segments of each source as plain columns: tables of pandas would take longer than all else."""
    source, names = pd.factorize(segments["source"], sort=True)
    order = np.argsort(source, kind="stable")
    role, roles = pd.factorize(segments["role"])
    numbers = {name: segments[name].to_numpy()[order] for name in ("segment", "paragraph", "start", "end")}
    ends = np.searchsorted(source[order], np.arange(len(names) + 1)).tolist()
    return {
        name: {column: cells[first:end] for column, cells in numbers.items()}
        | {"role": Numbered(role[order[first:end]], list(roles))}
        for name, (first, end) in zip(names, pairwise(ends), strict=True)
    }


def _number_words(tokens: pd.DataFrame, starts: pd.DataFrame, running: np.ndarray) -> np.ndarray:
    """Return the number of the sentence in which each word of running text starts, from 1 in each source; else 0.

    starts: one row a sentence, in order inside each source. running: the rows of running text.
    """
    source, names = pd.factorize(tokens["source"])
    of_word, start = source[running], tokens["start"].to_numpy(dtype=np.int64)[running]
    of_sentence, begins = names.get_indexer(starts["source"]), starts["start"].to_numpy(dtype=np.int64)
    width = 1 + max(start.max(initial=0), begins.max(initial=0))
    known = np.sort(of_sentence * width + begins)
    place = np.searchsorted(known, of_word * width + start, side="right")
    is_first = np.diff(of_word, prepend=-1) != 0
    number = np.cumsum((np.diff(place, prepend=-1) != 0) | is_first)
    before = (number - 1)[is_first][np.cumsum(is_first) - 1]  # sentences of the sources before
    numbers = np.zeros(len(tokens), dtype=np.int64)
    numbers[running] = number - before
    return numbers


def _follow_anew(case: Case, sought: Sought, place: np.ndarray, now: np.ndarray) -> pd.arrays.IntegerArray:
    """Find the word that each word that is sought goes on from in other sentences.

    place: of each word among those of running text. now: the sentence of each, 0 outside running text. Inside a
    sentence as it was all links are known; the text is looked at only where two sentences are one now.
    """
    words = sought.words
    was = words["sentence"].to_numpy(dtype=np.int64, na_value=0)
    source, names = pd.factorize(words["source"])
    inside = np.flatnonzero(was > 0)
    before, word = inside[:-1], inside[1:]
    are_neighbours = (place[word] - place[before] == 1) & (source[word] == source[before])
    before, word = before[are_neighbours], word[are_neighbours]
    was_one, is_one = was[before] == was[word], now[before] == now[word]
    follows = words["follows"].array.copy()
    follows[word[~is_one]] = pd.NA
    before, word = before[is_one & ~was_one], word[is_one & ~was_one]
    segments, of_source = _part_segments(case.segments), source[word]
    for number in np.unique(of_source).tolist():
        mine, name = of_source == number, names[number]
        follows[word[mine]] = _find_links(words, case.texts[name], segments[name], before[mine], word[mine])
    return follows


def _find_links(
    words: pd.DataFrame, text: str, segments: Columns, before: np.ndarray, word: np.ndarray
) -> pd.arrays.IntegerArray:
    """Return for each word the position of the one before it in the text, where a phrase may join the two.

    before, word: the rows of both, of words of one source.
    """
    rows = np.stack([before, word]).T.ravel()
    start, end, segment = (words[name].to_numpy()[rows] for name in ("start", "end", "segment"))
    place = pd.Index(segments["segment"]).get_indexer(segment)
    pair = pd.arrays.IntegerArray(np.arange(len(rows)) // 2, np.zeros(len(rows), dtype=bool))
    spans = Words(start, end, np.zeros_like(place), place, [])  # what they are called joins none
    follows = find_follows(text, spans, pair, segments)[1::2]
    return pd.arrays.IntegerArray(words["position"].to_numpy()[before], follows.isna())
