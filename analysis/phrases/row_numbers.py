"""One number for each row of a table of numbers, so that rows are compared as fast as numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd

_MOST = 2**62  # below it a number of numpy has room


def number_rows(codes: np.ndarray, n_codes: int) -> np.ndarray:
    """Return one number for each row of codes (from 0, below n_codes), in the order of the rows.

    Rows are ordered by their first code, then by the second, and so on. Where numbers would grow too large, the
    beginnings of rows are numbered anew in the same order.
    """
    number, bound = np.zeros(len(codes), dtype=np.int64), 1
    for column in codes.T:
        if bound * n_codes >= _MOST:
            number, bound = rank(number), len(codes) + 1
        number, bound = number * n_codes + column, bound * n_codes
    return number


def rank(numbers: np.ndarray) -> np.ndarray:
    """Return the rank of each number among the distinct ones, from 0."""
    code, distinct = pd.factorize(numbers)
    place = np.empty(len(distinct), dtype=np.int64)
    place[np.argsort(distinct)] = np.arange(len(distinct))
    return place[code]
