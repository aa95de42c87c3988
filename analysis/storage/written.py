"""Which table each file of data/tables was written from: the same table need not be checked and printed again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.storage.built import digest_folder, list_written
from analysis.storage.files import write_whole
from analysis.storage.results import digest_table
from analysis.storage.schema import DERIVED

FILE = "tables.written"


class Memory(NamedTuple):
    """Where it is kept what was written: a folder of parts, and the digest of the code that checks and prints."""

    folder: Path
    rules: str


class Note(NamedTuple):
    """What a file was written from.

    key: of all that the table is made from, '' where that is not known before it is made. table: its digest. file: the
    digest of the file. n_rows: of the table.
    """

    key: str
    table: str
    file: str
    n_rows: int


def list_same(tables: Mapping[str, pd.DataFrame], data: Path, memory: Memory) -> dict[str, Note]:
    """List the tables whose files in data/tables were written from the same, and are as they were written.

    A table that knows its key, and has it still, is not even made.
    """
    noted = _read(memory.folder / FILE)
    files = digest_folder(data / DERIVED) if noted else {}
    stands = {name: note for name, note in noted.items() if note.file == files.get(f"{name}.csv")}
    same = {}
    for name in tables:
        key = _find_key(tables, name, memory)
        if name not in stands:
            continue
        if key and stands[name].key == key:
            same[name] = stands[name]
        elif stands[name].table == _digest(tables[name], memory.rules):
            same[name] = stands[name]._replace(key=key)
    return same


def note_written(
    tables: Mapping[str, pd.DataFrame], same: Mapping[str, Note], data: Path, memory: Memory
) -> None:
    """Note what each file of data/tables has just been written from; same: as from `list_same`."""
    files = list_written(data)
    noted = {name: same.get(name) or _note(tables, name, files, memory) for name in tables}
    write_whole(memory.folder / FILE, json.dumps(noted).encode("ascii"))


def _note(tables: Mapping[str, pd.DataFrame], name: str, files: Mapping[str, str], memory: Memory) -> Note:
    table = tables[name]
    key = _find_key(tables, name, memory)
    return Note(key, _digest(table, memory.rules), files.get(f"{name}.csv", ""), len(table))


def _find_key(tables: Mapping[str, pd.DataFrame], name: str, memory: Memory) -> str:
    key = getattr(tables, "keys_of_tables", {}).get(name, "")
    return key and hashlib.sha256(f"{memory.rules} {key}".encode("ascii")).hexdigest()


def _digest(table: pd.DataFrame, rules: str) -> str:
    return hashlib.sha256(f"{rules} {digest_table(table)}".encode("ascii")).hexdigest()


def _read(file: Path) -> dict[str, Note]:
    with suppress(OSError, ValueError, TypeError, AttributeError):
        noted = json.loads(file.read_bytes())
        return {name: Note(*note) for name, note in noted.items()}
    return {}
