"""The result of a search by groups of decisions: only the rows of groups that changed are made anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from analysis.storage import digest_table

ORDER = ["source", "position"]  # by which rows are sorted, then by group, length and pattern


class Before(NamedTuple):
    """What was sought before in the same texts, a row a pattern, and what was found."""

    listed: pd.DataFrame
    rows: pd.DataFrame


def renew_groups(
    before: Before, listed: pd.DataFrame, by: str, make: Callable[[pd.DataFrame], pd.DataFrame]
) -> pd.DataFrame:
    """Return what is found now: rows of groups that are as they were, and those that `make` finds for the others.

    listed: one row a pattern, with its group in the column named by `by`. make: takes the patterns of some groups.
    """
    was, now = _digest_groups(before.listed, by), _digest_groups(listed, by)
    same = {group for group, digest in now.items() if was.get(group) == digest}
    kept = before.rows[before.rows[by].isin(same)]
    changed = listed[~listed[by].isin(same)].reset_index(drop=True)
    parts = [kept, make(changed)] if len(changed) else [kept]
    joined = pd.concat([part.astype({by: "str"}) for part in parts if len(part)] or parts[-1:])
    ordered = joined.sort_values([*ORDER, by, "n_words", "pattern"], ignore_index=True)
    groups = pd.Index(sorted(now), dtype="str")
    return ordered.assign(**{by: pd.Categorical(ordered[by], categories=groups)})


def _digest_groups(listed: pd.DataFrame, by: str) -> dict[str, str]:
    return {group: digest_table(rows.reset_index(drop=True)) for group, rows in listed.groupby(by)}
