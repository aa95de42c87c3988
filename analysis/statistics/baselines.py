"""What chance alone would give: a figure, drawn anew many times, beside the figure that was seen.

A null model deals what is counted (turns, questions, pieces of a text) at random and computes the figure each time.
Seen outside the middle 95 % of those, a figure says more than chance does; inside, it says nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

DEALING_SEED = 12
N_DRAWS = 2_000
MIDDLE = (0.025, 0.975)


class Baseline(NamedTuple):
    """A figure and what chance gives of it: observed, mean, low and high of the middle 95 % of draws, n_draws."""

    observed: float
    mean: float
    low: float
    high: float
    n_draws: int

    @property
    def is_outside(self) -> bool:
        """Whether the figure lies outside what chance gives; no figure, no draw: False."""
        return bool(self.observed < self.low or self.observed > self.high)

    @property
    def is_above(self) -> bool:
        """Whether the figure is larger than what chance gives."""
        return bool(self.observed > self.high)


def measure_baseline(
    observed: float, draw: Callable[[np.random.Generator], float], *, n_draws: int = N_DRAWS
) -> Baseline:
    """Draw a figure anew, n_draws times, with one generator of a fixed seed.

    observed: the figure seen. draw: takes the generator and returns the figure of one draw, NaN where there is none.
    Returns a Baseline, in the figure's own unit; all NaN where no draw has a figure. The limits are the quantiles
    of the draws that are drawn values themselves (Davison and Hinkley 1997, ch. 4), so a count stays a count.
    """
    generator = np.random.default_rng(DEALING_SEED)
    drawn = np.array([draw(generator) for _ in range(n_draws)], dtype=float)
    drawn = drawn[~np.isnan(drawn)]
    if not len(drawn):
        return Baseline(observed, *[np.nan] * 3, 0)
    low, high = np.quantile(drawn, MIDDLE, method="inverted_cdf")
    return Baseline(observed, float(drawn.mean()), float(low), float(high), len(drawn))


def deal(
    labels: np.ndarray, generator: np.random.Generator, *, within: np.ndarray | None = None
) -> np.ndarray:
    """Deal labels anew over their places, each as often as before.

    labels: one a place, e.g. the event of each turn. within: the group of each place, e.g. its interview; labels
    then stay inside their group. Returns a new array of the same length.
    """
    if within is None:
        return generator.permutation(labels)
    shuffled = np.lexsort((generator.random(len(labels)), within))
    in_order = np.argsort(within, kind="stable")
    dealt = np.empty_like(labels)
    dealt[in_order] = labels[shuffled]
    return dealt
