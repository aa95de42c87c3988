"""The one selection: the speaker's own words of reference sources."""

from __future__ import annotations

import pandas as pd


def list_references(sources: pd.DataFrame) -> pd.DataFrame:
    """Return the sources that stand for their events, one row each: source, event, date."""
    return sources.loc[sources["is_reference"].astype(bool), ["source", "event", "date"]]
