"""Shares, their intervals and their correction: the examples of the papers they come from."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis.statistics.proportions import correct_share, effective_n, f_score, wilson_share
from examples import examples

SHARES = st.floats(0, 1)
SIZES = st.integers(1, 500)


# Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3.
@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_share_gives_the_printed_limits(k, n, low, high):
    share = wilson_share(k, n)
    assert share.share == k / n
    assert [share.low, share.high] == pytest.approx([low, high], abs=5e-5)


@examples(20)
@given(SIZES, st.data(), st.sampled_from([0.8, 0.95, 0.99]))
def test_wilson_share_is_that_of_scipy(n, data, level):
    k = data.draw(st.integers(0, n))
    limits = stats.binomtest(k, n).proportion_ci(level, method="wilson")
    assert wilson_share(k, n, level=level)[1:3] == pytest.approx((limits.low, limits.high), abs=1e-9)


def test_no_case_gives_no_share_but_a_reason():
    share = wilson_share(0, 0)
    assert math.isnan(share.share) and math.isnan(share.low) and math.isnan(share.high)
    assert share.reason == "there is no case"


def test_f1_is_the_harmonic_mean_of_precision_and_recall():
    # 6 found, 8 coded, 5 both: precision 5/6, recall 5/8, so F1 = 10 / 14; either: 9
    score = f_score(5, 9)
    assert score.share == pytest.approx(10 / 14)
    share = wilson_share(5, 9)
    assert score.low == pytest.approx(2 * share.low / (1 + share.low))
    assert score.low < score.share < score.high


# Lang and Reiczigel (2014), examples 1 to 4; the R package asht gives the same limits.
@pytest.mark.parametrize(
    ("positive", "sensitive", "specific", "low", "high", "digits"),
    [
        ((4060, 11284), (178, 179), (358, 359), 0.349, 0.372, 3),
        ((51, 2971), (32, 33), (20, 20), 0, 0.053, 3),
        ((0.06 * 11862, 11862), (8, 10), (12, 12), 0, 0.147, 3),
        ((259, 509), (84, 127), (96, 109), 0.58, 0.87, 2),
        ((51, 509), (23, 41), (187, 195), 0.037, 0.195, 3),
    ],
)
def test_correct_share_gives_the_printed_limits(positive, sensitive, specific, low, high, digits):
    share = correct_share(
        positive[0] / positive[1], positive[1],
        sensitivity=sensitive[0] / sensitive[1], n_positive=sensitive[1],
        specificity=specific[0] / specific[1], n_negative=specific[1],
    )  # fmt: skip
    assert [round(share.low, digits), round(share.high, digits)] == [low, high]


def correct(apparent: float, sensitivity: float, specificity: float, **sizes: float):
    size = {"n_positive": 50, "n_negative": 150} | sizes
    return correct_share(apparent, 200, sensitivity=sensitivity, specificity=specificity, **size)


def test_the_correction_by_hand():
    # of 200 paragraphs 40 found; 80 % of those about it are found, 10 % of the others: (0.2 + 0.9 - 1) / 0.7
    assert correct(0.2, 0.8, 0.9).share == pytest.approx(1 / 7)
    assert correct(0.2, 1, 1).share == pytest.approx(0.2)


def test_a_share_stays_between_none_and_all():
    assert correct(0.05, 0.8, 0.9).share == 0  # fewer found than errors alone would bring
    assert correct(0.95, 0.8, 0.9).share == 1


@examples(20)
@given(SHARES, st.floats(0.6, 1), st.floats(0.6, 1), SIZES, SIZES)
def test_limits_lie_in_order(apparent, sensitivity, specificity, n_positive, n_negative):
    share = correct(apparent, sensitivity, specificity, n_positive=n_positive, n_negative=n_negative)
    assert 0 <= share.low <= share.high <= 1


def test_what_cannot_be_corrected_says_why():
    assert correct(0.2, 0.5, 0.5).reason == "what is found says nothing about what is so"
    missing = correct(0.2, math.nan, 0.9, n_positive=0)
    assert math.isnan(missing.share) and missing.reason.startswith("cases known to be so")


def test_equal_weights_lose_nothing_and_unequal_ones_something():
    assert effective_n(5 * 3, 5 * 9) == 5
    assert effective_n(1 + 1 + 4, 1 + 1 + 16) == 2
    assert effective_n(0, 0) == 0
