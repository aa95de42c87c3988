"""Cells that a spreadsheet would run are written so that it does not, and come back as they were."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.html_tables import csv_link
from analysis.storage.cells import guard_cell, unguard_cell, write_csv
from analysis.storage.tables import read_table, save_tables

RUN = [
    "=1+1",
    "+44 20",
    "-cod",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\nx",
    "＝1",
    '=HYPERLINK("x")',
    "-",
    "=",
    "'=x",
    "''-x",
]
LEFT = ["", "cod", "'tis", "a=b", "3 - 2", "–", "— he said", "'", "''"]


@pytest.mark.parametrize("cell", RUN)
def test_a_cell_that_would_run_gets_an_apostrophe(cell):
    assert guard_cell(cell) == f"'{cell}" and unguard_cell(guard_cell(cell)) == cell


@pytest.mark.parametrize("cell", [*LEFT, -3, -0.5, None])
def test_other_cells_and_numbers_are_left_alone(cell):
    assert guard_cell(cell) == cell


@given(st.text(st.sampled_from("'=+-@\t\r\n＝a ")))
def test_every_cell_comes_back_as_it_was_and_none_runs(cell):
    written = guard_cell(cell)
    assert unguard_cell(written) == cell and not written.startswith(tuple("=+-@\t\r\n＝"))


def test_negative_numbers_stay_numbers():
    table = pd.DataFrame({"=name": ["-cod", "cod"], "n": [-3, 4], "share": [-0.5, 1.0], "mixed": [-3, "-x"]})
    rows = list(csv.reader(io.StringIO(write_csv(table))))
    assert rows == [
        ["'=name", "n", "share", "mixed"],
        ["'-cod", "-3", "-0.5", "-3"],
        ["cod", "4", "1.0", "'-x"],
    ]


def test_tables_are_guarded_and_read_back(tmp_path):
    norms = [cell for cell in [*RUN, *LEFT] if cell and "\r" not in cell]
    words = pd.DataFrame({"source": "daily", "role": "answer", "norm": norms, "n": 1, "n_turns": 1})
    save_tables({"words": words}, tmp_path)
    assert read_table(tmp_path, "words")["norm"].tolist() == norms
    with (tmp_path / "tables" / "words.csv").open(encoding="utf-8", newline="") as file:
        cells = [row[2] for row in csv.reader(file)]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r\n＝"))]


def test_a_download_is_guarded():
    import base64

    link = csv_link(pd.DataFrame({"name": ["=1+1"]}), "names")
    content = base64.b64decode(link.split("base64,")[1].split('"')[0]).decode()
    assert content == "name\n'=1+1\n"


def test_of_a_column_with_missing_cells_and_numbers_only_what_would_run_is_guarded():
    table = pd.DataFrame({"said": ["=1+1", None, "fish", "=1+1", 3]}, dtype=object)
    assert write_csv(table).splitlines() == ["said", "'=1+1", '""', "fish", "'=1+1", "3"]
