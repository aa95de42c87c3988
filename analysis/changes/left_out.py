"""How many usual phrases the new events leave out, beside what the events before left out in their turn."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.statistics import Baseline, summarise_draws

USUAL = 0.5  # share of the events before, from which a phrase is missed where it is not said
FEWEST_EVENTS = 2  # that say it


def is_usual(k: pd.Series | np.ndarray, n: int) -> pd.Series | np.ndarray:
    """Tell which phrases are usual: said in k of n events, which are at least two and at least half."""
    return (k >= FEWEST_EVENTS) & (k >= USUAL * n)


def measure_left_out(own: pd.DataFrame, events: pd.DataFrame, new: list[str]) -> Baseline:
    """Count the phrases that new events leave out though they were usual before (see `is_usual`).

    own: one row a use that counts (number, event). events: one row an event, by date. new: the new ones.
    The baseline are the events before: each stretch of them, as many in a row as there are new ones, is left out and
    counted as if it were new. Returns a Baseline in phrases; without draws where fewer than two events would be left.
    """
    said = pd.crosstab(own["event"], own["number"]).reindex(events["event"], fill_value=0).to_numpy() > 0
    is_new = events["event"].isin(new).to_numpy()
    before, n = said[~is_new], len(new)
    observed = _count(before, said[is_new])
    starts = range(len(before) - n + 1) if len(before) - n >= FEWEST_EVENTS else range(0)
    others = [np.delete(before, np.s_[at : at + n], axis=0) for at in starts]
    drawn = [_count(rest, before[at : at + n]) for at, rest in zip(starts, others, strict=True)]
    return summarise_draws(observed, np.array(drawn))


def _count(before: np.ndarray, after: np.ndarray) -> int:
    """Count the phrases, a column each, of enough rows before and of none after."""
    return int((is_usual(before.sum(axis=0), len(before)) & ~after.any(axis=0)).sum())
