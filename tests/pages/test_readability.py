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
from analysis.readability.comparisons import COMPARED
from analysis.readability.formulas import FORMULAS, formula_facts


def test_the_title_is_that_of_the_comparison_and_neutral_without_one():
    table = measured(1, ["answer", "question"], {"words_per_sentence": 20.0})
    said = messages.say_components(table, report_of(1), compared=pd.DataFrame(columns=COMPARED))
    assert said["title"] == "What readability is made of"
    assert said["caption"].startswith("No interview prints enough questions and answers to compare.")
    assert "The two bars of an interview" in said["caption"]
    alone = measured(1, ["answer"], {"words_per_sentence": 20.0})
    said = messages.say_components(alone, report_of(1), compared=pd.DataFrame(columns=COMPARED))
    assert "two bars" not in said["caption"]


@pytest.mark.parametrize(
    ("translated", "is_said"), [("yes", True), ("likely", True), ("no", False), ("", False)]
)
def test_translators_are_told_of_where_words_were_translated(translated, is_said):
    report = report_of(1)
    report.deliveries = pd.DataFrame({"source": ["Gazette, 1 May"], "translated": translated})
    table = measured(1, ["answer"], {"words_per_sentence": 20.0})
    said = messages.say_components(table, report, compared=pd.DataFrame(columns=COMPARED))
    assert ("translator" in said["caption"]) == is_said


def test_grades_have_no_mean_and_no_title_about_formulas():
    table = measured(2, ["answer"], {"SMOG": 0.0, "Fog": 0.0}).assign(score=[10.0, 16.0, 11.0, 17.0])
    said = messages.say_grades(table, report_of(2))
    assert said["title"] == "What school grade the formulas ask for"
    assert (
        "On one text they differ by up to 6.0 grades; by one formula the interviews differ by up to 1.0."
        in said["caption"]
    )
    assert "10.0 to 16.0" in said["alt"]
    assert not re.search("mean", " ".join(said.values()), re.IGNORECASE)


@pytest.mark.parametrize("scores", [[10.0, 16.0], [np.nan, 16.0]])
def test_of_one_interview_no_gap_is_told(scores):
    said = messages.say_grades(
        measured(1, ["answer"], {"SMOG": 0.0, "Fog": 0.0}).assign(score=scores), report_of(1)
    )
    assert "differ" not in said["caption"]
    assert "nan" not in said["caption"] + said["alt"]


def said_of(*rows: tuple[str, str, int], **delivery: str) -> str:
    sentences = pd.DataFrame(rows, columns=["label", "role", "n_words"])
    sentences["row"] = sentences["label"] + ", " + sentences["role"] + "s"
    return messages.say_lengths(sentences, report_of(1), delivery=delivery)["title"]


def test_medians_are_those_of_answers_spoken_ones_apart():
    rows = [("a", "answer", 16), ("a", "question", 3), ("b", "answer", 17), ("c", "answer", 23)]
    spoken = {"a": "spoken", "b": "spoken", "c": "written"}
    assert (
        said_of(*rows, **spoken)
        == "The median sentence of the answers has 16 to 17 words in 2 spoken interviews and 23 "
        "words in 1 written interview"
    )
    assert (
        said_of(*rows[:2], a="written")
        == "The median sentence of the answers has 16 words in 1 written interview"
    )
    assert said_of(*rows[:2]) == "The median sentence of the answers has 16 words in 1 interview"
    assert said_of(rows[1]) == "How long the sentences are"


def test_school_grades_are_grades_and_years_of_schooling():
    units = formula_facts().set_index("formula")["unit"]
    assert set(units[messages.list_grades()]) == {"US school grade", "years of schooling"}
    # Points that stand for grades are none, and primers end at grade 4.
    assert {"dale_chall", "spache"}.isdisjoint(messages.list_grades())


def test_no_column_of_the_bands_is_missing_here():
    table = measured(1, ["answer"], {"SMOG": 1.0})
    assert set(MEASURED) <= set(table)
    assert FORMULAS[0].formula == "flesch_reading_ease"  # the one whose range the chapter tells
