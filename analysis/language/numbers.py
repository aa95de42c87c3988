"""Columns of words as numbers: a column is read once, and what compares its values compares their numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd


def number_values(column: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Return the number of each value of a column, -1 where it is missing, and the value of each number.

    A categorical column brings its numbers along; the column may lack some of its values.
    """
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy(), column.cat.categories.to_numpy(dtype=object)
    number, known = pd.factorize(column)
    return number.astype(np.int32), np.asarray(known, dtype=object)


def rank_values(column: pd.Series) -> np.ndarray:
    """Return the rank of each value of a column among its values, from 0; -1 where it is missing."""
    number, known = number_values(column)
    rank = np.empty(len(known) + 1, dtype=np.int32)
    rank[np.argsort(known, kind="stable")], rank[-1] = np.arange(len(known)), -1
    return rank[number]


def order_by(rank: np.ndarray, place: np.ndarray) -> np.ndarray:
    """Return the order of rows by a rank (from 0), then by place: faster where those of one rank are in order."""
    n_ranks = int(rank.max(initial=0)) + 1
    narrow = rank.astype(np.min_scalar_type(n_ranks))  # numpy sorts numbers of 16 bits by their digits
    order = np.argsort(narrow, kind="stable").astype(np.int32)
    rank, place = narrow[order], place[order]
    is_in_order = (rank[1:] != rank[:-1]) | (place[1:] >= place[:-1])
    return order if is_in_order.all() else order[np.lexsort((place, rank))]
