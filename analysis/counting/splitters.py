"""The libraries for sentence ends that were compared, a measured fact of the method."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

SPLITTERS = Path(__file__).with_name("splitters.csv")


def read_splitters() -> pd.DataFrame:
    """Return one row a library for sentence ends: library, version, precision, recall, f1, reason.

    precision, recall and f1 are shares of hand-marked ends (0 to 1); the reason says why it is used or not.
    """
    return pd.read_csv(SPLITTERS, keep_default_na=False)
