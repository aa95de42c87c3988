"""Does the table on quotations agree with the texts and the words that it speaks of?"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from analysis.commands.check_refusals import Tables, refuse_rows
from analysis.own_words import list_references
from analysis.quotes import list_reports


def check_quotes(data: Path, tables: Tables, sources: pd.DataFrame) -> None:
    """Raise InputError unless quotations are of second reports, and their places in texts of reference."""
    quotes, ends = tables["quotes"], tables["segments"].groupby("source")["end"].max()
    is_strange = ~quotes["report"].isin(list_reports(sources))
    refuse_rows(data, "quotes", is_strange, "the report is no second report of an event")
    is_found = quotes["source"] != ""
    is_strange = is_found & ~quotes["source"].isin(list_references(sources)["source"])
    refuse_rows(data, "quotes", is_strange, "the source does not stand for its event")
    has_place = quotes["source_start"].notna() & quotes["source_end"].notna()
    refuse_rows(data, "quotes", is_found != has_place, "a place has a source and two ends, or none of them")
    for text, start, end in (("report", "start", "end"), ("source", "source_start", "source_end")):
        first, last = quotes[start].astype("float64"), quotes[end].astype("float64")
        refuse_rows(data, "quotes", first >= last, f"{end} is not behind {start}")
        is_beyond = last > quotes[text].map(ends).astype("float64")
        refuse_rows(data, "quotes", is_beyond, f"{end} lies behind the last segment")
