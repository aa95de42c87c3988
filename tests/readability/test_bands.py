"""Bands and intervals, on tables typed by hand."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis.readability.bands import SPLITTING_NAMES, measure_bands
from analysis.readability.components import COMPONENTS
from analysis.readability.formulas import FORMULAS
from analysis.readability.scores import COUNTS
from analysis.statistics.intervals import jackknife_error, jackknife_interval
from examples import examples

LENGTH, *_ = COMPONENTS  # words a sentence
BY = ["label"]


def make_turns(words: list[int], label: str = "a", **ends: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One sentence a turn with so many words, of one letter and syllable each; ends: sentences a turn by
    splitting."""
    turns = pd.DataFrame({"label": label, "source": label, "turn": range(len(words)), "n_words": words})
    sentences = turns.assign(**dict.fromkeys(COUNTS[1:], 1)).assign(n_letters=words, n_syllables=words)
    splittings = [
        turns[["label", "source", "turn"]].assign(splitting=name, n_sentences=ends.get(name, 1))
        for name in SPLITTING_NAMES
    ]
    return sentences, pd.concat(splittings, ignore_index=True)


def measure(*groups: tuple[pd.DataFrame, pd.DataFrame], formulas=(LENGTH,)) -> pd.DataFrame:
    sentences, splittings = (pd.concat(tables) for tables in zip(*groups, strict=True))
    return measure_bands(sentences, splittings, formulas, by=BY)


# Jackknife -----------------------------------------------------------------------------------------


@given(st.lists(st.floats(-100, 100), min_size=2, max_size=30))
def test_the_jackknife_of_a_mean_is_its_standard_error(values):
    # Efron and Tibshirani (1993), chapter 11: for the mean it is the textbook's s / sqrt(n).
    values = np.array(values)
    left_out = [np.delete(values, place).mean() for place in range(len(values))]
    assert jackknife_error(left_out) == pytest.approx(stats.sem(values), abs=1e-9)


def test_the_jackknife_interval_of_a_mean_is_students():
    values = np.array([3.0, 5, 4, 8, 6, 4])
    left_out = [np.delete(values, place).mean() for place in range(6)]
    low, high, reason = jackknife_interval(values.mean(), left_out)
    assert (low, high) == pytest.approx(stats.t.interval(0.95, 5, values.mean(), stats.sem(values)))
    assert reason == ""


@pytest.mark.parametrize(
    ("left_out", "reason"),
    [
        ([1, 2, 3, 4, 5], "fewer than 6 turns"),
        ([2] * 6, "the score is the same whichever turn is left out"),
        ([1, 2, 3, 4, 5, math.nan], "the score is the same whichever turn is left out"),
    ],
)
def test_without_enough_turns_there_is_no_interval(left_out, reason):
    low, high, why = jackknife_interval(3, left_out)
    assert math.isnan(low) and math.isnan(high)
    assert why == reason


# Bands ---------------------------------------------------------------------------------------------


def test_a_band_by_hand():
    # 6 turns of 10 words: 10 words a sentence; two sentences a turn where commas end them: 5
    (row,) = measure(make_turns([10] * 6, clauses=2)).to_dict("records")
    assert (row["score"], row["low"], row["high"]) == (10, 5, 10)
    assert (row["low_by"], row["n_words"], row["n_sentences"], row["n_turns"]) == ("clauses", 60, 6, 6)
    assert row["interval_reason"] == "the score is the same whichever turn is left out"


def test_an_interval_by_hand():
    # Turns of 6, 8, 10, 12, 14 and 16 words: their mean is 11; the mean's error is s / sqrt(6).
    words = [6, 8, 10, 12, 14, 16]
    (row,) = measure(make_turns(words)).to_dict("records")
    assert row["score"] == 11
    reach = stats.t.ppf(0.975, 5) * stats.sem(words)
    assert (row["interval_low"], row["interval_high"]) == pytest.approx((11 - reach, 11 + reach))


def test_what_does_not_ask_for_sentences_has_no_band():
    forcast = [formula for formula in FORMULAS if formula.formula == "forcast"]
    (row,) = measure(make_turns([30] * 6, clauses=3), formulas=forcast).to_dict("records")
    assert row["score"] == row["low"] == row["high"]
    assert row["low_by"] == row["high_by"] == ""


def test_too_short_a_text_has_no_band_and_a_reason():
    measured = measure(make_turns([5] * 6), formulas=FORMULAS).set_index("formula")
    assert measured[["score", "low", "high", "interval_low"]].isna().all(axis=None)
    assert measured.loc["lix", "reason"] == "needs 100 words, has 30"


def test_one_turn_gives_a_score_and_a_band():
    (row,) = measure(make_turns([10], clauses=2)).to_dict("records")
    assert (row["score"], row["low"]) == (10, 5)
    assert row["interval_reason"] == "fewer than 6 turns"


@examples(7)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=12), st.integers(1, 4))
def test_a_band_holds_the_score_and_every_splitting_of_it(words, n):
    (row,) = measure(make_turns(words, clauses=n)).to_dict("records")
    mean = sum(words) / len(words)
    assert (row["low"], row["score"], row["high"]) == pytest.approx((mean / n, mean, mean))
