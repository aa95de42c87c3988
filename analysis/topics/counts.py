"""How often each source mentions each topic, and which topics were looked for."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.patterns import find_matches


def count_topics(
    tokens: pd.DataFrame, patterns: pd.DataFrame, *, sources: Iterable[str] = ()
) -> pd.DataFrame:
    """Count how often each source mentions each topic.

    tokens: one row per word (see `find_matches`), of the roles that should count.
    patterns: one row per pattern (topic, pattern). sources: names of sources that may have no word in tokens,
    as in a released table, and count as silent.
    Returns one row per (source, topic), silent pairs included as zero: n.
    """
    hits = find_matches(tokens, patterns, by="topic")
    pairs = [sorted({*tokens["source"], *sources}), list_topics(hits)]
    counts = hits.groupby(["source", "topic"], observed=True).size()
    silent_too = pd.MultiIndex.from_product(pairs, names=counts.index.names)
    return counts.reindex(silent_too, fill_value=0).rename("n").reset_index()


def list_topics(hits: pd.DataFrame) -> list[str]:
    """Return all topics that were looked for, found or not, in alphabetical order."""
    return sorted(hits["topic"].astype("category").cat.categories)
