"""What chance gives of the figures on vocabulary: answers dealt to events, answers cut as short as questions.

Both need the words in their turns, which are not published, so they are measured when the tables are built.
"""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from scipy.special import betainc, gammaln, xlog1py, xlogy

from analysis.own_words import select_references
from analysis.roles import OWN
from analysis.statistics import Baseline, deal, measure_baseline
from analysis.vocabulary.cut_answers import CHANCE, list_cut_chance
from analysis.vocabulary.keywords import FEWEST_KEYWORD_TURNS, FEWEST_KEYWORD_USES, LEVEL, spread_events
from analysis.vocabulary.turn_words import read_turn_words

N_DEALS = 1_000  # of the turns to the events
FEWEST_DEALS = 39  # where there is much to count; of so many the middle 95 % leaves out one at either end
MOST_COUNTED = 40_000_000  # uses of words in turns, over all deals
MOST_HELD = 100_000  # uses of words on sides, over the deals that are tested at once
ROUNDING = 1e-9  # of a logarithm; what lies so near the limit is tested exactly
KEYWORDS = "keywords"  # the name of the figure: words clearly more frequent in an event


def list_chance(
    tokens: pd.DataFrame,
    segments: pd.DataFrame,
    sources: pd.DataFrame,
    equivalents: pd.DataFrame,
    cut: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Set figures on vocabulary against what chance gives of them.

    Takes what `list_contrasts` does; tokens also with position. cut: from `list_cut_chance`, where it is known.
    Returns one row per (figure, source), sorted: observed, mean, low and high of the middle 95 % of draws,
    n_draws. The figure `keywords` (source "all") is the number of words clearly more frequent in one event, the
    turns of own words being dealt to the events at random; `hdd_42` and the like are of the questions of a
    source, answers of that source being cut into pieces as long as its questions.
    """
    rows = _list_turn_words(tokens, segments, sources, equivalents)
    dealt = _deal_keywords(rows, spread_events(sources)) if rows["side"].nunique() > 1 else None
    drawn = [(KEYWORDS, "all", *dealt)] if dealt else []
    cut = list_cut_chance(tokens, segments) if cut is None else cut
    drawn += select_references(cut, sources).itertuples(index=False, name=None)
    return pd.DataFrame(drawn, columns=CHANCE).round(6).sort_values(CHANCE[:2], ignore_index=True)


def _list_turn_words(
    tokens: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame, equivalents: pd.DataFrame
) -> pd.DataFrame:
    """Return own words of reference sources, one row a word: norm, side (its event), place (a turn's number)."""
    own = read_turn_words(tokens, segments, sources, equivalents, roles=OWN)
    events = sources.set_index("source")["event"]
    side = events.reindex(own["source"].cat.categories).array.take(own["source"].cat.codes)
    return own.assign(side=side)[["norm", "side", "place"]]


def _deal_keywords(rows: pd.DataFrame, compared: list[str]) -> Baseline:
    """Count the words clear of an event that is compared, in the events as they are and with turns dealt to them."""
    counts, lengths = _tabulate(rows)
    sides, names = pd.factorize(rows.drop_duplicates("place").sort_values("place")["side"])

    count = partial(_count_clear, counts=counts, lengths=lengths, is_compared=names.isin(compared))
    n_draws = int(np.clip(MOST_COUNTED // max(1, counts.nnz), FEWEST_DEALS, N_DEALS))
    return measure_baseline(
        int(count(sides[np.newaxis])[0]),
        lambda random, n: count(deal(sides, random, n)),
        n_draws=n_draws,
        n_held=2 * counts.nnz + len(sides),
    )


def _tabulate(rows: pd.DataFrame) -> tuple[csr_array, np.ndarray]:
    """Return the uses of each tested word in each turn, a row a turn, and the words of each turn."""
    word, _ = pd.factorize(rows["norm"])
    place = rows["place"].to_numpy()
    uses = csr_array((np.ones(len(rows)), (place, word)))
    uses.sum_duplicates()
    n_turns = np.bincount(uses.indices, minlength=uses.shape[1])
    is_tested = (uses.sum(axis=0) >= FEWEST_KEYWORD_USES) & (n_turns >= FEWEST_KEYWORD_TURNS)
    return uses[:, np.flatnonzero(is_tested)], np.bincount(place)


def _count_clear(
    dealt: np.ndarray, counts: csr_array, lengths: np.ndarray, is_compared: np.ndarray
) -> np.ndarray:
    """Count the words whose lrc is above zero on some side, once a side: one number a row of dealt.

    dealt: one row a deal, the side of each turn. counts, lengths: as from `_tabulate`. is_compared: of each side,
    whether it is counted.
    The limit of `bound_ratio` lies above zero where the exact test of as many uses or more is that rare. It is
    made only where so many uses and no more are that rare, which is quicker told.
    """
    number = np.where(is_compared, np.cumsum(is_compared) - 1, -1)  # among the sides that are compared
    n_sides, n_all = int(is_compared.sum()), counts.sum(axis=0)
    logs = gammaln(np.arange(n_all.max(initial=0) + 2))  # of the factorials of all whole numbers from -1
    tail = (1 - LEVEL) / 2 / max(1, counts.shape[1])
    at_once = max(1, MOST_HELD // max(1, n_sides * counts.shape[1]))
    clear = []
    for first in range(0, len(dealt), at_once):
        sides = number[dealt[first : first + at_once]]
        summed = [_sum_sides(side, counts, lengths, n_sides) for side in sides]
        uses, share = (np.stack(sums) for sums in zip(*summed, strict=True))
        clear.append(_count_rarer(uses, share, n_all, logs, tail))
    return np.concatenate(clear)


def _sum_sides(
    side: np.ndarray, counts: csr_array, lengths: np.ndarray, n_sides: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return the uses of each word on each side of one deal, a row a side, and the share of all words on each.

    side: of each turn, -1 where it is not compared.
    """
    n_words, total = counts.shape[1], lengths.sum()
    if side.min(initial=0) < 0:
        turns = np.flatnonzero(side >= 0)
        side, counts, lengths = side[turns], counts[turns], lengths[turns]
    cell = np.repeat(side * n_words, np.diff(counts.indptr)) + counts.indices
    uses = np.bincount(cell, counts.data, n_sides * n_words).reshape(n_sides, n_words)
    return uses, np.bincount(side, lengths, n_sides) / total


def _count_rarer(
    uses: np.ndarray, share: np.ndarray, n_all: np.ndarray, logs: np.ndarray, tail: float
) -> np.ndarray:
    """Count the clear words of each deal.

    uses: by deal, side and word. share: by deal and side. n_all: uses of each word. logs: as for `_bound_chance`.
    """
    deal, side, word = np.nonzero(uses >= _count_fewest(share, tail)[..., np.newaxis])
    n, n_all, share = uses[deal, side, word], n_all[word], share[deal, side]
    is_more = n > n_all * share
    is_rarer = _is_rarer(n[is_more], n_all[is_more], share[is_more], logs, tail)
    return np.bincount(deal[is_more][is_rarer], minlength=len(uses))


def _count_fewest(share: np.ndarray, tail: float) -> np.ndarray:
    """Return from how many uses a word may be rarer than a tail on a side with a share of all words.

    So many uses and more have at least the chance share**n, that of the first n uses all standing there.
    """
    with np.errstate(divide="ignore"):
        logs = np.log(share)  # of 0, of a side without words, which has no uses
    return np.where(share < 1, (np.log(tail) + ROUNDING) / np.minimum(logs, -ROUNDING), np.inf)


def _is_rarer(
    n: np.ndarray, n_all: np.ndarray, share: np.ndarray, logs: np.ndarray, tail: float
) -> np.ndarray:
    """Tell where n or more uses among n_all are rarer than a tail; the exact chance only where the bound allows it."""
    is_rarer = _bound_chance(n, n_all, share, logs) <= tail
    n, n_all, share = n[is_rarer], n_all[is_rarer], share[is_rarer]
    chance = betainc(n, n_all - n + 1, share)  # of n or more
    is_rarer[is_rarer] = chance < tail
    return is_rarer


def _bound_chance(n: np.ndarray, n_all: np.ndarray, share: np.ndarray, logs: np.ndarray) -> np.ndarray:
    """Bound from below the chance of n uses or more among n_all: a little less than that of n and no more.

    logs: of the factorials of all whole numbers from -1.
    """
    n, rest, n_all = n.astype(int), (n_all - n).astype(int), n_all.astype(int)
    ways = logs[n_all + 1] - logs[n + 1] - logs[rest + 1]
    return np.exp(ways + xlogy(n, share) + xlog1py(rest, -share) - ROUNDING)
