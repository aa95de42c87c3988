"""Which family comes first: two rankings merged, and what says again what a better one says put behind."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis.language import rank_values

SMOOTH = 60  # of reciprocal rank fusion, as its authors set it
ECHO = 0.5  # of a family's uses, from which it says again what better ones say


def rank_families(families: pd.DataFrame, uses: pd.DataFrame, everyday: Iterable[object]) -> pd.DataFrame:
    """Rank families: expressions before names; what everybody says, then what says again, behind the others.

    families: one row a family, by key: kind, family_words, n (words), n_hard (of them those on no list of easy words),
    n_uses, n_events, expected (uses that chance gives). uses: one row a use (key, begin, n_words, is_own). everyday:
    keys of what everybody says.
    Returns the families, best first, with rank. Two rankings are merged by reciprocal rank fusion (Cormack, Clarke
    & Büttcher 2009, SIGIR, section 2): by spread (events times uses to the power of two thirds, more for
    longer families and difficult words), and by surprise (how much likelier the uses are than by chance). A family
    says again if half of its uses share words with uses of better ones.
    """
    table = families.assign(score=_merge([_score_spread(families), _score_surprise(families)]))
    table["is_everyday"] = table.index.isin(list(everyday))
    table = table.iloc[_order_best(table)]
    table["is_echo"] = _find_echoes(table.index, uses[uses["is_own"]])
    table = table.sort_values(["kind", "is_everyday", "is_echo"], kind="stable")
    return table.assign(rank=range(1, len(table) + 1))


def _order_best(table: pd.DataFrame) -> np.ndarray:
    """Return the order of families by kind, what everybody says behind, the highest score first, of equals by text."""
    by = [-table["score"].to_numpy(), table["is_everyday"].to_numpy(), rank_values(table["kind"])]
    order = np.lexsort(by)
    is_new = np.any([np.diff(column[order], prepend=np.nan) != 0 for column in map(np.float64, by)], axis=0)
    group = np.empty(len(table), dtype=np.int64)
    group[order] = np.cumsum(is_new)
    is_tie = np.bincount(group)[group] > 1
    text = np.zeros(len(table), dtype=np.int64)
    text[is_tie] = rank_values(table["family_words"][is_tie])
    return np.lexsort((text, group))


def _merge(scores: list[pd.Series]) -> pd.Series:
    """Merge scores by reciprocal rank; rounded, so that the last bit of a logarithm moves no family."""
    ranks = [score.round(6).rank(ascending=False, method="min") for score in scores]
    return sum(1 / (SMOOTH + rank) for rank in ranks)


def _score_spread(families: pd.DataFrame) -> pd.Series:
    hard = (families["n"] + families["n_hard"]) / families["n"]
    length = families["n"].clip(lower=2)
    return families["n_events"] * families["n_uses"] ** (2 / 3) * hard * np.log2(1 + length)


def _score_surprise(families: pd.DataFrame) -> pd.Series:
    """Return the log likelihood ratio of the uses against chance (Poisson)."""
    n_uses, expected = families["n_uses"], families["expected"]
    return n_uses * np.log(n_uses / expected) - (n_uses - expected)


def _find_echoes(ranked: pd.Index, uses: pd.DataFrame) -> np.ndarray:
    """Tell of each family, best first, whether it says again what better ones say."""
    rank = ranked.get_indexer(uses["key"])
    begin, n_words = uses["begin"].to_numpy(), uses["n_words"].to_numpy()
    starts = np.cumsum(n_words) - n_words
    place = np.arange(n_words.sum()) + np.repeat(begin - starts, n_words)
    best = np.full(place.max(initial=-1) + 1, len(ranked))
    np.minimum.at(best, place, np.repeat(rank, n_words))
    is_again = np.minimum.reduceat(best[place], starts) < rank if len(uses) else np.zeros(0, dtype=bool)
    n_uses, n_again = (np.bincount(rank[which], minlength=len(ranked)) for which in (slice(None), is_again))
    return n_again >= ECHO * n_uses
