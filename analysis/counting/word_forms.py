"""Counts of word forms."""

from __future__ import annotations

import pandas as pd


def count_forms(tokens: pd.DataFrame) -> pd.DataFrame:
    """Count each word form: one row a (source, role, norm), sorted, with n."""
    return tokens.groupby(["source", "role", "norm"], as_index=False).size().rename(columns={"size": "n"})
