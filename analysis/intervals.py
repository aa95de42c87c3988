"""Confidence intervals: how far a rate could differ if the turns of an interview had fallen out otherwise."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy import stats

FEWEST_TURNS = 6


class RateInterval(NamedTuple):
    """Bounds of a rate per word. Where there are none, both are NaN and the reason says why."""

    low: float
    high: float
    reason: str


def rate_interval(counts: ArrayLike, words: ArrayLike, *, level: float = 0.95) -> RateInterval:
    """Return the confidence interval of a rate per word, from turns that vary among themselves.

    counts, words: one number a turn, its hits and its length in words; turns without words are left out.
    The interval is R * exp(-+ t * SE), where R = sum(counts) / sum(words), t has n - 1 degrees of freedom,
    and SE is the cluster-robust standard error of log R in an intercept-only Poisson model, the turns being
    the clusters (Cameron and Miller 2015, A practitioner's guide to cluster-robust inference, Journal of
    Human Resources 50, sections II and VI). Without any hit it runs from 0 to the exact upper limit of a
    Poisson rate (Garwood 1936, Fiducial limits for the Poisson distribution, Biometrika 28). Fewer than six
    turns give none, and neither do turns that all have the same rate, which say nothing about their spread.
    """
    words = np.asarray(words, dtype=float)
    counts = np.asarray(counts, dtype=float)[words > 0]
    words = words[words > 0]
    if len(words) < FEWEST_TURNS:
        return _no_interval(f"fewer than {FEWEST_TURNS} turns")
    if counts.sum() == 0:
        return RateInterval(0.0, float(stats.chi2.ppf((1 + level) / 2, 2) / 2 / words.sum()), "")
    return _cluster_robust_interval(counts, words, level)


def _cluster_robust_interval(counts: np.ndarray, words: np.ndarray, level: float) -> RateInterval:
    n, rate = len(words), counts.sum() / words.sum()
    surplus = counts - rate * words
    if np.allclose(surplus, 0):
        return _no_interval("the rate is the same in every turn")
    error = math.sqrt(n / (n - 1) * np.sum(surplus**2)) / counts.sum()
    factor = math.exp(stats.t.ppf((1 + level) / 2, n - 1) * error)
    return RateInterval(float(rate / factor), float(rate * factor), "")


def _no_interval(reason: str) -> RateInterval:
    return RateInterval(math.nan, math.nan, reason)


def jackknife_error(left_out: ArrayLike) -> float:
    """Return the standard error of a statistic from its values with each turn left out in turn.

    sqrt((n - 1) / n * sum((v_i - mean(v))^2)): the delete-one jackknife, which needs no formula for the
    variance (Efron and Tibshirani 1993, An introduction to the bootstrap, chapter 11). NaN where a value is.
    """
    values = np.asarray(left_out, dtype=float)
    n = len(values)
    return math.sqrt((n - 1) / n * np.sum((values - values.mean()) ** 2))


def jackknife_interval(estimate: float, left_out: ArrayLike, *, level: float = 0.95) -> RateInterval:
    """Return the confidence interval of a statistic of all turns: estimate -+ t * jackknife error.

    left_out: the statistic with each turn left out in turn; t has n - 1 degrees of freedom. Fewer than six
    turns give no interval, and neither do turns of which any can be left out without a change.
    """
    n = len(np.asarray(left_out))
    if n < FEWEST_TURNS:
        return _no_interval(f"fewer than {FEWEST_TURNS} turns")
    error = jackknife_error(left_out)
    if not error > 0:
        return _no_interval("the score is the same whichever turn is left out")
    reach = stats.t.ppf((1 + level) / 2, n - 1) * error
    return RateInterval(float(estimate - reach), float(estimate + reach), "")
