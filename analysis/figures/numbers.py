"""A number as a page prints it."""

from __future__ import annotations

import math
from numbers import Integral, Real

import pandas as pd

NOT_AVAILABLE = "not available"


def display_text(value: object) -> str:
    """Return a value as the reader sees it.

    Whole numbers have thousands separators; other numbers three significant digits, and all digits before
    the point; a missing value is "not available"; words stay as they are.
    """
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return NOT_AVAILABLE
    if isinstance(value, bool) or not isinstance(value, Real):
        return str(value)
    return (f"{value:,d}" if isinstance(value, Integral) else _decimal_text(value)).replace("-", "−")


def _decimal_text(value: float) -> str:
    if value == 0 or math.isinf(value):
        return "0" if value == 0 else str(float(value))
    # Rounding to twelve digits first: a last-bit difference between machines must not turn 0.125 into 0.12.
    decimals = max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{float(f'{value:.12g}'):,.{decimals}f}"
