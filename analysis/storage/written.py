"""Which table each file of data/tables was written from: the same table need not be checked and printed again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.storage.built import Digests, digest_folder, list_written
from analysis.storage.files import write_whole
from analysis.storage.results import digest_table
from analysis.storage.schema import DERIVED

FILE = "tables.written"


class Memory(NamedTuple):
    """Where it is kept what was written: a folder of parts, and the digest of the code that checks and prints."""

    folder: Path
    rules: str


def digest_tables(tables: Mapping[str, pd.DataFrame], memory: Memory) -> Digests:
    """Return a digest of each table by the name of its file, which tells other code as well."""
    return {f"{name}.csv": _digest(table, memory.rules) for name, table in tables.items()}


def _digest(table: pd.DataFrame, rules: str) -> str:
    return hashlib.sha256(f"{rules} {digest_table(table)}".encode("ascii")).hexdigest()


def list_same(digests: Digests, data: Path, memory: Memory) -> set[str]:
    """List the files of data/tables that were written from these tables and are as they were written."""
    noted = _read(memory.folder / FILE)
    files = digest_folder(data / DERIVED) if noted else {}
    return {name for name, digest in digests.items() if noted.get(name) == [digest, files.get(name)]}


def note_written(digests: Digests, data: Path, memory: Memory) -> None:
    """Note which table each file of data/tables has just been written from."""
    files = list_written(data)
    noted = {name: (digest, files.get(name)) for name, digest in digests.items()}
    write_whole(memory.folder / FILE, json.dumps(noted).encode("ascii"))


def _read(file: Path) -> dict[str, list[str]]:
    with suppress(OSError, ValueError):
        noted = json.loads(file.read_bytes())
        return noted if isinstance(noted, dict) else {}
    return {}
