"""How well the dictionary agrees with hand coding, and what its errors do to the share of a topic."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from analysis.statistics import Share, correct_share, effective_n, f_score, wilson_share
from analysis.validation.agreement import PARAGRAPH, draw_resamples

MEASURES = ("precision", "recall", "f1")


def score_coding(
    predicted: pd.DataFrame,
    coded: pd.DataFrame,
    *,
    weights: pd.DataFrame | None = None,
    topics: list[str] | None = None,
) -> pd.DataFrame:
    """Score predicted topics of paragraphs against those that people coded.

    predicted: one row per (source, paragraph, topic). coded: the same; a paragraph that was read and found to
    be about no topic is a row with the topic ''. Paragraphs nobody coded are left out of the score.
    weights: one row per (source, paragraph): weight, how many paragraphs it stands for; coded paragraphs
    without a weight are left out. None: each stands for itself. topics: to be scored, found or not; None:
    those that occur.
    Returns one row per topic, in alphabetical order, then `micro` (all decisions pooled) and `macro` (the
    mean over topics; its counts are the totals): n_coded, n_predicted, n_both (paragraphs, not weighted),
    precision (both / predicted), recall (both / coded) and f1 (their harmonic mean), weighted, NaN where
    undefined, higher is better, 1 is perfect; the 95 % limits of each, _low and _high; and reason (why a
    figure is missing). Limits of a topic take its paragraphs for independent (`wilson_share`, `f_score`), as
    many as their weights are worth; those of micro and macro are percentiles over resamples of whole
    paragraphs.
    Source: van Rijsbergen (1979), Information Retrieval, chapter 7.
    """
    known = set(coded["topic"]) | set(predicted["topic"].astype(str)) if topics is None else set(topics)
    topics = sorted(known - {""})
    y, x, weight = _align(predicted, coded, weights, topics)
    sets = {"n_coded": y, "n_predicted": x, "n_both": y & x}
    counts = pd.DataFrame({name: marks.sum(axis=0) for name, marks in sets.items()}, index=topics)
    scores = [_score_topic(*columns, weight) for columns in zip(y.T, x.T, strict=True)]
    rows = pd.concat([counts, pd.DataFrame(scores, index=topics, columns=[*_columns(), "reason"])], axis=1)
    return pd.concat([rows, _pool(rows, y, x, weight)]).rename_axis("topic").reset_index()


def correct_shares(
    predicted: pd.DataFrame,
    coded: pd.DataFrame,
    paragraphs: pd.DataFrame,
    *,
    weights: pd.DataFrame | None = None,
    topics: list[str],
) -> pd.DataFrame:
    """Estimate the share of paragraphs that are about each topic, from the predictions and their errors.

    predicted, coded, weights: as for `score_coding`. paragraphs: one row per paragraph that the share is of.
    Returns one row per topic: n_paragraphs, n_predicted (of all of them), share_predicted, share (what people
    would code, see `correct_share`), low, high, and reason. The errors measured on the coded paragraphs are
    taken for those made on all. Where all paragraphs are coded, share is the coded share itself.
    """
    topics = sorted(topics)
    y, x, weight = _align(predicted, coded, weights, topics)
    places = pd.MultiIndex.from_frame(paragraphs[PARAGRAPH])
    found = _mark(predicted, places, topics)
    rows = [
        {"topic": topic, "n_paragraphs": len(places), "n_predicted": int(f.sum()),
         "share_predicted": f.mean() if len(places) else math.nan, **_correct(f, t, p, weight)}
        for topic, f, t, p in zip(topics, found.T, y.T, x.T, strict=True)
    ]  # fmt: skip
    columns = ["topic", "n_paragraphs", "n_predicted", "share_predicted", *Share._fields]
    return pd.DataFrame(rows, columns=columns)


def _align(
    predicted: pd.DataFrame, coded: pd.DataFrame, weights: pd.DataFrame | None, topics: list[str]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return what is coded and what predicted, a row a coded paragraph, a column a topic, and the weights."""
    read = coded[PARAGRAPH].drop_duplicates().sort_values(PARAGRAPH)  # resamples are drawn by place
    read = read.assign(weight=1.0) if weights is None else read.merge(weights, on=PARAGRAPH)
    places = pd.MultiIndex.from_frame(read[PARAGRAPH])
    return _mark(coded, places, topics), _mark(predicted, places, topics), read["weight"].to_numpy(float)


