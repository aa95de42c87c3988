"""Days in names and on pages; what can be read in two ways is no day."""

from __future__ import annotations

import pytest

from analysis.projects.dates import find_day_in_name, find_days


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2031-05-17 radio", "2031-05-17"),
        ("radio_20310517", "2031-05-17"),
        ("Interview 17.05.2031", "2031-05-17"),
        ("talk 5 May 2031", "2031-05-05"),
        ("talk-13-05-2031", "2031-05-13"),
        ("talk-04-05-2031", ""),  # April or May
        ("2031-13-45", ""),
        ("2031-05-17 and 2031-05-18", ""),
        ("take 20315", ""),
        ("2031-roe", ""),
    ],
)
def test_a_day_in_a_file_name(name, day):
    assert find_day_in_name(name) == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Porto, 17 May 2031", ["2031-05-17"]),
        ("May 17, 2031; again on May 18, 2031", ["2031-05-17", "2031-05-18"]),
        ("am 4. März 2031", ["2031-03-04"]),
        ("le 1er juin 2031", ["2031-06-01"]),
        ("17 мая 2031", ["2031-05-17"]),
        ("04.05.2031", ["2031-05-04"]),
        ("31 June 2031", []),
        ("in May 2031", []),
        ("version 1.12.2031.7", []),
    ],
)
def test_days_on_a_page(text, days):
    assert find_days(text) == days


@pytest.mark.parametrize(
    "day", ["3 मई 2041", "3 mei 2041", "3 de maio de 2041", "3 maj 2041", "3 Mayıs 2041", "3 травня 2041"]
)
def test_months_of_other_languages(day):
    assert find_days(f"Talk, {day}") == ["2041-05-03"]
