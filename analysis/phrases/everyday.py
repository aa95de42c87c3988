"""What everybody says: it ranks behind what is the speaker's own.

The interviewers are the only other voice at hand on the same subjects, so their questions are the background
against which a formula of the speaker's stands out, or does not. Beside them, a list of stock phrases
(see `language.stock_phrases`) tells what any speaker of English says: at the same time, make sure, last year. What
the speaker says surely more often than the questions is a habit, and the list does not put it behind.
"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
from scipy.special import betainc

from analysis.language import WordLists, is_stock
from analysis.own_words import select_references
from analysis.roles import QUESTION

FEWEST_ASKED = 2  # uses in questions, from which a family may be everybody's; one use is no habit
SURE = 0.01  # chance below which a family is the speaker's habit, however common it is elsewhere
TIMES = 2  # as often as in questions: a family below that is not told from everyday speech


class Said(NamedTuple):
    """How often families are said in own words and in questions: one number a family, by key; and the words of both."""

    own: pd.Series
    asked: pd.Series
    n_own: int
    n_asked: int


def count_sides(
    uses: pd.DataFrame, words: pd.DataFrame, sources: pd.DataFrame, roles: tuple[str, ...]
) -> Said:
    """Count the uses of families in own words and in questions of reference sources.

    uses: one row per use (key, source, role, is_loose). words: one row per (source, role, norm) with n. sources:
    one row per source. roles: whose families these are.
    """
    said = select_references(uses.loc[~uses["is_loose"], ["key", "source", "role"]], sources)
    own = said[said["role"].isin(roles)].groupby("key").size()
    asked = said[said["role"] == QUESTION].groupby("key").size().reindex(own.index, fill_value=0)
    n_words = select_references(words, sources).groupby("role")["n"].sum()
    return Said(own, asked, n_words.reindex(list(roles), fill_value=0).sum(), n_words.get(QUESTION, 0))


def find_everyday(said: Said, roles: tuple[str, ...]) -> set[object]:
    """Return the keys of families that questions use more than half as often as the speaker does.

    roles: whose families these are; of the interviewers' own none is everyday.
    """
    if QUESTION in roles:
        return set()
    own, asked, n_own, n_asked = said
    is_everyday = (asked >= FEWEST_ASKED) & (own * n_asked < TIMES * asked * n_own)
    return set(own.index[is_everyday])


def find_habits(said: Said) -> set[object]:
    """Return the keys of families that are surely more frequent in own words than in questions, the speaker's habits.

    Sure is what independent words reach in one of a hundred cases (exact binomial test of the uses on the words of both
    sides; Przyborowski and Wilenski 1940, Biometrika 31).
    """
    own, asked, n_own, n_asked = said
    if not n_asked:
        return set()
    chance = betainc(own, asked + 1, n_own / (n_own + n_asked))  # that so many or more of all uses are own
    return set(own.index[chance < SURE])


def find_stock(names: pd.Series, lists: WordLists) -> set[object]:
    """Return the keys of families whose usual words are a stock phrase; none without English.

    names: the folded words of each family, by key. lists: of the languages of the texts.
    """
    if not lists.is_english:
        return set()
    return {key for key, words in zip(names.index, names.tolist(), strict=True) if is_stock(words.split(" "))}


def count_asked(uses: pd.DataFrame, sources: pd.DataFrame) -> pd.Series:
    """Count the uses of each family in questions of reference sources, by family; uses as from `list_uses`."""
    asked = select_references(uses[uses["role"] == QUESTION], sources)
    return asked.groupby("family").size()
