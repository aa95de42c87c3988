"""Intervals against hand arithmetic and printed tables."""

from __future__ import annotations

import math

import numpy as np
import pytest

from analysis.intervals import rate_interval

# Six turns of 100 words with 0, 1, 2, 2, 3, 4 hits: R = 12/600 = 0.02, two expected hits a turn, surpluses
# -2, -1, 0, 0, 1, 2, their squares sum to 10; SE = sqrt(6/5 * 10) / 12 = sqrt(12) / 12 = 0.288675.
COUNTS, WORDS = [0, 1, 2, 2, 3, 4], [100] * 6
STANDARD_ERROR = 0.288675
T_95, T_90 = 2.570582, 2.015048  # Student's t, 5 degrees of freedom, from a printed table


@pytest.mark.parametrize(("level", "t"), [(0.95, T_95), (0.90, T_90)])
def test_interval_follows_the_formula(level, t):
    low, high, reason = rate_interval(COUNTS, WORDS, level=level)
    assert low == pytest.approx(0.02 / math.exp(t * STANDARD_ERROR), rel=1e-5)
    assert high == pytest.approx(0.02 * math.exp(t * STANDARD_ERROR), rel=1e-5)
    assert reason == ""


def test_turns_of_different_length_expect_hits_by_length():
    # R = 6/300 = 0.02; expected 0.4 0.4 0.8 0.8 1.6 2; surpluses 0.6 -0.4 0.2 0.2 -0.6 0, squares sum to 0.96
    low, high, _ = rate_interval([1, 0, 1, 1, 1, 2], [20, 20, 40, 40, 80, 100])
    error = math.sqrt(6 / 5 * 0.96) / 6
    assert math.log(high / low) == pytest.approx(2 * T_95 * error, rel=1e-5)
    assert math.sqrt(low * high) == pytest.approx(0.02)


def test_no_hit_gives_the_exact_poisson_limit():
    # Garwood (1936): with no event the two-sided 95 % limits of the mean are 0 and -ln(0.025) = 3.6889.
    low, high, reason = rate_interval([0] * 10, [100] * 10)
    assert (low, reason) == (0.0, "")
    assert high == pytest.approx(3.6889 / 1000, rel=1e-4)


@pytest.mark.parametrize("counts", [[1, 0, 2, 1, 1], [0] * 5])
def test_fewer_than_six_turns_give_no_interval_but_a_reason(counts):
    low, high, reason = rate_interval(counts, [100] * 5)
    assert math.isnan(low) and math.isnan(high)
    assert reason == "fewer than 6 turns"


def test_turns_without_words_are_no_turns():
    assert rate_interval([*COUNTS, 0], [*WORDS, 0]) == rate_interval(COUNTS, WORDS)
    assert rate_interval([0], [0]).reason == "fewer than 6 turns"


def test_equal_rates_say_nothing_about_their_spread():
    low, _, reason = rate_interval([1] * 6, [50] * 6)
    assert math.isnan(low)
    assert reason == "the rate is the same in every turn"


def test_interval_covers_the_true_rate_about_as_often_as_it_says():
    # Twelve turns of unequal length and rate: near the nominal 95 %, where plain Poisson limits would not be.
    rng = np.random.default_rng(1)
    covered = 0
    for _ in range(1000):
        words = rng.integers(50, 400, size=12)
        low, high, _ = rate_interval(rng.poisson(0.02 * words * rng.gamma(4, 1 / 4, size=12)), words)
        covered += low <= 0.02 <= high
    assert 0.90 <= covered / 1000 <= 0.98
