"""Tables while a text is counted: plain columns, words as numbers; a table of pandas takes long to make and to read."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

Cells = np.ndarray | pd.api.extensions.ExtensionArray
Columns = Mapping[str, Cells]  # by name, all of one length


def write_numbers(numbers: np.ndarray, words: list[str]) -> pd.Categorical:
    """Return a column of words from their numbers, from 0; no word twice."""
    listed = pd.Index(np.array(words, dtype=object), dtype=object)
    return pd.Categorical.from_codes(numbers, listed, validate=False)


def read_numbers(cells: Cells | pd.Series) -> tuple[np.ndarray, list[str]]:
    """Return the numbers of the words of a column, and the words by their numbers."""
    if isinstance(cells, pd.Categorical):
        return cells.codes.astype(np.int64), cells.categories.tolist()
    numbers, words = pd.factorize(cells)
    return numbers, words.tolist()


def write_table(columns: Columns | pd.DataFrame) -> pd.DataFrame:
    """Return a table of columns, with words for those that are numbered."""
    return pd.DataFrame({name: _write_column(columns[name]) for name in columns}, copy=False)


def _write_column(cells: Cells | pd.Series) -> Cells | pd.Series:
    if not isinstance(cells, pd.Categorical):
        return cells
    numbers, words = read_numbers(cells)
    return pd.array(words, dtype="str").take(numbers)
