"""How many sentences the same words make, by each plausible way of ending sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.counting.ending_rules import SPLITTINGS, Starts
from analysis.counting.sentences import blank_between, running_text
from analysis.roles import SPOKEN

_SPACES = str.maketrans(dict.fromkeys("\n\r\t\u00a0", " "))


class Counted(NamedTuple):
    """The words that scores count, by role and start: where each starts, its role (a place in roles), its turn."""

    start: np.ndarray
    role: np.ndarray
    turn: np.ndarray
    roles: list[str]


def count_splittings(
    text: str, segments: pd.DataFrame, sentences: pd.DataFrame, tokens: pd.DataFrame
) -> pd.DataFrame:
    """Count the sentences of each turn of one source by each way of ending them.

    text: the source. segments, sentences and tokens: its tables, as the build has them.
    Returns one row per (turn, role, splitting): n_sentences. A word counts for the role and turn of its
    sentence in `sentences`, as in every score; a sentence counts for the turn in which it starts. A turn
    whose sentences all start in an earlier one has 0.
    """
    words = _list_counted(segments, sentences, tokens)
    stretches = _list_stretches(text, segments, sentences)
    groups, group = np.unique(words.turn * len(words.roles) + words.role, return_inverse=True)
    counts = [
        np.bincount(group[_find_firsts(words, _find_starts(stretches, way.rule))], minlength=len(groups))
        for way in SPLITTINGS
    ]
    turn, role = np.divmod(np.repeat(groups, len(SPLITTINGS)), max(1, len(words.roles)))
    columns = {
        "turn": pd.array(turn, dtype="Int64"),
        "role": pd.array(words.roles, dtype="str").take(role),
        "splitting": pd.array([way.splitting for way in SPLITTINGS] * len(groups), dtype="str"),
        "n_sentences": np.stack(counts, axis=1).ravel(),
    }
    return pd.DataFrame(columns)


def add_turns(sentences: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """Give each sentence the turn of its first segment; 0 outside turns.

    sentences: one row a sentence (source, segment). segments: one row a segment (source, segment, turn).
    """
    turn = segments.set_index(["source", "segment"])["turn"]
    at = pd.MultiIndex.from_frame(sentences[["source", "segment"]])
    return sentences.assign(turn=turn.reindex(at).fillna(0).astype("int64").to_numpy())


def _list_counted(segments: pd.DataFrame, sentences: pd.DataFrame, tokens: pd.DataFrame) -> Counted:
    """Return the words that scores count: spoken, and of their sentence's own role."""
    turns = segments["turn"].fillna(0).to_numpy(dtype=np.int64)
    turn = turns[np.searchsorted(segments["segment"], sentences["segment"])]
    role, roles = _number([*sentences["role"].tolist(), *tokens["role"].tolist()])
    of_sentence, of_word = role[: len(sentences)], role[len(sentences) :]
    running = tokens["sentence"].notna().to_numpy(dtype=bool)
    place = np.searchsorted(sentences["sentence"], tokens["sentence"][running].to_numpy(dtype=np.int64))
    counts = np.array([name in SPOKEN for name in roles], dtype=bool)[of_sentence[place]]
    counts &= of_word[running] == of_sentence[place]
    place, start = place[counts], tokens["start"].to_numpy()[running][counts]
    order = np.lexsort((start, of_sentence[place]))
    return Counted(start[order], of_sentence[place][order], turn[place][order], roles)


def _number(names: list[str]) -> tuple[np.ndarray, list[str]]:
    """Number names in the order of the alphabet; returns the numbers, and the names by number."""
    distinct = sorted(set(names))
    number = {name: place for place, name in enumerate(distinct)}
    return np.fromiter(map(number.__getitem__, names), dtype=np.int64, count=len(names)), distinct


def _list_stretches(
    text: str, segments: pd.DataFrame, sentences: pd.DataFrame
) -> list[tuple[int, str, Starts]]:
    """Return each stretch of running text: its offset, its text, and where in it sentences start."""
    starts = sentences["start"].to_numpy()
    stretches = []
    for _, runs in running_text(segments):
        first, last = runs[0][0], runs[-1][1]
        inside = starts[np.searchsorted(starts, first) : np.searchsorted(starts, last)] - first
        stretches.append((first, blank_between(text, runs).translate(_SPACES), inside.tolist()))
    return [stretch for stretch in stretches if stretch[2]]


def _find_starts(
    stretches: list[tuple[int, str, Starts]], rule: Callable[[str, Starts], Starts]
) -> np.ndarray:
    found = {first + start for first, body, starts in stretches for start in (starts[0], *rule(body, starts))}
    return np.array(sorted(found), dtype=np.int64)


def _find_firsts(words: Counted, starts: np.ndarray) -> np.ndarray:
    """Return the rows of the words that are the first of their role in a sentence."""
    at = np.searchsorted(starts, words.start, side="right")
    return np.flatnonzero((np.diff(at, prepend=-1) != 0) | (np.diff(words.role, prepend=-1) != 0))
