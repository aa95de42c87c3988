"""Like against like: answers with questions, and interviews, under one way of ending sentences at a time."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.readability import comparisons
from analysis.readability.bands import SPLITTING_NAMES
from analysis.readability.comparisons import (
    DEPENDS,
    DISAGREE,
    TOO_FEW,
    TOO_MANY,
    WITHIN_CHANCE,
    compare_events,
    compare_roles,
)
from analysis.readability.scores import COUNTS
from examples import examples

LENGTH = "words_per_sentence"
Tables = tuple[pd.DataFrame, pd.DataFrame]


def make_turns(words: list[int], *, label: str = "a", role: str = "answer", turns=None, **ends) -> Tables:
    """One sentence a turn with so many words, of one letter and syllable each; ends: sentences a turn by
    splitting, a number for all or one for each."""
    at = range(len(words)) if turns is None else turns
    rows = pd.DataFrame({"label": label, "source": label, "role": role, "turn": at, "n_words": words})
    sentences = rows.assign(**dict.fromkeys(COUNTS[1:], 1)).assign(n_letters=words, n_syllables=words)
    splittings = [
        rows.drop(columns="n_words").assign(splitting=s, n_sentences=ends.get(s, 1)) for s in SPLITTING_NAMES
    ]
    return sentences, pd.concat(splittings, ignore_index=True)


def put_together(*parts: Tables) -> Tables:
    return tuple(pd.concat(tables, ignore_index=True) for tables in zip(*parts, strict=True))


def interview(asked: list[int], said: list[int], label: str = "a", **ends: object) -> Tables:
    """Questions and answers in turn; ends are those of the answers."""
    odd, even = range(1, 2 * len(asked), 2), range(2, 2 * len(said) + 1, 2)
    questions = make_turns(asked, label=label, role="question", turns=odd)
    return put_together(questions, make_turns(said, label=label, turns=even, **ends))


def of_lengths(compared: pd.DataFrame) -> pd.Series:
    return compared[compared["formula"] == LENGTH].iloc[0]


SHORT, LONG = [8, 9, 10, 11, 12, 10, 9, 8], [38, 39, 40, 41, 42, 40, 39, 38]


def test_answers_that_are_longer_in_each_exchange_are_called_longer():
    row = of_lengths(compare_roles(*interview(SHORT, LONG)))
    assert (row["verdict"], row["why"], row["n_ways"]) == ("higher", "", 7)
    assert (row["first"], row["second"], row["n_first"]) == ("a, answers", "a, questions", 8)
    assert row["p"] == 2 / 2**8  # all signs one way, of 8 pairs
    assert row["difference"] == np.mean(LONG) - np.mean(SHORT)
    assert of_lengths(compare_roles(*interview(LONG, SHORT)))["verdict"] == "lower"


def test_both_sides_are_taken_under_the_same_way_of_ending_sentences():
    # Where commas end sentences both have a third of the words: 13 and 3, not 13 and 9.
    asked = make_turns(SHORT, role="question", turns=range(1, 16, 2), clauses=3)
    said = make_turns(LONG, turns=range(2, 17, 2), clauses=3)
    row = of_lengths(compare_roles(*put_together(asked, said)))
    assert row["low"] == pytest.approx((np.mean(LONG) - np.mean(SHORT)) / 3)
    assert row["verdict"] == "higher"


def test_one_way_of_ending_sentences_may_fail_and_no_two():
    # Where commas end sentences the answers have a fourth: 9.9 words to 9.6, longer still, but by chance.
    once = of_lengths(compare_roles(*interview(SHORT, LONG, clauses=4)))
    assert (once["n_ways"], once["verdict"]) == (6, "higher")
    twice = of_lengths(compare_roles(*interview(SHORT, LONG, clauses=4, dashes=4)))
    assert (twice["n_ways"], twice["verdict"], twice["why"]) == (5, "", DEPENDS)


def test_one_way_that_turns_the_order_round_leaves_it_open():
    # An eighth: 5 words to 9.6, and surely so.
    row = of_lengths(compare_roles(*interview(SHORT, LONG, clauses=8)))
    assert row["low"] < 0
    assert (row["n_ways"], row["verdict"], row["why"]) == (6, "", DEPENDS)


def test_one_long_answer_is_no_difference():
    # By all words together answers are longer; in most exchanges they are not.
    row = of_lengths(compare_roles(*interview([10] * 8, [200, 9, 8, 9, 8, 9, 8, 9])))
    assert row["difference"] > 20
    assert (row["verdict"], row["why"]) == ("", WITHIN_CHANCE)


def test_where_one_long_answer_turns_the_average_round_nothing_is_called():
    # Eleven answers of 8 words in one sentence, and one of 1,200 in a hundred: shorter in eleven exchanges of
    # twelve, longer on average.
    ends = dict.fromkeys(SPLITTING_NAMES, [1] * 11 + [100])
    row = of_lengths(compare_roles(*interview([10] * 12, [8] * 11 + [1_200], **ends)))
    assert row["difference"] > 1
    assert (row["n_ways"], row["verdict"], row["why"]) == (0, "", DISAGREE)


def test_a_tie_is_no_difference():
    row = of_lengths(compare_roles(*interview(SHORT, SHORT)))
    assert (row["difference"], row["p"], row["verdict"]) == (0, 1, "")


def test_few_exchanges_show_nothing_and_the_reason_is_true():
    compared = compare_roles(*interview(SHORT[:5], LONG[:5]))
    assert set(compared["why"]) == {TOO_FEW}
    assert compared[["p", "reach", "n_ways"]].isna().all(axis=None)


def test_too_few_exchanges_for_the_divided_level_are_called_too_few():
    # Six exchanges have no p under 1/32, above a sixth of 5 %: two interviews of three measurements each.
    six = [interview(SHORT[:6], LONG[:6], label) for label in ("a", "b")]
    assert set(compare_roles(*put_together(*six))["why"]) == {TOO_FEW}


def test_what_is_no_exchange_is_left_out():
    # An answer before the first question, and a question without an answer.
    before = make_turns([900], turns=[0])
    after = make_turns([900], role="question", turns=[99])
    row = of_lengths(compare_roles(*put_together(interview(SHORT, LONG), before, after)))
    assert (row["n_first"], row["score_first"]) == (8, np.mean(LONG))
    assert row["score_second"] == np.mean(SHORT)


def test_two_answers_in_a_row_are_one():
    more = make_turns([20], turns=[17])
    row = of_lengths(compare_roles(*put_together(interview(SHORT, LONG), more)))
    assert row["n_first"] == 8
    assert row["score_first"] == (sum(LONG) + 20) / 9


def test_without_questions_or_rows_nothing_is_compared():
    assert compare_roles(*make_turns(LONG)).empty
    assert compare_roles(*(table.head(0) for table in make_turns(LONG))).empty
    assert compare_events(*(table.head(0) for table in make_turns(LONG))).empty
    assert compare_events(*make_turns(LONG)).empty


def test_pooled_interviews_are_one():
    two = put_together(interview(SHORT, LONG), interview(SHORT, LONG, "b"))
    pooled = compare_roles(*(table.assign(label="all") for table in two))
    assert of_lengths(pooled)["n_first"] == 16
    assert len(pooled) == 3


def test_interviews_far_apart_differ_and_their_order_is_that_of_the_table():
    both = put_together(make_turns(LONG, label="z"), make_turns(SHORT, label="a"))
    row = of_lengths(compare_events(*both))
    assert (row["first"], row["second"], row["verdict"]) == ("z", "a", "higher")
    assert (row["score_first"], row["score_second"]) == (np.mean(LONG), np.mean(SHORT))


def test_interviews_whose_answers_vary_are_within_chance():
    one, other = [1, 30, 2, 28, 3, 26, 4, 20], SHORT
    row = of_lengths(compare_events(*put_together(make_turns(one), make_turns(other, label="b"))))
    assert row["difference"] > 4
    assert (row["verdict"], row["why"]) == ("", WITHIN_CHANCE)
    assert row["reach"] > 4  # what could not show is larger than what was seen


def test_interviews_of_few_answers_are_not_compared():
    few = put_together(make_turns(LONG), make_turns(SHORT[:5], label="b"))
    assert set(compare_events(*few)["why"]) == {TOO_FEW}


def test_more_comparisons_than_deals_can_tell_apart_are_named(monkeypatch):
    monkeypatch.setattr(comparisons, "N_DEALS", 50)
    both = put_together(make_turns(LONG), make_turns(SHORT, label="b"))
    assert set(compare_events(*both)["why"]) == {TOO_MANY}


@examples(3)
@given(
    st.lists(st.integers(1, 60), min_size=7, max_size=9), st.lists(st.integers(1, 60), min_size=7, max_size=9)
)
def test_no_comparison_depends_on_its_direction(one, other):
    a, b = make_turns(one, clauses=2), make_turns(other, label="b")
    there, back = (of_lengths(compare_events(*put_together(*pair))) for pair in ((a, b), (b, a)))
    assert there["difference"] == pytest.approx(-back["difference"])
    assert (there["low"], there["high"]) == pytest.approx((-back["high"], -back["low"]))
    assert there["p"] == pytest.approx(back["p"], abs=0.03)
