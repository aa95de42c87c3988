"""How many sentences the same words make, by each plausible way of ending sentences."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.counting.ending_rules import SPLITTINGS, Starts, Stretch
from analysis.counting.numbered import Cells, Columns, Numbered, read_numbers, write_table
from analysis.counting.sentences import blank_between, running_text
from analysis.language import ENGLISH
from analysis.roles import SPOKEN

_SPACES = "\n\r\t\u00a0"


class Counted(NamedTuple):
    """The words that scores count, by role and start: where each starts, its role (a place in roles), its turn."""

    start: np.ndarray
    role: np.ndarray
    turn: np.ndarray
    roles: list[str]


def count_splittings(
    text: str, segments: pd.DataFrame, sentences: pd.DataFrame, tokens: pd.DataFrame
) -> pd.DataFrame:
    """Count sentences by each way of ending them; see `number_splittings`, but words are written out."""
    return write_table(number_splittings(text, segments, sentences, tokens))


def number_splittings(
    text: str,
    segments: Columns | pd.DataFrame,
    sentences: Columns | pd.DataFrame,
    tokens: Columns | pd.DataFrame,
    language: str = ENGLISH,
) -> Columns:
    """Count the sentences of each turn of one source by each way of ending them.

    text: the source. segments, sentences and tokens: its tables, as the build has them. language: of the text (BCP 47).
    Returns one row per (turn, role, splitting): n_sentences; role and splitting as numbers. A word counts for the
    role and turn of its sentence in `sentences`, as in every score; a sentence counts for the turn in which it
    starts. A turn whose sentences all start in an earlier one has 0.
    """
    words = _list_counted(segments, sentences, tokens)
    stretches = _list_stretches(text, segments, sentences, tokens, language)
    groups, group = np.unique(words.turn * len(words.roles) + words.role, return_inverse=True)
    edges = _find_edges(words.role)
    starts = [_find_starts(stretches, way.rule) for way in SPLITTINGS]
    firsts = [_find_firsts(words.start, edges, these) for these in starts]
    counts = [np.bincount(group[rows], minlength=len(groups)) for rows in firsts]
    turn, role = np.divmod(np.repeat(groups, len(SPLITTINGS)), max(1, len(words.roles)))
    ways = [way.splitting for way in SPLITTINGS]
    return {
        "turn": pd.array(turn, dtype="Int64"),
        "role": Numbered(role, words.roles),
        "splitting": Numbered(np.tile(np.arange(len(SPLITTINGS)), len(groups)), ways),
        "n_sentences": np.stack(counts, axis=1).ravel(),
    }


def add_turns(sentences: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """Give each sentence the turn of its first segment; 0 outside turns.

    sentences: one row a sentence (source, segment). segments: one row a segment (source, segment, turn).
    """
    turn = segments.set_index(["source", "segment"])["turn"]
    at = pd.MultiIndex.from_frame(sentences[["source", "segment"]])
    return sentences.assign(turn=turn.reindex(at).fillna(0).astype("int64").to_numpy())


def _list_counted(segments: Columns, sentences: Columns, tokens: Columns) -> Counted:
    """Return the words that scores count: spoken, and of their sentence's own role."""
    turns = segments["turn"].to_numpy(dtype=np.int64, na_value=0)
    turn = turns[np.searchsorted(np.asarray(segments["segment"]), np.asarray(sentences["segment"]))]
    (of_sentence, of_word), roles = _number(sentences["role"], tokens["role"])
    sentence = tokens["sentence"].to_numpy(dtype=np.int64, na_value=0)
    running = np.flatnonzero(sentence)
    place = np.searchsorted(np.asarray(sentences["sentence"]), sentence[running])
    counts = np.array([name in SPOKEN for name in roles], dtype=bool)[of_sentence[place]]
    counts &= of_word[running] == of_sentence[place]
    place, start = place[counts], np.asarray(tokens["start"])[running[counts]]
    order = np.lexsort((start, of_sentence[place]))
    return Counted(start[order], of_sentence[place][order], turn[place][order], roles)


def _number(*columns: Cells | pd.Series) -> tuple[list[np.ndarray], list[str]]:
    """Number names in the order of the alphabet; returns the numbers, column by column, and the names by number."""
    coded = [read_numbers(column) for column in columns]
    distinct = sorted({name for _, names in coded for name in names})
    ranks = [np.array([distinct.index(name) for name in names], dtype=np.int64) for _, names in coded]
    return [rank[codes] for rank, (codes, _) in zip(ranks, coded, strict=True)], distinct


def _list_stretches(
    text: str, segments: Columns, sentences: Columns, tokens: Columns, language: str
) -> list[Stretch]:
    """Return each stretch of running text in which sentences start."""
    for sign in _SPACES:
        text = text.replace(sign, " ")
    starts = np.asarray(sentences["start"])
    sizes = _count_in_each(sentences, tokens)
    runs = [runs for _, runs in running_text(segments)]
    edges = np.searchsorted(starts, [(run[0][0], run[-1][1]) for run in runs] or [(0, 0)]).tolist()
    return [
        Stretch(
            run[0][0],
            blank_between(text, run),
            (starts[first:last] - run[0][0]).tolist(),
            sizes[first:last],
            language,
        )
        for run, (first, last) in zip(runs, edges, strict=False)
        if first < last
    ]


def _count_in_each(sentences: Columns, tokens: Columns) -> list[int]:
    """Return how many words each sentence has, whoever says them."""
    numbers = tokens["sentence"].to_numpy(dtype=np.int64, na_value=0)
    counts = np.bincount(numbers, minlength=len(sentences["sentence"]) + 1)  # sentences count from 1
    return counts[1:].tolist()


def _find_starts(stretches: list[Stretch], rule: Callable[[Stretch], Starts]) -> np.ndarray:
    """Return where sentences start by a rule, in order, some twice."""
    found = [rule(stretch) for stretch in stretches]
    sizes = np.fromiter(map(len, found), np.int64, len(found))
    offsets = np.array([stretch.offset for stretch in stretches], dtype=np.int64)
    firsts = np.array([stretch.starts[0] for stretch in stretches], dtype=np.int64)
    inside = np.fromiter(chain.from_iterable(found), np.int64, sizes.sum())
    return np.sort(np.concatenate([offsets + firsts, np.repeat(offsets, sizes) + inside]), kind="stable")


def _find_edges(roles: np.ndarray) -> list[tuple[int, int]]:
    """Return the first row of each run of one role, and the row behind its last."""
    changes = np.flatnonzero(np.diff(roles)) + 1
    return list(pairwise([0, *changes.tolist(), len(roles)]))


def _find_firsts(words: np.ndarray, edges: list[tuple[int, int]], starts: np.ndarray) -> np.ndarray:
    """Return the rows of the words that are the first of their role in a sentence.

    words: where each starts. edges: of the runs of one role. starts: of the sentences, in order.
    """
    is_first = np.zeros(len(words) + 1, dtype=bool)
    for first, last in edges:
        opens = np.searchsorted(words[first:last], starts)
        is_first[first + opens[opens < last - first]] = True
        is_first[first] = True
    return np.flatnonzero(is_first[: len(words)])
