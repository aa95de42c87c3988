"""Ratios of rates against hand arithmetic, and the adjustment against its published example."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from analysis.statistics.rate_ratios import adjust_p, ratio_interval

# As in test_intervals: R = 12/600 with a variance of log R of 12/144 = 1/12, on 5 degrees of freedom.
COUNTS, WORDS = [0, 1, 2, 2, 3, 4], [100] * 6
T_975_10 = 2.228139  # Student's t, 10 degrees of freedom, from a printed table


def test_the_ratio_follows_the_formula():
    # The second side speaks half as long with the same hits: ratio 1/2. The variances add up to 1/6, and with
    # equal variances Welch's degrees of freedom are 5 + 5.
    ratio, low, high, p, reason = ratio_interval((COUNTS, WORDS), (COUNTS, [50] * 6))
    factor = math.exp(T_975_10 * math.sqrt(1 / 6))
    assert (ratio, reason) == (pytest.approx(0.5), "")
    assert (low, high) == (pytest.approx(0.5 / factor, rel=1e-5), pytest.approx(0.5 * factor, rel=1e-5))
    # t = ln(2) / sqrt(1/6) = 1.698; the table has 1.812 for a two-sided 0.10 and 1.372 for 0.20
    assert 0.10 < p < 0.20


def test_a_limit_at_one_has_a_p_of_a_twentieth():
    factor = math.exp(T_975_10 * math.sqrt(1 / 6))
    words = [100 / factor] * 6
    _, _, high, p, _ = ratio_interval((COUNTS, WORDS), (COUNTS, words))
    assert high == pytest.approx(1, rel=1e-5) and p == pytest.approx(0.05, rel=1e-4)


def test_the_other_way_round_is_the_inverse():
    other = ([3, 0, 1, 0, 2, 1, 0], [150, 90, 210, 60, 80, 120, 30])
    for one, two in [((COUNTS, WORDS), other), ((COUNTS, WORDS), ([0] * 6, WORDS))]:
        there, back = ratio_interval(one, two), ratio_interval(two, one)
        assert back.p == pytest.approx(there.p)
        assert back.low == pytest.approx(1 / there.high if math.isfinite(there.high) else 0)
        assert back.high == pytest.approx(1 / there.low)


def test_no_hit_on_one_side_gives_the_exact_conditional_bound():
    # Six turns of 100 words against six without a hit. The design effect is hits times the variance of log R,
    # 12/12 = 1, so all 12 count: the bound is where 12 of 12 hits on one side of two equally long ones have a
    # probability of 0.025, q = 0.025^(1/12) = 0.735349; the ratio is q / (1 - q) = 2.77859; p is 2 / 2^12.
    ratio, low, high, p, reason = ratio_interval((COUNTS, WORDS), ([0] * 6, WORDS))
    assert (ratio, high, reason) == (math.inf, math.inf, "")
    assert low == pytest.approx(2.77859, rel=1e-4)
    assert p == pytest.approx(2 / 2**12)


def test_hits_that_come_in_bursts_bound_less():
    # The same 12 hits in one turn of six: the variance is 6/5 * (10^2 + 5 * 2^2) / 144 = 1, as of one.
    _, low, _, p, _ = ratio_interval(([12, 0, 0, 0, 0, 0], WORDS), ([0] * 6, WORDS))
    assert low == pytest.approx(0.025 / 0.975)
    assert p == pytest.approx(1)


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ((COUNTS[:5], WORDS[:5]), (COUNTS, WORDS), "fewer than 6 turns"),
        ((COUNTS, WORDS), ([0] * 5, [100] * 5), "fewer than 6 turns"),
        (([0] * 6, WORDS), ([0] * 6, WORDS), "no hit on either side"),
        (([1] * 6, WORDS), (COUNTS, WORDS), "the rate is the same in every turn"),
    ],
)
def test_what_cannot_be_compared_has_a_reason(one, two, reason):
    result = ratio_interval(one, two)
    assert result.reason == reason
    assert np.isnan([result.low, result.high, result.p]).all()


def test_the_family_is_adjusted_as_published():
    # Benjamini and Hochberg (1995), section 3.2: of these fifteen the four smallest are rejected at a rate of
    # false discoveries of 0.05, for 0.0095 <= 4/15 * 0.05 = 0.013 and no larger one is small enough.
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459]
    p += [0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000]
    adjusted = adjust_p(pd.Series(p))
    assert (adjusted <= 0.05).sum() == 4
    assert adjusted.iloc[3] == pytest.approx(0.0095 * 15 / 4)


def test_missing_comparisons_are_not_of_the_family():
    adjusted = adjust_p(pd.Series([0.01, np.nan, 0.04]))
    assert adjusted.iloc[[0, 2]].tolist() == pytest.approx([0.02, 0.04])
    assert math.isnan(adjusted.iloc[1])
    assert adjust_p(pd.Series([np.nan])).isna().all() and adjust_p(pd.Series(dtype=float)).empty
