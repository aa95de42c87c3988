"""What chance gives of the figures on vocabulary: answers dealt to events, answers cut as short as questions.

Both need the words in their turns, which are not published, so they are measured when the tables are built.
"""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd
from scipy import stats
from scipy.sparse import csr_array
from scipy.special import gammaln, xlog1py, xlogy

from analysis.own_words import select_own_words, select_references
from analysis.roles import OWN, QUESTION
from analysis.statistics import Baseline, deal, measure_baseline, summarise_draws
from analysis.vocabulary.contrasts import join_spellings
from analysis.vocabulary.diversity import FEWEST_WORDS, measure_texts
from analysis.vocabulary.keywords import FEWEST_KEYWORD_TURNS, FEWEST_KEYWORD_USES, LEVEL

N_DEALS = 1_000  # of the turns to the events
FEWEST_DEALS = 39  # where there is much to count; of so many the middle 95 % leaves out one at either end
MOST_COUNTED = 40_000_000  # uses of words in turns, over all deals
ROUNDING = 1e-9  # of a logarithm; what lies so near the limit is tested exactly
N_CUTS = 300  # of the answers of one interview
KEYWORDS = "keywords"  # the name of the figure: words clearly more frequent in an event
CHANCE = ["figure", "source", "observed", "mean", "low", "high", "n_draws"]


def list_chance(
    tokens: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame, equivalents: pd.DataFrame
) -> pd.DataFrame:
    """Set figures on vocabulary against what chance gives of them.

    Takes what `list_contrasts` does; tokens also with position.
    Returns one row per (figure, source), sorted: observed, mean, low and high of the middle 95 % of draws,
    n_draws. The figure `keywords` (source "all") is the number of words clearly more frequent in one event, the
    turns of own words being dealt to the events at random; `hdd_42` and the like are of the questions of a
    source, answers of that source being cut into pieces as long as its questions.
    """
    rows = _list_turn_words(tokens, segments, sources, equivalents)
    drawn = [(KEYWORDS, "all", *_deal_keywords(rows))] if rows["side"].nunique() > 1 else []
    spoken = select_references(tokens, sources).sort_values(["source", "position"])
    for source, said in spoken.groupby("source"):
        drawn += [(name, source, *baseline) for name, baseline in _cut_answers(said, segments).items()]
    return pd.DataFrame(drawn, columns=CHANCE).round(6).sort_values(CHANCE[:2], ignore_index=True)


def _list_turn_words(
    tokens: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame, equivalents: pd.DataFrame
) -> pd.DataFrame:
    """Return own words of reference sources, one row a word: norm, side (its event), place (a turn's number)."""
    turn = segments.set_index(["source", "segment"])["turn"]
    own = join_spellings(select_own_words(tokens, sources), equivalents)
    own = own.assign(turn=turn.reindex(pd.MultiIndex.from_frame(own[["source", "segment"]])).to_numpy())
    events = sources.set_index("source")["event"]
    place = own.groupby(["source", "role", "turn"], dropna=False).ngroup()
    return own.assign(side=own["source"].map(events), place=place)[["norm", "side", "place"]]


def _deal_keywords(rows: pd.DataFrame) -> Baseline:
    """Count the words clear of an event, in the events as they are and with turns dealt to them."""
    counts, lengths = _tabulate(rows)
    sides, _ = pd.factorize(rows.drop_duplicates("place").sort_values("place")["side"])

    count = partial(_count_clear, counts=counts, lengths=lengths, n_sides=sides.max() + 1)
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


def _count_clear(dealt: np.ndarray, counts: csr_array, lengths: np.ndarray, n_sides: int) -> np.ndarray:
    """Count the words whose lrc is above zero on some side, once a side: one number a row of dealt.

    dealt: one row a deal, the side of each turn. counts, lengths: as from `_tabulate`.
    The limit of `bound_ratio` lies above zero where the exact test of as many uses or more is that rare. It is
    made only where so many uses and no more are that rare, which is quicker told.
    """
    row = (dealt + n_sides * np.arange(len(dealt))[:, np.newaxis]).ravel()
    turn = np.tile(np.arange(dealt.shape[1]), len(dealt))
    of_side = csr_array((np.ones(row.size), (row, turn)), shape=(len(dealt) * n_sides, dealt.shape[1]))
    uses, shares = of_side @ counts, of_side @ lengths / lengths.sum()
    tail = (1 - LEVEL) / 2 / max(1, counts.shape[1])
    row = np.repeat(np.arange(uses.shape[0]), np.diff(uses.indptr))
    n, n_all, share = uses.data, counts.sum(axis=0)[uses.indices], shares[row]
    may_be = np.flatnonzero(n > n_all * share)
    may_be = may_be[_bound_chance(n[may_be], n_all[may_be], share[may_be]) <= tail]
    is_clear = stats.binom.sf(n[may_be] - 1, n_all[may_be], share[may_be]) < tail
    return np.bincount(row[may_be[is_clear]] // n_sides, minlength=len(dealt))


def _bound_chance(n: np.ndarray, n_all: np.ndarray, share: np.ndarray) -> np.ndarray:
    """Bound from below the chance of n uses or more among n_all: a little less than that of n and no more."""
    logs = gammaln(np.arange(n_all.max(initial=0) + 2))  # of the factorials of all whole numbers from -1
    n, rest, n_all = n.astype(int), (n_all - n).astype(int), n_all.astype(int)
    ways = logs[n_all + 1] - logs[n + 1] - logs[rest + 1]
    return np.exp(ways + xlogy(n, share) + xlog1py(rest, -share) - ROUNDING)


def _cut_answers(said: pd.DataFrame, segments: pd.DataFrame) -> dict[str, Baseline]:
    """Measure the questions of a source against pieces of its answers, by measure; {} where there are not enough.

    said: one row a word of a source, in order (source, segment, role, norm).
    """
    asked, own = said[said["role"] == QUESTION], said[said["role"].isin(OWN)]
    if not FEWEST_WORDS <= len(asked) <= len(own):
        return {}
    turn = segments[segments["source"] == said["source"].iloc[0]].set_index("segment")["turn"]
    lengths = asked.groupby(asked["segment"].map(turn), dropna=False).size().to_numpy()
    seen = measure_texts(pd.factorize(asked["norm"])[0][np.newaxis])
    drawn = measure_texts(_draw_pieces(pd.factorize(own["norm"])[0], lengths))
    known = {name: value[0] for name, value in seen.items() if not np.isnan(value[0])}
    return {name: summarise_draws(value, drawn[name]) for name, value in known.items()}


def _draw_pieces(codes: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Cut pieces of these lengths out of a text, N_CUTS times: one row a draw, one column a word."""
    generator = np.random.default_rng(N_CUTS)
    return np.stack([cut_pieces(codes, lengths, generator) for _ in range(N_CUTS)])


def cut_pieces(codes: np.ndarray, lengths: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """Cut pieces of these lengths, in any order, out of a text at random; no two overlap, and they stay in order.

    codes: a number for each word, in the order of the text.
    """
    shuffled = generator.permutation(lengths)
    slack = np.sort(generator.integers(0, len(codes) - shuffled.sum() + 1, len(shuffled)))
    starts = slack + np.cumsum(shuffled) - shuffled
    return np.concatenate([codes[start : start + n] for start, n in zip(starts, shuffled, strict=True)])
