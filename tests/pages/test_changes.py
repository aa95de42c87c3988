"""What the page on what changed says, of logs typed by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from chapters import BOOK, execute

from analysis.changes.rows import shape_rows
from analysis.pages.changes import (
    NOT_COMPARED,
    NOTHING_ADDED,
    Log,
    list_additions,
    load_logs,
    tell_changes,
    tell_left_out,
    tell_phrases,
    tell_texts,
    tell_topics,
)
from analysis.storage import write_log

TEXT = {
    "about": "text", "change": "added", "name": "winter", "kind": "new event", "events": "winter",
    "date": "2031-12-01", "n_new": 100, "n_events_before": 30, "last_before": "2031-10-01",
}  # fmt: skip
LEFT = {
    "about": "phrases", "change": "left out", "n_events_before": 30, "k_new": 1, "k_before": 30, "n_new": 100,
    "n_before": 3000, "observed": 3, "expected": 1.5, "low": 0, "high": 2,
}  # fmt: skip
MISSING = {
    "about": "phrase", "change": "no longer said", "name": "“shared waters”", "kind": "named", "n_new": 0,
    "n_before": 31, "k_new": 0, "k_before": 29, "n_events_before": 30, "last_before": "2031-10-01",
    "p": 0.03, "p_adjusted": 0.04,
}  # fmt: skip
AGAIN = MISSING | {
    "change": "said again",
    "name": "“open harbours”",
    "n_new": 2,
    "k_new": 1,
    "p": 1,
    "p_adjusted": 1,
}
LAKE = {
    "about": "topic", "change": "more often", "name": "The lake", "n_events_before": 30, "observed": 70,
    "expected": 10, "low": 8, "high": 12, "n_as_far": 2, "p": 0.001, "p_adjusted": 0.002,
}  # fmt: skip
BREAD = LAKE | {"change": "as before", "name": "Bread", "p_adjusted": 0.4}


def log(*rows: dict) -> Log:
    return Log("2031-12-24", shape_rows(list(rows)))


def test_the_texts_are_named_with_what_they_are_compared_with():
    assert tell_texts(log(TEXT)) == (
        "Added on 2031-12-24: winter (a new interview, 100 own words). Before: 30 interviews, the last of 2031-10-01."
    )
    second = TEXT | {"kind": "second report", "events": "spring", "n_new": 1}
    assert "winter (a second report of spring, 1 own word)" in tell_texts(log(second))


def test_before_is_no_earlier_day_where_an_older_text_is_added():
    assert "winter is older than that: before means known before" in tell_texts(
        log(TEXT | {"date": "2029-01-01"})
    )
    assert tell_texts(log(TEXT | {"date": ""})).endswith("Of winter the day is not known.")


def test_what_is_left_out_stands_beside_what_others_left_out():
    said = tell_left_out(shape_rows([LEFT, MISSING]))
    assert "leave out 1.5 such phrases (0 to 2): 3 is outside what they vary by." in said
    assert said.endswith("Missing beyond what chance gives: “shared waters”.")
    assert "2 is within" in tell_left_out(shape_rows([LEFT | {"observed": 2}]))
    unsure = tell_left_out(shape_rows([LEFT, MISSING | {"p_adjusted": 0.06}]))
    assert unsure.endswith("None of them alone is missing beyond what chance gives.")


def test_of_few_interviews_none_is_called_unusual_and_a_short_one_is_said_to_be_short():
    few = LEFT | {"k_before": 19, "n_before": 1900}
    assert "too few interviews to call a number unusual" in tell_left_out(shape_rows([few]))
    assert "outside" in tell_left_out(shape_rows([few | {"k_before": 20}]))
    assert "shorter" not in tell_left_out(shape_rows([few]))
    assert "shorter (70 own words, those before 100 on average)" in tell_left_out(
        shape_rows([few | {"n_new": 70}])
    )


def test_topics_that_moved_stand_beside_interviews_that_reached_as_far():
    assert tell_topics(log(TEXT, LAKE, BREAD)) == (
        "Of 2 topics compared, 1 moved beyond what chance gives: The lake more often, 70.0 per 1,000 own words, before "
        "10.0 (8.0 to 12.0); as far alone: 2 of 30 interviews before."
    )
    assert tell_topics(log(TEXT, BREAD)).startswith(
        "Of the only topic compared, none moved beyond what chance gives"
    )
    nothing = BREAD | {"p": None, "reason": "fewer than 6 turns"}
    assert tell_topics(log(TEXT, nothing)) == "No topic can be compared: fewer than 6 turns."


def test_without_a_new_interview_or_one_before_nothing_is_compared():
    assert tell_phrases(log(TEXT | {"kind": "second report"})) == NOT_COMPARED
    assert tell_phrases(log(TEXT | {"n_events_before": 0})) == NOT_COMPARED
    assert tell_phrases(log(TEXT, AGAIN, MISSING, LEFT)).startswith(
        "First said: 0, said again: 1 and no longer said: 1. The interviews before"
    )


def test_the_command_line_names_the_phrases():
    lines = list(tell_changes(log(TEXT, AGAIN, MISSING, LEFT, LAKE).changes, Path("changes/2031-12-24.csv")))
    assert "  “open harbours”: 2 uses; before in 29 of 30 interviews, last on 2031-10-01" in lines
    assert "  “shared waters”: before in 29 of 30 interviews, last on 2031-10-01" in lines
    assert "first said: nothing" in lines and lines[-1] == "All of it stands in changes/2031-12-24.csv."
    many = [AGAIN | {"name": f"“phrase {n}”"} for n in range(12)]
    assert "  and 2 more" in list(tell_changes(log(TEXT, *many).changes, Path("x.csv")))


def test_additions_are_listed_the_last_first():
    logs = [log(TEXT, LAKE), Log("2032-01-01", shape_rows([TEXT | {"name": "eve"}, AGAIN, MISSING]))]
    assert list_additions(logs).to_numpy().tolist() == [
        ["2032-01-01", "eve", 0, 1, 1, 0], ["2031-12-24", "winter", 0, 0, 0, 1],
    ]  # fmt: skip


@pytest.mark.parametrize("rows", [[], [TEXT], [TEXT, AGAIN, MISSING, LEFT, LAKE, BREAD]])
def test_the_chapter_can_be_read_with_and_without_a_log(tmp_path, monkeypatch, rows):
    if rows:
        write_log(shape_rows(rows), tmp_path / "changes" / "2031-12-24.csv")
    monkeypatch.setenv("REFRAIN_DATA", str(tmp_path))
    glued = []
    monkeypatch.setattr("analysis.pages.findings.display", lambda bundle, **_: glued.extend(bundle.values()))
    shown = "\n".join([*execute((BOOK / "changes.md").read_text(encoding="utf-8")), *glued])
    assert (NOTHING_ADDED in shown) == (not rows)
    assert not re.search(r"\bnan\b|\bNone\b", shown)
    assert load_logs(tmp_path)[-1].day == ("2031-12-24" if rows else "")
