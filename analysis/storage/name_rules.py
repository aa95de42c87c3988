"""What a name in a received or decided table may be: one that files can bear, and that no other is mistaken for."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

_LONGEST = 100  # characters; with an ending, every file system bears it
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_FILES = {("manifest", "source"), ("events", "event")}
# Groups of rows by name, where two spellings would be two groups.
_GROUPS = {("phrases", "phrase"), ("speakers", "speaker")}
_FREE = {("places", "text")}  # as the text prints it


def find_name_fault(table: pd.DataFrame, name: str, fields: list[dict]) -> tuple[str, int, str] | None:
    """Find the first cell that is no good name: its column, its row (from 0), and what is demanded of it.

    table: a received or decided one, by its name in the schema. fields: its columns, as the schema has them.
    """
    for field in fields if len(table) else []:
        column = field["name"]
        if field["type"] == "string" and (name, column) not in _FREE:
            for demand, is_wrong in _list_rules(table[column], name, column):
                if is_wrong.any():
                    return column, int(is_wrong.to_numpy().argmax()), demand
    return None


def _list_rules(cells: pd.Series, name: str, column: str) -> Iterator[tuple[str, pd.Series]]:
    yield "must not begin or end with a blank", cells != cells.str.strip()
    if (name, column) in _FILES:
        yield f"must have at most {_LONGEST} letters, as files are named after it", cells.str.len() > _LONGEST
        yield "must not end in a stop, as files are named after it", cells.str.endswith(".")
        reserved = cells.str.partition(".")[0].isin(_RESERVED)
        yield "is a name that no file may have on every system; it must be another", reserved
    if (name, column) in _GROUPS:
        first = cells.groupby(cells.str.casefold(), sort=False).transform("first")
        yield "must be written as above, where only capitals differ", cells != first
