"""Confidence intervals: how far a rate could differ if the turns of an interview had fallen out otherwise."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import gammaincinv, stdtrit

from analysis.statistics.proportions import wilson_share
from analysis.statistics.turn_sums import TurnSums, list_turn_hits

FEWEST_TURNS = 6
RESAMPLES = 2000
NO_SURPLUS = 1e-8  # hits; so near to none, a turn has as many as its length gives
BOOTSTRAP_SEED = 8


class RateInterval(NamedTuple):
    """Bounds of a rate per word. Where there are none, both are NaN and the reason says why."""

    low: float
    high: float
    reason: str


class Sample(NamedTuple):
    """What a set of turns tells about a rate: hits, words, and the variance of the rate's logarithm.

    df: degrees of freedom of the variance. Where there is none, both are NaN and the reason says why.
    """

    n: float
    n_words: float
    variance: float
    df: float
    reason: str


def measure_sample(counts: ArrayLike, words: ArrayLike) -> Sample:
    """Measure how surely a rate is known, from turns that vary among themselves.

    counts, words: one number a turn, its hits and its length in words; turns without words are left out.
    With R = sum(counts) / sum(words) and the weights h = words / sum(words), the variance of log R is
    (n - 1) / n * sum(((counts - R * words) / (1 - h))**2) / sum(counts)**2: the cluster-robust variance of
    an intercept-only Poisson model, the turns being the clusters, corrected as the jackknife does (CR3 in
    Cameron and Miller 2015, A practitioner's guide to cluster-robust inference, Journal of Human Resources
    50, section VI). Its degrees of freedom are those of the effective number of clusters, 1 / sum(h**2) - 1
    (Kish 1965, Survey Sampling; Carter, Schnepel and Steigerwald 2017, Asymptotic behavior of a t-test
    robust to cluster heterogeneity, Review of Economics and Statistics 99). Where all turns are equally long
    this is n / (n - 1) * sum((counts - R * words)**2) / sum(counts)**2 with n - 1 degrees of freedom.
    """
    return measure_samples(np.asarray(counts)[np.newaxis], words)[0]


def measure_samples(counts: ArrayLike, words: ArrayLike) -> list[Sample]:
    """Measure as `measure_sample` does how surely several rates are known from the same turns: a row of counts each."""
    counts = np.asarray(counts, dtype=float)
    rate, turn = np.nonzero(counts)
    entries = (rate, turn, counts[rate, turn])
    return measure_sums(list_turn_hits(np.asarray(words, dtype=float), entries, len(counts)).sum_up()).list()


class Samples(NamedTuple):
    """What `Sample` holds, of several rates in the same turns: one value a rate, and the words, which are the same."""

    n: np.ndarray
    n_words: float
    variance: np.ndarray
    df: np.ndarray
    reason: np.ndarray

    def list(self) -> list[Sample]:
        """Return one sample a rate."""
        columns = (column.tolist() for column in (self.n, self.variance, self.df, self.reason))
        return [Sample(n, self.n_words, *rest) for n, *rest in zip(*columns, strict=True)]


def measure_sums(sums: TurnSums) -> Samples:
    """Measure as `measure_sample` does how surely several rates are known: from turns that have been summed up."""
    n, n_turns, n_words = sums.n.sum(axis=1), int(sums.n_turns.sum()), sums.n_words
    missing = np.full(len(n), math.nan)
    if n_turns < FEWEST_TURNS:
        return Samples(n, n_words, missing, missing, np.full(len(n), f"fewer than {FEWEST_TURNS} turns"))
    inside = sums.lengths / n_words
    expected = n[:, np.newaxis] * inside
    df = float(1 / np.sum(sums.n_turns * inside**2) - 1)
    reason = _list_reasons(sums, expected) if df >= 1 else np.full(len(n), "one turn holds most of the words")
    reason = np.where(n > 0, reason, "")
    variance = _sum_surplus(sums, expected, 1 - inside) * (n_turns - 1) / n_turns / np.maximum(n, 1) ** 2
    is_known = (n > 0) & (reason == "")
    return Samples(
        n, n_words, np.where(is_known, variance, math.nan), np.where(is_known, df, math.nan), reason
    )


def _sum_surplus(sums: TurnSums, expected: np.ndarray, outside: np.ndarray) -> np.ndarray:
    """Sum up ((counts - R * words) / (1 - h))**2 over turns, of each rate.

    expected, outside: R * words and 1 - h, of the turns of each length. Turns of one length lie apart from their mean,
    and their mean from what is expected of them: both are sums of squares, so that nothing cancels out.
    """
    mean = sums.mean
    apart, aside = sums.squares - sums.n * mean, sums.n_turns * (mean - expected) ** 2
    return np.sum((apart + aside) / outside**2, axis=1)


def _list_reasons(sums: TurnSums, expected: np.ndarray) -> np.ndarray:
    """Say of each rate why it tells no variance, '' where it does: turns of one rate say nothing of their spread."""
    is_alike = sums.n**2 == sums.squares * sums.n_turns  # turns of one length have as many hits each
    is_even = np.abs(sums.mean - expected) <= NO_SURPLUS
    is_none = (is_alike & is_even) | (sums.n_turns == 0)
    return np.where(is_none.all(axis=1), "the rate is the same in every turn", "")


def rate_interval(counts: ArrayLike, words: ArrayLike, *, level: float = 0.95) -> RateInterval:
    """Return the confidence interval of a rate per word, from turns that vary among themselves.

    counts, words: one number a turn, its hits and its length in words; turns without words are left out.
    The interval is R * exp(-+ t * SE), where R = sum(counts) / sum(words), and SE and the degrees of freedom
    of t come from `measure_sample`. Without any hit it runs from 0 to the exact upper limit of a Poisson
    rate (Garwood 1936, Fiducial limits for the Poisson distribution, Biometrika 28). Fewer than six turns
    give none, and neither do turns that all have the same rate, which say nothing about their spread.
    """
    sample = measure_sample(counts, words)
    if sample.reason:
        return _no_interval(sample.reason)
    if sample.n == 0:
        return RateInterval(0.0, float(gammaincinv(1, (1 + level) / 2) / sample.n_words), "")
    reach = stdtrit(sample.df, (1 + level) / 2) * math.sqrt(sample.variance)
    return RateInterval(*(float(sample.n / sample.n_words * np.exp(sign * reach)) for sign in (-1, 1)), "")


def bootstrap_interval(
    counts: ArrayLike, words: ArrayLike, *, level: float = 0.95, resamples: int = RESAMPLES
) -> RateInterval:
    """Return the percentile bootstrap interval of a rate per word, as a check beside `rate_interval`.

    Takes the same turns and refuses the same ones; also turns without any hit, of which every resample is
    alike. Whole turns are drawn with replacement, from a fixed seed (Efron 1979, Bootstrap methods: another
    look at the jackknife, Annals of Statistics 7). With few turns it is too short.
    """
    sample = measure_sample(counts, words)
    if sample.reason or sample.n == 0:
        return _no_interval(sample.reason or "no hit to draw from")
    counts, words = np.asarray(counts, dtype=float), np.asarray(words, dtype=float)
    counts, words = counts[words > 0], words[words > 0]
    drawn = np.random.default_rng(BOOTSTRAP_SEED).integers(0, len(words), (resamples, len(words)))
    rates = counts[drawn].sum(axis=1) / words[drawn].sum(axis=1)
    return RateInterval(*np.quantile(rates, [(1 - level) / 2, (1 + level) / 2]).tolist(), "")


def share_interval(k: int, n: int, *, level: float = 0.95) -> RateInterval:
    """Return the interval of a share, k of n turns, each taken to be independent of the others.

    It is that of `wilson_share`. Fewer than six turns give none. It does not suit things that come in
    clusters, such as paragraphs in turns: for these, `rate_interval` takes the turns as clusters.
    """
    if n < FEWEST_TURNS:
        return _no_interval(f"fewer than {FEWEST_TURNS} turns")
    share = wilson_share(k, n, level=level)
    return RateInterval(share.low, share.high, share.reason)


def describe_rate(counts: ArrayLike, words: ArrayLike) -> dict[str, object]:
    """Put together the figures of one rate: n, n_words, per_1000, low, high, n_turns, reason.

    counts, words: as for `rate_interval`. per_1000 and its 95 % limits are per 1,000 words.
    """
    n, n_words = int(np.sum(counts)), int(np.sum(words))
    low, high, reason = rate_interval(counts, words)
    return {
        "n": n,
        "n_words": n_words,
        "per_1000": 1000 * n / n_words if n_words else math.nan,
        "low": 1000 * low,
        "high": 1000 * high,
        "n_turns": int((np.asarray(words) > 0).sum()),
        "reason": reason,
    }


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
    reach = stdtrit(n - 1, (1 + level) / 2) * error
    return RateInterval(float(estimate - reach), float(estimate + reach), "")
