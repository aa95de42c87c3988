"""Topics in some events beside all others: which rates have moved."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from analysis.statistics import RATE, adjust_p, describe_rate, ratio_interval
from analysis.topics.rates import count_turns, select_own

SIDES = (
    "topic n others_n k others_k per_1000 others_per_1000 low high ratio p p_adjusted differs n_as_far reason"
)


def compare_sides(
    hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame, *, events: Collection[str]
) -> pd.DataFrame:
    """Compare how often some events together mention each topic with how often all others together do.

    hits, segments, sources: as for `rate_topics`. events: the ones that are compared with the others.
    Returns one row per topic, by name: n and others_n (mentions), k and others_k (events that mention it), per_1000
    (mentions per 1,000 own words), others_per_1000 with low and high (its 95 % interval over turns, see
    `rate_interval`), ratio of the rates, p (see `ratio_interval`; missing with a reason), p_adjusted (over all topics
    that have a p, see `adjust_p`), differs (p_adjusted at most 0.05), and n_as_far: how many of the others, each
    alone, mention it at least as often (where the rate is higher; else at most as often) as these events do.
    """
    counts, words = count_turns(hits, select_own(segments, sources), ["event"])
    is_mine = words.index.get_level_values("event").isin(list(events))
    rows = [{"topic": topic, **_compare(counts[topic], words, is_mine)} for topic in counts]
    table = pd.DataFrame(rows, columns=SIDES.split())
    table["p_adjusted"] = adjust_p(table["p"].astype(float))
    return table.assign(differs=table["p_adjusted"] <= RATE)


def _compare(counts: pd.Series, words: pd.Series, is_mine) -> dict[str, object]:
    mine, others = ((counts[side], words[side]) for side in (is_mine, ~is_mine))
    rate, before = describe_rate(*mine), describe_rate(*others)
    tested = ratio_interval(mine, others)
    return {
        "n": rate["n"],
        "others_n": before["n"],
        "k": _count_events(mine[0]),
        "others_k": _count_events(others[0]),
        "per_1000": rate["per_1000"],
        "others_per_1000": before["per_1000"],
        "low": before["low"],
        "high": before["high"],
        "ratio": tested.ratio,
        "p": tested.p,
        "n_as_far": _count_as_far(*others, rate["per_1000"], is_higher=tested.ratio > 1),
        "reason": tested.reason,
    }


def _count_events(counts: pd.Series) -> int:
    """Count the events with a mention; counts: one number a turn (event, ...)."""
    return int((counts.groupby(level="event").sum() > 0).sum())


def _count_as_far(counts: pd.Series, words: pd.Series, rate: float, *, is_higher: bool) -> int:
    """Count the events whose own rate lies as far on that side as `rate`, per 1,000 words."""
    n, n_words = (column.groupby(level="event").sum() for column in (counts, words))
    rates = (1000 * n / n_words)[n_words > 0]
    return int((rates >= rate).sum() if is_higher else (rates <= rate).sum())
