"""The dictionary of topics at work: where its patterns hit, and what each of them does."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.own_words import are_of_references
from analysis.roles import OWN

TOPIC_HIT = ["topic", "pattern", "source", "paragraph", "role", "start", "end"]
NEVER = "never found"
FATE_COLUMNS = {"gives way": "n_yielded", "cancelled": "n_cancelled", "cancels": "n_cancelling"}


def list_topic_hits(hits: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """List every hit of every topic, whatever the role and the source.

    hits: one row per topic hit, from `find_matches`. segments: one row per run of one role (source, segment,
    paragraph). Returns one row per hit, by source and place: topic, pattern, source, paragraph, role, start
    and end (character offsets into the source text).
    """
    placed = hits.merge(segments[["source", "segment", "paragraph"]], on=["source", "segment"])
    placed = placed.astype({"topic": str}).sort_values(["source", "start", "topic"], ignore_index=True)
    return placed[TOPIC_HIT]


def count_patterns(matches: pd.DataFrame, patterns: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Count what each pattern of the dictionary does, those that do nothing included.

    matches: one row per match with its fate, from `find_raw_matches`. patterns: one row per pattern (topic,
    pattern, reason). sources: one row per source (source, is_reference).
    Returns one row per pattern, by topic and then in the order given: topic, pattern, reason, n_own (hits
    that count: in own words of reference sources), n_other (hits in other roles there), n_copies (hits in
    sources that are no reference, in any role), n_yielded (matches that gave way to a longer one, or to an
    earlier or another one as long), n_cancelled (matches that a cancelling pattern took away), n_cancelling
    (places where a cancelling pattern stands), and does (all this in two or three words).
    """
    reference = are_of_references(matches, sources)
    own = matches["role"].isin(OWN)
    hit = np.select([reference & own, reference], ["n_own", "n_other"], "n_copies")
    what = matches["fate"].map(FATE_COLUMNS).where(matches["fate"] != "counts", hit)
    columns = ["n_own", "n_other", "n_copies", *FATE_COLUMNS.values()]
    counts = matches.assign(what=what, topic=matches["topic"].astype(str))
    counts = counts.groupby(["topic", "pattern", "what"]).size().unstack("what", fill_value=0)
    counts = counts.reindex(columns=columns, fill_value=0).reset_index()
    table = patterns.merge(counts, on=["topic", "pattern"], how="left")
    table = table.fillna(dict.fromkeys(columns, 0)).astype(dict.fromkeys(columns, "int64"))
    found = [table["n_own"] > 0, table["n_other"] > 0, table["n_copies"] > 0, table["n_cancelling"] > 0]
    does = ["counts", "found in other roles only", "found in copies only", "cancels"]
    less = [table["n_cancelled"] > 0, table["n_yielded"] > 0]
    table["does"] = np.select([*found, *less], [*does, "always cancelled", "always gives way"], NEVER)
    return table.sort_values("topic", kind="stable", ignore_index=True)


def sum_patterns(counted: pd.DataFrame, *, most: int = 3) -> pd.DataFrame:
    """Sum up what the patterns of each topic do.

    counted: one row per pattern, from `count_patterns`. Returns one row per topic, in alphabetical order:
    topic, n_patterns, n_counting (patterns with hits that count), n_never (patterns never found), n_own (hits
    that count) and commonest (the patterns with most of them, at most so many, with their hits).
    """
    flags = counted.assign(n_counting=counted["n_own"] > 0, n_never=counted["does"] == NEVER, n_patterns=1)
    table = flags.groupby("topic")[["n_patterns", "n_counting", "n_never", "n_own"]].sum()
    commonest = _name_commonest(counted, most).reindex(table.index, fill_value="")
    return table.assign(commonest=commonest).reset_index()


def _name_commonest(counted: pd.DataFrame, most: int) -> pd.Series:
    """Name the patterns of each topic with most hits that count, with their hits."""
    hitting = counted[counted["n_own"] > 0]
    ranked = hitting.sort_values(["n_own", "pattern"], ascending=[False, True])
    named = ranked["pattern"] + " " + ranked["n_own"].astype(str)
    return named.groupby(ranked["topic"]).agg(lambda texts: ", ".join(texts.head(most)))
