"""What chance alone would give: a figure, drawn anew many times, beside the figure that was seen.

A null model deals what is counted (turns, questions, pieces of a text) at random and computes the figure each time.
Seen outside the middle 95 % of those, a figure says more than chance does; inside, it says nothing.
Many draws are made at once: a row a draw, a column a place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

DEALING_SEED = 12
N_DRAWS = 2_000
MIDDLE = (0.025, 0.975)
MOST_DEALT = 4_000_000  # numbers held at once: draws times what one draw holds

Draw = Callable[[np.random.Generator, int], np.ndarray]


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


def measure_baseline(observed: float, draw: Draw, *, n_draws: int = N_DRAWS, n_held: int = 1) -> Baseline:
    """Draw a figure anew, n_draws times, with one generator of a fixed seed.

    observed: the figure seen. draw: takes the generator and a number, and returns the figures of so many draws,
    NaN where there is none. n_held: numbers that one draw holds, so that only so many draws are made at once as
    memory allows.
    Returns a Baseline, as from `summarise_draws`.
    """
    generator, step = np.random.default_rng(DEALING_SEED), max(1, MOST_DEALT // max(1, n_held))
    sizes = [min(step, n_draws - done) for done in range(0, n_draws, step)]
    return summarise_draws(observed, np.concatenate([draw(generator, size) for size in sizes]))


def summarise_draws(observed: float, drawn: np.ndarray) -> Baseline:
    """Set a figure beside those drawn by chance, NaN where a draw has none.

    Returns a Baseline, in the figure's own unit; all NaN where no draw has a figure. The limits are the quantiles
    of the draws that are drawn values themselves (Davison and Hinkley 1997, ch. 4), so a count stays a count.
    """
    drawn = np.asarray(drawn, dtype=float)
    drawn = drawn[~np.isnan(drawn)]
    if not len(drawn):
        return Baseline(observed, *[np.nan] * 3, 0)
    low, high = np.quantile(drawn, MIDDLE, method="inverted_cdf")
    return Baseline(observed, float(drawn.mean()), float(low), float(high), len(drawn))


def deal(
    labels: np.ndarray, generator: np.random.Generator, n: int, *, within: np.ndarray | None = None
) -> np.ndarray:
    """Deal labels anew over their places, n times, each as often as before.

    labels: one a place, e.g. the event of each turn. within: the group of each place, e.g. its interview; labels
    then stay inside their group. Returns one row a deal, one column a place.
    """
    if within is None:
        return generator.permuted(np.repeat(labels[np.newaxis], n, axis=0), axis=1)
    order = np.argsort(within, kind="stable")
    begins = np.flatnonzero(np.r_[True, within[order][1:] != within[order][:-1]])[: len(order)]
    drawn, dealt = generator.random((n, len(labels))), np.empty((n, len(labels)), dtype=labels.dtype)
    for places in np.split(order, begins[1:]):
        dealt[:, places] = labels[places][np.argsort(drawn[:, places], axis=1)]
    return dealt


def count_spread(
    item: np.ndarray, place: np.ndarray, dealt: np.ndarray, *, fewest: int, n_labels: int
) -> np.ndarray:
    """Count the items that stand under so many labels or more: one number a row of dealt.

    item, place: one entry a use: the number of what is used, and of the place where. dealt: one row a draw, the
    label (from 0) of each place. fewest: labels. n_labels: how many there are.
    """
    n_items = item.max(initial=-1) + 1
    stands = np.zeros((len(dealt), n_items, n_labels), dtype=bool)
    stands[np.arange(len(dealt))[:, np.newaxis], item, dealt[:, place]] = True
    return (stands.sum(axis=2) >= fewest).sum(axis=1)
