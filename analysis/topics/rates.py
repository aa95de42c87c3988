"""How often topics come up: rates by event, text and role, shares of paragraphs and turns, comparisons."""

from __future__ import annotations

from collections.abc import Collection
from itertools import product

import numpy as np
import pandas as pd

from analysis.own_words import list_events
from analysis.roles import OWN, SPOKEN
from analysis.statistics import (
    RATE,
    Samples,
    TurnSums,
    adjust_p,
    bootstrap_interval,
    compare_all,
    describe_rate,
    list_turn_hits,
    measure_sums,
    rate_interval,
    share_interval,
)
from analysis.topics.counts import list_topics
from analysis.topics.placed import Events, Placed, choose_events, place_topics

TURN = ["source", "turn"]
RATED = [
    "n", "n_words", "per_1000", "low", "high", "n_turns", "reason", "check_low", "check_high", "n_in_one",
]  # fmt: skip
COMPARED = [
    "event", "topic", "n", "per_1000", "others_n", "others_per_1000", "ratio", "low", "high", "p", "reason",
]  # fmt: skip
SHARED = ["k", "n", "share", "low", "high", "reason"]


def rate_topics(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Rate how often the speaker's own words mention each topic at each event.

    hits: one row per topic hit, from `find_matches`. segments: one row per run of one role (source, segment,
    turn, role, n_words). sources: one row per source (source, event, date, label, is_reference).
    Returns one row per (event, topic), in order of date: label, date, n hits, n_words, per_1000 (hits per
    1,000 own words), low and high (its 95 % confidence limits over turns, see `rate_interval`), n_turns,
    reason (why there are no limits, '' where there are), check_low and check_high (limits of
    `bootstrap_interval`, as a check), n_in_one (the hits in the turn that has most of them). Only the
    reference source of an event counts.
    """
    rates = _rate_groups(hits, select_own(segments, sources), ["event"])
    return _name_events(sources).merge(rates, on="event")


def rate_sources(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Rate how often each source mentions each topic in the speaker's own words, copies of an event included.

    Takes what `rate_topics` takes. Returns one row per (source, topic) by date: event, label, is_reference
    (False for a copy, which counts nowhere else), and the columns of `rate_topics` from n on.
    """
    texts = sources.sort_values(["date", "event", "is_reference"], ascending=[True, True, False])
    rates = _rate_groups(hits, _with_empty(segments[segments["role"].isin(OWN)], texts), ["source"])
    return texts[["source", "event", "label", "is_reference"]].merge(rates, on="source")


def rate_roles(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Rate how often each role mentions each topic: whose words, and in what form they reach us.

    Takes what `rate_topics` takes. Returns one row per (is_reference, role, topic), reference sources first,
    copies apart; roles are question, answer, quote and narration, as far as there are words of them.
    """
    spoken = segments[segments["role"].isin(SPOKEN)].merge(sources[["source", "is_reference"]], on="source")
    rates = _rate_groups(hits, spoken, ["is_reference", "role"])
    return rates.sort_values(
        ["is_reference", "role", "topic"], ascending=[False, True, True], ignore_index=True
    )


def share_topics(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Tell in which share of its paragraphs and turns an event touches a topic, in the speaker's own words.

    Takes what `rate_topics` takes, with the paragraphs of segments. Returns one row per (event, topic, part):
    part ("paragraph" or "turn"), k (of them with a hit) of n, share, low, high and reason: 95 % limits. Turns
    are independent draws (see `share_interval`); paragraphs come in turns, and theirs are limits of a rate
    per paragraph over turns (see `rate_interval`), cut at 1.
    """
    own = select_own(segments, sources)
    placed = hits.merge(own[["event", "turn", "source", "segment", "paragraph"]], on=["source", "segment"])
    topics = list_topics(hits)
    rows = []
    for event, mine in own[own["n_words"] > 0].groupby("event"):
        parts = mine.groupby(TURN)["paragraph"].nunique()
        touched = placed[placed["event"] == event].drop_duplicates(["topic", *TURN, "paragraph"])
        for topic in topics:
            k = touched[touched["topic"] == topic].groupby(TURN).size().reindex(parts.index, fill_value=0)
            rows += [
                {"event": event, "topic": topic, "part": "paragraph", **_share_paragraphs(k, parts)},
                {"event": event, "topic": topic, "part": "turn", **_share_turns(int((k > 0).sum()), len(k))},
            ]
    shares = pd.DataFrame(rows, columns=["event", "topic", "part", *SHARED])
    return _name_events(sources).merge(shares, on="event")


def compare_topics(
    hits: pd.DataFrame,
    segments: pd.DataFrame,
    sources: pd.DataFrame,
    *,
    events: Collection[str] | None = None,
) -> pd.DataFrame:
    """Compare how often each event mentions each topic with how often all others together do.

    Takes what `rate_topics` takes; events: those that are compared with all others (default: each). Returns one
    row per (event, topic), in order of date: label, date, n,
    per_1000, others_n, others_per_1000, ratio (of the rates), low, high and p (see `ratio_interval`; NaN with
    a reason), p_adjusted (over all comparisons that have a p, which are the declared family; see `adjust_p`),
    differs (p_adjusted at most 0.05). Of two events the first is compared with the second and not again.
    """
    placed = place_topics(hits, segments)
    turns = TopicTurns(placed)
    compared = compare_turns(turns, choose_events(placed, sources), events_compared=events)
    return _name_events(sources).merge(compared, on="event")


class TopicTurns:
    """The speaker's own words in their turns, and the hits of each topic in them; placed: as from `place_topics`."""

    def __init__(self, placed: Placed) -> None:
        own = np.flatnonzero(~placed.is_question)
        number, first, turn = np.unique(placed.number_turns()[own], return_index=True, return_inverse=True)
        words = np.bincount(turn, placed.n_words[own], len(number))
        turn_of = np.full(len(placed.source), -1)
        turn_of[own] = turn
        of_hit = turn_of[placed.row]
        cells = np.bincount(placed.topic[of_hit >= 0] * len(number) + of_hit[of_hit >= 0])
        cell = np.flatnonzero(cells)
        entries = (*np.divmod(cell, max(1, len(number))), cells[cell])
        self.source, self.topics = placed.source[own[first]], placed.topics
        self.hits = list_turn_hits(words, entries, len(self.topics))


def compare_turns(
    turns: TopicTurns, events: Events, *, events_compared: Collection[str] | None = None
) -> pd.DataFrame:
    """Compare as `compare_topics` does: one row per (event, topic), in order of date, without label and date."""
    event = events.of[turns.source]
    whole = turns.hits.sum_up(event >= 0)
    listed = events.names if len(events.names) > 2 else events.names[: len(events.names) - 1]
    numbers = [n for n, name in enumerate(listed) if events_compared is None or name in events_compared]
    parts = [_compare(whole, turns.hits.sum_up(event == number)) for number in numbers]
    pairs = product([events.names[number] for number in numbers], turns.topics)
    table = pd.DataFrame(pairs, columns=COMPARED[:2]).reindex(columns=COMPARED)
    if parts:
        table = table.assign(**{name: np.concatenate([part[name] for part in parts]) for name in parts[0]})
    table = table.assign(p_adjusted=adjust_p(table["p"].astype(float)))
    return table.assign(differs=table["p_adjusted"] <= RATE)


def sort_topics(table: pd.DataFrame, topics: pd.DataFrame) -> pd.DataFrame:
    """Put the topics in the order in which they were decided, and give each its label; events by date.

    table: one row per (event, topic), with date, as from `rate_topics`. topics: one row per topic (topic,
    label). The order ranks nothing: lists of patterns are of unlike make-up. Returns the same rows.
    """
    rank = table["topic"].map({topic: place for place, topic in enumerate(topics["topic"])})
    labels = dict(zip(topics["topic"], topics["label"], strict=True))
    placed = table.assign(rank=rank, topic=table["topic"].astype(str).map(labels))
    return placed.sort_values(["rank", "date", "event"], ignore_index=True).drop(columns="rank")


def _name_events(sources: pd.DataFrame) -> pd.DataFrame:
    """Return each event once, by date: event, label, date; a period of several interviews has several sources."""
    return list_events(sources)[["event", "label", "date"]].drop_duplicates("event", ignore_index=True)


def select_own(segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Return the segments of own words of reference sources, with their event."""
    return _with_empty(segments[segments["role"].isin(OWN)], list_events(sources))


def _with_empty(segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Give segments the event of their source; a source without any stays, as one turn of no words."""
    placed = sources[["source", "event"]].merge(segments, on="source", how="left")
    return placed.fillna({"turn": 0, "n_words": 0})


def count_turns(hits: pd.DataFrame, spoken: pd.DataFrame, by: list[str]) -> tuple[pd.DataFrame, pd.Series]:
    """Return the hits and the words of each turn, a row a turn: hits with a column a topic."""
    turn = list(dict.fromkeys([*by, *TURN]))
    words = spoken.groupby(turn)["n_words"].sum()
    keys = list(dict.fromkeys(["source", "segment", *turn]))
    placed = hits.drop(columns=[c for c in hits if c in by and c != "source"]).merge(
        spoken[keys], on=["source", "segment"]
    )
    counts = placed.groupby([*turn, "topic"], observed=True).size().unstack("topic", fill_value=0)
    return counts.reindex(index=words.index, columns=list_topics(hits), fill_value=0), words


def _rate_groups(hits: pd.DataFrame, spoken: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Rate each topic in each group of turns: one row a (*by, topic)."""
    counts, words = count_turns(hits, spoken, by)
    rows = [
        {**dict(zip(by, group, strict=True)), "topic": topic, **_rate(turns[topic], words.loc[turns.index])}
        for group, turns in counts.groupby(level=by)
        for topic in turns
    ]
    return pd.DataFrame(rows, columns=[*by, "topic", *RATED])


def _rate(counts: pd.Series, words: pd.Series) -> dict[str, object]:
    low, high, _ = bootstrap_interval(counts, words)
    checks = {"check_low": 1000 * low, "check_high": 1000 * high}
    return {**describe_rate(counts, words), **checks, "n_in_one": int(counts.max()) if len(counts) else 0}


def _share_paragraphs(touched: pd.Series, parts: pd.Series) -> dict[str, object]:
    low, high, reason = rate_interval(touched, parts)
    k, n = int(touched.sum()), int(parts.sum())
    return dict(
        zip(SHARED, [k, n, k / n, low, min(high, 1.0) if high == high else high, reason], strict=True)
    )


def _share_turns(k: int, n: int) -> dict[str, object]:
    return dict(zip(SHARED, [k, n, k / n, *share_interval(k, n)], strict=True))


def _compare(whole: TurnSums, mine: TurnSums) -> dict[str, object]:
    """Compare some turns with all others: the figures of all topics, by their name."""
    one, other = measure_sums(mine), measure_sums(whole.without(mine))
    figures = {"n": one.n.astype(int), "per_1000": _rate_per_1000(one)}
    figures |= {"others_n": other.n.astype(int), "others_per_1000": _rate_per_1000(other)}
    return figures | compare_all(one, other)._asdict()


def _rate_per_1000(sample: Samples) -> np.ndarray:
    return 1000 * sample.n / sample.n_words if sample.n_words else np.full(len(sample.n), np.nan)
