"""A number as a page prints it."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.figures.numbers import display_column, display_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1234567, "1,234,567"),
        (-12, "−12"),
        (np.int64(1200), "1,200"),
        (0.0, "0"),
        (2.0, "2.00"),
        (12.345, "12.3"),
        (1234.5678, "1,235"),
        (0.045678, "0.0457"),
        (-0.5, "−0.500"),
        (9.996, "10.0"),
        (99.96, "100"),
        (0.3 - 0.1 - 0.075, "0.125"),
        (math.inf, "inf"),
        (math.nan, "not available"),
        (None, "not available"),
        (pd.NA, "not available"),
        ("root causes", "root causes"),
        (True, "True"),
    ],
)
def test_numbers_as_the_reader_sees_them(value, text):
    assert display_text(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=1e-12, max_value=1e12))
def test_the_text_is_within_half_a_percent_of_the_number(value):
    assert float(display_text(value).replace(",", "")) == pytest.approx(value, rel=0.0051)


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ([0.9, 0.15], ["0.90", "0.15"]),
        ([16.0, 11.5, 34.4], ["16.0", "11.5", "34.4"]),
        ([3.0, math.nan], ["3", "not available"]),
        ([0.3 - 0.2, 2.0], ["0.1", "2.0"]),
        ([-0.001, 0.036], ["−0.001", "0.036"]),
        ([1 / 3, 0.5], ["0.333", "0.500"]),
        (["boats", ""], ["boats", ""]),
        ([1200, 7], ["1,200", "7"]),
    ],
)
def test_no_cell_has_more_decimals_than_its_column_holds(column, cells):
    assert display_column(pd.Series(column)) == cells
