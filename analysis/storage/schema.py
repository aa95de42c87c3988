"""The one schema of all tables, data/datapackage.json (a Frictionless Data Package), and where data lie."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

from analysis.errors import InputError

HOME = Path(__file__).parents[2] / "data"
SHIPPED = Path(__file__).parents[1] / "shipped"  # in an installed package only: setup.py puts it there
DERIVED = "tables"  # the folder of what is built, never edited


def data_folder() -> Path:
    """Return the data folder: the one that REFRAIN_DATA names, else the repository's."""
    return Path(os.environ.get("REFRAIN_DATA") or HOME)


@cache
def load_schema() -> dict[str, dict]:
    """Return the resources of datapackage.json by name, and the files that are read but never published.

    They hold for every data folder.
    """
    return _load_package("resources") | _load_package("unpublished")


@cache
def load_unreleased() -> dict[str, dict]:
    """Return what datapackage.json says of tables that are written on demand only, by name."""
    return _load_package("unreleased")


@cache
def load_exports() -> dict[str, dict]:
    """Return what datapackage.json says of the tables that `refrain export` writes, by name."""
    return _load_package("exports")


@cache
def load_logs() -> dict[str, dict]:
    """Return what datapackage.json says of the logs that commands keep, by name."""
    return _load_package("logs")


def find_package() -> Path:
    """Return the file that describes all tables: the installed package's own, else the checkout's."""
    shipped = SHIPPED / "datapackage.json"
    return shipped if shipped.is_file() else HOME / "datapackage.json"


def _load_package(part: str) -> dict[str, dict]:
    file = find_package()
    try:
        package = json.loads(file.read_text(encoding="utf-8"))
        return {resource["name"]: resource for resource in package[part]}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise InputError(f"{file}: no data package can be read ({error}); restore the file.") from error


def list_tables() -> list[str]:
    """Return the names of the derived tables."""
    return [name for name in load_schema() if is_derived(name)]


def is_derived(table: str) -> bool:
    """Tell whether a table is built from the texts, rather than received or decided."""
    return load_schema()[table]["path"].startswith(f"{DERIVED}/")


def list_fields(fields: str | list[str]) -> list[str]:
    """Return the fields of a key, which the schema writes as one name or a list of names."""
    return [fields] if isinstance(fields, str) else fields


def list_required(table: str) -> list[str]:
    """Return the columns of a table in which no cell may be empty."""
    fields = load_schema()[table]["schema"]["fields"]
    return [field["name"] for field in fields if field.get("constraints", {}).get("required")]
