"""The days of a corpus in words, also where some or all are unknown."""

from __future__ import annotations

from collections.abc import Iterable

_UNKNOWN = ("", None)


def name_days(dates: Iterable[str | None]) -> str:
    """Name the first and the last of some days (ISO 8601; '' or None where unknown), and say what is unknown."""
    dates = list(dates)
    known = sorted(date for date in dates if date not in _UNKNOWN)
    if not known:
        return "no day known"
    days = known[0] if known[0] == known[-1] else f"{known[0]} to {known[-1]}"
    unknown = len(dates) - len(known)
    return f"{days}, the day of {unknown} unknown" if unknown else days
