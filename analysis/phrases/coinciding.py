"""Each family once: families that are the same, or pieces of each other, stand in one row."""

from __future__ import annotations

from collections import Counter

import pandas as pd

COINCIDES = (
    0.5  # of a family's uses that share words with another's, from which it is the same or a piece of it
)


def fold_families(own: pd.DataFrame) -> pd.DataFrame:
    """Leave the families that stand for themselves: chosen ones, then by rank.

    own: one row per use that counts (family, kind, rank, source, position, n_words). A family found of which
    at least half of the uses share words with uses of one that was left before it is folded into that one.
    Returns the uses of the families left, with number (of the family, in that order) and also (the families
    folded into it, "words (uses); ...").
    """
    order = own.assign(found=own["kind"] != "named").sort_values(["found", "rank", "family"], kind="stable")
    number = order.groupby(["found", "family"], sort=False).ngroup()
    order = order.assign(number=number)
    holders: dict[tuple, set[int]] = {}
    folded: dict[int, int] = {}
    also: dict[int, list[str]] = {}
    words, families, kinds = _list_places(order), order["family"].tolist(), order["kind"].tolist()
    for n, uses in order.groupby("number").indices.items():
        places = [words[use] for use in uses]
        host = None if kinds[uses[0]] == "named" else _find_host(places, holders)
        if host is None:
            for place in set().union(*places):
                holders.setdefault(place, set()).add(n)
        else:
            folded[n] = host
            also.setdefault(host, []).append(f"{families[uses[0]]} ({len(uses)})")
    kept = order[~order["number"].isin(folded)]
    told = {host: "; ".join(names) for host, names in also.items()}
    return kept.assign(also=[told.get(n, "") for n in kept["number"]]).drop(columns="found")


def keep_standing(uses: pd.DataFrame) -> pd.DataFrame:
    """Keep the uses, in any role, of the families that stand for themselves in own words (see `fold_families`).

    uses: one row a use, as from `ledger.list_uses`. A phrase that was chosen and found as well is left once.
    """
    kept = fold_families(uses[uses["is_own"].astype(bool)])
    families, standing = (pd.MultiIndex.from_frame(table[["kind", "family"]]) for table in (uses, kept))
    return uses[families.isin(standing)]


def _list_places(uses: pd.DataFrame) -> list[set[tuple]]:
    """Return the words of each use: source and position."""
    rows = uses[["source", "position", "n_words"]].itertuples(index=False, name=None)
    return [{(source, place) for place in range(first, first + n)} for source, first, n in rows]


def _find_host(places: list[set[tuple]], holders: dict[tuple, set[int]]) -> int | None:
    """Return a family that shares words with at least half of the uses: the one with most, then the first."""
    met = [set().union(*(holders.get(place, set()) for place in use)) for use in places]
    n_shared = Counter(host for hosts in met for host in hosts)
    enough = [(-n, host) for host, n in n_shared.items() if n >= COINCIDES * len(places)]
    return min(enough)[1] if enough else None
