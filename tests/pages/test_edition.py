"""What a report is called, and of when it is."""

from __future__ import annotations

import pandas as pd
import pytest
from reports import report_of

from analysis.pages.edition import describe_edition, name_report, tell_days, tell_extent


def test_one_occasion_repeats_nothing():
    one, two = report_of(1), report_of(2)
    one.occasion, two.occasion = "speech", "interview"
    assert (name_report(one), tell_extent(one)) == ("What Ingrid Halvarsen says", "1 speech, 1 May 2031")
    assert name_report(two) == "What Ingrid Halvarsen keeps saying"
    assert tell_extent(two) == "2 interviews, 1 May to 2 May 2031"


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["2030-12-30", "2031-01-02"], "30 Dec 2030 to 2 Jan 2031"),
        (["2031-01-02", "", ""], "2 Jan 2031 (2 of no known day)"),
        (["", ""], ""),
    ],
)
def test_days_are_said_as_far_as_they_are_known(dates, said):
    assert tell_days(pd.Series(dates)) == said


def test_without_a_known_day_the_edition_names_none():
    report = report_of(1)
    report.occasion, report.events = "interview", report.events.assign(date="")
    assert describe_edition(report)["edition"].startswith("Counted with Refrain")
    assert describe_edition(report)["extent"] == "1 interview"
