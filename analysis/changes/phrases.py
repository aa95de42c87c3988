"""Phrases first said, said again, and no longer said."""

from __future__ import annotations

import pandas as pd

from analysis.changes.left_out import FEWEST_EVENTS, is_usual, measure_left_out
from analysis.changes.rows import State, shape_rows
from analysis.own_words import list_events, select_own_words
from analysis.phrases import fold_families, label_family
from analysis.statistics import adjust_p, chance_of_few

FIRST, AGAIN, NO_LONGER = "first said", "said again", "no longer said"
BY_CHANCE = "left out"
SAID = ["named", "expression"]  # names of persons, offices and places are left out


def list_phrase_changes(after: State, new: list[str]) -> pd.DataFrame:
    """List the phrases that new events say or leave out: one row each, by change, chosen ones first, then by rank.

    after: as for `compare_states`. new: the new events. A phrase is a row of the ledger, named as there: in quotation
    marks where each use says these words, else with the number of its wordings.
    change: "first said" (in new events alone), "said again" (in new ones and before), "no longer said" (in at least two
    and at least half of the events before, and in no new one); other phrases have no row. kind: "named" or
    "expression". events: the new events that say it. n_new, n_before: uses; k_new, k_before: events with it, of
    n_events_before; last_before: the last of their days. p, of phrases that were usual before (see `is_usual`): the
    chance that so many events drawn from all would say it in no more of them than the new ones do; p_adjusted: over
    all that have a p.
    The last row tells how many of the usual are left out (see `measure_left_out`): observed, expected, low, high;
    n_new, n_before: own words; k_new, k_before: events.
    """
    own = after.uses[after.uses["is_own"].astype(bool) & after.uses["kind"].isin(SAID)]
    events = list_events(after.sources)
    if own.empty:
        return shape_rows([])
    own = fold_families(own).merge(events[["event", "date"]], on="event")
    table = pd.DataFrame([_describe(uses, new) for _, uses in own.groupby("number")])
    table["n_events_before"] = len(events) - len(new)
    table["p"] = _find_chances(table, len(new))
    table["p_adjusted"] = adjust_p(table["p"])
    table["change"] = [_name_change(row) for row in table.itertuples()]
    order = [FIRST, AGAIN, NO_LONGER]
    told = table[table["change"].isin(order)].sort_values(
        "change", key=lambda c: c.map(order.index), kind="stable"
    )
    return shape_rows([*told.to_dict("records"), *_describe_left_out(own, after, new)])


def _describe(uses: pd.DataFrame, new: list[str]) -> dict[str, object]:
    """Put together what is told of one phrase. uses: one row a use that counts, with the date of its event."""
    is_new = uses["event"].isin(new)
    before, said = uses[~is_new], [event for event in new if event in set(uses["event"])]
    spoken = {
        "n": len(uses),
        "n_literal": int(uses["is_literal"].sum()),
        "n_variants": uses["variant"].nunique(),
    }
    return {
        "about": "phrase",
        "name": label_family(pd.Series({"family": uses["family"].iloc[0]} | spoken)),
        "kind": uses["kind"].iloc[0],
        "events": "; ".join(said),
        "n_new": int(is_new.sum()),
        "n_before": len(before),
        "k_new": len(said),
        "k_before": before["event"].nunique(),
        "last_before": before["date"].max() if len(before) else "",
    }


def _find_chances(table: pd.DataFrame, n_new: int) -> pd.Series:
    """Return p of each phrase that was usual; missing elsewhere."""
    n_before = table["n_events_before"]
    k = table["k_new"] + table["k_before"]
    p = chance_of_few(table["k_new"], k, drawn=n_new, of=int(n_before.iloc[0]) + n_new)
    return pd.Series(p, index=table.index).where(is_usual(table["k_before"], n_before))


def _name_change(row) -> str:
    if row.n_new:
        return AGAIN if row.n_before else FIRST
    return NO_LONGER if pd.notna(row.p) else ""


def _describe_left_out(own: pd.DataFrame, after: State, new: list[str]) -> list[dict[str, object]]:
    """Return the row on how many usual phrases are left out; none where there are too few events before."""
    events = list_events(after.sources)
    if len(events) - len(new) < FEWEST_EVENTS:
        return []
    told = measure_left_out(own, events, new)
    words = select_own_words(after.segments, after.sources).groupby("source")["n_words"].sum()
    n_words = events["source"].map(words).fillna(0).groupby(events["event"].isin(new)).sum()
    numbers = {"observed": told.observed, "expected": told.mean, "low": told.low, "high": told.high}
    sides = {"k_new": len(new), "k_before": len(events) - len(new), "n_events_before": len(events) - len(new)}
    lengths = {"n_new": int(n_words[True]), "n_before": int(n_words[False])}
    return [{"about": "phrases", "change": BY_CHANCE, **sides, **lengths, **numbers}]
