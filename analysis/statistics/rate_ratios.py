"""Rates compared: how many times more often in one set of turns than in another."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy.special import stdtr, stdtrit

from analysis.statistics.intervals import Sample, Samples, measure_sample

RATE = 0.05  # of false discoveries among the comparisons that are called different


class RatioInterval(NamedTuple):
    """The ratio of two rates, its bounds, and the two-sided p value of a ratio of 1.

    A ratio may be 0 or infinite, and then one bound is as well. Where there are no bounds, they and p are
    NaN and the reason says why.
    """

    ratio: float
    low: float
    high: float
    p: float
    reason: str


def ratio_interval(
    first: tuple[ArrayLike, ArrayLike], second: tuple[ArrayLike, ArrayLike], *, level: float = 0.95
) -> RatioInterval:
    """Return how many times higher a rate is in one set of turns than in another, with its interval.

    first, second: hits and words, one number a turn each. The logarithm of the ratio has the sum of both
    variances (see `measure_sample`) and Student's distribution with the degrees of freedom of Welch (1947,
    The generalization of Student's problem when several different population variances are involved,
    Biometrika 34). Where one side has no hit only one bound exists: the exact conditional one of Przyborowski
    and Wilenski (1940, Homogeneity of results in testing samples from Poisson series, Biometrika 31), with
    hits and words of both sides divided by the design effect of the side that has hits (Rao and Scott 1999, A
    simple method for analysing overdispersion in clustered Poisson data, Statistics in Medicine 18).
    """
    return compare_samples(*(measure_sample(counts, words) for counts, words in (first, second)), level=level)


def compare_samples(one: Sample, other: Sample, *, level: float = 0.95) -> RatioInterval:
    """Return what `ratio_interval` does, of turns that `measure_sample` has measured."""
    both = (
        Samples(*(np.array([cell]) for cell in sample))._replace(n_words=sample.n_words)
        for sample in (one, other)
    )
    ratio, low, high, p, reason = compare_all(*both, level=level)
    return RatioInterval(float(ratio[0]), float(low[0]), float(high[0]), float(p[0]), str(reason[0]))


def compare_all(one: Samples, other: Samples, *, level: float = 0.95) -> RatioInterval:
    """Return what `compare_samples` does of many rates at once: in each place one value a rate."""
    silent = np.where((one.n == 0) & (other.n == 0), "no hit on either side", "")
    reason = np.where(one.reason != "", one.reason, np.where(other.reason != "", other.reason, silent))
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        ratio = _divide_rates(one, other)
        if (reason != "").all():
            return RatioInterval(ratio, *[np.full(len(ratio), math.nan)] * 3, reason)
        variance = one.variance + other.variance
        df = variance**2 / (one.variance**2 / one.df + other.variance**2 / other.df)
        error = np.sqrt(variance)
        factor = np.exp(stdtrit(df, (1 + level) / 2) * error)
        p = 2 * stdtr(df, -np.abs(np.log(ratio)) / error)
        above, p_above = _bound_ratios(one, other, level)
        below, p_below = _bound_ratios(other, one, level)
        is_bound, is_none = (one.n > 0) & (other.n == 0), (one.n == 0) & (other.n > 0)
        low = np.select([reason != "", is_bound, is_none], [np.nan, above, 0.0], ratio / factor)
        high = np.select([reason != "", is_bound, is_none], [np.nan, np.inf, 1 / below], ratio * factor)
        p = np.select([reason != "", is_bound, is_none], [np.nan, p_above, p_below], p)
    return RatioInterval(ratio, low, high, p, reason)


def _divide_rates(one: Samples, other: Samples) -> np.ndarray:
    """Divide rates: infinite where only one side has hits, missing where neither has, or a side has no words."""
    if not one.n_words or not other.n_words:
        return np.full(len(one.n), math.nan)
    return (one.n / one.n_words) / (other.n / other.n_words)


def _bound_ratios(one: Samples, other: Samples, level: float) -> tuple[np.ndarray, np.ndarray]:
    """Bound from below how many times higher rates are than those of no hits, with their p."""
    n_effective = np.minimum(
        one.n, 1 / one.variance
    )  # hits divided by the design effect, which is 1 at least
    share = ((1 - level) / 2) ** (1 / n_effective)
    low = share / (1 - share) * other.n_words / one.n_words
    p = np.minimum(1.0, 2 * (one.n_words / (one.n_words + other.n_words)) ** n_effective)
    return low, p


def adjust_p(p: pd.Series) -> pd.Series:
    """Adjust the p values of one declared family; missing ones stay missing and are not of the family.

    Benjamini and Hochberg (1995, Controlling the false discovery rate, Journal of the Royal Statistical
    Society B 57): the smallest rate of false discoveries at which a comparison is called different.
    """
    known = p.dropna()
    order = known.to_numpy(dtype=float).argsort(kind="stable")
    rates = known.to_numpy(dtype=float)[order] * (len(known) / np.arange(1, len(known) + 1))
    adjusted = np.empty(len(known))
    adjusted[order] = np.minimum.accumulate(rates[::-1])[::-1].clip(max=1)  # no higher than of a larger p
    return pd.Series(adjusted, index=known.index, dtype=float).reindex(p.index)
