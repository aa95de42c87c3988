"""The one selection: the speaker's own words of reference sources, the basis of every count.

Own words are answers and quotations. A reference source is the one whose own words stand for its event, so
that a second report of an event counts nothing twice.
"""

from __future__ import annotations

import pandas as pd

from analysis.roles import OWN


def list_references(sources: pd.DataFrame) -> pd.DataFrame:
    """Return the sources that stand for their events: these rows, in the order given.

    sources: one row per source (source, is_reference).
    """
    return sources[sources["is_reference"].astype(bool)]


def list_events(sources: pd.DataFrame) -> pd.DataFrame:
    """Return the reference sources by date, then event. sources: also with event and date."""
    return list_references(sources).sort_values(["date", "event"], ignore_index=True)


def are_of_references(table: pd.DataFrame, sources: pd.DataFrame) -> pd.Series:
    """Tell which rows of a table (source) belong to reference sources."""
    names = sources.loc[sources["is_reference"].astype(bool), "source"]
    return table["source"].isin(names)


def are_own_words(table: pd.DataFrame, sources: pd.DataFrame) -> pd.Series:
    """Tell which rows of a table (source, role) are own words of reference sources."""
    return table["role"].isin(OWN) & are_of_references(table, sources)


def select_references(table: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a table (source) that belong to reference sources, whatever their role."""
    return table[are_of_references(table, sources)]


def select_own_words(table: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a table (source, role) that are own words of reference sources."""
    return table[are_own_words(table, sources)]
