"""Tables of one source packed small, and those of many sources joined to one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import count
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.counting import Numbered

INTEGERS = (np.int8, np.int16, np.int32, np.int64)
MISSING_WORD = -1
Cells = np.ndarray | pd.api.extensions.ExtensionArray | Numbered


class Column(NamedTuple):
    """A column as numbers of the smallest type that holds them.

    numbers: the cells, or where words is given the place of each cell in it; the least number of an integer
    type stands for a missing cell. type: of the cells in pandas. words: each word once, in order of appearance.
    """

    numbers: np.ndarray
    type: str
    words: list[str] | None = None


Packed = dict[str, Column]
Write = Callable[[np.ndarray, list[str], str], pd.api.extensions.ExtensionArray]


def pack_table(table: pd.DataFrame | Mapping[str, Cells]) -> Packed:
    """Pack a table: its columns by name, in order. Cells are numbers, words (none missing if numbered), or missing."""
    return {name: _pack_column(name, table[name]) for name in table}


def _pack_column(name: str, cells: pd.Series | Cells) -> Column:
    if isinstance(cells, pd.Series):
        cells = cells.array
    if isinstance(cells, Numbered):
        return _pack_numbered(cells)
    kind = str(cells.dtype)
    if kind == "int64":
        return Column(_shrink(np.asarray(cells)), kind)
    if pd.api.types.is_float_dtype(cells.dtype):
        return Column(np.asarray(cells, dtype="float64"), kind)
    if pd.api.types.is_integer_dtype(cells.dtype):
        numbers, missing = pd.array(cells).to_numpy("int64", na_value=0), pd.isna(cells)
        return Column(_shrink(numbers, missing), kind)
    code, uniques = pd.factorize(cells)
    words = np.asarray(uniques, dtype=object).tolist()
    if not all(isinstance(word, str) for word in words):
        raise TypeError(f"column {name} holds neither numbers nor words")
    return Column(_shrink(code, code == MISSING_WORD), kind, words)


def _pack_numbered(cells: Numbered) -> Column:
    """Pack words that are numbered already; those that no cell has are left out."""
    numbers, words = cells
    if not _is_in_order(numbers, len(words)):
        numbers, used = pd.factorize(numbers)
        words = [words[number] for number in used.tolist()]
    return Column(_shrink(numbers), "str", words)


def _is_in_order(numbers: np.ndarray, n: int) -> bool:
    """Say whether all n numbers appear, and for the first time in their order."""
    so_far = np.maximum.accumulate(numbers, dtype=np.int64)
    return bool(np.array_equal(so_far[np.diff(so_far, prepend=-1) > 0], np.arange(n)))


def _shrink(numbers: np.ndarray, missing: np.ndarray | None = None) -> np.ndarray:
    """Return whole numbers in the smallest type, whose least number stands for a missing cell."""
    low, high = (numbers.min(), numbers.max()) if numbers.size else (0, 0)
    small = next(kind for kind in INTEGERS if np.iinfo(kind).min < low and high <= np.iinfo(kind).max)
    shrunk = numbers.astype(small)
    if missing is not None:
        shrunk[missing] = np.iinfo(small).min
    return shrunk


def join_tables(
    parts: list[Packed], names: list[str], columns: list[str], *, by_number: bool = False
) -> pd.DataFrame:
    """Join the packed tables of sources to one table of these columns, of which `source` names the source.

    parts: one of each source, all with the same columns; they are emptied, so that a column leaves the memory
    before the next one is made. names: of the sources, in the same order. by_number: whether words are categories,
    of which each stands once, sorted as words are.
    """
    write = _number_words if by_number else _write_words
    source = np.repeat(np.arange(len(names)), [_count_rows(part) for part in parts])
    table = {"source": write(source, names, "str")}
    table |= {name: _join_columns([part.pop(name) for part in parts], write) for name in list(parts[0])}
    return pd.DataFrame({name: table[name] for name in columns}, copy=False)


def _count_rows(part: Packed) -> int:
    return len(next(iter(part.values())).numbers)


def _join_columns(columns: list[Column], write: Write) -> pd.api.extensions.ExtensionArray | np.ndarray:
    """Join a column of all sources. Empty ones have no say in the type, for they may not know their own."""
    columns = [column for column in columns if len(column.numbers)] or columns[:1]
    kind = _choose_type(columns)
    if columns[0].words is not None:
        return _join_words(columns, kind, write)
    if kind.startswith("float"):
        return np.concatenate([column.numbers for column in columns])
    cells = np.concatenate([column.numbers for column in columns], dtype=np.int64)
    if kind == "int64":
        return cells
    missing = np.concatenate([column.numbers == np.iinfo(column.numbers.dtype).min for column in columns])
    return pd.arrays.IntegerArray(np.where(missing, 1, cells), missing)


def _choose_type(columns: list[Column]) -> str:
    """Return the type that holds the cells of all; one that knows missing cells comes before one that does not."""
    kinds = sorted({column.type for column in columns})
    if len(kinds) > 1 and not set(kinds) <= {"Int64", "int64"}:
        raise TypeError(f"a column is {' and '.join(kinds)}")
    return kinds[0]  # "Int64" sorts before "int64"


def _join_words(
    columns: list[Column], kind: str, write: Write
) -> pd.api.extensions.ExtensionArray | np.ndarray:
    place = defaultdict(count().__next__)
    codes = [_recode(column, place) for column in columns]
    return write(np.concatenate(codes), list(place), kind)


def _recode(column: Column, place: defaultdict[str, int]) -> np.ndarray:
    """Return the places of a column's cells among the words of all columns so far, to which its own are added."""
    code = np.array([*map(place.__getitem__, column.words), MISSING_WORD], dtype=np.int32)
    return code.take(np.maximum(column.numbers, MISSING_WORD), mode="wrap")


def _write_words(
    code: np.ndarray, words: list[str], kind: str
) -> pd.api.extensions.ExtensionArray | np.ndarray:
    """Return words by their places, -1 missing."""
    listed = pd.array(np.array(words, dtype=object), dtype=kind if kind == "str" else "object")
    return listed.take(code, allow_fill=True)


def _number_words(code: np.ndarray, words: list[str], kind: str) -> pd.Categorical:
    """Return words by their places, -1 missing, as categories."""
    known = pd.Index(words, dtype=kind)
    order = known.argsort()
    rank = np.full(len(words) + 1, MISSING_WORD, dtype=np.int32)  # the last one is that of a missing word
    rank[order] = np.arange(len(words))
    return pd.Categorical.from_codes(rank[code], categories=known[order])


def spell_words(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose categories are words again."""
    numbered = table.columns[[isinstance(kind, pd.CategoricalDtype) for kind in table.dtypes]]
    return table.astype(dict.fromkeys(numbered, "str"))


def number_words(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose words are categories, sorted: each stands in memory once."""
    spelled = table.columns[[isinstance(kind, pd.StringDtype) for kind in table.dtypes]]
    return table.astype(dict.fromkeys(spelled, "category"))
