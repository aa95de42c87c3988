"""CSV and Parquet files, a table each, with their description as a Data Package."""

from __future__ import annotations

import io
import json
from importlib.util import find_spec

import pandas as pd

from analysis.errors import InputError
from analysis.exchange.gathering import Export
from analysis.storage import load_exports, write_csv

SAID = ("speaker", "text")


def write_csv_files(export: Export) -> dict[str, bytes]:
    """Write each table as CSV; of each whole text also a file with a row a turn, which Refrain itself reads."""
    tables = {f"{name}.csv": write_csv(table).encode("utf-8") for name, table in export.tables.items()}
    package = {"datapackage.json": _describe(export, "csv")}
    return (
        tables | package | {f"texts/{name}.csv": _write_said(export, name) for name in sorted(export.texts)}
    )


def _write_said(export: Export, source: str) -> bytes:
    """Write what is said in one source, a row a turn: speaker, text."""
    turns = export.tables["turns"]
    rows = turns.loc[turns["source"] == source, [*SAID]]
    return write_csv(rows).encode("utf-8")


def write_parquet_files(export: Export) -> dict[str, bytes]:
    """Write each table as Parquet, days as dates. Raises InputError where pyarrow is missing."""
    if find_spec("pyarrow") is None:
        raise InputError("Parquet files need pyarrow; install it with `pip install 'refrain[full]'`.")
    tables = {f"{name}.parquet": _write_parquet(table, name) for name, table in export.tables.items()}
    return tables | {"datapackage.json": _describe(export, "parquet")}


def _write_parquet(table: pd.DataFrame, name: str) -> bytes:
    file = io.BytesIO()
    parse_days(table, name).to_parquet(file, index=False)
    return file.getvalue()


def parse_days(table: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return a table with its days as dates; what is no whole day, such as a year alone, is missing.

    name: of the table in `exports` of datapackage.json.
    """
    days = [field["name"] for field in load_exports()[name]["schema"]["fields"] if field["type"] == "date"]
    parsed = {day: pd.to_datetime(table[day], format="%Y-%m-%d", errors="coerce").dt.date for day in days}
    return table.assign(**parsed)


def _describe(export: Export, kind: str) -> bytes:
    """Describe the tables as a Frictionless Data Package: path, what a row is, what each column means."""
    resources = [
        {"name": name, "path": f"{name}.{kind}", "format": kind, **_describe_table(name, table)}
        for name, table in export.tables.items()
    ]
    package = {"profile": "tabular-data-package", "name": "export", "resources": resources}
    return (json.dumps(package, indent=1, ensure_ascii=False) + "\n").encode("utf-8")


def _describe_table(name: str, table: pd.DataFrame) -> dict[str, object]:
    told = load_exports()[name]
    known = {field["name"]: field for field in told["schema"]["fields"]}
    pattern = known.get("topic_NAME", {})
    fields = [known.get(column) or {**pattern, "name": column} for column in table.columns]
    return {"title": told["title"], "description": told["description"], "schema": {"fields": fields}}
