"""The content words of a text in a row, as numbers: what families of variants are read off."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import (
    CLAUSE_MARKS,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE_VERBS,
    SUBJECT_PRONOUNS,
    choose_lists,
    compare_as,
    flag_words,
    is_difficult,
    number_stretches,
)
from analysis.own_words import list_references, select_references
from analysis.roles import SPOKEN

LONGEST_JOINT = 3  # function words and numbers that may stand between two content words of a family
_NOT_IN_SLOTS = (
    CLAUSE_MARKS | CONJUNCTIONS | FINITE_VERBS | SUBJECT_PRONOUNS | {"to"}
)  # other clauses or things


class Stream(NamedTuple):
    """Content words in the order they were said; the arrays run in parallel."""

    row: np.ndarray  # where in the sorted tokens the word stands
    code: np.ndarray  # a number for each lemma
    joint: np.ndarray  # a number for the words between it and the next content word
    crosses: np.ndarray  # whether the words between open another clause
    parts: np.ndarray  # whether the words between keep two words with a slot from being one formula
    bare: np.ndarray  # whether only a determiner stands between, as between two things side by side
    near: np.ndarray  # whether the next content word belongs to the same sentence and role, close by
    event: np.ndarray  # a number for the event it counts for; -1 outside own words of reference sources
    lemmas: np.ndarray  # the lemma of each code

    @property
    def n_joints(self) -> int:
        """How many numbers `joint` may have."""
        return int(self.joint.max(initial=0)) + 1


def read_stream(
    tokens: pd.DataFrame, sources: pd.DataFrame, equivalents: pd.DataFrame, roles: tuple[str, ...]
) -> tuple[pd.DataFrame, Stream]:
    """Read the content words of running text.

    tokens, sources, equivalents and roles: as for `families.find_occurrences`.
    Returns the words of running text in reading order, one row each, and the stream of those with content.
    """
    spoken = tokens[tokens["role"].isin(SPOKEN) & tokens["sentence"].notna()]
    ordered = spoken.sort_values(["source", "position"], ignore_index=True)
    lists = choose_lists(sources.get("language", ()))
    row = np.flatnonzero(~flag_words(ordered["norm"], lists.is_empty))
    content = ordered.iloc[row]
    lemma = content["norm"].map(compare_as(ordered["norm"].unique(), equivalents, lists.lemmatise))
    code, lemmas = pd.factorize(lemma, sort=True)
    near = _neighbours(ordered, row)
    event = _number_events(content, sources, roles)
    joints = _join(ordered, row, near), *_judge_joints(ordered, row, near)
    return ordered, Stream(row, code, *joints, near, event, np.asarray(lemmas))


def _number_events(content: pd.DataFrame, sources: pd.DataFrame, roles: tuple[str, ...]) -> np.ndarray:
    """Number the event for which each word counts; -1 in other roles and outside reference sources."""
    events = list_references(sources).set_index("source")["event"]
    named = pd.Categorical(content["source"].map(events), categories=sorted(events))
    return np.where(content["role"].isin(roles), named.codes.astype(int), -1)


def _neighbours(ordered: pd.DataFrame, row: np.ndarray) -> np.ndarray:
    """Tell whether the next content word follows in the same stretch, with every word between at hand."""
    if not len(row):
        return np.zeros(0, dtype=bool)
    stretch = number_stretches(ordered)[row]
    near = (np.diff(stretch) == 0) & (np.diff(row) <= LONGEST_JOINT + 1)
    return np.append(near, False)


def is_compound(lemma: str) -> bool:
    """Say whether a word is a family by itself: hyphenated, and not made of easy words only (`so-called`)."""
    return "-" in lemma and any(is_difficult(part) for part in lemma.split("-") if part)


def _join(ordered: pd.DataFrame, row: np.ndarray, near: np.ndarray) -> np.ndarray:
    """Number what stands between each content word and the next one near: 0 where nothing does."""
    norm = pd.factorize(ordered["norm"], sort=True)[0].astype(np.int64) + 1
    between = np.zeros((len(row), LONGEST_JOINT), dtype=np.int64)
    gap = np.where(near, np.append(np.diff(row), 0) - 1, 0)
    for place in range(LONGEST_JOINT):
        filled = gap > place
        between[filled, place] = norm[row[filled] + place + 1]
    return np.unique(between, axis=0, return_inverse=True)[1].reshape(-1)


def _judge_joints(ordered: pd.DataFrame, row: np.ndarray, near: np.ndarray) -> list[np.ndarray]:
    """Tell which joints cross into another clause, part two words with a slot, and are bare determiners."""
    gap = np.where(near, np.append(np.diff(row), 0) - 1, 0)
    counts = [_count_between(ordered["norm"], row, gap, words)
              for words in (CLAUSE_MARKS, _NOT_IN_SLOTS, DETERMINERS)]  # fmt: skip
    return [counts[0] > 0, counts[1] > 0, (counts[2] == gap) & (gap > 0)]


def _count_between(norms: pd.Series, row: np.ndarray, gap: np.ndarray, words: frozenset[str]) -> np.ndarray:
    """Count the words of a list among the `gap` words behind each content word."""
    so_far = np.append(0, np.cumsum(norms.isin(words).to_numpy()))
    return so_far[row + 1 + gap] - so_far[row + 1]


def count_lemmas(
    words: pd.DataFrame, sources: pd.DataFrame, equivalents: pd.DataFrame, roles: tuple[str, ...]
) -> pd.Series:
    """Count the lemmas in these roles of reference sources: n, by lemma.

    attrs["n_words"] is the number of words with content.
    """
    said = select_references(words, sources)
    own = said[said["role"].isin(roles)]
    lists = choose_lists(sources.get("language", ()))
    lemma = own["norm"].map(compare_as(own["norm"].unique(), equivalents, lists.lemmatise))
    counts = own["n"].groupby(lemma).sum()
    has_content = ~flag_words(own["norm"], lists.is_empty)
    counts.attrs["n_words"] = max(1, int(own.loc[has_content, "n"].sum()))
    return counts
