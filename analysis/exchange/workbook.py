"""One XLSX workbook, a sheet a table: heads that stay in sight, days as dates, and no cell that runs."""

from __future__ import annotations

import datetime
import io
import math
from importlib.util import find_spec

import pandas as pd

from analysis.errors import InputError
from analysis.exchange.csv_files import parse_days
from analysis.exchange.gathering import Export
from analysis.storage import guard_cell

NAME = "refrain.xlsx"
MOST_CELL = 32_767  # characters that a cell of Excel holds
MOST_ROWS = 1_048_575  # of a sheet, its head apart
CUT = "…"
_MADE = datetime.datetime(2000, 1, 1)  # a workbook names a day: the same data give the same bytes
_PLAIN = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
_WIDE = {"text": 80, "left": 50, "right": 50, "variants": 40}  # characters; others are as wide as their heads


def write_workbook(export: Export) -> dict[str, bytes]:
    """Write all tables into one workbook.

    A cell that a spreadsheet would take for a formula is marked as text (quote prefix), so that its words stay as
    they are. Raises InputError where XlsxWriter is missing, and for a table with more rows than a sheet holds.
    """
    if find_spec("xlsxwriter") is None:
        raise InputError("XLSX files need XlsxWriter; install it with `pip install 'refrain[exchange]'`.")
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, _PLAIN) as book:
        book.set_properties({"created": _MADE})
        styles = {
            "head": book.add_format({"bold": True, "bottom": 1}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
            "text": book.add_format({"quote_prefix": True}),
        }
        for name, table in export.tables.items():
            _write_sheet(book.add_worksheet(name), parse_days(table, name), styles)
    return {NAME: file.getvalue()}


def _write_sheet(sheet, table: pd.DataFrame, styles: dict[str, object]) -> None:
    if len(table) > MOST_ROWS:
        raise InputError(f"{len(table):,} rows are more than a sheet holds; export csv or parquet.")
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(table.columns):
        sheet.write_string(0, column, name, styles["head"])
        sheet.set_column(column, column, _WIDE.get(name, max(len(name) + 2, 10)))
        for row, cell in enumerate(table[name].tolist(), 1):
            _write_cell(sheet, row, column, cell, styles)
    if len(table):
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)


def _write_cell(sheet, row: int, column: int, cell: object, styles: dict[str, object]) -> None:
    if cell is None or cell is pd.NA or cell is pd.NaT or (isinstance(cell, float) and math.isnan(cell)):
        return
    if isinstance(cell, datetime.date):
        sheet.write_datetime(row, column, cell, styles["day"])
    elif isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, str):
        runs = guard_cell(cell) is not cell
        sheet.write_string(row, column, cut_cell(cell), styles["text"] if runs else None)
    else:
        sheet.write_number(row, column, cell)


def cut_cell(cell: str) -> str:
    """Return what a cell holds: all, or the first 32,766 characters and an ellipsis; Excel counts in UTF-16."""
    units = cell.encode("utf-16-le")
    if len(units) <= 2 * MOST_CELL:
        return cell
    return units[: 2 * (MOST_CELL - 1)].decode("utf-16-le", errors="ignore") + CUT
