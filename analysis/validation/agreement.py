"""Do people who code the same paragraphs agree, beyond what chance would bring about?"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

PARAGRAPH = ["source", "paragraph"]
ALL_TOPICS = "all topics"
N_RESAMPLED = 2000
FEWEST_PARAGRAPHS = 10
RESAMPLING_SEED = 1
NO_AND_YES = np.array([0.0, 1.0])


def krippendorff_alpha(values: ArrayLike) -> float:
    """Return Krippendorff's alpha for nominal data: 1 is perfect agreement, 0 what chance would bring about.

    values: one row per unit, one column per coder; numbers, NaN where a coder did not code a unit. Units with
    fewer than two values are left out. NaN where all values are the same: then nothing can be disagreed upon.
    Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C; Hayes and Krippendorff
    (2007), Answering the call for a standard reliability measure for coding data, Communication Methods and
    Measures 1.
    """
    values = np.asarray(values, dtype=float)
    return float(_alpha(*_sum_units(values, np.unique(values[~np.isnan(values)]))))


def measure_agreement(coded: pd.DataFrame, topics: list[str], *, level: float = 0.95) -> pd.DataFrame:
    """Measure how well coders agree on each topic, and on all of them together.

    coded: one row per (source, paragraph, coder, topic), topic '' where a coder found none. topics: those
    that coders could choose.
    Returns one row per topic and a last one, 'all topics', in which every topic of every paragraph is a
    decision: n_paragraphs (read by two or more coders), n_coders, n_coded (decisions for the topic by any of
    them), agreement (share of pairs of coders that agree, from 0 to 1), alpha (see `krippendorff_alpha`; yes
    or no on each topic), low and high, and reason (why there is no alpha or no interval, '' where there is).
    The limits are percentiles of 2,000 resamples of whole paragraphs with a fixed seed, as Zapf et al. (2016)
    recommend, Measuring inter-rater reliability for nominal data, BMC Medical Research Methodology 16;
    fewer than ten paragraphs, or coders who never disagree, give none.
    """
    decisions = _arrange(coded, topics)
    decisions = decisions[(~np.isnan(decisions)).any(axis=2).sum(axis=1) > 1]
    parts = [_sum_units(decisions[:, :, place], NO_AND_YES) for place in range(len(topics))]
    pooled = tuple(sum(arrays) for arrays in zip(*parts, strict=True)) or (np.empty(0), np.empty((0, 2)))
    size = {"n_paragraphs": len(decisions), "n_coders": coded["coder"].nunique()}
    rows = [
        {"topic": topic, **size, **_describe(*sums, level)}
        for topic, sums in zip([*topics, ALL_TOPICS], [*parts, pooled], strict=True)
    ]
    return pd.DataFrame(rows)


def _arrange(coded: pd.DataFrame, topics: list[str]) -> np.ndarray:
    """Return 1 (yes), 0 (no) or NaN (not read) by paragraph, coder and topic."""
    paragraphs = pd.MultiIndex.from_frame(coded[PARAGRAPH])
    read, row = np.unique(paragraphs, return_inverse=True)
    coders, column = np.unique(coded["coder"].to_numpy(dtype=str), return_inverse=True)
    decisions = np.full((len(read), len(coders), len(topics)), np.nan)
    decisions[row, column] = 0
    depth = pd.Index(topics).get_indexer(coded["topic"])
    decisions[row[depth >= 0], column[depth >= 0], depth[depth >= 0]] = 1
    return decisions


def _sum_units(values: np.ndarray, known: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return for each unit how much its values disagree, and how often it has each of the known values.

    A unit with m values counts its disagreeing ordered pairs divided by m - 1; one with a single value
    counts nothing.
    """
    counts = (values[:, :, None] == known).sum(axis=1).astype(float)
    counts[counts.sum(axis=1) < 2] = 0
    m = counts.sum(axis=1)
    return (m**2 - (counts**2).sum(axis=1)) / np.maximum(m - 1, 1), counts


def _alpha(disagreement: np.ndarray, counts: np.ndarray, times: np.ndarray | None = None) -> np.ndarray:
    """Return alpha; times: how often each unit is taken, one row a resample."""
    times = np.ones(len(disagreement)) if times is None else times
    observed, totals = times @ disagreement, times @ counts
    n = totals.sum(axis=-1)
    expected = n**2 - (totals**2).sum(axis=-1)
    return 1 - (n - 1) * observed / np.where(expected > 0, expected, np.nan)


def _describe(disagreement: np.ndarray, counts: np.ndarray, level: float) -> dict[str, object]:
    n, alpha = counts.sum(), float(_alpha(disagreement, counts))
    low, high, reason = _resample(disagreement, counts, alpha, level)
    agreement = 1 - float(disagreement.sum() / n) if n else math.nan
    coded = int(counts[:, 1].sum())
    return {"n_coded": coded, "agreement": agreement, "alpha": alpha, "low": low, "high": high,
            "reason": reason}  # fmt: skip


def _resample(
    disagreement: np.ndarray, counts: np.ndarray, alpha: float, level: float
) -> tuple[float, float, str]:
    n = len(disagreement)
    if not n:
        return math.nan, math.nan, "no paragraph was read by two coders"
    if math.isnan(alpha):
        return math.nan, math.nan, "all decisions are the same"
    if n < FEWEST_PARAGRAPHS:
        return math.nan, math.nan, f"fewer than {FEWEST_PARAGRAPHS} paragraphs"
    if not disagreement.any():
        return math.nan, math.nan, "the coders never disagree"
    resampled = _alpha(disagreement, counts, draw_resamples(n))
    low, high = np.nanquantile(resampled, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high), ""


def draw_resamples(n: int) -> np.ndarray:
    """Return how often each of n paragraphs is taken, one row per resample; the seed is fixed."""
    times = np.random.default_rng(RESAMPLING_SEED).multinomial(n, np.full(n, 1 / n), size=N_RESAMPLED)
    return times.astype(float)
