"""The days that a corpus covers, in words."""

from __future__ import annotations

import pytest

from analysis.quotes import name_days


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (["2041-05-02", "2041-02-12"], "2041-02-12 to 2041-05-02"),
        (["2041-02-12", "2041-02-12"], "2041-02-12"),
        (["2041-05-02", "", "2041-02-12"], "2041-02-12 to 2041-05-02, the day of 1 unknown"),
        (["", None], "no day known"),
        ([], "no day known"),
    ],
)
def test_first_and_last_day_and_how_many_are_unknown(dates, words):
    assert name_days(dates) == words