def _mark(table: pd.DataFrame, places: pd.MultiIndex, topics: list[str]) -> np.ndarray:
    row = places.get_indexer(pd.MultiIndex.from_frame(table[PARAGRAPH]))
    column = pd.Index(topics, dtype=object).get_indexer(table["topic"].astype(object))
    marks = np.zeros((len(places), len(topics)), dtype=bool)
    marks[row[(row >= 0) & (column >= 0)], column[(row >= 0) & (column >= 0)]] = True
    return marks


def _weigh(marks: np.ndarray, weight: np.ndarray) -> tuple[float, float]:
    """Return the weight of the marked paragraphs, and of how many equal ones they are worth."""
    total = float(weight @ marks)
    return total, effective_n(total, float(weight**2 @ marks))


def _weigh_hidden(marks: np.ndarray, weight: np.ndarray) -> tuple[float, float]:
    """Do the same for paragraphs that no prediction tells, of which those that weigh most may be unseen.

    A few misses would weigh more than the many finds at hand, so that these are worth no more than the whole
    sample is on average; without this, limits of recall cover too seldom.
    """
    total, n = _weigh(marks, weight)
    whole, n_whole = _weigh(np.ones(len(weight), dtype=bool), weight)
    return total, min(n, n_whole * total / whole if whole else 0.0)


def _score_topic(y: np.ndarray, x: np.ndarray, weight: np.ndarray) -> tuple:
    both = float(weight @ (y & x))
    shares = [
        measure(both / total * n if n else 0, n)
        for measure, weigh, marks in (
            (wilson_share, _weigh, x),
            (wilson_share, _weigh_hidden, y),
            (f_score, _weigh_hidden, y | x),
        )
        for total, n in [weigh(marks, weight)]
    ]
    return *(limit for share in shares for limit in share[:3]), _explain(y, x)


def _explain(y: np.ndarray, x: np.ndarray) -> str:
    if not len(y):
        return "not coded"
    if not y.any():
        return "no coded paragraph is about it"
    return "" if x.any() else "predicted for no coded paragraph"


def _columns() -> list[str]:
    return [measure + limit for measure in MEASURES for limit in ("", "_low", "_high")]


def _pool(rows: pd.DataFrame, y: np.ndarray, x: np.ndarray, weight: np.ndarray) -> pd.DataFrame:
    """Return the rows micro and macro."""
    times = np.vstack([np.ones(len(y)), draw_resamples(len(y))]) if len(y) else np.ones((1, 0))
    totals = [(times * weight) @ marks for marks in (y & x, x, y)]
    pooled = {
        "micro": _divide(*(total.sum(axis=1) for total in totals)),
        "macro": np.array([_mean(by_topic) for by_topic in _divide(*totals)]),
    }
    limits = pd.DataFrame({name: _limit(measures) for name, measures in pooled.items()}).T
    counts = dict(rows[["n_coded", "n_predicted", "n_both"]].sum())
    return limits.assign(**counts, reason="" if len(y) else "not coded")[rows.columns]


def _divide(both: np.ndarray, predicted: np.ndarray, coded: np.ndarray) -> np.ndarray:
    """Return precision, recall and F1, NaN where undefined."""
    pairs = ((both, predicted), (both, coded), (2 * both, predicted + coded))
    return np.array([top / np.where(bottom > 0, bottom, np.nan) for top, bottom in pairs])


def _mean(by_topic: np.ndarray) -> np.ndarray:
    """Average over the topics for which a measure is defined."""
    n = (~np.isnan(by_topic)).sum(axis=1)
    return np.nansum(by_topic, axis=1) / np.where(n > 0, n, np.nan)


def _limit(measures: np.ndarray) -> dict[str, float]:
    """Name the measures (first column) and their limits over resamples (the others)."""
    limits = {}
    for name, (value, *resampled) in zip(MEASURES, measures, strict=True):
        sure = [v for v in resampled if not math.isnan(v)] or [math.nan]
        low, high = np.quantile(sure, [0.025, 0.975])
        limits |= {name: value, f"{name}_low": low, f"{name}_high": high}
    return limits


def _correct(found: np.ndarray, y: np.ndarray, x: np.ndarray, weight: np.ndarray) -> dict[str, object]:
    if not len(y) or not len(found):
        return Share(math.nan, math.nan, math.nan, "not coded")._asdict()
    (positive, n_positive), (negative, n_negative) = (_weigh_hidden(marks, weight) for marks in (y, ~y))
    return correct_share(
        found.mean(),
        len(found),
        sensitivity=float(weight @ (y & x)) / positive if positive else math.nan,
        n_positive=n_positive,
        specificity=float(weight @ ~(y | x)) / negative if negative else math.nan,
        n_negative=n_negative,
    )._asdict()
