"""One number for each row of a table of numbers, so that rows are compared as fast as numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd

_MOST = 2**62  # below it a number of numpy has room


def number_rows(codes: np.ndarray, n_codes: int) -> np.ndarray:
    """Return one number for each row of codes, see `number_columns`."""
    return number_columns(list(codes.T), n_codes, len(codes))


def number_columns(columns: list[np.ndarray], n_codes: int, n_rows: int | None = None) -> np.ndarray:
    """Return one number for each row of codes (from 0, below n_codes), in the order of the rows.

    columns: the first code of each row, then the second, and so on; the order of rows is by these. n_rows: where there
    may be no column. Where numbers would grow too large, the beginnings of rows are numbered anew in the same order.
    """
    n_rows = len(columns[0]) if n_rows is None else n_rows
    number, bound = np.zeros(n_rows, dtype=np.int64), 1
    for column in columns:
        if bound * n_codes >= _MOST:
            number, bound = rank(number), n_rows + 1
        number, bound = number * n_codes + column, bound * n_codes
    return number


def rank(numbers: np.ndarray) -> np.ndarray:
    """Return the rank of each number among the distinct ones, from 0."""
    code, distinct = pd.factorize(numbers)
    place = np.empty(len(distinct), dtype=np.int32)
    place[np.argsort(distinct)] = np.arange(len(distinct))
    return place[code]
