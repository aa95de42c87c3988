"""All faults of the tables that people write, each in one sentence with file, line and remedy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.storage.column_rules import find_fault, find_misprint, parse_cells
from analysis.storage.name_rules import find_name_fault
from analysis.storage.rows import find_line, split_rows
from analysis.storage.schema import is_derived, list_fields, load_schema
from analysis.storage.tables import read_table

_NEEDED = ("manifest", "events", "speakers")  # without which nothing can be built


def list_faults(data: Path) -> Iterator[str]:
    """Yield a sentence for each fault of the received and decided tables of a folder, file by file."""
    sound: dict[str, pd.DataFrame] = {}
    for name in (name for name in load_schema() if not is_derived(name)):
        if name not in _NEEDED and not (data / load_schema()[name]["path"]).is_file():
            continue
        try:
            sound[name] = read_table(data, name)
        except InputError as error:
            yield from _list_in_rows(data, name) or [str(error)]
    yield from _list_lost(data, sound)


def _list_in_rows(data: Path, name: str) -> list[str]:
    """Return a sentence for each row that breaks a rule; none where the file as a whole cannot be read."""
    path = data / load_schema()[name]["path"]
    fields = load_schema()[name]["schema"]["fields"]
    try:
        (_, header), *rows = split_rows(path)
        cells = pd.DataFrame([row for _, row in rows], columns=header, dtype="str")
        cells = cells.reindex(columns=[field["name"] for field in fields], fill_value="")
    except (InputError, ValueError):
        return []
    found = [_find_in_row(cells.iloc[[i]], name, fields) for i in range(len(cells))]
    key = list_fields(load_schema()[name]["schema"].get("primaryKey", []))
    is_twin = cells.duplicated(key) if key else pd.Series(False, cells.index)
    told = []
    for (line, _), fault, (_, row), twice in zip(rows, found, cells.iterrows(), is_twin, strict=True):
        if fault:
            column, demand = fault
            told.append(f"{path}, line {line}: {column} is '{row[column]}'; it {demand}.")
        elif twice:
            names = f"{', '.join(key)} {', '.join(row[key])}"
            told.append(f"{path}, line {line}: {names} stands above already; remove one.")
    return told


def _find_in_row(row: pd.DataFrame, name: str, fields: list[dict]) -> tuple[str, str] | None:
    """Return the column of the first cell of a row that breaks a rule, and what is demanded of it."""
    for field in fields:
        cells = row[field["name"]]
        fault = find_misprint(cells, field) or find_fault(parse_cells(cells, field), field)
        if fault:
            return field["name"], fault.demand
    found = find_name_fault(row, name, fields)
    return (found[0], found[2]) if found else None


def _list_lost(data: Path, tables: dict[str, pd.DataFrame]) -> Iterator[str]:
    """Yield a sentence for each row that refers to a row which another table lacks."""
    for name, table in tables.items():
        path = data / load_schema()[name]["path"]
        for key in load_schema()[name]["schema"].get("foreignKeys", []):
            other = key["reference"]["resource"]
            (here,), (there,) = list_fields(key["fields"]), list_fields(key["reference"]["fields"])
            if other not in tables:
                continue
            where = Path(load_schema()[other]["path"]).name
            for row in table.index[~table[here].isin(tables[other][there])]:
                line, cell = find_line(path, row), table.at[row, here]
                yield f"{path}, line {line}: {here} '{cell}' is not in {where}; add a row there or mend this one."
