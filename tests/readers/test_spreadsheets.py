"""Tables: which column is which, by its name or as --column says."""

from __future__ import annotations

import pytest

from analysis.errors import InputError
from analysis.readers import read_content
from analysis.readers.spreadsheets import read_seconds

TABLE = b"who,what,party,when\nJane Roe,We go.,none,90\nTom,Why?,none,\n"


def test_decided_columns_overrule_names():
    columns = {"speaker": "party", "text": "what", "time": "when"}
    reading = read_content(TABLE, ending=".csv", columns=columns)
    assert [turn.voice for turn in reading.turns] == ["none"]
    assert reading.text == "none: We go.\n\nWhy?\n"
    assert [time.seconds for time in reading.times] == [90]
    assert reading.left_out == {"other columns": 1}


def test_a_decided_column_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(
        InputError, match="no column 'words'; its first row is 'who', 'what', 'party', 'when'"
    ):
        read_content(TABLE, ending=".csv", columns={"text": "words"})


@pytest.mark.parametrize(
    ("stamp", "seconds"),
    [
        ("0:01:12.5", 72.5),
        ("01:12", 72),
        ("12,5", None),
        ("3.25", 3.25),
        ("soon", None),
        ("", None),
        ("1:00:00", 3600),
    ],
)
def test_times_are_numbers_or_stamps(stamp, seconds):
    assert read_seconds(stamp) == seconds
