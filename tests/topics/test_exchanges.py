"""Who raises a topic, and what chance gives of it, on interviews one can deal by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from exchange_tables import ask, make_interviews

from analysis.topics import count_exchanges, measure_alone, measure_following

NAMES = ["Fish", "Trams", "Grain", "Bread", "Coal", "Wool", "Salt", "Tin"]


def test_answers_that_follow_are_far_from_chance():
    # Of 8! ways to deal 8 questions to 8 answers one fits everywhere; on average one question fits.
    talk = [turn for name in NAMES for turn in ask(name, name)]
    following = measure_following(*make_interviews(talk))
    assert following.observed == 8
    assert following.mean == pytest.approx(1, abs=0.1)
    assert following.is_above


def test_an_interview_about_one_thing_follows_by_chance_alone():
    talk = [turn for _ in NAMES for turn in ask("Fish", "Fish")]
    following = measure_following(*make_interviews(talk))
    assert (following.observed, following.low, following.high) == (8, 8, 8)
    assert not following.is_outside


def test_questions_stay_in_their_interview():
    # One exchange an interview: nothing can be dealt, however well they fit.
    following = measure_following(*make_interviews(ask("Fish", "Fish"), ask("Trams", "Trams")))
    assert (following.observed, following.mean, following.is_above) == (2, 2, False)


def test_a_question_at_the_end_of_an_interview_asks_nobody_in_the_next_one():
    unanswered = [*ask("Fish", "Fish"), ("question", "Trams")]
    counts = count_exchanges(*make_interviews(unanswered, ask("Grain", "Grain")))
    assert set(counts["n_exchanges"]) == {2}


def test_without_questions_there_is_nothing_to_follow():
    tables = make_interviews([("answer", "Fish"), ("answer", "Trams")])
    assert measure_following(*tables).observed == 0
    assert not measure_following(*tables).is_outside
    alone = measure_alone(*tables)
    assert pd.isna(alone.observed) and alone.n_draws == 0 and not alone.is_outside


def test_one_voice_cut_at_random_is_as_often_alone():
    # Answers of nine words, questions of one, and a mention every fifth word of one long voice: long pieces
    # hold most of it, whoever speaks.
    talk = [turn for _ in range(10) for turn in ask("Fish", "a b c d Fish e f g h")]
    talk[::4] = [("question", "why")] * 5
    alone = measure_alone(*make_interviews(talk))
    assert alone.observed == 0.5  # five of ten cases, where chance would have about nine of ten
    assert alone.mean > 0.8 and alone.is_outside and not alone.is_above


def test_what_length_makes_is_not_outside():
    # One voice that says three names here and there, printed as if it asked five words and answered 25.
    words = np.random.default_rng(3).choice(["Fish", "Trams", "Grain", *"abcdefghi"], 300)
    cuts = [(words[start : start + 5], words[start + 5 : start + 30]) for start in range(0, 300, 30)]
    talk = [turn for asked, said in cuts for turn in ask(" ".join(asked), " ".join(said))]
    alone = measure_alone(*make_interviews(talk))
    assert alone.observed == count_alone(talk) and not alone.is_outside


def count_alone(talk) -> float:
    counts = count_exchanges(*make_interviews(talk))
    alone, asked = counts["n_answer_only"].sum(), counts["n_question"].sum()
    return alone / (alone + asked)
