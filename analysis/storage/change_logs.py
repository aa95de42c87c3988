"""The dated logs of what was new when texts were added: changes/2031-05-17.csv, the second of a day with -2."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.storage.cells import unguard_cell, write_csv
from analysis.storage.column_rules import find_fault, find_misprint, parse_cells
from analysis.storage.files import write_whole
from analysis.storage.rows import find_line, split_rows
from analysis.storage.schema import load_logs

LOGS = "changes"  # the folder in a data folder
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)(?:-([2-9]|[1-9]\d+))?\.csv")


def list_logs(data: Path) -> list[Path]:
    """Return the logs of a data folder, the oldest first."""
    folder = data / LOGS
    files = [file for file in folder.iterdir() if _NAME.fullmatch(file.name)] if folder.is_dir() else []
    return sorted(files, key=_order)


def _order(file: Path) -> tuple[str, int]:
    day, number = _NAME.fullmatch(file.name).groups()
    return day, int(number or 1)


def name_log(data: Path, day: datetime.date) -> Path:
    """Return where the next log of a day goes."""
    taken = [number for told, number in map(_order, list_logs(data)) if told == day.isoformat()]
    number = f"-{max(taken) + 1}" if taken else ""
    return data / LOGS / f"{day.isoformat()}{number}.csv"


def write_log(table: pd.DataFrame, path: Path) -> None:
    """Write a log; table: one row a change."""
    path.parent.mkdir(exist_ok=True)
    write_whole(path, write_csv(table).encode("utf-8"))


def read_log(path: Path) -> pd.DataFrame:
    """Read a log: one row a change. Empty cells of words are '', of numbers missing.

    Raises InputError naming the file and the line of the first cell that is not as it was written.
    """
    fields = load_logs()[LOGS]["schema"]["fields"]
    (_, header), *rows = list(split_rows(path)) or [(1, [])]
    wanted = [field["name"] for field in fields]
    if header != wanted:
        raise InputError(
            f"{path}, line 1: the columns must be {', '.join(wanted)}; put the file back, or remove it."
        )
    for line, row in rows:
        if len(row) != len(header):
            raise InputError(
                f"{path}, line {line}: {len(row)} cells in place of {len(header)}; put the file back."
            )
    cells = pd.DataFrame([row for _, row in rows], columns=header, dtype="str")
    return pd.DataFrame({field["name"]: _read_column(cells[field["name"]], field, path) for field in fields})


def _read_column(cells: pd.Series, field: dict, path: Path) -> pd.Series:
    cells = cells.map(unguard_cell) if field["type"] == "string" else cells
    fault = find_misprint(cells, field)
    column = cells if fault else parse_cells(cells, field)
    if fault := fault or find_fault(column, field):
        line = find_line(path, fault.row)
        raise InputError(
            f"{path}, line {line}: {field['name']} is '{cells.iloc[fault.row]}'; it {fault.demand}."
        )
    return column
