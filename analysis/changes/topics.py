"""Topics that new events mention more often, or less, than the events before."""

from __future__ import annotations

import pandas as pd

from analysis.changes.rows import State, shape_rows
from analysis.topics import compare_sides

MORE, LESS, AS_BEFORE, UNKNOWN = "more often", "less often", "as before", "not compared"
_NAMES = {
    "n": "n_new",
    "others_n": "n_before",
    "k": "k_new",
    "others_k": "k_before",
    "per_1000": "observed",
    "others_per_1000": "expected",
}


def list_topic_changes(after: State, new: list[str]) -> pd.DataFrame:
    """Compare how often the new events mention each topic with the events before: one row a topic, as decided.

    after: as for `compare_states`. new: the new events. change: "more often" or "less often" where the ratio of the
    rates differs from 1 after adjustment over all topics, else "as before", which does not say that nothing changed,
    or "not compared" where there is no p.
    name: the label of the topic. observed, expected: mentions per 1,000 own words in the new events and before; low,
    high: 95 % interval of the latter over turns; other columns as from `topics.compare_sides`.
    """
    table = compare_sides(after.topic_hits, after.segments, after.sources, events=new).rename(columns=_NAMES)
    labels = dict(zip(after.topics["topic"], after.topics["label"], strict=True))
    order = {topic: place for place, topic in enumerate(labels)}
    table = table.sort_values("topic", key=lambda topics: topics.astype(str).map(order))
    change = [_name_change(row) for row in table.itertuples()]
    n_before = after.sources.loc[~after.sources["event"].isin(new), "event"].nunique()
    named = table.assign(about="topic", change=change, name=table["topic"].astype(str).map(labels))
    return shape_rows(named.assign(events="; ".join(new), n_events_before=n_before))


def _name_change(row) -> str:
    if pd.isna(row.p):
        return UNKNOWN
    if not row.differs:
        return AS_BEFORE
    return MORE if row.ratio > 1 else LESS
