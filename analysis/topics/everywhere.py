"""How many topics every event mentions, beside what chance gives of it."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.statistics import Baseline, deal, measure_baseline
from analysis.topics.leads import count_paragraphs


def measure_everywhere(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> Baseline:
    """Measure how many topics the own words of every event mention.

    Takes what `rate_topics` takes, with the paragraphs of segments. Chance deals whole turns, with what is
    mentioned in them, to the events, each with as many turns as before. An event without own words is left out.
    Returns a Baseline in topics; without draws where there are fewer than two events.
    """
    touched, _ = count_paragraphs(hits, segments, sources)
    is_mentioned = touched.to_numpy() > 0
    events = pd.factorize(touched.index.get_level_values("event"))[0]
    observed = _count(is_mentioned, events)
    if len(np.unique(events)) < 2:
        return Baseline(observed, *[np.nan] * 3, 0)
    return measure_baseline(observed, lambda generator: _count(is_mentioned, deal(events, generator)))


def _count(is_mentioned: np.ndarray, events: np.ndarray) -> int:
    """Count the columns that have a mention in a row of each event."""
    by_event = [is_mentioned[events == event].any(axis=0) for event in np.unique(events)]
    return int(np.all(by_event, axis=0).sum()) if by_event else 0
