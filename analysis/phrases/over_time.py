"""Families over time: said in every event at a steady rate, no longer said, or come up late."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.special import chdtrc

from analysis.own_words import list_events, select_own_words
from analysis.phrases.coinciding import keep_standing
from analysis.statistics import RATE, adjust_p

STEADY, GONE, NEW = "steady", "no longer said", "came up late"
LEVEL = 0.05
FEWEST_EXPECTED = 5  # uses in each event, from which chi squared tells anything (Cochran 1954, Biometrics 10)
FEWEST_EVENTS = 3
TRACED = [
    "family",
    "fate",
    "n",
    "n_events",
    "variation",
    "p_steady",
    "first_date",
    "last_date",
    "p_gone",
    "p_new",
]


def trace_families(uses: pd.DataFrame, segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Tell how each family fares from event to event.

    uses: one row a use, as from `ledger.list_uses`. segments: one row a segment, none left out. sources: one row a
    source.
    Returns one row a family that stands for itself, in the order given: family, fate, n, n_events (own words of
    reference sources), variation
    (coefficient of variation of its rate over the events, as for the lockwords of Baker 2011, Journal of English
    Linguistics 39), p_steady (that a steady rate varies so much, chi squared), first_date, last_date, p_gone (that
    none of so many answers with it falls on the events behind the last use, if each falls anywhere in proportion to the
    words), p_new (the same of the events before the first). fate: "steady" where it is said in every event, is expected
    five times in each and p_steady is 5 % or more; "no longer said" and "came up late" with a rate of false discoveries
    of 5 % among all families; '' for the rest. None with fewer than three dated events.
    """
    standing = keep_standing(uses[uses["is_own"].astype(bool)])
    own = standing.merge(segments[["source", "segment", "turn"]], on=["source", "segment"])
    events = _list_words(segments, sources)
    if len(events) < FEWEST_EVENTS or own.empty:
        return pd.DataFrame(columns=TRACED)
    families = own["family"].drop_duplicates().tolist()
    counts = (
        pd.crosstab(own["family"], own["event"]).reindex(families).reindex(columns=events.index, fill_value=0)
    )
    turns = own.drop_duplicates(["family", "source", "turn"])["family"].value_counts().reindex(families)
    table = _measure(counts.to_numpy(), events["n_words"].to_numpy(dtype=float), turns.to_numpy())
    dates, said = events["date"].to_numpy(), counts.to_numpy() > 0
    last = len(dates) - 1 - said[:, ::-1].argmax(axis=1)
    table = table.assign(family=families, first_date=dates[said.argmax(axis=1)], last_date=dates[last])
    table["fate"] = _name_fates(table, len(events))
    return table[TRACED]


def _list_words(segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """List the dated events with own words, by date: date, n_words."""
    dated = list_events(sources)
    words = select_own_words(segments, sources).groupby("source")["n_words"].sum()
    table = dated.assign(n_words=dated["source"].map(words).fillna(0))
    table = table[(table["date"] != "") & (table["n_words"] > 0)]
    return table.groupby(["date", "event"])["n_words"].sum().reset_index().set_index("event")


def _measure(counts: np.ndarray, words: np.ndarray, n_turns: np.ndarray) -> pd.DataFrame:
    n, share = counts.sum(axis=1), words / words.sum()
    expected = n[:, np.newaxis] * share
    rates = counts / words
    squared = ((counts - expected) ** 2 / expected).sum(axis=1)
    so_far = np.cumsum(share)
    said = counts > 0
    last = len(words) - 1 - said[:, ::-1].argmax(axis=1)
    before = np.append(0, so_far)[said.argmax(axis=1)]
    return pd.DataFrame(
        {
            "n": n,
            "n_events": said.sum(axis=1),
            "variation": rates.std(axis=1, ddof=1) / rates.mean(axis=1),
            "p_steady": np.where(
                expected.min(axis=1) >= FEWEST_EXPECTED, chdtrc(len(words) - 1, squared), np.nan
            ),
            "p_gone": so_far[last] ** n_turns,
            "p_new": (1 - before) ** n_turns,
        }
    )


def _name_fates(table: pd.DataFrame, n_events: int) -> np.ndarray:
    known = pd.concat(
        [table["p_gone"].where(table["p_gone"] < 1 - 1e-9), table["p_new"].where(table["p_new"] < 1)]
    )
    adjusted = adjust_p(known.reset_index(drop=True)).to_numpy()
    gone, new = np.split(adjusted < RATE, 2)
    steady = (table["n_events"] == n_events) & (table["p_steady"] >= LEVEL)
    return np.select([steady, gone, new], [STEADY, GONE, NEW], "")
