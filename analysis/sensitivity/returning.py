"""Whether phrases come back in interview after interview more than answers dealt at random would give."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.statistics import Baseline, deal, measure_baseline


def measure_return(counts: pd.DataFrame, fewest: int) -> Baseline:
    """Measure how many phrases are used in so many interviews or more.

    counts: one row per (source, turn) of own words, one column per phrase: uses. Chance deals the answers to
    the interviews at random, each keeping how many it has: a phrase of many answers then reaches many.
    Returns a Baseline in phrases.
    """
    sources = pd.factorize(counts.index.get_level_values("source"))[0]
    answer, phrase = np.nonzero(counts.to_numpy())

    def count_spread(labels: np.ndarray) -> int:
        reached = np.unique(phrase * len(counts) + labels[answer]) // len(counts)
        return int((np.bincount(reached) >= fewest).sum())

    return measure_baseline(
        float(count_spread(sources)), lambda generator: count_spread(deal(sources, generator))
    )
