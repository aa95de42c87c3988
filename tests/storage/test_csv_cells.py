"""Tables are written as pandas writes them, each different cell printed once."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.storage.cells import write_csv

TABLES = {
    "words": {"a": pd.array(["x,y", 'x"y', "", None, "y\n,0\n", " x", "x,0\n", "x,y"], dtype="str"), "b": 7},
    "numbers": {"a": [0.0, -0.0, float("nan"), 1e-20, 1 / 3], "b": pd.array([1, None, 3, 1, -1], dtype="Int64")},
    "one column": {"a": ["", "x", ""]},
    "mixed cells": {"a": pd.Series([1, True, 1.0, "1", None], dtype=object), "b": [True] * 5},
    "no row": {"a": [], "b": []},
}  # fmt: skip


@pytest.mark.parametrize("columns", TABLES.values(), ids=TABLES)
def test_a_table_is_written_as_pandas_does(columns):
    table = pd.DataFrame(columns)
    assert write_csv(table) == table.to_csv(index=False, lineterminator="\n")
