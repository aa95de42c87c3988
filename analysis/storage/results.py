"""Results of steps on disk, beside the parts: each under a digest of all that it was made from.

A table comes back as it was, its types included; a result that is damaged is as good as none.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.storage.packed import MISSING_WORD, Column, Packed, pack_table
from analysis.storage.parts import clear_parts, read_part, write_part

RESULT = ".step"  # the ending of a result
_FLAG, _GROUP = "bool", "category"
Tables = dict[str, pd.DataFrame]


def write_result(folder: Path, key: str, tables: Tables) -> None:
    """Write the tables of a step under a key. Their rows are numbered from 0."""
    packed = {name: pack_result(table) for name, table in tables.items()}
    write_part(folder, key, packed, ending=RESULT)


def read_result(folder: Path, key: str) -> Tables | None:
    """Return the tables under a key, or None where they are not, or not as they were written."""
    packed = read_part(folder, key, ending=RESULT)
    return packed and {name: unpack_result(table) for name, table in packed.items()}


def has_result(folder: Path, key: str) -> bool:
    """Tell whether a file is under a key, be it damaged."""
    return (folder / f"{key}{RESULT}").is_file()


def clear_results(folder: Path, needed: Iterable[str]) -> None:
    """Delete all results but those of these keys."""
    clear_parts(folder, needed, ending=RESULT)


def digest_table(table: pd.DataFrame) -> str:
    """Return the SHA-256 of the names, types and cells of a table."""
    packed = pack_result(table)
    head = [(name, column.type, column.words) for name, column in packed.items()]
    digest = hashlib.sha256(json.dumps(head).encode("ascii"))
    for column in packed.values():
        digest.update(f"{column.numbers.dtype.str} {len(column.numbers)}\n".encode("ascii"))
        digest.update(column.numbers.tobytes())
    return digest.hexdigest()


def pack_result(table: pd.DataFrame) -> Packed:
    """Pack a table with columns of numbers, words, yes and no, or words of a list (unordered categories)."""
    return {name: _pack(name, table[name]) for name in table}


def _pack(name: str, cells: pd.Series) -> Column:
    if cells.dtype == bool:
        return Column(cells.to_numpy(dtype=np.int8), _FLAG)
    if isinstance(cells.dtype, pd.CategoricalDtype):
        listed = cells.cat.categories
        return Column(cells.cat.codes.to_numpy(), f"{_GROUP} {listed.dtype}", listed.tolist())
    return pack_table({name: cells})[name]


def unpack_result(packed: Mapping[str, Column]) -> pd.DataFrame:
    """Return the table that was packed."""
    return pd.DataFrame({name: _unpack(column) for name, column in packed.items()}, copy=False)


def _unpack(column: Column) -> pd.Series | np.ndarray | pd.api.extensions.ExtensionArray:
    numbers, kind = column.numbers, column.type
    if kind == _FLAG:
        return numbers.astype(bool)
    if kind.startswith(_GROUP):
        listed = pd.Index(column.words, dtype=kind.split()[1])
        return pd.Categorical.from_codes(numbers, categories=listed)
    if column.words is not None:
        return _take_words(column.words, np.where(numbers < 0, MISSING_WORD, numbers), kind)
    if kind.startswith("float") or kind == "int64":
        return numbers.astype(kind)
    is_missing = numbers == np.iinfo(numbers.dtype).min
    return pd.arrays.IntegerArray(np.where(is_missing, 1, numbers).astype("int64"), is_missing)


def _take_words(
    words: list[str], place: np.ndarray, kind: str
) -> pd.Series | pd.api.extensions.ExtensionArray:
    """Return words by their places, MISSING_WORD for a missing one."""
    listed = np.array(words, dtype=object)
    if kind == "object":
        return pd.Series(np.append(listed, np.nan)[place], dtype=object)
    return pd.array(listed, dtype=kind).take(place, allow_fill=True)
