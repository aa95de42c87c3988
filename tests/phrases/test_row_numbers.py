"""Rows of numbers as single numbers that compare as the rows do."""

from __future__ import annotations

import numpy as np

from analysis.phrases.row_numbers import number_rows, rank


def test_a_row_of_two_is_a_number_of_two_digits():
    assert number_rows(np.array([[1, 2], [0, 9]]), 10).tolist() == [12, 9]


def test_numbers_of_rows_keep_their_order_where_they_would_grow_too_large():
    # Four columns of codes below two million do not fit 63 bits as one number.
    codes = np.array([[5, 1, 9, 2], [5, 1, 9, 2], [1_999_999, 0, 0, 0], [5, 1, 9, 3], [0, 1_999_999, 1, 1]])
    number = number_rows(codes, 2_000_000)
    assert number[0] == number[1] and list(np.argsort(number, kind="stable")) == [4, 0, 1, 3, 2]
    assert number.dtype == np.int64 and number.min() >= 0


def test_ranks_start_at_zero_and_are_shared_by_equals():
    assert rank(np.array([70, 5, 70, 6])).tolist() == [2, 0, 2, 1]
    assert rank(np.array([], dtype=np.int64)).tolist() == []
