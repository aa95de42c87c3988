"""Columns of words as numbers: the same whether a column is categorical or not."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.language import number_values, occur_in, order_by, rank_values

WORDS = pd.Series(["salt", None, "fish", "salt"], dtype="str")


@pytest.mark.parametrize("column", [WORDS, WORDS.astype("category")], ids=["words", "categories"])
def test_each_value_has_a_number_and_a_rank_and_what_is_missing_has_none(column):
    number, known = number_values(column)
    assert number[1] == -1
    assert known[number[[0, 2, 3]]].tolist() == ["salt", "fish", "salt"]
    assert rank_values(column).tolist() == [1, -1, 0, 1]


@pytest.mark.parametrize(("place", "order"), [([1, 2, 3, 4], [1, 3, 0, 2]), ([3, 2, 1, 1], [3, 1, 2, 0])])
def test_rows_are_ordered_by_rank_then_by_place(place, order):
    assert order_by(np.array([1, 0, 1, 0]), np.array(place)).tolist() == order


def test_a_number_occurs_in_the_documents_where_it_counts():
    number, document = np.array([0, 0, 1, 1, 2, 2, 2]), np.array([0, 0, 0, 1, 0, 1, -1])
    assert occur_in(number, document).tolist() == [False, True, True]
    assert occur_in(number, document, 1).tolist() == [True, True, True]
    assert occur_in(number, document, 3).tolist() == [False, False, False]
