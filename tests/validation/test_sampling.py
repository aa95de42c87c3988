"""The sample for coders: its size, its strata, its chances, and that its weights make figures unbiased."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.commands.code_steps import weigh_drawn
from analysis.errors import InputError
from analysis.validation.sampling import draw_sample
from analysis.validation.scores import correct_shares, score_coding
from examples import examples

PLACE = ["source", "paragraph"]
DRAWS = 60  # samples, over which chances are looked at
EVENTS = {"may": 90, "june": 40, "july": 10}


def invent(seed: int = 1) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Paragraphs of three events, what they are about, and what a dictionary that errs would find."""
    rng = np.random.default_rng(seed)
    places = [(event, n, event) for event, size in EVENTS.items() for n in range(1, size + 1)]
    paragraphs = pd.DataFrame(places, columns=[*PLACE, "event"])
    about = {"sea": 0.3, "sky": 0.2, "sand": 0.05}
    truth = pd.concat([paragraphs[rng.random(140) < share].assign(topic=t) for t, share in about.items()])
    found = truth[rng.random(len(truth)) < 0.8]
    wrong = pd.concat([paragraphs[rng.random(140) < 0.04].assign(topic=topic) for topic in about])
    return paragraphs, truth, pd.concat([found, wrong]).drop_duplicates([*PLACE, "topic"])


PARAGRAPHS, TRUTH, PREDICTED = invent()


def draw(n: int = 60, seed: int = 1, topic: str | None = None) -> pd.DataFrame:
    return draw_once(n, seed, topic)


@cache  # several tests look at the same samples, and change none
def draw_once(n: int, seed: int, topic: str | None) -> pd.DataFrame:
    return draw_sample(PARAGRAPHS, PREDICTED, n=n, seed=seed, topic=topic)


@pytest.mark.parametrize("topic", [None, "sea", "sand"])
@pytest.mark.parametrize("n", [12, 60, 139])
def test_a_sample_has_the_asked_size_and_every_stratum(n, topic):
    sample = draw(n, topic=topic)
    assert len(sample) == n == len(sample.drop_duplicates(PLACE))
    assert sample.sort_values(PLACE, ignore_index=True).equals(sample)
    strata = sample.groupby(["event", "is_predicted"])
    assert (strata.size() >= strata["n_stratum"].first().clip(upper=2)).all()
    assert strata["n_stratum"].first().sum() == 140
    assert sample["probability"].between(0, 1, inclusive="right").all()


def test_half_of_the_sample_is_predicted():
    assert draw(60, topic="sea")["is_predicted"].sum() == 30
    few = draw(60, topic="sand")  # fewer than 30 are predicted, and all of them are in the sample
    n_predicted = len(PREDICTED[PREDICTED["topic"] == "sand"])
    assert few["is_predicted"].sum() == n_predicted < 30
    assert (few.loc[few["is_predicted"], "probability"] == 1).all()


def test_prediction_is_that_of_the_topic_if_there_is_one():
    sea = draw(140, topic="sea")
    found = PREDICTED[PREDICTED["topic"] == "sea"][PLACE]
    pd.testing.assert_frame_equal(
        sea.loc[sea["is_predicted"], PLACE].reset_index(drop=True),
        found.sort_values(PLACE, ignore_index=True),
    )


def test_of_one_topic_all_paragraphs_of_a_stratum_are_equally_likely():
    chances = draw(60, topic="sea").groupby(["event", "is_predicted"])["probability"]
    assert (chances.max() - chances.min()).max() < 1e-9


def test_paragraphs_with_rare_topics_are_more_likely():
    topics = PREDICTED.sort_values("topic").groupby(PLACE)["topic"].agg(" ".join).reset_index()
    may = draw(60).query("event == 'may'").merge(topics, on=PLACE)
    chance = may.groupby("topic")["probability"].first()
    assert chance["sand"] > 1.5 * chance["sea"]
    assert chance["sand sea"] > chance["sand"]


def test_the_whole_is_drawn_if_more_is_asked_for():
    everything = draw(500)
    assert len(everything) == 140 and (everything["probability"] == 1).all()


