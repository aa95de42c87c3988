"""What a draw without putting back holds: the chance that it holds so few of the marked ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy import stats


def chance_of_few(k: ArrayLike, marked: ArrayLike, *, drawn: int, of: int) -> np.ndarray:
    """Return the chance that `drawn` of `of` things, drawn at random, hold k or fewer of the marked ones.

    k, marked: one number a case. The hypergeometric distribution, as in the exact test of Fisher (1935, The logic of
    inductive inference, Journal of the Royal Statistical Society 98).
    """
    return stats.hypergeom.cdf(np.asarray(k), of, np.asarray(marked), drawn)
