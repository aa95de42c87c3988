"""Sides swapped and dealt at random: small cases that can be listed by hand."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from analysis.statistics import permutation
from analysis.statistics.permutation import N_DEALS, deal_sides, flip_signs


def subtract_means(values: np.ndarray):
    def measure(sides: np.ndarray) -> np.ndarray:
        return ((sides @ values) / sides.sum(axis=1) - (~sides @ values) / (~sides).sum(axis=1))[
            :, np.newaxis
        ]

    return measure


def test_pairs_that_all_point_one_way_have_the_smallest_p():
    # Of 8 signs of three pairs, all plus and all minus are as far as the one seen: 2 of 8.
    p, reach = flip_signs(np.array([[1.0], [2.0], [3.0]]), level=0.95)
    assert p == pytest.approx([0.25])
    assert reach == pytest.approx([2.0])


def test_signs_are_flipped_as_scipy_does():
    values = np.array([3.0, -1, 4, 1, 5, -9, 2, 6])
    own = flip_signs(values[:, np.newaxis], level=0.95).p[0]
    theirs = stats.permutation_test(
        (values,), np.mean, permutation_type="samples", n_resamples=np.inf, vectorized=True
    )
    assert own == pytest.approx(theirs.pvalue)


def test_each_column_is_a_way_to_measure():
    differences = np.column_stack([[1.0, 2, 3], [1.0, -1, 0]])
    assert flip_signs(differences, level=0.95).p == pytest.approx([0.25, 1.0])


def test_many_pairs_are_drawn_and_the_one_seen_counts():
    p = flip_signs(np.ones((40, 1)), level=0.95).p[0]
    assert p == pytest.approx(1 / (N_DEALS + 1))


def test_sides_are_dealt_as_often_as_they_have_turns():
    # Of the 20 ways to choose three of six, two part them as far: p about 0.1.
    is_first = np.array([True, True, True, False, False, False])
    p, reach = deal_sides(is_first, subtract_means(np.array([1.0, 2, 3, 11, 12, 13])), level=0.5)
    assert p[0] == pytest.approx(0.1, abs=0.01)
    assert reach[0] < 10


def test_sides_that_are_alike_are_within_chance():
    is_first = np.arange(10) < 5
    assert deal_sides(is_first, subtract_means(np.ones(10)), level=0.95).p[0] == 1


def test_more_turns_than_fit_at_once_are_dealt_in_parts(monkeypatch):
    n, most = 40, 4_000
    monkeypatch.setattr(permutation, "MOST_CELLS", most)
    sizes = []

    def measure(sides: np.ndarray) -> np.ndarray:
        sizes.append(sides.size)
        return np.zeros((len(sides), 1))

    drawn = deal_sides(np.arange(n) < 3, measure, level=0.95)
    assert max(sizes) <= most + n and drawn.p[0] == 1
    assert sum(sizes) == n * (1 + N_DEALS)
