"""Load, save and check tables against the one schema, data/datapackage.json (Frictionless Data Package)."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path

import pandas as pd

from analysis.errors import InputError

HOME = Path(__file__).parent.parent / "data"
_TYPES = {"string": "str", "integer": "int64", "number": "float64", "boolean": "bool", "date": "str"}
DERIVED = "tables/"


def data_folder() -> Path:
    """Return the data folder: the one that REFRAIN_DATA names, else the repository's."""
    return Path(os.environ.get("REFRAIN_DATA") or HOME)


@cache
def load_schema(data: Path = HOME) -> dict[str, dict]:
    """Return the resources of datapackage.json by name; a data folder without one has the repository's."""
    file = data / "datapackage.json"
    file = file if file.is_file() else HOME / "datapackage.json"
    return {resource["name"]: resource for resource in json.loads(file.read_text("utf-8"))["resources"]}


def list_tables(data: Path = HOME) -> list[str]:
    """Return the names of the derived tables."""
    return [name for name, resource in load_schema(data).items() if resource["path"].startswith(DERIVED)]


def describe_tables(data: Path = HOME) -> pd.DataFrame:
    """List the tables of the schema: one row a table with table, file, rows (what a row is)."""
    rows = [(r["name"], r["path"], r["description"]) for r in load_schema(data).values()]
    return pd.DataFrame(rows, columns=["table", "file", "rows"])


def describe_columns(table: str, data: Path = HOME) -> pd.DataFrame:
    """List the columns of one table: one row a column with column, type, unit, key, meaning."""
    schema = load_schema(data)[table]["schema"]
    foreign = {
        f: key["reference"]["resource"]
        for key in schema.get("foreignKeys", [])
        for f in list_fields(key["fields"])
    }
    keys = dict.fromkeys(list_fields(schema.get("primaryKey", [])), "primary")
    rows = [
        (
            f["name"],
            f["type"],
            f.get("unit", ""),
            _key(keys.get(f["name"]), foreign.get(f["name"])),
            _meaning(f),
        )
        for f in schema["fields"]
    ]
    return pd.DataFrame(rows, columns=["column", "type", "unit", "key", "meaning"])


def list_fields(fields: str | list[str]) -> list[str]:
    """Return the fields of a key, which the schema writes as one name or a list of names."""
    return [fields] if isinstance(fields, str) else fields


def _key(primary: str | None, foreign: str | None) -> str:
    return ", ".join(part for part in (primary, f"of {foreign}" if foreign else None) if part)


def _meaning(field: dict) -> str:
    allowed = field.get("constraints", {}).get("enum")
    return f"{field['description']}: {', '.join(allowed)}" if allowed else field["description"]


def read_table(data: Path, name: str) -> pd.DataFrame:
    """Read one CSV table of a data folder and check it; empty cells of words are '', of numbers missing."""
    resource = load_schema(data)[name]
    path = data / resource["path"]
    if not path.is_file():
        raise InputError(f"{path}: there is no such file; {_remedy(name, resource)}")
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise InputError(
            f"{path}: not a UTF-8 CSV table ({str(error).strip()}); mend or rebuild it."
        ) from None
    check_columns(table, resource, path)
    for field in resource["schema"]["fields"]:
        table[field["name"]] = _parse(table[field["name"]], field, path)
    check_table(table, name, data=data, path=path)
    return table


def _remedy(name: str, resource: dict) -> str:
    if resource["path"].startswith(DERIVED):
        return "build it with `python -m analysis tables`."
    return f"write it with the columns {', '.join(f['name'] for f in resource['schema']['fields'])}."


def check_columns(table: pd.DataFrame, resource: dict, path: Path | str) -> None:
    """Raise InputError unless a table has the columns of its schema, in order."""
    wanted = [field["name"] for field in resource["schema"]["fields"]]
    if list(table.columns) != wanted:
        raise InputError(
            f"{path}, line 1: the columns are {', '.join(table.columns)}; they must be {', '.join(wanted)}."
        )


