"""The dated logs of what was new: their names, and that what is written comes back."""

from __future__ import annotations

import datetime

import pandas as pd
import pytest

from analysis.changes.rows import CHANGES, shape_rows
from analysis.errors import InputError
from analysis.storage import describe_logs, list_logs, name_log, read_log, write_log

DAY = datetime.date(2031, 5, 17)
ROWS = [
    {"about": "text", "change": "added", "name": "=a", "kind": "new event", "date": "", "n_new": 12},
    {
        "about": "topic",
        "change": "more often",
        "name": "Bread, cold",
        "n_new": 3,
        "observed": 2 / 3,
        "ratio": float("inf"),
    },
]


def test_the_logs_of_a_day_are_numbered_and_the_oldest_comes_first(tmp_path):
    for _ in range(11):
        write_log(shape_rows(ROWS), name_log(tmp_path, DAY))
    write_log(shape_rows(ROWS), name_log(tmp_path, datetime.date(2030, 1, 2)))
    (tmp_path / "changes" / "notes.csv").write_text("mine")
    names = [file.stem for file in list_logs(tmp_path)]
    assert names[:3] == ["2030-01-02", "2031-05-17", "2031-05-17-2"] and names[-1] == "2031-05-17-11"


def test_a_log_comes_back_as_it_was_written(tmp_path):
    path = name_log(tmp_path, DAY)
    write_log(shape_rows(ROWS), path)
    back = read_log(path)
    pd.testing.assert_frame_equal(back, shape_rows(ROWS), check_dtype=False)
    assert back["n_new"].tolist() == [12, 3] and back["observed"].tolist()[1] == pytest.approx(0.666667)
    assert pd.isna(back["ratio"][1])  # nothing was mentioned before, and the cell says nothing
    assert "'=a" in path.read_text()  # no cell runs in a spreadsheet


def test_every_column_is_described():
    assert describe_logs("changes")["column"].tolist() == CHANGES


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (("about,change", "what,change"), "line 1: the columns must be about, change"),
        (("added", "lost"), "line 2: change is 'lost'; it must be one of added, first said"),
        ((",12,", ",many,"), "line 2: n_new is 'many'; it must be a whole number"),
        (("more often", "more often,"), "line 3: 22 cells in place of 21"),
    ],
)
def test_a_log_that_somebody_changed_is_one_sentence(tmp_path, wrong, message):
    path = name_log(tmp_path, DAY)
    write_log(shape_rows(ROWS), path)
    path.write_text(path.read_text().replace(*wrong, 1))
    with pytest.raises(InputError, match=message):
        read_log(path)
