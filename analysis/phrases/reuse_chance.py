"""How much is said again by chance: the share of words said before, in a corpus whose words are shuffled."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.own_words import list_events, select_own_words
from analysis.phrases.reuse import SHORTEST, find_again_rows
from analysis.statistics import summarise_draws

SAID_AGAIN = "said_again"  # the name of the figure
MOST_DRAWS = 39  # of so many the middle 95 % leaves out one at either end
MOST_WORDS = 400_000  # shuffled over all draws
SEED = 12


def list_reuse_chance(tokens: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Set the share of own words that were said before beside the share in shuffled words.

    tokens: every word, one row each, as for `reuse.measure_reuse`. sources: one row a source.
    Returns one row, or none with fewer than two dated events: figure ("said_again"), source ("all"), observed, mean,
    low and high of the middle 95 % of draws, n_draws. In a draw the own words of each event change places among
    themselves, those of one sentence and of another.
    """
    later = list_events(sources[sources["date"] != ""])["source"].iloc[1:]
    own = select_own_words(tokens[tokens["sentence"].notna()], sources)
    own = own[["source", "sentence", "position", "role", "norm"]].reset_index(drop=True)
    is_later = own["source"].isin(later).to_numpy()
    if not is_later.any():
        return pd.DataFrame(columns=["figure", "source", "observed", "mean", "low", "high", "n_draws"])
    generator, n_draws = np.random.default_rng(SEED), max(1, min(MOST_DRAWS, MOST_WORDS // len(own)))
    observed = _measure(own, sources, is_later)
    drawn = [_measure(_shuffle(own, generator), sources, is_later) for _ in range(n_draws)]
    found = summarise_draws(observed, np.array(drawn))
    return pd.DataFrame([(SAID_AGAIN, "all", *found)], columns=["figure", "source", *found._fields]).round(6)


def _measure(own: pd.DataFrame, sources: pd.DataFrame, is_later: np.ndarray) -> float:
    again = find_again_rows(own, sources, shortest=SHORTEST).to_numpy()
    return float(again[is_later].mean())


def _shuffle(own: pd.DataFrame, generator: np.random.Generator) -> pd.DataFrame:
    order = np.lexsort((generator.random(len(own)), pd.factorize(own["source"])[0]))
    places = np.argsort(pd.factorize(own["source"])[0], kind="stable")
    norms = np.empty(len(own), dtype=object)
    norms[places] = own["norm"].to_numpy(dtype=object)[order]
    return own.assign(norm=norms)
