"""Which topics come up together in one answer."""

from __future__ import annotations

import pandas as pd

from analysis.own_words import select_own_words
from analysis.statistics import pair_items


def pair_topics(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Count the answers in which each two topics come up, beside what the lengths of answers alone give.

    hits: one row a hit of a topic (topic, source, segment, role). segments: one row a segment, none left out.
    sources: one row a source.
    Returns one row a pair, as from `statistics.pair_items` (one and other are topics), those first that differ most
    surely from chance. Counted are own words of reference sources.
    """
    return sort_pairs(
        pair_items(*lay_in_turns(hits.assign(item=hits["topic"].astype(str)), segments, sources))
    )


def lay_in_turns(
    hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return what comes up in which turn (item, turn), and the turns (turn, event, n_words), of own words.

    hits: one row a hit (item, source, segment, role).
    """
    own = select_own_words(segments, sources).merge(sources[["source", "event"]], on="source")
    own = own.assign(turn=own["source"] + " " + own["turn"].astype(str))
    turns = own.groupby(["turn", "event"], as_index=False)["n_words"].sum()
    placed = select_own_words(hits, sources).merge(
        own[["source", "segment", "turn"]], on=["source", "segment"]
    )
    return placed[["item", "turn"]], turns


def sort_pairs(pairs: pd.DataFrame) -> pd.DataFrame:
    """Sort pairs: those that surely differ from chance first, then by how far, then by name."""
    far = (pairs["n_both"] - pairs["by_chance"]).abs() if len(pairs) else pd.Series(dtype=float)
    ordered = pairs.assign(far=-far).sort_values(
        ["differs", "far", "one", "other"], ascending=[False, True, True, True]
    )
    return ordered.drop(columns="far").reset_index(drop=True)
