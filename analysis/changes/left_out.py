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
    said = _tabulate(own, events)
    is_new = events["event"].isin(new).to_numpy()
    before, n_new = said[~is_new], len(new)
    observed = _count(before, said[is_new])
    n_left = len(before) - n_new
    starts = range(n_left + 1) if n_left >= FEWEST_EVENTS else range(0)
    drawn = [_leave_out(before, at, at + n_new) for at in starts]
    return summarise_draws(observed, np.array(drawn))


def _tabulate(own: pd.DataFrame, events: pd.DataFrame) -> np.ndarray:
    """Tell of each event, a row each by date, which phrases it says, a column each."""
    uses = pd.crosstab(own["event"], own["number"])
    return uses.reindex(events["event"], fill_value=0).to_numpy() > 0


def _leave_out(before: np.ndarray, begin: int, end: int) -> int:
    """Count the phrases that some rows leave out, beside all others."""
    rest = np.delete(before, np.s_[begin:end], axis=0)
    return _count(rest, before[begin:end])


def _count(before: np.ndarray, after: np.ndarray) -> int:
    """Count the phrases, a column each, of enough rows before and of none after."""
    return int((is_usual(before.sum(axis=0), len(before)) & ~after.any(axis=0)).sum())
