"""What a report is called, of when its texts are, and which version of the software counted them."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

import pandas as pd

from analysis import pages
from analysis.messages import translate
from analysis.pages.days import name_day
from analysis.pages.phrasing import call_events, count
from analysis.report import Report


def describe_edition(report: Report) -> dict[str, str | dict[str, str]]:
    """For `show_first_screen`: title, extent, edition, and what badges mean."""
    counted = " ".join([translate("Counted with Refrain"), name_version()]).strip()
    return {
        "title": name_report(report),
        "extent": tell_extent(report),
        "edition": f"{_tell_last(report.events['date'])}{counted}.",
        "badges": pages.headlines.BADGES,  # loaded here: other pages name an edition without its findings
    }


def _tell_last(dates: pd.Series) -> str:
    known = dates[dates != ""]
    return translate("Data up to {day}.", day=name_day(known.max())) + " " if len(known) else ""


def name_report(report: Report) -> str:
    """Return the title of a report: whose words, and whether there is more than one occasion."""
    if len(report.events) > 1:
        return translate("What {speaker} keeps saying", speaker=report.speaker)
    return translate("What {speaker} says", speaker=report.speaker)


def tell_extent(report: Report) -> str:
    """Say how many events a report is of, and from when to when: "4 interviews, 3 May to 9 June 2031"."""
    events = call_events(count(len(report.events), "interview"), report.occasion)
    days = tell_days(report.events["date"])
    return f"{events}, {days}" if days else events


def tell_days(dates: pd.Series) -> str:
    """Say the first and the last of some days (ISO 8601, '' for none), and of how many none is known."""
    known = sorted(dates[dates != ""])
    if not known:
        return ""
    n_without = len(dates) - len(known)
    unknown = translate(" ({n_without} of no known day)", n_without=n_without) if n_without else ""
    return f"{_name_span(known[0], known[-1])}{unknown}"


def name_version() -> str:
    """Return the version of the software that counts; '' where it runs without being installed."""
    try:
        return version("refrain")
    except PackageNotFoundError:
        return ""


def _name_span(first: str, last: str) -> str:
    if first == last:
        return name_day(first)
    return translate(
        "{first} to {last}", first=name_day(first, with_year=first[:4] != last[:4]), last=name_day(last)
    )
