"""Cells that a spreadsheet would run as a formula are written so that it does not, and read back as they were.

Such a cell gets an apostrophe in front (OWASP, CSV Injection), which reading takes away again. A cell that begins
with apostrophes before such a sign gets one more, so that every cell comes back as it was. Numbers are left
alone: -3 stays a number.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from analysis.storage.coded import Coded, code_table

GUARD = "'"
_RUN = (
    r"[=+\-@\t\r\n＝＋－＠]"  # what a spreadsheet takes for the start of a formula; wide signs in East Asia
)
_WOULD_RUN = re.compile(f"{GUARD}*{_RUN}")
_ROWS = 2**15  # printed at a time
_IS_GUARDED = re.compile(f"{GUARD}+{_RUN}")


def guard_cell(cell: object) -> object:
    """Return a cell as it is written; what is not text comes back as it is."""
    return GUARD + cell if isinstance(cell, str) and _WOULD_RUN.match(cell) else cell


def unguard_cell(cell: str) -> str:
    """Return what was written, from the cell that `guard_cell` made of it."""
    return cell[len(GUARD) :] if cell.startswith(GUARD) and _IS_GUARDED.match(cell) else cell


def write_csv(table: pd.DataFrame) -> str:
    """Return a table as CSV for a file, a download or a pipe; no cell of it runs in a spreadsheet."""
    return "".join(list_csv(table, code_table(table)))


def list_csv(table: pd.DataFrame, coded: Mapping[str, Coded]) -> Iterator[str]:
    """Yield a table as CSV, many rows at a time; coded: its columns, as far as they can be coded."""
    named = table.set_axis([guard_cell(name) for name in table.columns], axis=1)
    if not len(table) or table.shape[1] < 2:  # csv quotes an empty cell that is alone in its line
        yield named.apply(_guard_column).to_csv(index=False, lineterminator="\n")
        return
    yield named.head(0).to_csv(index=False, lineterminator="\n")
    ends = [*[","] * (table.shape[1] - 1), "\n"]
    columns = [
        _print_column(table.iloc[:, place], coded.get(name), end)
        for place, (name, end) in enumerate(zip(table.columns, ends, strict=True))
    ]
    for first in range(0, len(table), _ROWS):
        cells = [printed[number[first : first + _ROWS]] for number, printed in columns]
        yield "".join(np.stack(cells, axis=1).ravel().tolist())


def _print_column(column: pd.Series, coded: Coded | None, end: str) -> tuple[np.ndarray, np.ndarray]:
    """Return by row the number of its printed cell, and the printed cells, each with its end."""
    number, different = coded or (np.arange(len(column), dtype=np.int32), column)
    printed = [f"{cell}{end}" for cell in _print_cells(_guard_column(different))]
    return number, np.array(printed, dtype=object)


class _Lines(list):
    """Takes lines as a file does, and keeps each by itself."""

    write = list.append


def _print_cells(cells: pd.Series) -> list[str]:
    """Print cells as pandas does."""
    if pd.api.types.is_integer_dtype(cells.dtype):
        return ["" if cell is pd.NA else str(cell) for cell in cells.tolist()]
    lines = _Lines()
    if isinstance(cells.dtype, pd.StringDtype):
        rows = ((cell, 0) for cell in cells.fillna("").tolist())
        csv.writer(lines, lineterminator="\n").writerows(rows)
    else:
        pd.DataFrame({"cell": cells, "more": 0}).to_csv(lines, index=False, header=False, lineterminator="\n")
    return [line[: -len(",0\n")] for line in lines]


def _guard_column(column: pd.Series) -> pd.Series:
    """Guard the cells of a column; it is looked at once a different cell, and copied only where one would run."""
    if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_datetime64_any_dtype(column):
        return column
    would_run = [cell for cell in column.unique() if guard_cell(cell) is not cell]
    return column.astype("object").map(guard_cell) if would_run else column
