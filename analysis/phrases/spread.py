"""In how many events chosen phrases stand, beside what chance gives of it."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd

from analysis.own_words import select_own_words
from analysis.statistics import count_spread, deal, measure_baseline

SPREAD = ["wording", "least", "n_events", "n_phrases", "n", "by_chance", "low", "high", "is_above"]


def measure_spread(uses: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Count the chosen phrases that stand in more than half of the events, beside turns dealt at random.

    uses: one row per use (`ledger.list_uses`). segments: one row per segment. sources: one row per source.
    Returns two rows, uses to the letter and in all wordings: wording ("to the letter", "joined"), least (the
    fewest events that are more than half), n_events (all), n_phrases (used in any wording), n (of these, in `least`
    events or more), by_chance, low, high (mean and middle 95 % where whole turns, with what is said in them,
    are dealt at random to the events, each with as many turns as before), is_above. None with fewer than two
    events.
    """
    turns = select_own_words(segments, sources).merge(sources[["source", "event"]], on="source")
    turns = turns[turns["n_words"] > 0][["source", "turn", "event"]].drop_duplicates(ignore_index=True)
    if turns["event"].nunique() < 2:
        return pd.DataFrame(columns=SPREAD)
    is_chosen = uses["is_own"].astype(bool) & (uses["kind"] == "named")
    chosen = uses[is_chosen].merge(segments[["source", "segment", "turn"]], on=["source", "segment"])
    kinds = {"to the letter": chosen[chosen["is_literal"].astype(bool)], "joined": chosen}
    rows = [{"wording": kind, **_compare(said, turns)} for kind, said in kinds.items()]
    return pd.DataFrame(rows).assign(n_phrases=chosen["family"].nunique())[SPREAD]


def _compare(said: pd.DataFrame, turns: pd.DataFrame) -> dict[str, object]:
    """Compare one count of phrases with turns dealt at random; turns: source, turn, event."""
    labels, events = pd.factorize(turns["event"])
    numbered = turns.assign(place=turns.index)[["source", "turn", "place"]]
    pairs = said.merge(numbered, on=["source", "turn"])[["family", "place"]].drop_duplicates()
    family, place = pd.factorize(pairs["family"])[0], pairs["place"].to_numpy()
    least = len(events) // 2 + 1
    count = partial(count_spread, family, place, fewest=least, n_labels=len(events))
    n_held = len(labels) + len(place) + len(events) * (family.max(initial=-1) + 1)
    found = measure_baseline(
        int(count(labels[np.newaxis])[0]), lambda random, n: count(deal(labels, random, n)), n_held=n_held
    )
    return {
        "least": least,
        "n_events": len(events),
        "n": int(found.observed),
        "by_chance": found.mean,
        "low": found.low,
        "high": found.high,
        "is_above": found.is_above,
    }
