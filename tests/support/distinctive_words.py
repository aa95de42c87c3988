"""Invented words that stand out, and how many tests they pass."""

from __future__ import annotations

import numpy as np
import pandas as pd


def keywords(*rows: tuple[object, str, float]) -> pd.DataFrame:
    """Words that stand out: (side, word, lrc); one that is not clear has an interval with one end open."""
    table = pd.DataFrame(rows, columns=["side", "word", "lrc"])
    clear = table["lrc"] != 0
    counts = {
        "kind": "content word",
        "n": 12,
        "n_other": 1_000,
        "n_most": 2,
        "log_ratio": 2.5,
        "g2": 9.0,
        "q": 0.01,
        "turns_q": 0.01,
    }
    return table.assign(**counts, low=table["lrc"].where(clear, -1), high=np.where(clear, 4, np.inf))


def evidence(**counts: int) -> pd.DataFrame:
    return pd.DataFrame([{"n_tested": 400, "by_lrc": 0, "by_all": 0, **counts}])


def chance(observed: float, mean: float, low: float, high: float) -> pd.DataFrame:
    """How many words are clear, and how many when turns are dealt, as from `list_chance`."""
    rows = [("keywords", "all", observed, mean, low, high, 1_000)]
    return pd.DataFrame(rows, columns=["figure", "source", "observed", "mean", "low", "high", "n_draws"])
