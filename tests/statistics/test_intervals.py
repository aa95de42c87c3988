"""Intervals against hand arithmetic and printed tables."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.statistics.intervals import (
    bootstrap_interval,
    describe_rate,
    measure_sample,
    rate_interval,
    share_interval,
)

# Six turns of 100 words with 0, 1, 2, 2, 3, 4 hits: R = 12/600 = 0.02, two expected hits a turn, surpluses
# -2, -1, 0, 0, 1, 2, their squares sum to 10; SE = sqrt(6/5 * 10) / 12 = sqrt(12) / 12 = 0.288675.
COUNTS, WORDS = [0, 1, 2, 2, 3, 4], [100] * 6
STANDARD_ERROR = 0.288675
T_95, T_90 = 2.570582, 2.015048  # Student's t, 5 degrees of freedom, from a printed table
T_95_3 = 3.182446  # the same, 3 degrees of freedom


@pytest.mark.parametrize(("level", "t"), [(0.95, T_95), (0.90, T_90)])
def test_interval_follows_the_formula(level, t):
    low, high, reason = rate_interval(COUNTS, WORDS, level=level)
    assert low == pytest.approx(0.02 / math.exp(t * STANDARD_ERROR), rel=1e-5)
    assert high == pytest.approx(0.02 * math.exp(t * STANDARD_ERROR), rel=1e-5)
    assert reason == ""


def test_turns_of_different_length_expect_hits_by_length_and_weigh_by_it():
    # Three turns of 20 words and three that are a = 3 + 2 * sqrt(2) times as long: the effective number of
    # turns is 9 (1 + a)^2 / (3 (1 + a^2)) = 4, so t has 3 degrees of freedom.
    a = 3 + 2 * math.sqrt(2)
    words, counts = np.array([20, 20, 20, 20 * a, 20 * a, 20 * a]), np.array([2, 0, 1, 8, 3, 4])
    sample = measure_sample(counts, words)
    assert sample.df == pytest.approx(3)
    short, long = 18 / (3 + 3 * a), 18 * a / (3 + 3 * a)  # expected hits, out of 18
    left = [(2 - short) / (1 - short / 18), -short / (1 - short / 18), (1 - short) / (1 - short / 18)]
    left += [(x - long) / (1 - long / 18) for x in (8, 3, 4)]
    variance = 5 / 6 * sum(r * r for r in left) / 18**2
    assert sample.variance == pytest.approx(variance)
    low, high, _ = rate_interval(counts, words)
    assert math.log(high / low) == pytest.approx(2 * T_95_3 * math.sqrt(variance), rel=1e-5)
    assert math.sqrt(low * high) == pytest.approx(18 / words.sum())


def leave_one_out(counts, words):
    """The linearised jackknife as it is defined: how much the rate moves when a turn is left out."""
    n, rate = len(words), counts.sum() / words.sum()
    moved = [(counts.sum() - x) / (words.sum() - w) - rate for x, w in zip(counts, words, strict=True)]
    return (n - 1) / n * sum(m * m for m in moved) / rate**2


def test_the_variance_is_that_of_the_jackknife():
    rng = np.random.default_rng(3)
    words = rng.integers(10, 900, 11)
    counts = rng.poisson(0.02 * words)
    assert measure_sample(counts, words).variance == pytest.approx(leave_one_out(counts, words))


def test_no_hit_gives_the_exact_poisson_limit():
    # Garwood (1936): with no event the two-sided 95 % limits of the mean are 0 and -ln(0.025) = 3.6889.
    low, high, reason = rate_interval([0] * 10, [100] * 10)
    assert (low, reason) == (0.0, "")
    assert high == pytest.approx(3.6889 / 1000, rel=1e-4)


@pytest.mark.parametrize("counts", [[1, 0, 2, 1, 1], [0] * 5])
@pytest.mark.parametrize("interval", [rate_interval, bootstrap_interval])
def test_fewer_than_six_turns_give_no_interval_but_a_reason(interval, counts):
    low, high, reason = interval(counts, [100] * 5)
    assert math.isnan(low) and math.isnan(high)
    assert reason == "fewer than 6 turns"


def test_turns_without_words_are_no_turns():
    assert rate_interval([*COUNTS, 0], [*WORDS, 0]) == rate_interval(COUNTS, WORDS)
    assert bootstrap_interval([*COUNTS, 0], [*WORDS, 0]) == bootstrap_interval(COUNTS, WORDS)
    assert rate_interval([0], [0]).reason == "fewer than 6 turns"


def test_equal_rates_say_nothing_about_their_spread():
    low, _, reason = rate_interval([1] * 6, [50] * 6)
    assert math.isnan(low)
    assert reason == "the rate is the same in every turn"


def test_one_turn_among_crumbs_is_not_several_turns():
    low, _, reason = rate_interval([9, 0, 1, 0, 0, 0], [5000, 10, 10, 10, 10, 10])
    assert math.isnan(low)
    assert reason == "one turn holds most of the words"


def test_interval_covers_the_true_rate_about_as_often_as_it_says():
    # Twelve turns of unequal length and rate; benchmarks/coverage.py says more. The bootstrap is too short.
    rng = np.random.default_rng(1)
    covered = {rate_interval: 0, bootstrap_interval: 0}
    for _ in range(600):
        words = rng.integers(20, 800, size=12)
        counts = rng.poisson(0.01 * words * rng.gamma(0.5, 2, size=12))
        for interval in covered:
            low, high, _ = interval(counts, words)
            covered[interval] += low <= 0.01 <= high
    assert 0.92 <= covered[rate_interval] / 600 <= 0.98
    assert covered[bootstrap_interval] / 600 < 0.90


def test_the_bootstrap_draws_whole_turns():
    # All hits in one turn of six alike: a resample has k times its rate with k binomial (6, 1/6), and the
    # upper 2.5 % of that distribution lies at 3 (P(k > 3) = 0.0087, P(k > 2) = 0.0623), the lower at 0.
    low, high, reason = bootstrap_interval([6, 0, 0, 0, 0, 0], [100] * 6)
    assert (low, high, reason) == (0.0, pytest.approx(3 * 6 / 600), "")
    assert bootstrap_interval([0] * 6, [100] * 6).reason == "no hit to draw from"


def test_the_bootstrap_is_the_same_every_time():
    assert bootstrap_interval(COUNTS, WORDS) == bootstrap_interval(COUNTS, WORDS)


def test_a_share_of_turns_has_the_interval_of_wilson():
    # Newcombe (1998), Statistics in Medicine 17:857-872, table I, method 3: 81 of 263 gives 0.2553 to 0.3662,
    # 15 of 148 gives 0.0624 to 0.1605, 0 of 20 gives 0 to 0.1611.
    for k, n, low, high in [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611)]:
        assert share_interval(k, n)[:2] == pytest.approx((low, high), abs=5e-5)
    assert share_interval(2, 5).reason == "fewer than 6 turns"


def test_a_rate_is_described_per_thousand_words():
    described = describe_rate(COUNTS, WORDS)
    assert (described["n"], described["n_words"], described["n_turns"]) == (12, 600, 6)
    assert described["per_1000"] == pytest.approx(20)
    assert described["high"] == pytest.approx(20 * math.exp(T_95 * STANDARD_ERROR), rel=1e-5)
    assert math.isnan(describe_rate([0], [0])["per_1000"])


TURNS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 2000)), max_size=15)


@given(TURNS)
@settings(deadline=None)
def test_an_interval_holds_the_rate_or_has_a_reason(turns):
    counts, words = ([min(turn) for turn in turns], [words for _, words in turns])
    low, high, reason = rate_interval(counts, words)
    if reason:
        assert math.isnan(low) and math.isnan(high)
    else:
        assert 0 <= low <= sum(counts) / sum(words) <= high


@given(TURNS, st.integers(2, 9))
@settings(deadline=None)
def test_the_unit_of_length_does_not_matter(turns, unit):
    counts, words = ([min(turn) for turn in turns], [words for _, words in turns])
    low, high, reason = rate_interval(counts, words)
    again = rate_interval(counts, [unit * n for n in words])
    assert again.reason == reason
    assert np.allclose([again.low * unit, again.high * unit], [low, high], equal_nan=True)
