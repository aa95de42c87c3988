"""Columns of words as categories, sorted: each word stands in memory once."""

from __future__ import annotations

import numpy as np
import pandas as pd


def categorise(column: pd.Categorical) -> pd.Categorical:
    """Return a column with those of its categories that it has, sorted, as words."""
    is_there = np.bincount(column.codes[column.codes >= 0], minlength=len(column.categories)) > 0
    known = column.categories.to_numpy(dtype=object)[is_there]
    words = number_strings(known)
    number = np.full(len(is_there) + 1, -1, dtype=np.int32)  # the last one stands for none
    number[:-1][is_there] = words.codes
    return pd.Categorical.from_codes(number[column.codes], words.categories)


def number_strings(words: np.ndarray | pd.Series) -> pd.Categorical:
    """Return words, none of them missing, as categories."""
    return pd.Categorical(pd.array(words, dtype="str"))  # sorted faster than objects are
