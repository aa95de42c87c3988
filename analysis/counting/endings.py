"""How many sentences the same words make, by each plausible way of ending sentences."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from analysis.counting.ending_rules import SPLITTINGS, Starts
from analysis.counting.sentences import blank_between, running_text
from analysis.roles import SPOKEN

ROLE_IN_TURN = ["turn", "role"]
_SPACES = str.maketrans(dict.fromkeys("\n\r\t\u00a0", " "))


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
    counts = {
        splitting: _count_starts(words, _find_starts(stretches, rule)) for splitting, _, _, rule in SPLITTINGS
    }
    groups = words.groupby(ROLE_IN_TURN).size().index
    table = pd.DataFrame(counts).reindex(groups, columns=list(counts)).fillna(0).astype("int64")
    return table.rename_axis(columns="splitting").stack().rename("n_sentences").reset_index()


def add_turns(sentences: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """Give each sentence the turn of its first segment; 0 outside turns.

    sentences: one row a sentence (source, segment). segments: one row a segment (source, segment, turn).
    """
    turn = segments.set_index(["source", "segment"])["turn"]
    at = pd.MultiIndex.from_frame(sentences[["source", "segment"]])
    return sentences.assign(turn=turn.reindex(at).fillna(0).astype("int64").to_numpy())


def _list_counted(segments: pd.DataFrame, sentences: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the words that scores count, in order: start, and the role and turn of their sentence."""
    sized = add_turns(sentences.assign(source=""), segments.assign(source="")).set_index("sentence")
    spoken = tokens[tokens["role"].isin(SPOKEN) & (tokens["role"] == tokens["sentence"].map(sized["role"]))]
    return spoken[["role", "start"]].assign(turn=spoken["sentence"].map(sized["turn"])).sort_values("start")


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
    found = [first + start for first, body, starts in stretches for start in (starts[0], *rule(body, starts))]
    return np.unique(np.array(found, dtype=np.int64))


def _count_starts(words: pd.DataFrame, starts: np.ndarray) -> pd.Series:
    """Count the sentences that hold a word, in the turn of their first word of each role."""
    placed = words.assign(at=np.searchsorted(starts, words["start"], side="right"))
    return placed.drop_duplicates(["role", "at"]).groupby(ROLE_IN_TURN).size()
