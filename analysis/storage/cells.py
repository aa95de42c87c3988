"""Cells that a spreadsheet would run as a formula are written so that it does not, and read back as they were.

Such a cell gets an apostrophe in front (OWASP, CSV Injection), which reading takes away again. A cell that begins
with apostrophes before such a sign gets one more, so that every cell comes back as it was. Numbers are left
alone: -3 stays a number.
"""

from __future__ import annotations

import re

import pandas as pd

GUARD = "'"
_RUN = (
    r"[=+\-@\t\r\n＝＋－＠]"  # what a spreadsheet takes for the start of a formula; wide signs in East Asia
)
_WOULD_RUN = re.compile(f"{GUARD}*{_RUN}")
_IS_GUARDED = re.compile(f"{GUARD}+{_RUN}")


def guard_cell(cell: object) -> object:
    """Return a cell as it is written; what is not text comes back as it is."""
    return GUARD + cell if isinstance(cell, str) and _WOULD_RUN.match(cell) else cell


def unguard_cell(cell: str) -> str:
    """Return what was written, from the cell that `guard_cell` made of it."""
    return cell[len(GUARD) :] if cell.startswith(GUARD) and _IS_GUARDED.match(cell) else cell


def write_csv(table: pd.DataFrame) -> str:
    """Return a table as CSV for a file, a download or a pipe; no cell of it runs in a spreadsheet."""
    guarded = table.apply(lambda column: _guard_column(column) if _may_hold_text(column) else column)
    named = guarded.set_axis([guard_cell(name) for name in table.columns], axis=1)
    return named.to_csv(index=False, lineterminator="\n")


def _guard_column(column: pd.Series) -> pd.Series:
    """Guard the cells of a column; it is looked at once a different cell, and copied only where one would run."""
    would_run = [cell for cell in column.unique() if guard_cell(cell) is not cell]
    return column.astype("object").map(guard_cell) if would_run else column


def _may_hold_text(column: pd.Series) -> bool:
    return not (pd.api.types.is_numeric_dtype(column) or pd.api.types.is_datetime64_any_dtype(column))