def test_the_same_seed_draws_the_same_and_another_seed_does_not():
    shuffled = draw_sample(PARAGRAPHS.sample(frac=1, random_state=3), PREDICTED.iloc[::-1], n=60, seed=1)
    pd.testing.assert_frame_equal(shuffled, draw())
    assert not draw(seed=2)[PLACE].equals(draw()[PLACE])


def test_too_small_a_sample_is_refused():
    with pytest.raises(InputError, match=r"5 paragraphs are too few for 6 groups .* at least 12 with --n"):
        draw(5)


def test_nothing_predicted_and_nothing_at_all():
    nothing = PREDICTED.head(0)
    assert not draw_sample(PARAGRAPHS, nothing, n=20, seed=1)["is_predicted"].any()
    assert draw_sample(PARAGRAPHS.head(0), nothing, n=20, seed=1).empty


@examples(4)
@given(st.integers(0, 10_000), st.integers(12, 140))
def test_equal_chances_weigh_a_stratum_up_to_its_size(seed, n):
    equal = draw(n, seed).query("not is_predicted")
    assert (1 / equal["probability"]).sum() == pytest.approx((~draw(140)["is_predicted"]).sum())


def test_how_often_a_paragraph_is_drawn_is_what_its_chance_says():
    places, chance = pd.MultiIndex.from_frame(PARAGRAPHS[PLACE]), np.full(140, np.nan)
    times = np.zeros(140)
    for seed in range(DRAWS):
        sample = draw(50, seed)
        row = places.get_indexer(pd.MultiIndex.from_frame(sample[PLACE]))
        times[row] += 1
        chance[row] = sample["probability"]
    error = np.sqrt(DRAWS * chance * (1 - chance))
    assert np.isfinite(chance).all()
    assert (np.abs(times - DRAWS * chance) <= 4.5 * error + 1e-6).all()


def recall_of_sea(sample: pd.DataFrame, weight: pd.Series) -> float:
    """What perfect coders would measure on a sample."""
    place = pd.MultiIndex.from_frame(sample[PLACE])
    true, found = (
        place.isin(pd.MultiIndex.from_frame(table.loc[table["topic"] == "sea", PLACE]))
        for table in (TRUTH, PREDICTED)
    )
    return (weight * (true & found)).sum() / (weight * true).sum()


@pytest.mark.parametrize("topic", [None, "sea"])
def test_weighted_recall_is_that_of_all_paragraphs_on_average(topic):
    whole = recall_of_sea(PARAGRAPHS, pd.Series(1.0, index=PARAGRAPHS.index))
    samples = [draw(50, seed, topic) for seed in range(DRAWS)]
    weighted = [recall_of_sea(sample, 1 / sample["probability"]) for sample in samples]
    assert np.mean(weighted) == pytest.approx(whole, abs=0.03)
    if topic:  # a sample rich in predicted paragraphs flatters the dictionary where it is not weighted
        plain = [recall_of_sea(sample, sample["probability"] ** 0) for sample in samples]
        assert np.mean(plain) > whole + 0.04


def test_weights_carry_over_to_scores_and_shares():
    sample = draw(50)
    weights = sample[PLACE].assign(weight=1 / sample["probability"])
    read = sample[PLACE].merge(TRUTH[[*PLACE, "topic"]], how="left").fillna({"topic": ""})
    scores = score_coding(PREDICTED, read, weights=weights, topics=["sea"]).set_index("topic")
    assert scores.loc["sea", "recall"] == pytest.approx(recall_of_sea(sample, weights["weight"]))
    shares = correct_shares(PREDICTED, read, PARAGRAPHS, weights=weights, topics=["sea"]).iloc[0]
    assert shares["low"] < len(TRUTH[TRUTH["topic"] == "sea"]) / 140 < shares["high"]


def test_weights_of_a_sample_by_hand():
    drawn = pd.DataFrame(
        [("a", 1, "may", True, 0.5), ("a", 2, "may", True, 0.25), ("a", 3, "may", False, 0.2)],
        columns=[*PLACE, "event", "is_predicted", "probability"],
    )
    read = drawn[PLACE]
    assert weigh_drawn(drawn, read)["weight"].tolist() == [2, 4, 5]
    # nobody read 2, so 1 stands for what both stood for
    assert weigh_drawn(drawn, read.drop(1))["weight"].tolist() == [6, 5]
