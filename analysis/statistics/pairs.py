"""Which things come up together in one turn, beside what the lengths of turns alone make of it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.statistics.baselines import DEALING_SEED, MIDDLE
from analysis.statistics.rate_ratios import RATE, adjust_p

N_DRAWS = 999
FEWEST = 3  # turns in which a thing comes up, from which its pairs are counted
PAIRS = ["one", "other", "n_one", "n_other", "n_both", "by_chance", "low", "high", "p", "differs"]


def pair_items(said: pd.DataFrame, turns: pd.DataFrame, *, n_draws: int = N_DRAWS) -> pd.DataFrame:
    """Count in how many turns each two things come up, and in how many they would by chance.

    said: one row a thing in a turn (item, turn), repeated rows count once. turns: one row a turn with own words (turn,
    event, n_words).
    Returns one row a pair of things that each come up in three turns or more: one, other (by name), n_one, n_other,
    n_both (turns), by_chance, low, high (mean and middle 95 % of draws), p (two-sided), differs (with a rate of false
    discoveries of 5 % among all pairs). In a draw each thing comes up in as many turns of each event as before, which
    are drawn in proportion to their words, without replacement (by the keys of Efraimidis and Spirakis 2006,
    Information Processing Letters 97), whatever else comes up there.
    """
    turns = turns[turns["n_words"] > 0].reset_index(drop=True)
    place = pd.Index(turns["turn"]).get_indexer(said["turn"])
    kept = said.assign(place=place)[place >= 0].drop_duplicates(["item", "place"])
    n_turns = kept["item"].value_counts()
    items = sorted(n_turns.index[n_turns >= FEWEST])
    if len(items) < 2:
        return pd.DataFrame(columns=PAIRS)
    kept = kept[kept["item"].isin(items)]
    comes = np.zeros((len(items), len(turns)), dtype=bool)
    comes[pd.Index(items).get_indexer(kept["item"]), kept["place"]] = True
    seen = comes.astype(np.float32) @ comes.T.astype(np.float32)
    drawn = _draw(comes, turns, n_draws)
    return _list_pairs(items, seen, drawn)


def _draw(comes: np.ndarray, turns: pd.DataFrame, n_draws: int) -> np.ndarray:
    """Return the turns that each two things share in each draw: draws, one, other."""
    generator = np.random.default_rng(DEALING_SEED)
    events = [np.flatnonzero(turns["event"] == event) for event in sorted(turns["event"].unique())]
    words = turns["n_words"].to_numpy(dtype=float)
    shared = np.zeros((n_draws, len(comes), len(comes)), dtype=np.float32)
    for draw in range(n_draws):
        for places in events:
            at = _draw_turns(comes[:, places].sum(axis=1), words[places], generator)
            shared[draw] += at @ at.T
    return shared


def _draw_turns(n: np.ndarray, words: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """Draw for each thing so many turns, in proportion to their words: one row a thing, 1 where it comes up."""
    keys = generator.exponential(size=(len(n), len(words))) / words
    rank = keys.argsort(axis=1).argsort(axis=1)
    return (rank < n[:, np.newaxis]).astype(np.float32)


def _list_pairs(items: list, seen: np.ndarray, drawn: np.ndarray) -> pd.DataFrame:
    one, other = np.triu_indices(len(items), k=1)
    both, draws = seen[one, other], drawn[:, one, other]
    tails = [(1 + (side).sum(axis=0)) / (1 + len(draws)) for side in (draws >= both, draws <= both)]
    low, high = np.quantile(draws, MIDDLE, axis=0, method="inverted_cdf")
    n = np.diag(seen).astype(int)
    table = pd.DataFrame(
        {
            "one": [items[i] for i in one],
            "other": [items[i] for i in other],
            "n_one": n[one],
            "n_other": n[other],
            "n_both": both.astype(int),
            "by_chance": draws.mean(axis=0),
            "low": low.astype(int),
            "high": high.astype(int),
            "p": np.minimum(1, 2 * np.minimum(*tails)),
        }
    )
    table["differs"] = adjust_p(table["p"]) < RATE
    return table
