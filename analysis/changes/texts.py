"""Texts that were added: of a new event, or of one that was known."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from analysis.changes.rows import State, shape_rows
from analysis.own_words import list_references
from analysis.roles import OWN

NEW_EVENT, SECOND, STANDS = "new event", "second report", "stands for its event now"


def list_new_events(before: Collection[str], sources: pd.DataFrame) -> list[str]:
    """Return the events none of whose sources was there before, by date. sources: one row a source."""
    known = set(sources.loc[sources["source"].isin(list(before)), "event"])
    ordered = sources.sort_values(["date", "event"])["event"].drop_duplicates()
    return [event for event in ordered if event not in known]


def list_text_changes(before: Collection[str], after: State) -> pd.DataFrame:
    """List the texts that were not there before: one row each, by date.

    change is "added". name: the source. kind: "new event", "second report" (of a known one, whose counts stay), or
    "stands for its event now" (in place of one that was there). events, date: the event and its day. n_new: own words
    in it.
    last_before: the last day of an event that was there before. n_events_before: how many those are.
    """
    sources, new = after.sources, list_new_events(before, after.sources)
    added = sources[~sources["source"].isin(list(before))].sort_values(["date", "event", "source"])
    own = after.segments[after.segments["role"].isin(OWN)].groupby("source")["n_words"].sum()
    known = list_references(sources)[lambda t: ~t["event"].isin(new)]
    rows = [
        {
            "about": "text",
            "change": "added",
            "name": row.source,
            "kind": _name_kind(row, new),
            "events": row.event,
            "date": row.date,
            "n_new": int(own.get(row.source, 0)),
            "n_events_before": len(known),
            "last_before": known["date"].max() if len(known) else "",
        }
        for row in added.itertuples()
    ]
    return shape_rows(rows)


def _name_kind(row, new: list[str]) -> str:
    if row.event in new:
        return NEW_EVENT
    return STANDS if row.is_reference else SECOND
