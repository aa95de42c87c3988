"""A number as a page prints it."""

from __future__ import annotations

import math
from numbers import Integral, Real

import numpy as np
import pandas as pd

from analysis.messages import translate_word, write_number

NOT_AVAILABLE = "not available"


def display_text(value: object) -> str:
    """Return a value as the reader sees it.

    Numbers have the signs of the site's language; whole ones thousands separators, others three significant digits,
    and all digits before the point; a missing value is "not available"; words stay as they are.
    """
    if pd.api.types.is_scalar(value) and pd.isna(value):
        return translate_word(NOT_AVAILABLE)
    if isinstance(value, bool | np.bool_):
        return translate_word(str(value))
    if not isinstance(value, Real):
        return str(value)
    text = f"{value:,d}" if isinstance(value, Integral) else _decimal_text(value)
    return write_number(text).replace("-", "−")


def _decimal_text(value: float) -> str:
    if value == 0 or math.isinf(value):
        return "0" if value == 0 else str(float(value))
    # Rounding to twelve digits first: a last-bit difference between machines must not turn 0.125 into 0.12.
    decimals = max(0, 2 - math.floor(math.log10(abs(value))))
    return f"{float(f'{value:.12g}'):,.{decimals}f}"
