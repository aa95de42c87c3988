"""Which topic leads, and whether it would lead if other answers of the same kind had been given."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.statistics import measure_baseline

N_RESAMPLED = 1_000
SURE = 0.95  # of the resamples in which a topic must lead
FEWEST_ANSWERS = 6  # with fewer no interval is given either


class Lead(NamedTuple):
    """The leading topic of some answers.

    name: '' where several share the first place. n, n_next: its mentions and those of the next topic. kept: the
    share of resamples in which it leads alone, from 0 to 1. is_carried: whether the lead is gone without some one
    answer. n_answers: how many there are.
    """

    name: str
    n: int
    n_next: int
    kept: float
    is_carried: bool
    n_answers: int

    @property
    def is_sure(self) -> bool:
        """Whether the lead stands out: in nearly all resamples, and not by one answer alone."""
        return (
            bool(self.name) and self.n_answers >= FEWEST_ANSWERS and self.kept >= SURE and not self.is_carried
        )

    def describe(self, names: dict[str, str]) -> str:
        """Say what the lead rests on; names: how topics are printed."""
        if not self.name:
            return f"several share the first place with {self.n}"
        counted = f"{names[self.name]} {self.n}, the next {self.n_next}"
        if self.n_answers < FEWEST_ANSWERS:
            return f"{counted}; fewer than {FEWEST_ANSWERS} answers"
        drawn = f"{counted}; first in {int(100 * self.kept)}% of redrawn answers"
        return f"{drawn}; one answer decides" if self.is_carried else drawn


def measure_lead(counts: pd.DataFrame) -> Lead:
    """Measure how surely one topic is mentioned most.

    counts: one row per (source, turn) of own words, one column per topic: mentions. Answers are drawn with
    replacement, each interview keeping how many it has.
    """
    table, totals = counts.to_numpy(), counts.to_numpy().sum(axis=0)
    n_next, n = (int(total) for total in np.sort(totals)[-2:])
    leader = _find_leader(totals)
    if leader < 0:
        return Lead("", n, n_next, 0.0, False, len(table))
    draw = _redraw(table, counts.index.get_level_values("source"))
    kept = measure_baseline(
        1.0, lambda generator: _find_leader(draw(generator)) == leader, n_draws=N_RESAMPLED
    )
    is_carried = any(_find_leader(totals - answer) != leader for answer in table)
    return Lead(str(counts.columns[leader]), n, n_next, kept.mean, is_carried, len(table))


def _find_leader(totals: np.ndarray) -> int:
    """Return the place of the only largest total, -1 where several share it."""
    first = int(totals.argmax())
    return first if (totals == totals[first]).sum() == 1 else -1


def _redraw(table: np.ndarray, sources: pd.Index):
    """Return what draws answers anew inside each source and sums them up."""
    group = pd.factorize(sources)[0]
    order = np.argsort(group, kind="stable")
    size = np.bincount(group)[group[order]]
    first = np.searchsorted(group[order], group[order])
    return lambda generator: table[order[first + generator.integers(size)]].sum(axis=0)
