"""Columns as numbers of their different cells."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.storage.cells import write_csv
from analysis.storage.coded import code_cells, code_table, may_repeat

WORDS = ["bread", "", "bread", "salt, or 'none'", None]
COLUMNS = {
    "words": pd.Series(WORDS, dtype="str"),
    "listed words": pd.Series(WORDS, dtype="str").astype("category"),
    "whole numbers": pd.Series([3, 1, 3, -2, 1]),
    "whole numbers, some missing": pd.Series([3, None, 3, -2, None], dtype="Int64"),
    "numbers": pd.Series([0.5, np.nan, 0.5, np.nan, 1e9]),
}


@pytest.mark.parametrize("kind", COLUMNS)
def test_what_is_coded_comes_back(kind: str):
    cells = COLUMNS[kind]
    coded = code_cells(cells)
    assert len(coded.different) == cells.nunique(dropna=False)
    back = coded.different.iloc[coded.number]
    assert back.isna().tolist() == cells.isna().tolist()
    assert back.dropna().tolist() == cells.dropna().tolist()


def test_zeros_that_are_printed_differently_are_two_cells():
    assert code_cells(pd.Series([0.0, -0.0])).number.tolist() == [0, 1]


def test_words_of_a_list_that_do_not_occur_are_left_out():
    words = pd.Series(pd.Categorical(["salt", "bread"], categories=["bread", "oil", "salt"]))
    assert code_cells(words).different.tolist() == ["bread", "salt"]


def test_cells_of_all_kinds_are_not_coded():
    assert (
        code_cells(pd.Series([1, True, "1"], dtype=object)) is None
    )  # 1 and True are equal, and printed apart


@pytest.mark.parametrize("kind", COLUMNS)
def test_a_coded_column_is_printed_as_pandas_does(kind: str):
    table = pd.DataFrame({"cell": COLUMNS[kind], "row": range(5)})
    assert write_csv(table) == table.to_csv(index=False, lineterminator="\n")


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.integers(-3, 3)), max_size=6))
def test_a_key_that_stands_twice_is_seen(rows: list[tuple[str, int]]):
    table = pd.DataFrame(rows, columns=["source", "position"]).astype({"source": "str", "position": "int64"})
    assert may_repeat(table, ["source", "position"], code_table(table)) == table.duplicated().any()


def test_a_key_of_too_many_different_cells_is_looked_at_in_another_way():
    table = pd.DataFrame({"first": [0, 2**40], "second": [0, 2**40]})
    assert may_repeat(table, ["first", "second"], code_table(table))
