"""How many topics every event mentions, beside what chance gives of it."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd

from analysis.statistics import Baseline, count_spread, deal, measure_baseline
from analysis.topics.leads import count_paragraphs


def measure_everywhere(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> Baseline:
    """Measure how many topics the own words of every event mention.

    Takes what `rate_topics` takes, with the paragraphs of segments. Chance deals whole turns, with what is
    mentioned in them, to the events, each with as many turns as before. An event without own words is left out.
    Returns a Baseline in topics; without draws where there are fewer than two events.
    """
    touched, _ = count_paragraphs(hits, segments, sources)
    events, names = pd.factorize(touched.index.get_level_values("event"))
    turn, topic = np.nonzero(touched.to_numpy())
    count = partial(count_spread, topic, turn, fewest=len(names), n_labels=len(names))
    observed = int(count(events[np.newaxis])[0])
    if len(names) < 2:
        return Baseline(observed, *[np.nan] * 3, 0)
    n_held = len(events) + len(turn) + touched.shape[1] * len(names)
    return measure_baseline(observed, lambda random, n: count(deal(events, random, n)), n_held=n_held)
