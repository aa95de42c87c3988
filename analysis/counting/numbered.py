"""Columns of words while a text is counted: the number of each cell, and each word once."""

from __future__ import annotations

import numpy as np
import pandas as pd


def write_numbers(numbers: np.ndarray, words: list[str]) -> pd.Categorical:
    """Return a column of words from their numbers, from 0; no word twice."""
    listed = pd.Index(np.array(words, dtype=object), dtype=object)
    return pd.Categorical.from_codes(numbers, listed, validate=False)


def read_numbers(cells: pd.Series) -> tuple[np.ndarray, list[str]]:
    """Return the numbers of the words of a column, and the words by their numbers."""
    if isinstance(cells.dtype, pd.CategoricalDtype):
        return cells.array.codes.astype(np.int64), cells.array.categories.tolist()
    numbers, words = pd.factorize(cells)
    return numbers, words.tolist()


def write_words(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table with words for its numbered columns."""
    numbered = [name for name, kind in table.dtypes.items() if isinstance(kind, pd.CategoricalDtype)]
    return table.assign(**{name: _write_column(table[name]) for name in numbered})


def _write_column(cells: pd.Series) -> pd.api.extensions.ExtensionArray:
    numbers, words = read_numbers(cells)
    return pd.array(words, dtype="str").take(numbers)
