"""One number for each row of a table of numbers, so that rows are compared as fast as numbers."""

from __future__ import annotations

import numpy as np

_MOST = 2**62  # below it a number of numpy has room


def number_rows(codes: np.ndarray, n_codes: int) -> np.ndarray:
    """Return one number for each row of codes, see `number_columns`."""
    return number_columns(list(codes.T), n_codes, len(codes))


def number_columns(
    columns: list[np.ndarray], n_codes: int | list[int], n_rows: int | None = None
) -> np.ndarray:
    """Return one number for each row of codes (from 0, below n_codes), in the order of the rows.

    columns: the first code of each row, then the second, and so on; the order of rows is by these. n_codes: of each
    column, or of all. n_rows: where there may be no column. Where numbers would grow too large, the beginnings of rows
    are numbered anew in the same order.
    """
    n_rows = len(columns[0]) if n_rows is None else n_rows
    number, bound = np.zeros(n_rows, dtype=np.int64), 1
    sizes = n_codes if isinstance(n_codes, list) else [n_codes] * len(columns)
    for column, size in zip(columns, sizes, strict=True):
        if bound * size >= _MOST:
            number, bound = rank(number).astype(np.int64), n_rows + 1
        number, bound = number * size + column, bound * size
    return number


def rank(numbers: np.ndarray) -> np.ndarray:
    """Return the rank of each number among the distinct ones, from 0."""
    order = np.argsort(numbers)
    place = np.empty(len(numbers), dtype=np.int32)
    place[order] = number_runs(numbers[order])
    return place


def number_runs(ordered: np.ndarray) -> np.ndarray:
    """Number the runs of equal numbers that stand side by side, from 0."""
    return (np.cumsum(begin_runs(ordered), dtype=np.int32) - 1).astype(np.int32)


def begin_runs(ordered: np.ndarray) -> np.ndarray:
    """Tell of each number whether a run of equal ones begins with it."""
    begins = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    return begins


def flag_numbers(chosen: np.ndarray, n: int) -> np.ndarray:
    """Tell of each number below n whether it is one of those chosen."""
    is_chosen = np.zeros(n, dtype=bool)
    is_chosen[chosen] = True
    return is_chosen
