"""What pages say of how firm their findings are."""

from __future__ import annotations

import pandas as pd

from analysis.messages import translate
from analysis.pages.phrasing import join
from analysis.sensitivity import AS_COUNTED, FIRM, FRAGILE, NOT_SAID, summarise_sensitivity

BADGES = {FIRM: "{n} firm", FRAGILE: "{n} fragile", NOT_SAID: "{n} that cannot be said"}


def tell_firmness(summary: pd.DataFrame) -> str:
    """Say how many findings are firm, fragile or cannot be said; summary as from `summarise_sensitivity`."""
    if summary.empty:
        return translate("There is no finding to look for again.")
    n = summary["verdict"].value_counts()
    return translate(
        "Findings: {join}.",
        join=join(translate(badge, n=n[kind]) for kind, badge in BADGES.items() if kind in n),
    )


def is_fragile(sensitivity: pd.DataFrame, page: str) -> bool:
    """Tell whether a finding of a page breaks in some other way to count; sensitivity as for `list_recounts`."""
    return bool((summarise_sensitivity(sensitivity, [page])["verdict"] == FRAGILE).any())


def list_recounts(sensitivity: pd.DataFrame, pages: list[str]) -> pd.DataFrame:
    """List every other way to count of the findings of some pages, those that change nothing included.

    sensitivity: one row per (claim, variant), from `measure_sensitivity`. Returns the rows of the pages but
    "as counted": claim, variant, outcome, rests_on.
    """
    tried = sensitivity["page"].isin(pages) & (sensitivity["variant"] != AS_COUNTED)
    return sensitivity.loc[tried, ["claim", "variant", "outcome", "rests_on"]].reset_index(drop=True)
