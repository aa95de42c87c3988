"""Columns as numbers of their different cells: a column of a table repeats itself, so that each cell is read once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

_MOST_KEYS = 2**62


class Coded(NamedTuple):
    """A column: by row the number of its cell among the different ones."""

    number: np.ndarray
    different: pd.Series


def code_table(table: pd.DataFrame) -> dict[str, Coded]:
    """Return the columns of a table that can be coded, by name."""
    coded = ((name, code_cells(table[name])) for name in table.columns)
    return {name: column for name, column in coded if column}


def code_cells(cells: pd.Series) -> Coded | None:
    """Return a column of words or numbers coded, None if it is another one: what is equal there may look different."""
    if isinstance(cells.dtype, pd.CategoricalDtype):
        return _code_listed(cells)
    if cells.dtype == np.float64:  # 0.0 and -0.0 are equal, and printed differently
        number, different = pd.factorize(cells.to_numpy().view(np.int64))
        return _code(number, different.view(np.float64))
    if isinstance(cells.dtype, pd.StringDtype) or pd.api.types.is_integer_dtype(cells.dtype):
        return _code(*pd.factorize(cells, use_na_sentinel=False))
    return None


def _code(number: np.ndarray, different: object) -> Coded:
    return Coded(number.astype(np.int32), pd.Series(different))


def _code_listed(cells: pd.Series) -> Coded | None:
    """Code a column of words from a list (categories), of which those are left out that do not occur."""
    listed = cells.cat.categories
    if not pd.api.types.is_string_dtype(listed.dtype):
        return None
    place = cells.cat.codes.to_numpy()  # -1 where a cell is missing, which is taken for the last
    is_used = np.zeros(len(listed) + 1, dtype=bool)
    is_used[place] = True
    number = np.cumsum(is_used, dtype=np.int32) - 1
    different = pd.Series(listed).reindex(np.flatnonzero(is_used))
    return Coded(number[place], different.reset_index(drop=True))


def may_repeat(table: pd.DataFrame, key: list[str], coded: Mapping[str, Coded]) -> bool:
    """Tell whether a table may have two rows with one key; columns of the key that are not coded are not told apart."""
    keys, n = np.zeros(len(table), dtype=np.int64), 1
    for number, size in (_number_cells(table[name], coded[name]) for name in key if name in coded):
        n *= size
        if n > _MOST_KEYS:
            return True
        keys = keys * size + number
    return not (keys[1:] > keys[:-1]).all() and len(pd.unique(keys)) < len(keys)


def _number_cells(cells: pd.Series, coded: Coded) -> tuple[np.ndarray, int]:
    """Number the cells of a column, whole numbers in their order, and tell how many numbers there may be."""
    if cells.dtype != np.int64 or not len(cells):
        return coded.number, max(1, len(coded.different))
    lowest, highest = int(coded.different.min()), int(coded.different.max())
    return cells.to_numpy() - lowest, highest - lowest + 1
