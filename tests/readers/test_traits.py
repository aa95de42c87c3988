"""Every row of the table of traits: an example in a file of its format is read as the table says."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from trait_files import ENDINGS, SHELLS, make_file, show_reading, unescape

import analysis.readers
from analysis.errors import InputError
from analysis.readers import FORMATS, read_content

TABLE = Path(analysis.readers.__file__).with_name("traits.csv")
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
KEPT_AS = {"words", "turn", "label", "note", "time", "left out", "refused"}


def read_example(row):
    content = make_file(row["format"], unescape(row["example"]))
    return read_content(content, ending=ENDINGS[row["format"]])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['format']}: {row['trait']}")
def test_an_example_is_read_as_the_table_says(row):
    try:
        reading = read_example(row)
    except InputError as error:
        assert f"refused: {error}" == row["result"]
        return
    assert show_reading(reading) == row["result"]
    assert reading.format == row["format"]
    # The headers that make an example a file are left out of all; a row that tells of them tells of all.
    shown = [f"{kind}: {n}" for kind, n in reading.left_out.items() if kind != "headers"]
    told = [part for part in row["left_out"].split(", ") if part and not part.startswith("headers")]
    assert shown == told
    if row["start_times"]:
        assert [time.seconds for time in reading.times] == [float(t) for t in row["start_times"].split()]


def test_the_table_tells_each_trait_once_and_how_it_is_kept():
    assert len({(row["format"], row["trait"]) for row in ROWS}) == len(ROWS)
    assert {row["kept_as"] for row in ROWS} == KEPT_AS
    assert all((row["kept_as"] == "refused") == row["result"].startswith("refused: ") for row in ROWS)


def test_every_format_that_is_made_here_is_a_format_and_has_rows():
    assert set(SHELLS) == set(ENDINGS) == {row["format"] for row in ROWS} <= {f.name for f in FORMATS}
