"""What the schema says of tables and columns, as tables for reading."""

from __future__ import annotations

import pandas as pd

from analysis.storage.schema import list_fields, load_exports, load_logs, load_schema, load_unreleased


def describe_tables() -> pd.DataFrame:
    """List the tables of the schema: one row a table with table, file, rows (what a row is)."""
    rows = [(r["name"], r["path"], r["description"]) for r in load_schema().values()]
    return pd.DataFrame(rows, columns=["table", "file", "rows"])


def describe_columns(table: str) -> pd.DataFrame:
    """List the columns of one table: one row a column with column, type, unit, key, meaning."""
    schema = load_schema()[table]["schema"]
    rows = [
        (field["name"], field["type"], field.get("unit", ""), _key(field["name"], schema), _meaning(field))
        for field in schema["fields"]
    ]
    return pd.DataFrame(rows, columns=["column", "type", "unit", "key", "meaning"])


def describe_logs(name: str) -> pd.DataFrame:
    """List the columns of a log: one row a column with column, type, unit, meaning."""
    rows = [
        (field["name"], field["type"], field.get("unit", ""), _meaning(field))
        for field in load_logs()[name]["schema"]["fields"]
    ]
    return pd.DataFrame(rows, columns=["column", "type", "unit", "meaning"])


def describe_unreleased() -> pd.DataFrame:
    """List the columns of the tables that are written on demand: table, column, type, unit, meaning."""
    return _describe_all(load_unreleased())


def describe_exports() -> pd.DataFrame:
    """List the columns of the tables that `refrain export` writes: table, column, type, unit, meaning."""
    return _describe_all(load_exports())


def _describe_all(tables: dict[str, dict]) -> pd.DataFrame:
    rows = [
        (name, field["name"], field["type"], field.get("unit", ""), field["description"])
        for name, table in tables.items()
        for field in table["schema"]["fields"]
    ]
    return pd.DataFrame(rows, columns=["table", "column", "type", "unit", "meaning"])


def _key(column: str, schema: dict) -> str:
    """Say which keys a column is part of: the table's own, those of others."""
    own = ["primary"] if column in list_fields(schema.get("primaryKey", [])) else []
    keys = [key for key in schema.get("foreignKeys", []) if column in list_fields(key["fields"])]
    return ", ".join(dict.fromkeys(own + [f"of {key['reference']['resource']}" for key in keys]))


def _meaning(field: dict) -> str:
    allowed = field.get("constraints", {}).get("enum")
    return f"{field['description']}: {', '.join(allowed)}" if allowed else field["description"]
