"""Counts of single sources on disk: a part each, named after what it was counted from, and never trusted unread.

A part is three things behind each other: the SHA-256 of its key and of all that follows, a line; what tables and
columns it holds, a line of JSON; the numbers of the columns.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import numpy as np

from analysis.storage.packed import Column, Packed

ENDING = ".part"
_FRESH = ".fresh"
_ABANDONED = 86_400  # seconds after which a file that nobody finished is cleared


def write_part(folder: Path, key: str, tables: dict[str, Packed], *, ending: str = ENDING) -> None:
    """Write the packed tables of a source under a key; nobody ever meets half of a part."""
    fresh = folder / f"{key}-{os.getpid()}-{os.urandom(4).hex()}{_FRESH}"
    try:
        with fresh.open("wb") as file:
            file.writelines(_list_lines(key, tables))
        fresh.replace(folder / f"{key}{ending}")
    finally:
        fresh.unlink(missing_ok=True)


def read_part(folder: Path, key: str, *, ending: str = ENDING) -> dict[str, Packed] | None:
    """Return the packed tables under a key, or None where they are not, or not as they were written."""
    try:
        content = (folder / f"{key}{ending}").read_bytes()
    except FileNotFoundError:
        return None
    digest, _, body = content.partition(b"\n")
    return _parse(body) if digest == _digest(key, [body]) else None


def clear_parts(folder: Path, needed: Iterable[str], *, ending: str = ENDING) -> None:
    """Delete all parts but those of these keys, and what runs that were killed have left."""
    keep = {f"{key}{ending}" for key in needed}
    for path in folder.iterdir():
        is_old = path.suffix == ending and path.name not in keep
        with suppress(FileNotFoundError):  # another run clears as well
            if is_old or (path.suffix == _FRESH and time.time() - path.stat().st_mtime > _ABANDONED):
                path.unlink()


def _list_lines(key: str, tables: dict[str, Packed]) -> list[bytes]:
    columns = [(name, *item) for name, table in tables.items() for item in table.items()]
    head = [(table, name, c.type, c.numbers.dtype.str, len(c.numbers), c.words) for table, name, c in columns]
    body = [json.dumps(head).encode("ascii"), b"\n", *(c.numbers.tobytes() for _, _, c in columns)]
    return [_digest(key, body), b"\n", *body]


def _digest(key: str, body: list[bytes]) -> bytes:
    digest = hashlib.sha256(f"{key}\n".encode())
    for piece in body:
        digest.update(piece)
    return digest.hexdigest().encode("ascii")


def _parse(body: bytes) -> dict[str, Packed]:
    head, at = json.loads(body[: body.index(b"\n")]), body.index(b"\n") + 1
    tables: dict[str, Packed] = {}
    for table, name, kind, numbers, n, words in head:
        column = np.frombuffer(body, dtype=numbers, count=n, offset=at)
        tables.setdefault(table, {})[name] = Column(column, kind, words)
        at += column.nbytes
    return tables
