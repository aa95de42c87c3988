"""How a table that does not hold together is refused: the file, the line, what is wrong, and what mends it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.storage import BUILD, find_line, load_schema

Tables = dict[str, pd.DataFrame]
SENTENCE, SEGMENT = ["source", "sentence"], ["source", "segment"]


def refuse(data: Path, name: str, fault: str, *, row: int | None = None) -> None:
    """Raise InputError on a table; row: the number of the row that shows it, from 0."""
    path = data / load_schema()[name]["path"]
    line = "" if row is None else f", line {find_line(path, row)}"
    raise InputError(f"{path}{line}: {fault}; build the tables with {BUILD}.")


def refuse_rows(data: Path, name: str, wrong: Iterable[bool], fault: str) -> None:
    """Raise InputError at the first row of a table that is wrong; one flag a row."""
    flags = np.asarray(wrong, dtype=bool)
    if flags.any():
        refuse(data, name, fault, row=int(flags.argmax()))


def look_up(table: pd.DataFrame, by: list[str], other: pd.DataFrame, column: str) -> pd.Series:
    """Return a column of the row of another table with the same key, one value a row; missing where none is."""
    known = other.drop_duplicates(by).set_index(by)[column]
    at = table[by[0]] if len(by) == 1 else pd.MultiIndex.from_frame(table[by])
    return pd.Series(known.reindex(at).to_numpy(), index=table.index)


def shift_in(table: pd.DataFrame, by: str, column: str, first: int) -> pd.Series:
    """Return the value in the row above of the same group; `first` in its first row."""
    return table.groupby(by, sort=False)[column].shift(fill_value=first)
