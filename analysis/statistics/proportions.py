"""Shares: how sure a share is, and what it would be if the instrument that counted made no errors."""

from __future__ import annotations

import math
from typing import NamedTuple

from scipy.special import ndtri


class Share(NamedTuple):
    """A share from 0 to 1 and its limits. What cannot be given is NaN, and the reason says why."""

    share: float
    low: float
    high: float
    reason: str = ""


def wilson_share(k: float, n: float, *, level: float = 0.95) -> Share:
    """Return k / n with its score interval, which stays inside 0 and 1 and is none too short at either end.

    k of n independent cases, or effective numbers of them (see `effective_n`), so both may be fractions.
    Source: Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of
    the American Statistical Association 22; it is method 3 of Newcombe (1998), Two-sided confidence intervals
    for the single proportion: comparison of seven methods, Statistics in Medicine 17.
    """
    if not n > 0:
        return _no_share("there is no case")
    share, z2 = k / n, _z(level) ** 2
    added = z2 / (2 * n)
    reach = math.sqrt(z2 * share * (1 - share) / n + added**2)
    low, high = ((share + added + side * reach) / (1 + z2 / n) for side in (-1, 1))
    return Share(share, 0.0 if k == 0 else low, 1.0 if k == n else high)


def f_score(n_both: float, n_either: float, *, level: float = 0.95) -> Share:
    """Return the F1 score of two sets from the number of their common members and of all their members.

    The share both / either is a proportion of independent cases and F1 = 2 s / (1 + s) grows with it, so the
    limits of F1 are those of the share by `wilson_share`, carried over.
    Source: Hand, Christen and Kirielle (2021), F*: an interpretable transformation of the F-measure, Machine
    Learning 110.
    """
    share, low, high, reason = wilson_share(n_both, n_either, level=level)
    return Share(*(2 * s / (1 + s) for s in (share, low, high)), reason)


def correct_share(
    apparent: float,
    n: float,
    *,
    sensitivity: float,
    n_positive: float,
    specificity: float,
    n_negative: float,
    level: float = 0.95,
) -> Share:
    """Return the share of cases that truly are so, from the share that an imperfect instrument finds.

    apparent: the share found among n cases. sensitivity: the share found of n_positive cases known to be so;
    specificity: the share not found of n_negative cases known not to be so.
    The share is (apparent + specificity - 1) / (sensitivity + specificity - 1), kept inside 0 and 1; Rogan
    and Gladen (1978), Estimating prevalence from the results of a screening test, American Journal of
    Epidemiology 107. The interval counts the uncertainty of all three, with a few cases added to each sample;
    Lang and Reiczigel (2014), Confidence limits for prevalence of disease adjusted for estimated sensitivity
    and specificity, Preventive Veterinary Medicine 113, equations 6, 7, 16 and 17, and 4 with (1 - P) squared
    where (1 + P) is printed. It is made for three independent samples; where one is part of another, it is
    wider than need be.
    """
    if not (n > 0 and n_positive > 0 and n_negative > 0):
        return _no_share("cases known to be so, or known not to be so, are missing")
    if sensitivity + specificity <= 1:
        return _no_share("what is found says nothing about what is so")
    z2 = _z(level) ** 2
    se, n_se = _add_cases(sensitivity, n_positive, 1)
    sp, n_sp = _add_cases(specificity, n_negative, 1)
    found, n_found = _add_cases(apparent, n, z2 / 2)
    middle = _rogan_gladen(found, se, sp)
    se_part, sp_part = se * (1 - se) / n_se, sp * (1 - sp) / n_sp
    variance = found * (1 - found) / n_found + middle**2 * se_part + (1 - middle) ** 2 * sp_part
    shift = 2 * z2 * (middle * se_part - (1 - middle) * sp_part)
    reach = math.sqrt(z2 * variance) / (se + sp - 1)
    limits = (_inside(middle + shift + side * reach) for side in (-1, 1))
    return Share(_inside(_rogan_gladen(apparent, sensitivity, specificity)), *limits)


def effective_n(total: float, total_of_squares: float) -> float:
    """Return of how many cases of equal weight a weighted sample is worth (Kish 1965, Survey Sampling).

    total: the sum of the weights; total_of_squares: the sum of their squares.
    """
    return total**2 / total_of_squares if total_of_squares else 0.0


def _rogan_gladen(apparent: float, sensitivity: float, specificity: float) -> float:
    return (apparent + specificity - 1) / (sensitivity + specificity - 1)


def _add_cases(share: float, n: float, each: float) -> tuple[float, float]:
    """Add as many cases for as against: the new share and number."""
    return (n * share + each) / (n + 2 * each), n + 2 * each


def _z(level: float) -> float:
    return float(ndtri((1 + level) / 2))


def _inside(share: float) -> float:
    return min(max(share, 0.0), 1.0)


def _no_share(reason: str) -> Share:
    return Share(math.nan, math.nan, math.nan, reason)
