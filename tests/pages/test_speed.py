"""What the page on speed says of invented measurements."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.pages.speed import (
    STEPS,
    list_growth,
    list_machine,
    list_runs,
    list_speed,
    list_steps,
    say_steps,
)

COLUMNS = ["corpus", "sources", "words", "who", "step", "seconds", "processor_seconds", "memory", "floors"]


def measure(*rows: tuple[str, int, str, str, float]) -> pd.DataFrame:
    """What was measured: corpus, words, who, step, seconds."""
    full = [(corpus, 2, n, who, step, s, s, None, s) for corpus, n, who, step, s in rows]
    return pd.DataFrame(full, columns=COLUMNS)


TWO = measure(
    ("speeches, small", 1000, "refrain", "counting", 2.0),
    ("speeches, small", 1000, "refrain", "joining", 0.5),
    ("speeches, small", 1000, "refrain", "all", 2.5),
    ("speeches, large", 10_000, "refrain", "counting", 200.0),
    ("speeches, large", 10_000, "refrain", "joining", 5.0),
    ("speeches, large", 10_000, "refrain", "all", 205.0),
    ("speeches, large", 10_000, "floor", "all", 20.0),
    ("talk", 90_000, "refrain", "joining", 7.0),
)


def test_growth_is_an_exponent_and_missing_where_little_was_measured():
    growth = list_growth(TWO).set_index("step")["exponent"]
    assert growth[STEPS["counting"]] == pytest.approx(2)
    assert pd.isna(growth[STEPS["joining"]])
    assert growth["all"] == pytest.approx(1.914, abs=0.001)


def test_a_step_that_takes_no_time_of_its_own_is_not_listed():
    beside = [
        (f"speeches, {size}", n, "refrain", "sensitivity", 0.0)
        for size, n in (("small", 1000), ("large", 10_000))
    ]
    growth = list_growth(pd.concat([TWO, measure(*beside)]))
    assert STEPS["sensitivity"] not in growth["step"].tolist()


def test_of_one_corpus_of_speeches_no_growth_is_known():
    assert list_growth(TWO[TWO["corpus"] == "speeches, small"])["exponent"].isna().all()


def test_without_speeches_no_growth_is_listed():
    assert list_growth(TWO[TWO["corpus"] == "talk"]).empty


def test_a_run_says_how_many_words_a_second():
    runs = list_runs(TWO).set_index(["corpus", "who"])
    assert runs.loc[("speeches, large", "floor"), "a_second"] == 500
    assert runs.loc[("speeches, large", "refrain"), "floors"] == 10.25
    assert pd.isna(runs.loc[("speeches, small", "refrain"), "floors"])
    assert len(runs) == 3


def test_a_title_names_the_longest_step_of_the_largest_corpus():
    steps = list_steps(TWO)
    assert len(steps) == 5
    assert say_steps(steps)["title"] == f"On 90,000 words, most time goes to: {STEPS['joining']}"


def test_a_tie_makes_no_title():
    tied = measure(("talk", 50, "refrain", "counting", 1.0), ("talk", 50, "refrain", "saving", 1.0))
    assert say_steps(list_steps(tied))["title"] == "The steps on 50 words"


def test_what_is_committed_can_be_shown():
    speed = list_speed()
    assert list(speed.columns) == COLUMNS
    assert set(speed.loc[speed["who"] == "refrain", "step"]) <= {*STEPS, "all"}
    assert {"processor", "cores", "memory", "Python"} <= set(list_machine()["what"])
