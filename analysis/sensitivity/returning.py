"""Whether phrases come back in interview after interview more than answers dealt at random would give."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd

from analysis.statistics import Baseline, count_spread, deal, measure_baseline


def measure_return(counts: pd.DataFrame, fewest: int) -> Baseline:
    """Measure how many phrases are used in so many interviews or more.

    counts: one row per (source, turn) of own words, one column per phrase: uses. Chance deals the answers to
    the interviews at random, each keeping how many it has: a phrase of many answers then reaches many.
    Returns a Baseline in phrases.
    """
    sources, names = pd.factorize(counts.index.get_level_values("source"))
    answer, phrase = np.nonzero(counts.to_numpy())
    count = partial(count_spread, phrase, answer, fewest=fewest, n_labels=len(names))
    observed = float(count(sources[np.newaxis])[0])
    n_held = len(sources) + len(answer) + counts.shape[1] * len(names)
    return measure_baseline(observed, lambda random, n: count(deal(sources, random, n)), n_held=n_held)
