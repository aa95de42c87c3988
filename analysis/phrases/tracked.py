"""Phrases followed by name: where they are used, how often, by whom first.

Everything here counts own words (roles answer and quote) of reference sources, one source an event.
"""

from __future__ import annotations

import pandas as pd

from analysis.own_words import list_events, list_references
from analysis.roles import OWN
from analysis.statistics import describe_rate

_EVENT = ["source", "event", "date"]


def locate_phrases(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Place every use of a tracked phrase in its conversation.

    hits: one row per hit of `patterns.find_matches` by phrase (phrase, source, segment, role, position,
    start, end); a categorical phrase column brings in the phrases without a hit.
    segments: one row per segment, none left out (source, segment, turn, role, n_words).
    sources: one row per source (source, event, date, is_reference).
    Returns one row per hit in own words of reference sources, by date and position: phrase, event, source,
    place (own words before it as a share of the source's own words, from 0 to below 1), start, end.
    """
    return _own_hits(hits, segments, sources)[["phrase", "event", "source", "place", "start", "end"]]


def track_phrases(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Count how often the speaker uses each tracked phrase in each event, and from which point on.

    hits, segments, sources: as for `locate_phrases`.
    Returns one row per (phrase, event), silent pairs included as zero: n, n_words (own words of the event),
    per_1000, low and high (95 % interval of per_1000 over turns, see `intervals.rate_interval`), n_turns
    (turns with own words in the event), reason (why low or high is missing), first_place (place of the first
    use, missing if there is none).
    """
    used = _own_hits(hits, segments, sources)
    words = _own_segments(segments, sources).groupby(["event", "turn"])["n_words"].sum()
    n = used.groupby(["event", "turn", "phrase"]).size().unstack(fill_value=0)
    n = n.reindex(index=words.index, columns=_phrases(hits), fill_value=0)
    pairs = _phrases_by_event(hits, sources)
    rates = [describe_rate(n[phrase][event], words[event]) for phrase, event in pairs]
    columns = ["n", "n_words", "per_1000", "low", "high", "n_turns", "reason"]
    first_place = used.groupby(["phrase", "event"])["place"].min().rename("first_place")
    return pd.DataFrame(rates, index=pairs, columns=columns).join(first_place).reset_index()


def choose_phrases(tracked: pd.DataFrame, *, most: int = 10) -> list[str]:
    """Choose the tracked phrases of most events, then of most uses, then by text; unused ones are left out.

    tracked: one row per (phrase, event) with n, as from `track_phrases`.
    """
    used = tracked[tracked["n"] > 0].groupby("phrase")["n"].agg(["count", "sum"]).reset_index()
    ranked = used.sort_values(["count", "sum", "phrase"], ascending=[False, False, True])
    return ranked["phrase"].head(most).tolist()


def locate_families(
    uses: pd.DataFrame, rows: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame
) -> pd.DataFrame:
    """Place every use of some families in its conversation.

    uses: one row per use, as from `ledger.list_uses`. rows: the families, one row each (family, kind, label).
    Returns what `locate_phrases` returns, phrase being the label, and is_literal (said to the letter).
    """
    drawn = uses[uses["is_own"].astype(bool)].merge(rows[["family", "kind", "label"]], on=["family", "kind"])
    hits = drawn.rename(columns={"label": "phrase"})
    placed = locate_phrases(hits, segments, sources)
    return placed.merge(hits[["phrase", "source", "start", "end", "is_literal"]])


def _phrases(hits: pd.DataFrame) -> list[str]:
    return list(pd.Categorical(hits["phrase"]).categories)


def _phrases_by_event(hits: pd.DataFrame, sources: pd.DataFrame) -> pd.MultiIndex:
    events = list_events(sources)["event"].unique()
    return pd.MultiIndex.from_product([_phrases(hits), events], names=["phrase", "event"])


def _own_segments(segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Keep the own words of reference sources; n_before and own_before count the words before the segment."""
    ordered = segments.sort_values(["source", "segment"])
    ordered["n_own"] = ordered["n_words"].where(ordered["role"].isin(OWN), 0)
    by_source = ordered.groupby("source")
    ordered["n_before"] = by_source["n_words"].cumsum() - ordered["n_words"]
    ordered["own_before"] = by_source["n_own"].cumsum() - ordered["n_own"]
    ordered["own_total"] = by_source["n_own"].transform("sum")
    own = list_references(sources)[_EVENT].merge(ordered[ordered["role"].isin(OWN)], on="source", how="left")
    return own.fillna({"turn": 0, "n_words": 0})  # an event without own words stays, as one turn of no words


def _own_hits(hits: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Keep the hits in own words of reference sources; add event, date, turn and place."""
    own = _own_segments(segments, sources)
    own = own[["source", "segment", "turn", "event", "date", "n_before", "own_before", "own_total"]]
    used = hits[["phrase", "source", "segment", "position", "start", "end"]]
    used = used.merge(own, on=["source", "segment"])
    # Positions count the words of every role, so the words of earlier segments tell where this one begins.
    used["place"] = (used["own_before"] + used["position"] - 1 - used["n_before"]) / used["own_total"]
    used["phrase"] = used["phrase"].astype(object)
    return used.sort_values(["date", "event", "position", "phrase"], ignore_index=True)
