"""Invented sources, and where the decided phrases and the texts of the first corpus are."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

DECISIONS = Path(__file__).parents[2] / "data" / "decisions" / "phrases.csv"

SHARED = Path(__file__).parents[3] / "shared"

# Two interviews given by the harbour minister of an invented island, and a copy of the first.
SOURCES = pd.DataFrame(
    [
        ("gazette", "spring interview", "2031-04-02", True),
        ("herald", "spring interview", "2031-04-02", False),
        ("radio", "autumn interview", "2031-10-09", True),
    ],
    columns=["source", "event", "date", "is_reference"],
)
