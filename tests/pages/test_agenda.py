"""What is said of who raises a topic: only what chance does not give."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from exchange_tables import ask, make_interviews
from reports import report_of

from analysis.pages.agenda import NEUTRAL, say_agenda, tell_alone, tell_following
from analysis.statistics import Baseline
from analysis.topics import count_asking, count_exchanges, measure_alone, measure_following

NAMES = ["Fish", "Trams", "Grain", "Bread", "Coal", "Wool", "Salt", "Tin"]


def say(talk) -> dict[str, str]:
    counted = make_interviews(talk)
    exchanges = count_exchanges(*counted)
    exchanges = exchanges[exchanges["n_question"] + exchanges["n_answer"] > 0]
    following, alone = measure_following(*counted), measure_alone(*counted)
    return say_agenda(
        exchanges, report_of(1), following=following, alone=alone, n_asking=count_asking(*counted)
    )


def test_answers_that_follow_are_the_headline_with_chance_beside():
    said = say([turn for name in NAMES for turn in ask(name, name)])
    assert (
        said["title"]
        == "Where questions raise a topic, answers take it up in 8 of 8 cases; chance alone would give 1"
    )
    assert said["caption"].startswith("In the answer alone topics come up in 0% of cases")


def test_answers_that_evade_are_told_apart_from_chance():
    evading = Baseline(0, 7, 5, 8, 2_000)
    sides = {"n_question_only": [8], "n_both": [0], "n_answer_only": [8], "n_exchanges": [8]}
    said = say_agenda(pd.DataFrame(sides), report_of(1), following=evading, alone=evading, n_asking=8)
    assert (
        said["title"]
        == "Where questions raise a topic, answers take it up in only 0 of 8 cases; chance alone would give 7"
    )


@pytest.mark.parametrize(
    "talk",
    [
        [turn for _ in NAMES for turn in ask("Fish", "Fish")],  # one subject: chance follows as well
        ask("Fish", "Fish"),  # one exchange: nothing to deal
        ask("why", "Fish a b c d"),  # no question mentions a topic
        [*ask(" ".join(NAMES), " ".join(NAMES)), *ask("why", "a") * 60],  # one exchange holds all
    ],
)
def test_what_chance_gives_as_well_is_no_title(talk):
    assert say(talk)["title"] == NEUTRAL


def test_without_questions_there_is_a_sentence():
    assert say([("answer", "Fish")])["caption"].startswith("No topic comes up in an exchange")


def test_what_length_explains_is_said_to_be_explained():
    said = tell_alone(Baseline(0.71, 0.70, 0.64, 0.76, 2_000))
    assert said.endswith("would give 70% (64% to 76%): the length of answers explains it.")
    assert tell_alone(Baseline(0.9, 0.7, 0.64, 0.76, 2_000)).endswith(
        "more than the length of answers explains."
    )
    assert tell_alone(Baseline(np.nan, np.nan, np.nan, np.nan, 0)) == ""


def test_following_is_told_for_none_one_and_many():
    assert tell_following(Baseline(0, 0, 0, 0, 9), 0, 0) == "No question that is printed mentions a topic."
    assert tell_following(Baseline(1, 1, 1, 1, 9), 1, 1).endswith("so it cannot be told from chance.")
    assert tell_following(Baseline(5, 4, 2, 6, 9), 8, 7).endswith(
        "Chance alone would give 4 (2 to 6), so this may be chance."
    )
