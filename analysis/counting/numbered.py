"""Tables while a text is counted: plain columns, words as numbers; a table of pandas takes long to make and to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import NamedTuple

import numpy as np
import pandas as pd


class Numbered(NamedTuple):
    """A column of words: the number of each, from 0, and the words by their numbers, none twice."""

    numbers: np.ndarray
    words: list[str]


Cells = np.ndarray | pd.api.extensions.ExtensionArray | Numbered
Columns = Mapping[str, Cells]  # by name, all of one length
MISSING = -1  # turns count from 1
_NUMBERS = ("segment", "paragraph", "start", "end", "n_words")  # columns of segments and doubts


def number_rows(columns: Mapping[str, Sequence]) -> dict[str, Cells]:
    """Return columns of numbers and words as cells: whole numbers, some missing in `turn`, and words numbered."""
    return {name: _number_cells(name, columns[name]) for name in columns}


def _number_cells(name: str, values: Sequence) -> Cells:
    if name == "turn":
        return _read_turns(values)
    if name in _NUMBERS:
        return np.array(values, dtype=np.int64)
    known = dict(zip(dict.fromkeys(values), count()))
    return Numbered(np.array([known[word] for word in values], dtype=np.int64), list(known))


def _read_turns(turns: Sequence[int | None]) -> pd.arrays.IntegerArray:
    numbers = np.array([turn or MISSING for turn in turns], dtype=np.int64)
    return pd.arrays.IntegerArray(numbers, numbers == MISSING)


def read_numbers(cells: Cells | pd.Series) -> Numbered:
    """Return the numbers of the words of a column, and the words by their numbers."""
    if isinstance(cells, Numbered):
        return cells
    numbers, words = pd.factorize(cells)
    return Numbered(numbers, words.tolist())


def write_table(columns: Columns | pd.DataFrame) -> pd.DataFrame:
    """Return a table of columns, with words for those that are numbered."""
    return pd.DataFrame({name: _write_column(columns[name]) for name in columns}, copy=False)


def _write_column(cells: Cells | pd.Series) -> Cells | pd.Series:
    if not isinstance(cells, Numbered):
        return cells
    return pd.array(cells.words, dtype="str").take(cells.numbers)
