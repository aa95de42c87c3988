"""What the page on readability says: it claims no more than the rule allows."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest
from bands import measured
from reports import report_of

from analysis.pages import readability as messages
from analysis.readability.bands import MEASURED
from analysis.readability.formulas import FORMULAS, formula_facts


def lengths(*pairs: tuple[float, float]) -> pd.DataFrame:
    """Words a sentence of answers and questions, event by event."""
    table = measured(len(pairs), ["answer", "question"], {"words_per_sentence": 0.0})
    scores = [score for pair in pairs for score in pair]
    return table.assign(score=scores, low=np.array(scores) - 1, high=np.array(scores) + 1)


@pytest.mark.parametrize(
    ("pairs", "title"),
    [
        ([(30, 10)], "Answers have longer sentences than questions in the only event"),
        ([(30, 10), (11, 10), (30, 10)], "Answers have longer sentences than questions in 2 of 3 events"),
        ([(5, 20), (8, 30)], "Questions have longer sentences than answers in both events"),
        ([(11, 10)], "Which sentences are longer, answers or questions, is not certain in any event"),
        (
            [(30, 10), (8, 30)],
            "Which sentences are longer, answers or questions, is not certain in any event",
        ),
    ],
)
def test_a_title_claims_only_what_the_rule_calls_a_difference(pairs, title):
    assert messages.say_components(lengths(*pairs), report_of(len(pairs)))["title"] == title


def test_a_single_role_is_not_compared():
    only = lengths((20, 10)).query("role == 'answer'")
    assert messages.say_components(only, report_of(1))["title"] == "What readability is made of"


@pytest.mark.parametrize(
    ("of_events", "title"),
    [
        ([(10, 16), (11, 17)], "The formulas differ more than the events do"),
        ([(10, 11), (16, 17)], "The events differ more than the formulas do"),
        ([(10, 12), (12, 14)], "What school grade the formulas ask for"),
        ([(10, 16)], "What school grade the formulas ask for"),
        ([(10, 16), (np.nan, 16)], "The formulas differ more than the events do"),
    ],
)
def test_formulas_and_events_are_compared(of_events, title):
    table = measured(len(of_events), ["answer"], {"SMOG": 0.0, "Fog": 0.0})
    said = messages.say_grades(table.assign(score=np.ravel(of_events)), report_of(len(of_events)))
    assert said["title"] == title
    assert "nan" not in said["title"] + said["caption"] + said["alt"]


def test_median_lengths_are_a_span_or_one_number():
    sentences = pd.DataFrame({"row": ["a", "a", "b"], "n_words": [10, 13, 20]})
    said = messages.say_lengths(sentences, report_of(1))["title"]
    assert said == "The median sentence has from 11.5 to 20 words"
    said = messages.say_lengths(sentences.tail(1), report_of(1))["title"]
    assert said == "The median sentence has 20 words"


def compared(*rows: tuple[str, float, str, str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["formula", "difference", "verdict", "why"])
    return table.assign(name=table["formula"].str.upper(), first="A", second="B")


def test_harder_and_simpler_follow_the_direction_of_the_formula():
    events = compared(("smog", 2, "higher", ""), ("lix", 1, "higher", ""), ("rix", 1, "", "bands overlap"))
    own = measured(2, ["answer"], {"smog": 12.0})
    told = messages.tell_events(events, own)
    assert told.endswith("1 can be judged; A is harder than B by 2 of 3 formulas (SMOG and LIX).")
    ease = compared(("flesch_reading_ease", 9, "higher", ""))
    assert "A is simpler than B by 1" in messages.tell_events(ease, own)
    assert "A are harder than B" in messages.tell_roles(compared(("smog", 2, "higher", "")))


def test_a_pair_too_short_for_one_formula_is_judged_by_the_others():
    own = measured(2, ["answer"], {"smog": 12.0})
    few = ("smog", np.nan, "", "needs 30 sentences, has 20")
    told = messages.tell_events(compared(few, ("lix", 9, "higher", "")), own)
    assert told.endswith("1 can be judged; A is harder than B by 1 of 2 formulas (LIX).")
    assert "none can be judged" in messages.tell_events(compared(few), own)
    assert "none can be judged" in messages.tell_events(
        compared(few, ("rix", 1, "", "bands overlap"), ("lix", 9, "", "fewer than 6 turns")), own
    )


def test_without_a_difference_none_is_told():
    open_ones = compared(("smog", 2, "", "bands overlap"), ("lix", 1, "", "fewer than 6 turns"))
    own = measured(2, ["answer"], {"smog": 12.0})
    assert "none can be judged, and by 2 formulas no difference can be called." in messages.tell_events(
        open_ones, own
    )
    assert messages.tell_roles(open_ones).startswith(
        "As counted, questions score simpler in 2 of 2 comparisons (1 event with both, 2 formulas), but no"
    )
    assert "stay open: bands overlap (1) and fewer than 6 turns (1)." in messages.tell_open(open_ones)


def test_where_there_is_nothing_to_compare_a_sentence_says_so():
    none = compared().assign(first=[], second=[])
    told = [messages.tell_events(none, measured(1, ["answer"], {"a": 1.0})), messages.tell_roles(none)]
    told += [messages.tell_all(none), messages.tell_open(none)]
    assert all(re.fullmatch(r"[^.]+\.", text) for text in told)


def test_school_grades_are_grades_and_years_of_schooling():
    units = formula_facts().set_index("formula")["unit"]
    assert set(units[messages.list_grades()]) == {"US school grade", "years of schooling"}
    # Points that stand for grades are none, and primers end at grade 4.
    assert {"dale_chall", "spache"}.isdisjoint(messages.list_grades())


def test_no_column_of_the_bands_is_missing_here():
    table = measured(1, ["answer"], {"SMOG": 1.0})
    assert set(MEASURED) <= set(table)
    assert FORMULAS[0].formula == "flesch_reading_ease"  # the one whose range the chapter tells
