"""What the interviewers say: the formulas that they come back to."""

from __future__ import annotations

import pandas as pd

from analysis.own_words import select_references
from analysis.roles import OWN, QUESTION


def list_interviewer_families(uses: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """List the families that recur in questions, with how often the speaker uses them.

    uses: one row per use of a family that recurs in the questions of two or more events, in any role (of
    `families.find_occurrences` with roles=("question",)). sources: one row per source.
    Returns one row a family: family, kind, n_events (with such a question), n_asked (uses in questions),
    n_own (uses in own words; both in reference sources); those that the speaker uses least come first.
    """
    spoken = select_references(uses[~uses["is_loose"].astype(bool)], sources)
    asked = spoken[spoken["role"] == QUESTION].groupby(["family", "kind"])
    table = asked.agg(n_events=("event", "nunique"), n_asked=("event", "size")).reset_index()
    own = spoken[spoken["role"].isin(OWN)].groupby("family").size()
    table["n_own"] = table["family"].map(own).fillna(0).astype(int)
    return table.sort_values(["n_own", "n_asked", "family"], ascending=[True, False, True], ignore_index=True)
