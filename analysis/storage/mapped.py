"""Large arrays in one file that is not read but looked into, so that a search starts at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np

from analysis.storage.files import write_whole

_ALIGNED = 64  # bytes: where each array begins


def write_mapped(path: Path, key: str, arrays: dict[str, np.ndarray], words: dict[str, list[str]]) -> None:
    """Write arrays and lists of words under a key; nobody ever meets half of the file."""
    described = [(name, array.dtype.str, len(array)) for name, array in arrays.items()]
    head = json.dumps({"key": key, "arrays": described, "words": words}).encode("ascii") + b"\n"
    pieces = [head, *(array.tobytes() for array in arrays.values())]
    write_whole(path, b"".join(piece + bytes(-len(piece) % _ALIGNED) for piece in pieces))


def read_mapped(path: Path, key: str) -> tuple[dict[str, np.ndarray], dict[str, list[str]]] | None:
    """Return what was written under a key, or None where it is not there, is another's, or is not whole."""
    with suppress(FileNotFoundError, ValueError, KeyError, TypeError):
        with path.open("rb") as file:
            line = file.readline()
        head = json.loads(line)
        spans = list(_place(len(line), head["arrays"]))
        is_whole = path.stat().st_size == spans[-1][-1]
        if head["key"] == key and is_whole:
            content = np.memmap(path, dtype=np.uint8, mode="r")
            return {name: content[a:b].view(kind) for name, kind, a, b, _ in spans}, head["words"]
    return None


def _place(n_head: int, arrays: list) -> Iterator[tuple[str, str, int, int, int]]:
    """Yield the name and type of each array, where it begins and ends, and where the next one begins."""
    at = n_head + -n_head % _ALIGNED
    for name, kind, n in arrays:
        end = at + n * np.dtype(kind).itemsize
        behind = end + -end % _ALIGNED
        yield name, kind, at, end, behind
        at = behind
