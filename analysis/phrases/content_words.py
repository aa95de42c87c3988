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
    RELATIVES,
    SUBJECT_PRONOUNS,
    WordLists,
    choose_lists,
    compare_as,
    is_difficult,
)
from analysis.own_words import are_of_references
from analysis.phrases.row_numbers import number_rows
from analysis.phrases.running_text import RunningText, flag_forms

LONGEST_JOINT = 3  # function words and numbers that may stand between two content words of a family
_NOT_IN_SLOTS = (
    CLAUSE_MARKS | CONJUNCTIONS | FINITE_VERBS | SUBJECT_PRONOUNS | {"to"}
)  # other clauses or things
_NOT_IN_WIDE_SLOTS = _NOT_IN_SLOTS - {"and"}  # a fair and lasting bargain
_NOT_BESIDE_NAMES = _NOT_IN_WIDE_SLOTS - RELATIVES  # the treaty that Halden signed


class Stream(NamedTuple):
    """Content words in the order they were said; the arrays run in parallel."""

    row: np.ndarray  # where in the running text the word stands
    code: np.ndarray  # a number for each lemma
    joint: np.ndarray  # a number for the words between it and the next content word
    crosses: np.ndarray  # whether the words between open another clause
    parts: np.ndarray  # whether the words between keep two words with a slot from being one formula
    parts_wide: np.ndarray  # the same for a wide slot, which may hold "and"
    parts_names: np.ndarray  # the same where one of the words is a name, of which a relative clause may tell
    bare: np.ndarray  # whether only a determiner stands between, as between two things side by side
    near: np.ndarray  # whether the next content word belongs to the same sentence and role, close by
    event: np.ndarray  # a number for the event it counts for; -1 in other roles and outside reference sources
    lemmas: np.ndarray  # the lemma of each code, in alphabetical order

    @property
    def n_joints(self) -> int:
        """How many numbers `joint` may have."""
        return int(self.joint.max(initial=0)) + 1


def read_stream(text: RunningText, words: Stream, lists: WordLists) -> Stream:
    """Read the content words of running text.

    text: from `read_running_text`. words: all its words (`all_words.read_all_words`). lists: of the languages of the
    texts. Returns the stream of those words with content, in which every spoken role of reference sources counts
    (see `count_for`).
    """
    row = np.flatnonzero(~flag_forms(text.norms, lists.is_empty)[text.norm]).astype(np.int32)
    gap, near = _measure_gaps(text, row)
    joints = _number_joints(text, row, gap), *_judge_joints(text, row, gap)
    return Stream(row, words.code[row], *joints, near, words.event[row], words.lemmas)


def count_for(stream: Stream, text: RunningText, tokens: pd.DataFrame, roles: tuple[str, ...]) -> Stream:
    """Return a stream in which only words of these roles count for an event."""
    is_meant = tokens["role"].isin(roles).to_numpy()[text.row[stream.row]]
    return stream._replace(event=np.where(is_meant, stream.event, -1))


def _measure_gaps(text: RunningText, row: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Count the words between each content word and the next, 0 where that one is not near; tell where it is near.

    It is near in the same stretch, with every word between at hand.
    """
    if not len(row):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=bool)
    gap = np.diff(row) - 1
    near = (np.diff(text.stretch[row]) == 0) & (gap <= LONGEST_JOINT)
    return np.append(np.where(near, gap, 0), 0), np.append(near, False)


def is_compound(lemma: str) -> bool:
    """Say whether a word is a family by itself: hyphenated, and not made of easy words only (`so-called`)."""
    return "-" in lemma and any(is_difficult(part) for part in lemma.split("-") if part)


def _number_joints(text: RunningText, row: np.ndarray, gap: np.ndarray) -> np.ndarray:
    """Number what stands between each content word and the next one near."""
    between = np.zeros((len(row), LONGEST_JOINT), dtype=np.int64)
    for place in range(LONGEST_JOINT):
        filled = gap > place
        between[filled, place] = text.norm[row[filled] + place + 1] + 1
    return pd.factorize(number_rows(between, len(text.norms) + 1))[0].astype(np.int32)


def _judge_joints(text: RunningText, row: np.ndarray, gap: np.ndarray) -> list[np.ndarray]:
    """Tell which joints cross into another clause, part words with a slot, part those with a wide one, part a name
    from another word, and are bare determiners."""
    parting = (CLAUSE_MARKS, _NOT_IN_SLOTS, _NOT_IN_WIDE_SLOTS, _NOT_BESIDE_NAMES)
    parts = [_count_between(text, row, gap, words) > 0 for words in parting]
    n_determiners = _count_between(text, row, gap, DETERMINERS)
    return [*parts, (n_determiners == gap) & (gap > 0)]


def _count_between(text: RunningText, row: np.ndarray, gap: np.ndarray, words: frozenset[str]) -> np.ndarray:
    """Count the words of a list among the `gap` words behind each content word."""
    is_listed = flag_forms(text.norms, words.__contains__)[text.norm]
    so_far = np.append(0, np.cumsum(is_listed))
    return so_far[row + 1 + gap] - so_far[row + 1]


def count_lemmas(
    words: pd.DataFrame, sources: pd.DataFrame, equivalents: pd.DataFrame, roles: tuple[str, ...]
) -> pd.Series:
    """Count the lemmas in these roles of reference sources: n, by lemma.

    attrs["n_words"] is the number of words with content.
    """
    is_meant = (words["role"].isin(roles) & are_of_references(words, sources)).to_numpy()
    form, norms = pd.factorize(words["norm"].array[is_meant])
    n = np.bincount(form, weights=words["n"].to_numpy()[is_meant], minlength=len(norms)).astype(np.int64)
    lists = choose_lists(sources.get("language", ()))
    stands_for = compare_as(norms, equivalents, lists.lemmatise)
    lemma, lemmas = pd.factorize(np.array([stands_for[norm] for norm in norms], dtype=object), sort=True)
    counts = pd.Series(np.bincount(lemma, weights=n, minlength=len(lemmas)).astype(np.int64), lemmas)
    has_content = ~flag_forms(norms, lists.is_empty)
    counts.attrs["n_words"] = max(1, int(n[has_content].sum()))
    return counts
