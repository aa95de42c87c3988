"""Differences against chance: the same figures with sides dealt anew, and the least difference that would show."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from analysis.statistics.baselines import DEALING_SEED

MOST_LISTED = 12  # pairs whose signs are all listed, 4,096 ways; more are drawn
N_DEALS = 9_999
MOST_CELLS = 2_000_000  # deals times turns held at once
ROUNDING = 1e-9  # two differences so near are one


class Chance(NamedTuple):
    """What chance makes of differences, one value a column.

    p: share of draws, the one seen among them, whose difference is at least as large, either way (Phipson and
    Smyth 2010). reach: the largest difference that chance alone gives at the level; a smaller one cannot show.
    """

    p: np.ndarray
    reach: np.ndarray


def flip_signs(differences: np.ndarray, *, level: float) -> Chance:
    """Set the mean of paired differences against the means with the sides of each pair swapped at random.

    differences: one row a pair, one column a way to measure it. level: such as 0.95.
    Fisher's test of paired differences (Fisher 1935, The design of experiments, section 21): exact up to
    twelve pairs, else by 9,999 draws.
    """
    differences = np.asarray(differences, dtype=float)
    signs = _list_signs(len(differences))
    return _weigh(signs @ differences / len(differences), level)


def deal_sides(is_first: np.ndarray, measure: Callable[[np.ndarray], np.ndarray], *, level: float) -> Chance:
    """Set a difference between two sides against those with their turns dealt at random.

    is_first: of each turn, whether it belongs to the first side; each side keeps its number of turns.
    measure: takes sides, one row a deal and one column a turn, and returns one row a deal and one column a
    way to measure. level: such as 0.95.
    """
    generator = np.random.default_rng(DEALING_SEED)
    seen = np.asarray(is_first, dtype=bool)[np.newaxis, :]
    sizes = _split_evenly(N_DEALS, most=MOST_CELLS // seen.size + 1)
    dealt = (measure(generator.permuted(np.repeat(seen, n, axis=0), axis=1)) for n in sizes)
    return _weigh(np.concatenate([measure(seen), *dealt]), level)


def _split_evenly(n: int, *, most: int) -> list[int]:
    """Split a number into parts of at most so many, so that memory stays small."""
    return [min(most, n - done) for done in range(0, n, most)]


def _list_signs(n: int) -> np.ndarray:
    """Return the signs of n pairs, one row a draw; the first row is as seen."""
    if n <= MOST_LISTED:
        return 1.0 - 2 * (np.arange(2**n)[:, np.newaxis] >> np.arange(n) & 1)
    drawn = np.random.default_rng(DEALING_SEED).choice([-1.0, 1.0], size=(N_DEALS, n))
    return np.concatenate([np.ones((1, n)), drawn])


def _weigh(drawn: np.ndarray, level: float) -> Chance:
    """drawn: one row a draw, the first as seen."""
    sizes = np.abs(drawn)
    p = (sizes >= sizes[0] - ROUNDING).mean(axis=0)
    return Chance(p, np.quantile(sizes, level, axis=0, method="higher"))
