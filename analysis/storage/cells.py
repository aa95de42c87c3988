"""Cells that a spreadsheet would run as a formula are written so that it does not, and read back as they were.

Such a cell gets an apostrophe in front (OWASP, CSV Injection), which reading takes away again. A cell that begins
with apostrophes before such a sign gets one more, so that every cell comes back as it was. Numbers are left
alone: -3 stays a number.
"""

from __future__ import annotations

import csv
import re

import numpy as np
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
    named = table.set_axis([guard_cell(name) for name in table.columns], axis=1)
    if not len(table) or table.shape[1] < 2:  # csv quotes an empty cell that is alone in its line
        return named.apply(_guard_column).to_csv(index=False, lineterminator="\n")
    header = named.head(0).to_csv(index=False, lineterminator="\n")
    columns = [_print_column(named.iloc[:, place]) for place in range(named.shape[1])]
    return header + "".join(f"{line}\n" for line in map(",".join, zip(*columns, strict=True)))


def _print_column(column: pd.Series) -> list[str]:
    """Print each cell of a column as pandas does, a word or whole number that comes again once."""
    if not (isinstance(column.dtype, pd.StringDtype) or pd.api.types.is_integer_dtype(column.dtype)):
        return _print_numbers(column)  # 0.0 and -0.0 are equal, and printed differently
    number, different = pd.factorize(column, use_na_sentinel=False)
    cells = zip(different.tolist(), pd.isna(different).tolist(), strict=True)
    lines = _Lines()
    rows = (("" if is_missing else guard_cell(cell), 0) for cell, is_missing in cells)
    csv.writer(lines, lineterminator="\n").writerows(rows)
    return np.array(lines.cut(), dtype=object)[number].tolist()


def _print_numbers(column: pd.Series) -> list[str]:
    lines = _Lines()
    table = pd.DataFrame({"cell": _guard_column(column), "more": 0})
    table.to_csv(lines, index=False, header=False, lineterminator="\n")
    return lines.cut()


class _Lines(list):
    """Takes lines of a cell and a zero as a file does, and keeps each by itself."""

    write = list.append

    def cut(self) -> list[str]:
        """Return the cells."""
        return [line[: -len(",0\n")] for line in self]


def _guard_column(column: pd.Series) -> pd.Series:
    """Guard the cells of a column; it is looked at once a different cell, and copied only where one would run."""
    if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_datetime64_any_dtype(column):
        return column
    would_run = [cell for cell in column.unique() if guard_cell(cell) is not cell]
    return column.astype("object").map(guard_cell) if would_run else column
