"""A number as a page prints it."""

from __future__ import annotations

import math
from decimal import Decimal
from numbers import Integral, Real

import numpy as np
import pandas as pd

from analysis.messages import translate_word, write_number

NOT_AVAILABLE = "not available"
ALL_DECIMALS = 400  # more than any number has


def display_text(value: object, *, most_decimals: int = ALL_DECIMALS) -> str:
    """Return a value as the reader sees it.

    Numbers have the signs of the site's language; whole ones thousands separators, others three significant digits,
    and all digits before the point; a missing value is "not available"; words stay as they are. most_decimals:
    digits behind the point.
    """
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return translate_word(NOT_AVAILABLE)
    if isinstance(value, bool | np.bool_):
        return translate_word(str(value))
    if not isinstance(value, Real):
        return str(value)
    text = f"{value:,d}" if isinstance(value, Integral) else _decimal_text(value, most_decimals)
    return write_number(text).replace("-", "−")


def display_column(column: pd.Series) -> list[str]:
    """Return the cells of a column as the reader sees them; none has more decimals than the column holds.

    A column that was rounded to hundredths thus says 0.90, and not 0.900, which nobody measured.
    """
    values = column.tolist()
    most = max(map(_count_decimals, values), default=0)
    return [display_text(value, most_decimals=most) for value in values]


def _count_decimals(value: object) -> int:
    """Count the digits that a number holds behind its point; none of words, whole numbers and missing values."""
    is_decimal = isinstance(value, Real) and not isinstance(value, Integral) and math.isfinite(value)
    return max(0, -Decimal(f"{value:.12g}").normalize().as_tuple().exponent) if is_decimal else 0


def _decimal_text(value: float, most_decimals: int) -> str:
    if value == 0 or math.isinf(value):
        return "0" if value == 0 else str(float(value))
    # Rounding to twelve digits first: a last-bit difference between machines must not turn 0.125 into 0.12.
    number = float(f"{value:.12g}")
    size = math.floor(
        math.log10(abs(float(f"{number:.2e}")))
    )  # after rounding: 9.996 is a number of two digits
    decimals = min(max(0, 2 - size), most_decimals)
    return f"{number:,.{decimals}f}"
