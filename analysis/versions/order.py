"""In which order a report tells what its source says."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.versions.side_by_side import PAIR


def measure_order(passages: pd.DataFrame) -> pd.DataFrame:
    """Measure how far each report keeps the order of its source.

    passages: one row per link (report, report_sentence, source, source_sentence).
    Returns one row per pair: report, source, n_links, tau (Kendall's tau-b over links, Kendall 1945: 1 where
    the report keeps the order, -1 where it reverses it, near 0 where the orders are unrelated),
    share_reversed (of every two links that differ on both sides, those that the report tells the other way
    round), n_steps (from one linked sentence of the report to the next), n_back (steps to an earlier place of
    the source, a sentence standing at its first link), share_back (of steps). Where there is nothing to
    divide by, a value is missing.
    """
    rows = [(*pair, *_measure(links)) for pair, links in passages.groupby(PAIR)]
    columns = ["n_links", "tau", "share_reversed", "n_steps", "n_back", "share_back"]
    return pd.DataFrame(rows, columns=[*PAIR, *columns])


def measure_part_order(links: pd.DataFrame) -> pd.DataFrame:
    """Measure how far each report keeps the order inside the parts of its source.

    links: from `list_links`. Returns one row per (pair, part of the source) with a link: part, tau,
    share_reversed, as in `measure_order`; both missing where too little comes back to have an order.
    """
    linked = links.dropna(subset=["source_sentence", "report_sentence"])
    rows = []
    for part, of_part in linked.groupby([*PAIR, "source_part"]):
        report, source = (of_part[f"{side}_sentence"].to_numpy(dtype=int) for side in PAIR)
        rows.append((*part, _correlate(report, source), _share_reversed(report, source)))
    return pd.DataFrame(rows, columns=[*PAIR, "part", "tau", "share_reversed"])


def _measure(links: pd.DataFrame) -> tuple:
    report, source = (links[f"{side}_sentence"].to_numpy(dtype=int) for side in PAIR)
    first = links.groupby("report_sentence")["source_sentence"].min().sort_index()
    steps = np.diff(first.to_numpy(dtype=int))
    n_back = int((steps < 0).sum())
    tau, share_reversed = _correlate(report, source), _share_reversed(report, source)
    return len(links), tau, share_reversed, len(steps), n_back, _divide(n_back, len(steps))


def _correlate(report: np.ndarray, source: np.ndarray) -> float:
    """Return tau-b: the pairs in one order less those in the other, over the pairs that are apart on either side."""
    steps = _list_steps(report, source)
    n_apart = [np.count_nonzero(step) / 2 for step in steps]
    if not all(n_apart):
        return np.nan
    n_more = np.prod(steps, axis=0).sum() / 2
    return float(np.clip(n_more / np.sqrt(n_apart[0]) / np.sqrt(n_apart[1]), -1, 1))


def _share_reversed(report: np.ndarray, source: np.ndarray) -> float:
    """Return how many of every two links that differ on both sides stand the other way round."""
    direction = np.prod(_list_steps(report, source), axis=0)
    return _divide((direction < 0).sum(), (direction != 0).sum())


def _list_steps(report: np.ndarray, source: np.ndarray) -> list[np.ndarray]:
    """Return for each side whether the first of every two links stands behind (1), before (-1) or with the second."""
    return [np.sign(np.subtract.outer(side, side)) for side in (report, source)]


def _divide(part: int, whole: int) -> float:
    return part / whole if whole else np.nan
