"""Many events are told by periods of equal length."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.topics import compare_topics, rate_topics
from analysis.topics.periods import MOST_PERIODS, TOGETHER, UNDATED, are_periods, merge_periods


def list_sources(*dates: str) -> pd.DataFrame:
    names = [f"talk-{number}" for number in range(len(dates))]
    return pd.DataFrame(
        {"source": names, "event": names, "label": names, "date": dates, "is_reference": True}
    )


def test_eight_events_are_told_one_by_one():
    sources = list_sources(*[f"2031-0{month}-01" for month in range(1, 9)])
    assert merge_periods(sources) is sources and not are_periods(sources)


def test_nine_events_of_a_year_become_quarters():
    periods = merge_periods(list_sources(*[f"2031-{month:02}-15" for month in range(1, 10)]))
    assert periods["event"].unique().tolist() == [
        "2031-01 to 2031-03",
        "2031-04 to 2031-06",
        "2031-07 to 2031-09",
    ]
    assert periods["date"].unique().tolist() == ["2031-01-01", "2031-04-01", "2031-07-01"]


def test_years_are_named_by_their_number_and_are_few():
    periods = merge_periods(list_sources(*[f"{year}-07-01" for year in range(2020, 2040)]))
    assert periods["event"].nunique() <= MOST_PERIODS
    assert periods["event"].iloc[0] == "2020 to 2024"


def test_events_without_a_date_are_a_group_of_their_own_and_come_last():
    dates = [*(f"2031-{month:02}-15" for month in range(1, 10)), ""]
    periods = merge_periods(list_sources(*dates))
    assert periods["event"].unique().tolist()[-1] == UNDATED and list(periods["source"])[-1] == "talk-9"
    assert periods["date"].iloc[-1] == ""


@pytest.mark.parametrize(
    ("dates", "name"), [([f"2031-05-{day:02}" for day in range(1, 12)], "2031-05"), ([""] * 11, TOGETHER)]
)
def test_events_of_one_month_or_of_no_known_day_are_told_together(dates, name):
    assert merge_periods(list_sources(*dates))["label"].unique().tolist() == [name]


def test_a_period_of_several_interviews_is_one_row_a_topic():
    sources = list_sources(*[f"2031-{month:02}-15" for month in range(1, 10)])
    segments = sources[["source"]].assign(segment=1, turn=1, role="answer", n_words=500)
    hits = sources[["source"]].assign(segment=1, role="answer", topic=pd.Categorical(["fish"] * 9))
    for told in (rate_topics, compare_topics):
        rows = told(hits, segments, merge_periods(sources))
        assert rows["event"].tolist() == ["2031-01 to 2031-03", "2031-04 to 2031-06", "2031-07 to 2031-09"]
        assert rows["n"].tolist() == [3, 3, 3]
