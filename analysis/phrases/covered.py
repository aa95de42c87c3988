"""Which words lie in passages: of one length, or of several."""

from __future__ import annotations

import numpy as np


def cover(start: np.ndarray, n_words: np.ndarray | int, n_places: int) -> np.ndarray:
    """Tell of each of so many places whether it lies in a passage; start and n_words: of each, longer ones last."""
    reach = np.zeros(n_places, dtype=np.int32)
    reach[start] = start + n_words  # of several passages that begin at a place, the last one written stays
    return np.maximum.accumulate(reach, out=reach) > np.arange(n_places)
