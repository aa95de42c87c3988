"""What a build says that the last one did not: texts, phrases and topics."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from analysis.changes.phrases import list_phrase_changes
from analysis.changes.rows import State, shape_rows
from analysis.changes.texts import list_new_events, list_text_changes
from analysis.changes.topics import list_topic_changes


def compare_states(before: Collection[str], after: State) -> pd.DataFrame:
    """List what is new since the last build.

    before: the sources that the last build held. after: the tables of this one. Of the last build no more than its
    sources is asked, so that both sides are counted by the same rules and decisions, and what differs was said.
    An event is new if none of its sources was there before. Own words of reference sources count.
    Returns one row a text that was added, then one a phrase and one a topic, in the columns `CHANGES`; see the
    functions that list them. Without a new event, or without one before, there are texts alone.
    """
    new = list_new_events(before, after.sources)
    texts = list_text_changes(before, after)
    n_before = after.sources.loc[~after.sources["event"].isin(new), "event"].nunique()
    if not new or not n_before:
        return texts
    parts = [texts, list_phrase_changes(after, new), list_topic_changes(after, new)]
    return shape_rows(pd.concat([part for part in parts if len(part)], ignore_index=True))
