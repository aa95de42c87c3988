"""How well the dictionary agrees with hand coding, and what its errors do to the share of a topic."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

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
    marks = _align(predicted, coded, weights, topics)
    sets = {"n_coded": marks.coded, "n_predicted": marks.predicted, "n_both": marks.both}
    counts = pd.DataFrame({name: marked.sum(axis=0) for name, marked in sets.items()}, index=topics)
    scores = [_score_topic(topic) for topic in marks.split()]
    measured = pd.DataFrame(scores, index=topics, columns=[*_columns(), "reason"])
    rows = pd.concat([counts, measured], axis=1)
    return pd.concat([rows, _pool(rows, marks)]).rename_axis("topic").reset_index()


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
    marks = _align(predicted, coded, weights, topics)
    places = pd.MultiIndex.from_frame(paragraphs[PARAGRAPH])
    found = _mark(predicted, places, topics)
    rows = [
        {"topic": topic, "n_paragraphs": len(places), **_count_found(marked), **_correct(marked, known)}
        for topic, marked, known in zip(topics, found.T, marks.split(), strict=True)
    ]
    columns = ["topic", "n_paragraphs", "n_predicted", "share_predicted", *Share._fields]
    return pd.DataFrame(rows, columns=columns)


class _Marks(NamedTuple):
    """What is coded and what predicted: a row a coded paragraph, a column a topic; or one topic alone."""

    coded: np.ndarray
    predicted: np.ndarray
    weight: np.ndarray  # how many paragraphs each row stands for

    @property
    def both(self) -> np.ndarray:
        return self.coded & self.predicted

    @property
    def either(self) -> np.ndarray:
        return self.coded | self.predicted

    def split(self) -> list[_Marks]:
        """Return the marks of each topic alone."""
        pairs = zip(self.coded.T, self.predicted.T, strict=True)
        return [_Marks(coded, predicted, self.weight) for coded, predicted in pairs]


class _Weighed(NamedTuple):
    """The weight of some paragraphs, and of how many equal ones they are worth."""

    total: float
    n: float


def _align(
    predicted: pd.DataFrame, coded: pd.DataFrame, weights: pd.DataFrame | None, topics: list[str]
) -> _Marks:
    """Mark what is coded and what is predicted in the coded paragraphs."""
    read = coded[PARAGRAPH].drop_duplicates().sort_values(PARAGRAPH)  # resamples are drawn by place
    read = read.assign(weight=1.0) if weights is None else read.merge(weights, on=PARAGRAPH)
    places = pd.MultiIndex.from_frame(read[PARAGRAPH])
    marks = (_mark(table, places, topics) for table in (coded, predicted))
    return _Marks(*marks, read["weight"].to_numpy(float))


def _mark(table: pd.DataFrame, places: pd.MultiIndex, topics: list[str]) -> np.ndarray:
    """Mark in which of the places (rows) a table has which of the topics (columns)."""
    row = places.get_indexer(pd.MultiIndex.from_frame(table[PARAGRAPH]))
    column = pd.Index(topics, dtype=object).get_indexer(table["topic"].astype(object))
    is_known = (row >= 0) & (column >= 0)
    marks = np.zeros((len(places), len(topics)), dtype=bool)
    marks[row[is_known], column[is_known]] = True
    return marks


def _weigh(marks: np.ndarray, weight: np.ndarray) -> _Weighed:
    total = float(weight @ marks)
    return _Weighed(total, effective_n(total, float(weight**2 @ marks)))


def _weigh_hidden(marks: np.ndarray, weight: np.ndarray) -> _Weighed:
    """Do the same for paragraphs that no prediction tells, of which those that weigh most may be unseen.

    A few misses would weigh more than the many finds at hand, so that these are worth no more than the whole
    sample is on average; without this, limits of recall cover too seldom.
    """
    hidden, whole = _weigh(marks, weight), _weigh(np.ones(len(weight), dtype=bool), weight)
    on_average = whole.n * hidden.total / whole.total if whole.total else 0.0
    return hidden._replace(n=min(hidden.n, on_average))


def _score_topic(marks: _Marks) -> list:
    """Return precision, recall and F1 of one topic, each with its limits, and why one is missing."""
    both = float(marks.weight @ marks.both)
    precision = _share(wilson_share, both, _weigh(marks.predicted, marks.weight))
    recall = _share(wilson_share, both, _weigh_hidden(marks.coded, marks.weight))
    f1 = _share(f_score, both, _weigh_hidden(marks.either, marks.weight))
    return [*precision[:3], *recall[:3], *f1[:3], _explain(marks)]


def _share(measure: Callable[[float, float], Share], both: float, of: _Weighed) -> Share:
    """Measure both as a part of others, in numbers of equal paragraphs."""
    return measure(both / of.total * of.n if of.n else 0, of.n)


def _explain(marks: _Marks) -> str:
    if not len(marks.coded):
        return "not coded"
    if not marks.coded.any():
        return "no coded paragraph is about it"
    return "" if marks.predicted.any() else "predicted for no coded paragraph"


def _columns() -> list[str]:
    return [measure + limit for measure in MEASURES for limit in ("", "_low", "_high")]


def _pool(rows: pd.DataFrame, marks: _Marks) -> pd.DataFrame:
    """Return the rows micro and macro."""
    n = len(marks.coded)
    times = np.vstack([np.ones(n), draw_resamples(n)]) if n else np.ones((1, 0))
    weights = times * marks.weight
    totals = [weights @ marked for marked in (marks.both, marks.predicted, marks.coded)]
    by_topic = _divide(*totals)
    pooled = {
        "micro": _divide(*(total.sum(axis=1) for total in totals)),
        "macro": np.array([_mean(measure) for measure in by_topic]),
    }
    limits = pd.DataFrame({name: _limit(measures) for name, measures in pooled.items()}).T
    counts = dict(rows[["n_coded", "n_predicted", "n_both"]].sum())
    return limits.assign(**counts, reason="" if n else "not coded")[rows.columns]


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


def _count_found(found: np.ndarray) -> dict[str, object]:
    share = found.mean() if len(found) else math.nan
    return {"n_predicted": int(found.sum()), "share_predicted": share}


def _correct(found: np.ndarray, marks: _Marks) -> dict[str, object]:
    """Correct the share of paragraphs in which a topic is found by the errors made in the coded ones."""
    if not len(marks.coded) or not len(found):
        return Share(math.nan, math.nan, math.nan, "not coded")._asdict()
    positive, negative = (_weigh_hidden(cases, marks.weight) for cases in (marks.coded, ~marks.coded))
    n_found, n_passed = (float(marks.weight @ cases) for cases in (marks.both, ~marks.either))
    return correct_share(
        found.mean(),
        len(found),
        sensitivity=n_found / positive.total if positive.total else math.nan,
        n_positive=positive.n,
        specificity=n_passed / negative.total if negative.total else math.nan,
        n_negative=negative.n,
    )._asdict()
