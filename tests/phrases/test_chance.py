"""Chance: values that can be worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from analysis.phrases.chance import (
    ALIKE,
    FEWEST_COMPOUNDS,
    PLACES_APART,
    SAME_JOINT,
    are_beyond_chance,
    are_tied,
    measure_likeness,
    stay_together,
)


def sets(*rows: tuple) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["n", "n_uses", "alike", "expected"])
    return table.assign(in_order=0, n_places=PLACES_APART)


def test_two_uses_alike_of_a_pair():
    """0.01 ** 2 / 2 groups of two, 18 % of which have the same words between."""
    assert measure_likeness(sets((2, 2, 2, 0.01))) == pytest.approx([0.00005 * 0.18])


def test_three_uses_alike_of_three_words():
    """0.1 ** 3 / 6 groups of three, each with two joints."""
    assert measure_likeness(sets((3, 3, 3, 0.1))) == pytest.approx([0.001 / 6 * SAME_JOINT**3])


def test_a_single_use_is_like_nothing_and_no_chance_exceeds_one():
    assert measure_likeness(sets((2, 5, 1, 0.0001), (2, 9, 9, 50.0))).tolist() == [1, 1]


def test_a_bound_on_simulated_joints():
    """Joints drawn with the shares of a few forms: k alike are never more frequent than the bound says."""
    shares = np.array([0.41, 0.05, 0.04, 0.04] + [0.01] * 46)
    shares /= shares.sum()
    assert math.isclose((shares**2).sum(), SAME_JOINT, abs_tol=0.01)
    for k in (2, 3, 4, 6):
        assert (shares**k).sum() <= (shares**2).sum() ** (k / 2) * (1 + 1e-12)


def test_words_in_one_form_need_less_than_words_in_any_form():
    """Expected 0.02: twice alike is beyond chance (0.000036), twice unlike is not (0.0008)."""
    assert are_beyond_chance(sets((2, 2, 2, 0.02), (2, 2, 1, 0.02))).tolist() == [True, False]
    assert are_beyond_chance(sets((2, 6, 1, 0.02))).tolist() == [True]


def test_compounds_are_counted_and_not_tested():
    few, enough = (1, FEWEST_COMPOUNDS - 1, 2, 9.0), (1, FEWEST_COMPOUNDS, 3, 9.0)
    assert are_beyond_chance(sets(few, enough)).tolist() == [False, True]


def test_more_uses_alike_are_never_likelier():
    for expected in (0.001, 0.1, 1.0, 20.0):
        chances = measure_likeness(sets(*[(2, k, k, expected) for k in range(1, 60)]))
        assert (np.diff(chances) <= 0).all()
    assert ALIKE < 0.001


@pytest.mark.parametrize(
    ("n", "in_order", "n_places", "expected", "together"),
    [
        (2, 3, 3, 0.01, True),  # 0.03 ** 3 / 6 is 0.0000045
        (2, 3, 6, 0.01, False),  # 0.06 ** 3 / 6 is 0.000036
        (2, 2, 3, 0.0001, False),  # two uses say too little
        (3, 3, 3, 0.01, False),  # three words have no slot
    ],
)
def test_pairs_stay_together_from_three_uses(n, in_order, n_places, expected, together):
    table = sets((n, 0, 0, expected)).assign(in_order=in_order, n_places=n_places)
    assert stay_together(table).tolist() == [together]
    assert are_beyond_chance(table).tolist() == [together]


def test_words_are_tied_far_beyond_independence():
    """0.001 expected are 3,000 times fewer than three uses; 0.02 are 500 times fewer than ten, as grammar may give."""
    assert are_tied(np.array([3, 10]), np.array([0.001, 0.02])).tolist() == [True, False]
    assert are_tied(np.array([2]), np.array([0.001])).tolist() == [False]  # 0.001 ** 2 / 2 is 0.0000005