def _parse(column: pd.Series, field: dict, path: Path) -> pd.Series:
    kind = field["type"]
    if kind in ("string", "date"):
        return column
    if kind == "boolean":
        return column == "true"
    numbers = pd.to_numeric(column.where(column != ""), errors="coerce")
    wrong = numbers.isna() & (column != "")
    if kind == "integer":
        wrong |= numbers.notna() & (numbers % 1 != 0)
    if wrong.any():
        line = int(wrong.idxmax()) + 2
        raise InputError(
            f"{path}, line {line}: {field['name']} is '{column[wrong.idxmax()]}'; it must be {_a(kind)}."
        )
    if kind == "number":
        return numbers.astype("float64")
    return numbers.astype("int64" if _is_required(field) else "Int64")


def _a(kind: str) -> str:
    return "a whole number" if kind == "integer" else "a number"


def _is_required(field: dict) -> bool:
    return field.get("constraints", {}).get("required", False)


def check_table(table: pd.DataFrame, name: str, *, data: Path = HOME, path: Path | str | None = None) -> None:
    """Raise InputError naming the line at the first cell or key of a table that breaks the schema."""
    resource = load_schema(data)[name]
    place = path or resource["path"]
    check_columns(table, resource, place)
    for field in resource["schema"]["fields"]:
        _check_cells(table[field["name"]], field, place)
    key = resource["schema"].get("primaryKey")
    if key and (twice := table.duplicated(key)).any():
        row = twice.to_numpy().argmax()
        raise InputError(
            f"{place}, line {row + 2}: {', '.join(key)} {table[key].iloc[row].tolist()} stands above already; remove one."
        )


def _check_cells(column: pd.Series, field: dict, place: Path | str) -> None:
    rules = field.get("constraints", {})
    empty = column.isna() | (column.astype("object") == "")
    failed = {
        "must not be empty": empty if _is_required(field) else None,
        f"must be one of {', '.join(rules.get('enum', []))}": ~column.isin(rules["enum"]) & ~empty
        if "enum" in rules
        else None,
        f"must have the form {rules.get('pattern')}": ~column.astype(str).str.fullmatch(rules["pattern"])
        & ~empty
        if "pattern" in rules
        else None,
        f"must be at least {rules.get('minimum')}": (column < rules["minimum"]).fillna(False)
        if "minimum" in rules
        else None,
    }
    if field["type"] == "date":
        failed["must be a date such as 2031-05-17"] = ~column.map(_is_date) & ~empty
    for demand, wrong in failed.items():
        if wrong is not None and wrong.any():
            row = wrong.to_numpy(dtype=bool).argmax()
            raise InputError(
                f"{place}, line {row + 2}: {field['name']} is '{column.iloc[row]}'; it {demand}."
            )


def _is_date(cell: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", cell)) and not pd.isna(pd.to_datetime(cell, errors="coerce"))


def save_tables(tables: dict[str, pd.DataFrame], data: Path) -> None:
    """Write derived tables as CSV into data/tables, all of them or none: the old ones stay until the new are whole."""
    for name, table in tables.items():
        check_table(table, name, data=data)
    target = data / DERIVED
    fresh = Path(tempfile.mkdtemp(prefix=".tables-", dir=data))
    try:
        for name, table in tables.items():
            path = fresh / Path(load_schema(data)[name]["path"]).name
            table.to_csv(path, index=False, lineterminator="\n", encoding="utf-8")
        fresh.chmod(0o755)
        _swap(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _swap(fresh: Path, target: Path) -> None:
    """Put a folder in the place of another; if that fails half-way the old one is put back."""
    aside = target.with_name(".tables-old")
    shutil.rmtree(aside, ignore_errors=True)
    if target.exists():
        target.rename(aside)
    try:
        fresh.rename(target)
    except BaseException:
        if aside.exists():
            aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def save_parquet(tables: dict[str, pd.DataFrame], folder: Path) -> None:
    """Write tables as Parquet files, one each; needs the extra `full` (pyarrow)."""
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise InputError(
            "Parquet files need pyarrow; install it with `pip install 'refrain[full]'`."
        ) from None
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        part = folder / f".{name}.parquet"
        table.to_parquet(part, index=False)
        part.replace(folder / f"{name}.parquet")
