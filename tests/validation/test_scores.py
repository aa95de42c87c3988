"""The dictionary against hand coding: counts by hand, weights, limits, the share that people would code."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.statistics.proportions import f_score, wilson_share
from analysis.validation.scores import correct_shares, score_coding
from examples import examples

MEASURES = ["precision", "recall", "f1"]


def code(*rows: tuple[int, str]) -> pd.DataFrame:
    return pd.DataFrame([("a", *row) for row in rows], columns=["source", "paragraph", "topic"])


# water: 2 coded, 2 predicted, 1 both; food: 1, 1, 1; music: coded once, never predicted; nobody coded 99
CODED = code((1, "water"), (2, "water"), (2, "food"), (3, "music"), (4, ""))
PREDICTED = code((1, "water"), (4, "water"), (2, "food"), (99, "food"))


def score(predicted: pd.DataFrame, coded: pd.DataFrame, **options) -> pd.DataFrame:
    return score_coding(predicted, coded, **options).set_index("topic")


def test_score_coding_by_hand():
    scores = score(PREDICTED, CODED)
    assert scores.index.tolist() == ["food", "music", "water", "micro", "macro"]
    assert scores.loc["water", ["n_coded", "n_predicted", "n_both", *MEASURES]].tolist() == [
        2, 2, 1, 0.5, 0.5, 0.5,
    ]  # fmt: skip
    assert scores.loc["food", "f1"] == 1
    assert math.isnan(scores.loc["music", "precision"]) and scores.loc["music", "f1"] == 0
    assert scores.loc["micro", ["n_coded", "n_predicted", "n_both"]].tolist() == [4, 3, 2]
    assert scores.loc["micro", MEASURES].tolist() == pytest.approx([2 / 3, 1 / 2, 4 / 7])
    assert scores.loc["macro", "f1"] == pytest.approx((1 + 0 + 0.5) / 3)


def test_score_coding_without_predictions():
    scores = score(code(), code((1, "water")))
    assert math.isnan(scores.loc["micro", "precision"])
    assert scores.loc["micro", "recall"] == 0


def test_limits_of_a_topic_are_those_of_a_share():
    water = score(PREDICTED, CODED).loc["water"]
    assert water[["recall_low", "recall_high"]].tolist() == pytest.approx(wilson_share(1, 2)[1:3])
    assert water[["f1_low", "f1_high"]].tolist() == pytest.approx(f_score(1, 3)[1:3])


def test_why_a_figure_is_missing():
    reasons = score(PREDICTED, CODED, topics=["food", "music", "opera"])["reason"]
    assert reasons[["food", "music", "opera"]].tolist() == [
        "", "predicted for no coded paragraph", "no coded paragraph is about it",
    ]  # fmt: skip
    nobody = score(PREDICTED, code(), topics=["food"])
    assert set(nobody["reason"]) == {"not coded"}
    assert nobody[MEASURES].isna().all(axis=None)


def test_a_paragraph_counts_as_many_times_as_it_stands_for():
    # paragraph 1 stands for 3, 2 for 1, 4 for 6: water coded 4, predicted 9, both 3; 3 has no weight
    weights = code((1, ""), (2, ""), (4, ""))[["source", "paragraph"]].assign(weight=[3.0, 1.0, 6.0])
    scores = score(PREDICTED, CODED, weights=weights)
    water = scores.loc["water"]
    assert water[["n_coded", "n_predicted", "n_both"]].tolist() == [2, 2, 1]
    assert water[MEASURES].tolist() == pytest.approx([3 / 9, 3 / 4, 6 / 13])
    # all ten are worth 100 / (9 + 1 + 36) equal ones, and four tenths of these are about water
    worth = 100 / 46 * 4 / 10
    assert water["recall_low"] == pytest.approx(wilson_share(0.75 * worth, worth).low)
    assert water["precision_low"] == pytest.approx(wilson_share(1 / 3 * 1.8, 1.8).low)  # (3 + 6)^2 / (9 + 36)
    assert scores.loc["music", "n_coded"] == 0


@examples(4)
@given(st.integers(0, 6), st.floats(0.1, 9))
def test_equal_weights_change_nothing(seed, weight):
    rng = np.random.default_rng(seed)
    pairs = [(int(n), t) for n in range(12) for t in ("sea", "sky", "sand")]
    coded, predicted = (code(*(p for p in pairs if rng.random() < 0.4), (0, "")) for _ in range(2))
    weights = coded[["source", "paragraph"]].drop_duplicates().assign(weight=weight)
    plain, weighted = score(predicted, coded), score(predicted, coded, weights=weights)
    pd.testing.assert_frame_equal(plain, weighted, check_exact=False)


def test_limits_enclose_the_pooled_scores():
    pooled = score(PREDICTED, CODED).loc[["micro", "macro"]]
    for measure in MEASURES:
        assert (pooled[f"{measure}_low"] <= pooled[measure]).all()
        assert (pooled[measure] <= pooled[f"{measure}_high"]).all()


def test_scores_and_limits_do_not_depend_on_the_order_of_rows():
    coded = code(*((n, "water" if n % 3 else "") for n in range(1, 31)))
    predicted = code(*((n, "water") for n in range(1, 31) if n % 4))
    weights = coded[["source", "paragraph"]].assign(weight=[1.0 + n % 2 for n in range(30)])
    backwards = (table.iloc[::-1].reset_index(drop=True) for table in (predicted, coded, weights))
    mixed = score_coding(next(backwards), next(backwards), weights=next(backwards))
    pd.testing.assert_frame_equal(mixed, score_coding(predicted, coded, weights=weights))


def test_limits_of_recall_cover_where_misses_weigh_more_than_finds():
    # of 2,000 paragraphs a tenth is about the sea; the dictionary finds 85 % of these, and 3 % of the others
    rng = np.random.default_rng(1)
    true = rng.random(2000) < 0.1
    found = np.where(true, rng.random(2000) < 0.85, rng.random(2000) < 0.03)
    whole, covered = (true & found).sum() / true.sum(), 0
    for _ in range(40):
        drawn = [rng.choice(np.flatnonzero(found == side), 60, replace=False) for side in (True, False)]
        weights = [np.full(60, (found == side).sum() / 60) for side in (True, False)]
        row, weight = np.concatenate(drawn), np.concatenate(weights)
        coded, predicted = (
            code(*zip(row, np.where(is_so[row], "sea", ""), strict=True)) for is_so in (true, found)
        )
        weights = coded[["source", "paragraph"]].assign(weight=weight)
        sea = score(predicted[predicted["topic"] != ""], coded, weights=weights).loc["sea"]
        covered += sea["recall_low"] <= whole <= sea["recall_high"]
    assert 0.90 <= covered / 40 <= 1


def list_places(n: int) -> pd.DataFrame:
    return pd.DataFrame({"source": "a", "paragraph": range(1, n + 1), "event": "may"})


def test_where_all_is_coded_the_corrected_share_is_the_coded_one():
    predicted = code((1, "water"), (2, "water"), (2, "food"), (4, "water"))
    shares = correct_shares(predicted, CODED, list_places(4), topics=["water", "food"]).set_index("topic")
    assert shares.loc["water", "share"] == pytest.approx(2 / 4)
    assert shares.loc["food", "share"] == pytest.approx(1 / 4)
    assert shares.loc["water", ["n_paragraphs", "n_predicted", "share_predicted"]].tolist() == [4, 3, 0.75]


def test_errors_measured_on_some_paragraphs_correct_the_share_of_all():
    # coded are ten: of five about the sea four are found, of five others one; of all 100, 40 are found
    coded = code(*((n, "sea" if n <= 5 else "") for n in range(1, 11)))
    predicted = code(*((n, "sea") for n in [1, 2, 3, 4, 6, *range(11, 46)]))
    sea = correct_shares(predicted, coded, list_places(100), topics=["sea"]).iloc[0]
    assert sea["share_predicted"] == 0.4
    assert sea["share"] == pytest.approx((0.4 + 0.8 - 1) / (0.8 + 0.8 - 1))
    assert sea["low"] < sea["share"] < sea["high"]


def test_a_share_that_nobody_coded_is_not_corrected():
    sea = correct_shares(code((1, "sea")), code(), list_places(4), topics=["sea"]).iloc[0]
    assert sea["share_predicted"] == 0.25 and math.isnan(sea["share"]) and sea["reason"] == "not coded"
    assert correct_shares(code(), code(), list_places(0), topics=["sea"])["share_predicted"].isna().all()
