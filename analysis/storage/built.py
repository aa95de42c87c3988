"""What the tables were built from, and that they are still what was built: tables/built.json.

It holds no time and no place, so that the same data give the same bytes: the number of the counting rules, and the
SHA-256 of each file that was received or decided, of each text, and of each table.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from analysis.errors import InputError
from analysis.storage.files import read_if_there
from analysis.storage.schema import DERIVED

RULES = 5  # raised by one whenever the same text gives another full table; tests/storage/test_rules.py asks for it
BUILT = "built.json"
REBUILD = "run `python -m analysis tables --texts FOLDER`"
LARGEST_LIST = 50_000_000  # bytes
PARTS = ("inputs", "texts", "tables")
_INPUTS = ("sources", "decisions")
Digests = dict[str, str]


def digest_bytes(content: bytes) -> str:
    """Return the SHA-256 of what a file holds, as `sha256sum` prints it."""
    return hashlib.sha256(content).hexdigest()


def digest_inputs(data: Path) -> Digests:
    """Return the digest of every CSV file in sources/ and decisions/, by its path in the data folder."""
    files = [file for part in _INPUTS for file in (data / part).rglob("*.csv")]
    texts = data / "sources" / "texts"
    names = sorted(file.relative_to(data).as_posix() for file in files if not file.is_relative_to(texts))
    return {name: digest_bytes((data / name).read_bytes()) for name in names if (data / name).is_file()}


def digest_folder(folder: Path) -> Digests:
    """Return the digest of every file of a folder, by its name; hidden ones and folders are none."""
    if not folder.is_dir():
        return {}
    files = sorted(file for file in folder.iterdir() if file.is_file() and file.name[0] not in ".~")
    return {file.name: digest_bytes(file.read_bytes()) for file in files}


def write_built(folder: Path, inputs: Digests, texts: Mapping[str, str]) -> None:
    """Write built.json beside new tables, as their last file.

    inputs: as from `digest_inputs` before anything was read. texts: the digest of each text, by source.
    """
    parts = {"inputs": inputs, "texts": dict(texts), "tables": digest_folder(folder)}
    content = json.dumps({"rules": RULES} | parts, indent=1, sort_keys=True, ensure_ascii=False)
    (folder / BUILT).write_text(content + "\n", encoding="utf-8", newline="\n")


def read_built(data: Path) -> dict | None:
    """Return what built.json holds: rules, inputs, texts and tables; None if the folder has none.

    Raises InputError if it is not what `write_built` writes.
    """
    path = data / DERIVED / BUILT
    content = read_if_there(path, largest=LARGEST_LIST)
    if content is None:
        return None
    try:
        built = json.loads(content)
        listed = {name: str(digest) for part in PARTS for name, digest in built[part].items()}
        int(built["rules"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        listed = None
    if listed is None:
        raise InputError(f"{path}: this is not what the tables were written with; {REBUILD}.")
    return built


def list_written(data: Path) -> Digests:
    """Return the digest of each file of data/tables as it was written, by its name, built.json included.

    It is what `digest_folder` returns until somebody changes one; no table is read.
    """
    built = read_built(data)
    if built is None:
        return {}
    return built["tables"] | {BUILT: digest_bytes((data / DERIVED / BUILT).read_bytes())}
