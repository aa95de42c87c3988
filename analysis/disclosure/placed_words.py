"""Where a released word stands: what every reader of released tables needs, and nothing of what makes them."""

from __future__ import annotations

import pandas as pd


def place_words(tokens: pd.DataFrame) -> pd.DataFrame:
    """Return released words with start and end, counted in words: where they begin in the text is not released."""
    return tokens.assign(start=tokens["position"], end=tokens["position"] + 1)
