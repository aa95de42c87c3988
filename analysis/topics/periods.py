"""Events put together by date: where there are many, a rate is told of a stretch of time and not of one event."""

from __future__ import annotations

import pandas as pd

MOST_EVENTS = 8  # told one by one; of more no column fits a page
MOST_PERIODS = 8
UNDATED, TOGETHER = "undated texts", "all texts"
_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # lengths of a period, from which the shortest is chosen


def merge_periods(sources: pd.DataFrame) -> pd.DataFrame:
    """Put the events of sources together in at most eight periods of equal length, where they are more than eight.

    sources: one row a source (source, event, label, date, is_reference). Returns the rows with event and label
    being the period ("2031-04 to 2031-06") and date its first day; those without a date are a group of their own,
    "undated texts", and come last. Where no day is known at all they are "all texts", together. With eight events or
    fewer, the rows as they are.
    """
    if len(sources) <= MOST_EVENTS or sources["event"].nunique() <= MOST_EVENTS:
        return sources
    is_dated = sources["date"] != ""
    dated, undated = sources[is_dated], sources[~is_dated]
    rest = UNDATED if len(dated) else TOGETHER
    months = dated["date"].str[:4].astype(int) * 12 + dated["date"].str[5:7].astype(int) - 1
    most = MOST_PERIODS - min(len(undated), 1)
    length = next((n for n in _MONTHS if (months // n).nunique() <= most), _MONTHS[-1])
    first = months // length * length
    name = first.map(lambda month: _name_period(month, length)).astype("str")
    merged = dated.assign(event=name, label=name, date=first.map(_write_month).astype("str") + "-01")
    return pd.concat([merged, undated.assign(event=rest, label=rest)])


def are_periods(sources: pd.DataFrame) -> bool:
    """Tell whether `merge_periods` puts the events of these sources together."""
    return merge_periods(sources) is not sources


def _name_period(month: int, length: int) -> str:
    """Name a period by its months or years: "2031-04", "2031-04 to 2031-06", "2031", "2030 to 2031"."""
    last = month + length - 1
    write = _write_year if length % 12 == 0 else _write_month
    ends = [write(month), write(last)]
    return " to ".join(dict.fromkeys(ends))


def _write_year(month: int) -> str:
    return str(month // 12)


def _write_month(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}"
