"""Families that people joined or split: a decision with a reason, over what the rules found."""

from __future__ import annotations

import numpy as np
import pandas as pd

JOIN, SPLIT = "join", "split"
JOINED, PARTED = "joined by hand: {}", "split by hand from: {}"


def decide_families(uses: pd.DataFrame, decided: pd.DataFrame) -> pd.DataFrame:
    """Join and split the families found, as was decided.

    uses: one row a use, as from `families.find_occurrences`. decided: one row a decision (family, decision, other):
    "join" makes one family of two, of which `family` gives its name; "split" makes a family of its own of the
    wording `other` of `family`, and is done first.
    Returns the same rows and columns by rank; of uses that share words, a joined family counts one. Ranks close up,
    and what was split off stands behind what it was split from. What then recurs in one event alone is no family.
    """
    if decided.empty or uses.empty:
        return uses
    table = uses.assign(rank=uses["rank"].astype("float64"))
    for row in decided[decided["decision"] == SPLIT].itertuples():
        table = _split(table, row.family, row.other)
    for row in decided[decided["decision"] == JOIN].itertuples():
        table = _join(table, row.family, row.other)
    own = table[table["is_own"].astype(bool)]
    n_events = own.groupby("family")["event"].nunique()
    kept = table[table["family"].map(n_events).fillna(0) > 1]
    ranked = kept.assign(rank=kept["rank"].rank(method="dense").astype("int64"))
    return ranked.sort_values("rank", kind="stable", ignore_index=True)[uses.columns]


def _split(table: pd.DataFrame, family: str, wording: str) -> pd.DataFrame:
    """Make a family of one wording; half a rank puts it behind the family that it comes from."""
    parts = (table["family"] == family) & (table["variant"] == wording)
    name = wording if wording not in set(table["family"]) else f"{wording} (split)"
    names = table["family"].astype(object).mask(parts, name)
    rules = table["rule"].astype(object).mask(parts, PARTED.format(family))
    literal = table["is_literal"] | (parts & ~table["is_loose"].astype(bool))
    rank = table["rank"] + np.where(parts, 0.5, 0.0)
    return table.assign(family=names, rule=rules, rank=rank, is_literal=literal)


def _join(table: pd.DataFrame, family: str, other: str) -> pd.DataFrame:
    """Make one family of two; a use of the other that shares words with one of the first is said already."""
    is_one, is_other = table["family"] == family, table["family"] == other
    if not (is_one.any() and is_other.any()):
        return table
    first = table[is_one].iloc[0]
    is_again = is_other & _share_words(table, is_one)
    names = table["family"].astype(object).mask(is_other, family)
    rules = table["rule"].astype(object).mask(is_other, JOINED.format(other))
    kinds, ranks = table["kind"].mask(is_other, first["kind"]), table["rank"].mask(is_other, first["rank"])
    joined = table.assign(family=names, rule=rules, kind=kinds, rank=ranks)
    return joined.assign(is_literal=table["is_literal"] & ~is_other)[~is_again]


def _share_words(table: pd.DataFrame, chosen: pd.Series) -> pd.Series:
    """Tell which uses share a word with a chosen one."""
    taken = {place for use in table[chosen].itertuples() for place in _list_places(use)}
    return pd.Series(
        [any(place in taken for place in _list_places(use)) for use in table.itertuples()], table.index
    )


def _list_places(use) -> list[tuple]:
    return [(use.source, use.position + step) for step in range(use.n_words)]


def find_unmatched(uses: pd.DataFrame, decided: pd.DataFrame) -> pd.DataFrame:
    """Return the decisions that changed nothing; uses: as from `decide_families`."""
    rules = [_name_rule(row) for row in decided.itertuples()]
    made = uses[uses["rule"].isin(rules)]  # few of all uses
    joined = set(zip(made["family"], made["rule"], strict=True))
    parted = set(zip(made["variant"], made["rule"], strict=True))
    is_made = [
        (row.family, rule) in joined if row.decision == JOIN else (row.other, rule) in parted
        for row, rule in zip(decided.itertuples(), rules, strict=True)
    ]
    return decided[[not made for made in is_made]]


def _name_rule(decision) -> str:
    """Return the rule that stands at the uses of a family that this decision made."""
    return JOINED.format(decision.other) if decision.decision == JOIN else PARTED.format(decision.family)
