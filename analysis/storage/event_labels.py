"""What each event is called on pages: as little as tells it from the others."""

from __future__ import annotations

import re

import pandas as pd

from analysis.language import MONTHS
from analysis.messages import translate, translate_word

_DAY_IN_NAME = re.compile(r"\d{4}-\d{2}-\d{2}[-_.]?")


def label_events(events: pd.DataFrame, manifest: pd.DataFrame, decided: pd.Series) -> pd.Series:
    """Name each event, one label a row of events.

    events: one row an event (event, date, interviewer). manifest: one row a source (event, outlet). decided: labels
    that people gave, by event. An event is called by its label, else its interviewer, else the one outlet of its
    sources, else its own name without the day; and by its day, with the year where the events are of several years,
    and with the event where two would be alike. Who asks in several events without a day names none of them.
    """
    asked = events["interviewer"].mask(
        events.duplicated(["interviewer", "date"], keep=False) & (events["date"] == ""), ""
    )
    called = _call(events.assign(interviewer=asked), manifest, decided)
    day = pd.Series([_name_day(date) for date in events["date"]], events.index, dtype="str")
    year = events["date"].str[:4]
    told = day + " " + year if year[day != ""].nunique() > 1 else day
    dated = called + (", " + told).where(day != "", "")
    return _tell_apart(dated, dated + " (" + events["event"] + ")")


def _call(events: pd.DataFrame, manifest: pd.DataFrame, decided: pd.Series) -> pd.Series:
    """Return what each event is called without its day."""
    outlets = manifest.groupby("event")["outlet"].agg(
        lambda names: "".join(set(names)) if len(set(names)) == 1 else ""
    )
    bare = events["event"].str.replace(_DAY_IN_NAME, "", regex=True)
    names = events["event"]
    called = pd.Series([decided.get(name, "") for name in names], events.index, dtype="str")
    outlet = pd.Series([outlets.get(name, "") for name in names], events.index, dtype="str")
    for other in (events["interviewer"], outlet, bare, names):
        called = called.where(called != "", other)
    return called


def _name_day(date: str) -> str:
    """Return `17 May` for a date, '' for none."""
    if not date:
        return ""
    _, month, day = map(int, date.split("-"))
    return translate("{day} {month}", day=day, month=translate_word(MONTHS[month - 1]))


def _tell_apart(labels: pd.Series, longer: pd.Series) -> pd.Series:
    """Return the longer label where the shorter one stands twice."""
    return labels.where(~labels.duplicated(keep=False), longer)
