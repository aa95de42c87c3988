"""Load, save and check tables: every row that comes in or goes out obeys the schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import copyfile

import pandas as pd

from analysis.errors import InputError
from analysis.storage.built import Digests, digest_folder, digest_inputs, write_built
from analysis.storage.cells import list_csv, unguard_cell
from analysis.storage.coded import Coded, code_cells, code_table, may_repeat
from analysis.storage.column_rules import (
    Fault,
    find_fault,
    find_misprint,
    is_required,
    parse_cells,
)
from analysis.storage.files import make_folder_beside, read_if_there, replace_folder, restore_folder
from analysis.storage.name_rules import find_name_fault
from analysis.storage.rows import LARGEST, find_line, list_rows
from analysis.storage.schema import DERIVED, is_derived, list_fields, load_schema
from analysis.storage.written import Memory, list_same, note_written

BUILD = "`python -m analysis tables`"


def read_table(data: Path, name: str) -> pd.DataFrame:
    """Read one CSV table of a data folder; empty cells of words are '', of numbers missing.

    Raises InputError naming the file and the line of the first cell or row that breaks the schema.
    """
    path = data / load_schema()[name]["path"]
    content = read_if_there(path, largest=LARGEST)
    if content is None:
        raise InputError(f"{path}: there is no such file; {_remedy(name)}.")
    (_, header), *rows = list_rows(content, path)
    _check_columns(_complete(header, name), name, path)
    cells = _fill_columns([row for _, row in rows], header, name)
    for field in _fields(name):
        if fault := find_misprint(cells[field["name"]], field):
            _refuse(path, find_line(path, fault.row), cells[field["name"]], *fault)
    table = _parse(cells, name)
    check_table(table, name, file=path)
    return table.astype(
        {f["name"]: "int64" for f in _fields(name) if f["type"] == "integer" and is_required(f)}
    )


def _fill_columns(rows: list[list[str]], header: list[str], name: str) -> pd.DataFrame:
    """Return the cells of a file in the columns of its table, of which it may lack some."""
    written = dict(zip(header, zip(*rows, strict=True), strict=True)) if rows else {}
    missing = [""] * len(rows)
    columns = {field["name"]: written.get(field["name"], missing) for field in _fields(name)}
    texts = {column: list(map(unguard_cell, columns[column])) for column in _list_texts(name)}
    return pd.DataFrame(columns | texts, dtype="str")


def read_optional(data: Path, name: str) -> pd.DataFrame:
    """Read a table as `read_table` does, or return one without rows where there is no such file."""
    if (data / load_schema()[name]["path"]).is_file():
        return read_table(data, name)
    return pd.DataFrame(columns=[field["name"] for field in _fields(name)], dtype="str")


def _fields(name: str) -> list[dict]:
    return load_schema()[name]["schema"]["fields"]


def _list_texts(name: str) -> list[str]:
    """Return the columns that hold words; a number that begins with a sign is no formula."""
    return [field["name"] for field in _fields(name) if field["type"] == "string"]


def _parse(table: pd.DataFrame, name: str) -> pd.DataFrame:
    return pd.DataFrame({field["name"]: parse_cells(table[field["name"]], field) for field in _fields(name)})


def _remedy(name: str) -> str:
    columns = ", ".join(field["name"] for field in _fields(name))
    return f"build it with {BUILD}" if is_derived(name) else f"write one with the columns {columns}"


def _complete(header: list[str], name: str) -> list[str]:
    """Return all columns of a table that a person writes, if the file lacks only some that may be empty."""
    full = [field["name"] for field in _fields(name)]
    needed = {field["name"] for field in _fields(name) if is_required(field)}
    is_told = len(set(header)) == len(header) and needed <= set(header) <= set(full)
    return full if is_told and not is_derived(name) else header


def _check_columns(columns: list[str], name: str, place: Path | str) -> None:
    wanted = [field["name"] for field in _fields(name)]
    if list(columns) != wanted:
        raise InputError(
            f"{place}, line 1: the columns are {', '.join(columns)}; they must be {', '.join(wanted)}."
        )


def check_table(
    table: pd.DataFrame, name: str, *, file: Path | None = None, coded: Mapping[str, Coded] | None = None
) -> None:
    """Raise InputError naming the line of the first cell or key of a table that breaks the schema.

    file: where the table was read from; one that is about to be saved has none yet. coded: its columns, if they are
    coded already.
    """
    coded = code_table(table) if coded is None else coded
    resource = load_schema()[name]
    place = file or resource["path"]
    _check_columns(list(table.columns), name, place)
    for field in _fields(name):
        if fault := _find_fault(table[field["name"]], field, coded):
            line = find_line(file, fault.row) if file else fault.row + 2
            _refuse(place, line, table[field["name"]], *fault)
    if not is_derived(name) and (found := find_name_fault(table, name, _fields(name))):
        column, row, demand = found
        _refuse(place, find_line(file, row) if file else row + 2, table[column], row, demand)
    key = list_fields(resource["schema"].get("primaryKey", []))
    if key and may_repeat(table, key, coded) and (twice := table.duplicated(key).to_numpy()).any():
        row = int(twice.argmax())
        line, cells = find_line(file, row) if file else row + 2, ", ".join(map(str, table[key].iloc[row]))
        raise InputError(f"{place}, line {line}: {', '.join(key)} {cells} stands above already; remove one.")


def _find_fault(cells: pd.Series, field: dict, coded: Mapping[str, Coded]) -> Fault | None:
    """Find the first cell that breaks a rule of its field; where no different one does, none does."""
    column = coded.get(field["name"])
    return None if column and not find_fault(column.different, field) else find_fault(cells, field)


def _refuse(place: Path | str, line: int, column: pd.Series, row: int, demand: str) -> None:
    cell = "" if pd.isna(column.iloc[row]) else column.iloc[row]
    raise InputError(f"{place}, line {line}: {column.name} is '{cell}'; it {demand}.")


def check_references(tables: dict[str, pd.DataFrame], data: Path) -> None:
    """Raise InputError at the first row that refers to a row which another of these tables lacks.

    tables: by name, as `read_table` gives them for the folder `data`. Missing numbers refer to nothing.
    """
    for name, table in tables.items():
        for key in load_schema()[name]["schema"].get("foreignKeys", []):
            if key["reference"]["resource"] in tables:
                _check_reference(table, name, key, tables[key["reference"]["resource"]], data)


def _check_reference(table: pd.DataFrame, name: str, key: dict, others: pd.DataFrame, data: Path) -> None:
    here, there = list_fields(key["fields"]), list_fields(key["reference"]["fields"])
    known = pd.MultiIndex.from_frame(others[there])
    lost = ~pd.MultiIndex.from_frame(table[here]).isin(known) & table[here].notna().all(axis=1).to_numpy()
    if lost.any():
        row = int(lost.argmax())
        path = data / load_schema()[name]["path"]
        what = f"{', '.join(here)} '{', '.join(map(str, table[here].iloc[row]))}'"
        where = Path(load_schema()[key["reference"]["resource"]]["path"]).name
        remedy = f"build the tables with {BUILD}" if is_derived(name) else "add a row there or mend this one"
        raise InputError(f"{path}, line {find_line(path, row)}: {what} is not in {where}; {remedy}.")


def save_tables(
    tables: Mapping[str, pd.DataFrame],
    data: Path,
    *,
    inputs: Digests | None = None,
    texts: Digests | None = None,
    memory: Memory | None = None,
) -> dict[str, int]:
    """Write derived tables as CSV files into data/tables, which they replace: all of them or none.

    inputs: as from `digest_inputs` before anything was read; taken now if left out. texts: the digest of each
    text, by source; those of sources/texts if left out. Both go into built.json, the last file to be written.
    memory: of what was written last; a file is taken over from there if its table is the same.
    Returns the number of rows of each table.
    """
    same = list_same(tables, data, memory) if memory else {}
    anew = {name: tables[name] for name in tables if name not in same}
    coded = {name: code_table(table) for name, table in anew.items()}
    for name, table in anew.items():
        check_table(table, name, coded=coded[name])
    inputs = digest_inputs(data) if inputs is None else inputs
    texts = _digest_texts(data) if texts is None else texts
    with make_folder_beside(data / DERIVED) as fresh:
        for file in map(_file_of, same):
            copyfile(data / DERIVED / file, fresh / file)
        for name, table in anew.items():
            with (fresh / _file_of(name)).open("w", encoding="utf-8", newline="") as file:
                file.writelines(_list_csv(table, name, coded.pop(name)))
        write_built(fresh, inputs, texts)
        replace_folder(data / DERIVED, fresh)
    if memory:
        note_written(tables, same, data, memory)
    return {name: same[name].n_rows if name in same else len(tables[name]) for name in tables}


def _digest_texts(data: Path) -> Digests:
    own = digest_folder(data / "sources" / "texts")
    return {Path(name).stem: digest for name, digest in own.items()}


def _file_of(name: str) -> str:
    return Path(load_schema()[name]["path"]).name


def format_table(table: pd.DataFrame, name: str) -> str:
    """Return a table as its file holds it."""
    return "".join(_list_csv(table, name, code_table(table)))


def _list_csv(table: pd.DataFrame, name: str, coded: Mapping[str, Coded]) -> Iterator[str]:
    """Yield a table as its file holds it, many rows at a time."""
    fields = {field["name"]: field for field in _fields(name)}
    parsed = {column: _parse_coded(table[column], fields[column], coded.get(column)) for column in fields}
    return list_csv(table, parsed)


def _parse_coded(cells: pd.Series, field: dict, coded: Coded | None) -> Coded:
    """Return the cells of a column as their field has them, coded."""
    if coded is None:
        return code_cells(parse_cells(cells, field))
    return Coded(coded.number, parse_cells(coded.different, field))


def restore_tables(data: Path) -> None:
    """Put data/tables back where a run that was killed while it replaced them has left them aside."""
    restore_folder(data / DERIVED)
