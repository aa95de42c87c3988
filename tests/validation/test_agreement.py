"""Krippendorff's alpha: his own worked examples, a second way to compute it, and what the table says."""

from __future__ import annotations

import math
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.validation.agreement import krippendorff_alpha, measure_agreement
from examples import examples

NONE = math.nan
# Krippendorff (2011), Computing Krippendorff's alpha-reliability, sections A, B and C: a row an observer.
BINARY = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
FIVE_VALUES = ["aabbdcccedda", "babbbccceddd"]
FOUR_OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3],
    [NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE],
]


def units(observers) -> np.ndarray:
    return np.array(observers, dtype=float).T


def test_two_observers_of_binary_data():
    # by hand: 4 of 20 values disagree one way; 1 - 19 * 4 / (14 * 6) = 1 - 76 / 84
    assert krippendorff_alpha(units(BINARY)) == pytest.approx(1 - 76 / 84)
    assert f"{krippendorff_alpha(units(BINARY)):.3f}" == "0.095"


def test_two_observers_of_five_values():
    values = [[ord(letter) for letter in row] for row in FIVE_VALUES]
    assert f"{krippendorff_alpha(units(values)):.3f}" == "0.692"


def test_two_observers_who_always_agree_or_never():
    # by definition 1 - 0; never: 1 - 7 * 8 / (2 * 4 * 4), with four units of two values.
    # nltk 3.10.4 gives -2.75 and -0.875 over eight with its distance of presence, which is turned around.
    assert krippendorff_alpha(units([[0, 1, 0, 1], [0, 1, 0, 1]])) == 1
    assert krippendorff_alpha(units([[0, 1, 0, 1], [1, 0, 1, 0]])) == pytest.approx(1 - 56 / 32)


def test_four_observers_some_of_whom_missed_units():
    assert f"{krippendorff_alpha(units(FOUR_OBSERVERS)):.3f}" == "0.743"


def alpha_from_pairs(values) -> float:
    """Alpha by its definition, pair by pair: 1 - observed over expected disagreement."""
    read = [[v for v in unit if not math.isnan(v)] for unit in values]
    read = [unit for unit in read if len(unit) > 1]
    pooled = [v for unit in read for v in unit]
    if len(set(pooled)) < 2:
        return math.nan
    observed = sum(sum(a != b for a, b in permutations(unit, 2)) / (len(unit) - 1) for unit in read)
    expected = sum(a != b for a, b in permutations(pooled, 2)) / (len(pooled) - 1)
    return 1 - observed / expected


@examples(10)
@given(st.lists(st.lists(st.sampled_from([0.0, 1.0, 2.0, NONE]), min_size=3, max_size=3), min_size=1))
def test_alpha_is_that_of_its_definition(values):
    assert krippendorff_alpha(values) == pytest.approx(alpha_from_pairs(values), nan_ok=True)


@examples(10)
@given(st.permutations(range(4)), st.permutations(range(12)))
def test_neither_the_order_of_coders_nor_of_units_matters(coders, order):
    shuffled = units(FOUR_OBSERVERS)[:, coders][order]
    assert krippendorff_alpha(shuffled) == pytest.approx(krippendorff_alpha(units(FOUR_OBSERVERS)))


def code(observers, topic: str = "sea") -> pd.DataFrame:
    """Codings of one topic: 1 coded, 0 read and not coded."""
    rows = [
        ("post", paragraph, f"coder {coder}", topic if value else "")
        for coder, values in enumerate(observers)
        for paragraph, value in enumerate(values)
        if not math.isnan(value)
    ]
    return pd.DataFrame(rows, columns=["source", "paragraph", "coder", "topic"])


def test_a_topic_is_a_yes_or_no_on_each_paragraph():
    sea = measure_agreement(code(BINARY), ["sea"]).set_index("topic").loc["sea"]
    assert sea["alpha"] == pytest.approx(1 - 76 / 84)
    assert sea["agreement"] == pytest.approx(0.6)  # 6 of 10 paragraphs
    assert sea[["n_paragraphs", "n_coders", "n_coded"]].tolist() == [10, 2, 6]
    assert sea["low"] < sea["alpha"] < sea["high"] and sea["reason"] == ""


def test_all_topics_pool_the_decisions():
    both = pd.concat([code(BINARY), code([row[::-1] for row in BINARY], "sky")])
    pooled = measure_agreement(both, ["sea", "sky"]).set_index("topic").loc["all topics"]
    twice = [row + row[::-1] for row in BINARY]
    assert pooled["alpha"] == pytest.approx(krippendorff_alpha(units(twice)))
    assert pooled["n_coded"] == 12


def test_a_paragraph_that_one_coder_read_does_not_count():
    alone = [[*BINARY[0], 1], [*BINARY[1], NONE]]
    pd.testing.assert_frame_equal(
        measure_agreement(code(alone), ["sea"]), measure_agreement(code(BINARY), ["sea"])
    )


@pytest.mark.parametrize(
    ("observers", "alpha", "reason"),
    [
        ([[1, 0, 1] * 4, [1, 0, 1] * 4], 1.0, "the coders never disagree"),
        ([[0] * 12, [0] * 12], NONE, "all decisions are the same"),
        ([[1] * 12, [1] * 12], NONE, "all decisions are the same"),
        ([[1, 0, 1, 1], [1, 0, 0, 1]], 1 - 7 * 1 / (5 * 3), "fewer than 10 paragraphs"),
        ([[1, 0, 1] * 4], NONE, "no paragraph was read by two coders"),
    ],
)
def test_why_there_is_no_interval(observers, alpha, reason):
    sea = measure_agreement(code(observers), ["sea"]).set_index("topic").loc["sea"]
    assert sea["alpha"] == pytest.approx(alpha, nan_ok=True)
    assert math.isnan(sea["low"]) and math.isnan(sea["high"])
    assert sea["reason"] == reason


def test_without_topics_there_is_nothing_to_agree_on():
    assert measure_agreement(code(BINARY), [])["reason"].tolist() == ["no paragraph was read by two coders"]
    assert measure_agreement(code([]), ["sea"])["alpha"].isna().all()


def test_the_interval_covers_the_alpha_of_all_units_about_as_often_as_it_says():
    # 2,000 paragraphs, a topic in a third of them, two coders who each err in one of ten: samples of 60.
    rng = np.random.default_rng(1)
    truth = rng.random(2000) < 1 / 3
    coders = truth ^ (rng.random((2, 2000)) < 0.1)
    whole, covered = krippendorff_alpha(units(coders)), 0
    for _ in range(80):
        sample = coders[:, rng.choice(2000, 60, replace=False)].astype(float)
        sea = measure_agreement(code(sample), ["sea"]).iloc[0]
        covered += sea["low"] <= whole <= sea["high"]
    assert 0.88 <= covered / 80 <= 0.99
