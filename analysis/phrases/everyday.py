"""What everybody says: it ranks behind what is the speaker's own.

The interviewers are the only other voice at hand on the same subjects, so their questions are the background
against which a formula of the speaker's stands out, or does not. Beside them, a list of stock phrases
(see `language.stock_phrases`) tells what any speaker of English says: at the same time, make sure, last year.
"""

from __future__ import annotations

import pandas as pd

from analysis.language import WordLists, is_stock
from analysis.own_words import select_references
from analysis.roles import QUESTION

FEWEST_ASKED = 2  # uses in questions, from which a family may be everybody's; one use is no habit
TIMES = 2  # as often as in questions: a family below that is not told from everyday speech


def find_everyday(
    uses: pd.DataFrame, words: pd.DataFrame, sources: pd.DataFrame, roles: tuple[str, ...]
) -> set[object]:
    """Return the keys of families that questions use more than half as often as the speaker does.

    uses: one row per use (key, source, role, is_loose). words: one row per (source, role, norm) with n. sources:
    one row per source. roles: whose families these are; of the interviewers' own none is everyday.
    """
    if QUESTION in roles:
        return set()
    said = select_references(uses[~uses["is_loose"]], sources)
    own = said[said["role"].isin(roles)].groupby("key").size()
    asked = said[said["role"] == QUESTION].groupby("key").size().reindex(own.index, fill_value=0)
    n_words = select_references(words, sources).groupby("role")["n"].sum()
    n_own, n_asked = n_words.reindex(list(roles), fill_value=0).sum(), n_words.get(QUESTION, 0)
    is_everyday = (asked >= FEWEST_ASKED) & (own * n_asked < TIMES * asked * n_own)
    return set(own.index[is_everyday])


def find_stock(names: pd.Series, lists: WordLists) -> set[object]:
    """Return the keys of families whose usual words are a stock phrase; none without English.

    names: the folded words of each family, by key. lists: of the languages of the texts.
    """
    if not lists.is_english:
        return set()
    return {key for key, words in names.items() if is_stock(words.split(" "))}


def count_asked(uses: pd.DataFrame, sources: pd.DataFrame) -> pd.Series:
    """Count the uses of each family in questions of reference sources, by family; uses as from `list_uses`."""
    asked = select_references(uses[uses["role"] == QUESTION], sources)
    return asked.groupby("family").size()
