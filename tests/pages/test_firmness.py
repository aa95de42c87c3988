"""How firm findings are: counted by badge, and silent where none was asked about."""

from __future__ import annotations

import pandas as pd

from analysis.pages.firmness import is_fragile, list_recounts, tell_firmness


def test_badges_are_counted():
    summary = pd.DataFrame({"verdict": ["firm", "fragile", "firm", "cannot be said"]})
    assert tell_firmness(summary) == "Findings: 2 firm, 1 fragile and 1 that cannot be said."
    assert tell_firmness(summary.iloc[3:]) == "Findings: 1 that cannot be said."
    assert tell_firmness(summary.iloc[:0]) == "There is no finding to look for again."


def test_other_ways_are_listed_without_the_count_itself():
    rows = [("topics", "as counted"), ("topics", "without May"), ("phrases", "without May")]
    table = pd.DataFrame(rows, columns=["page", "variant"]).assign(claim="So", outcome="holds", rests_on="5")
    assert list_recounts(table, ["topics"]).to_numpy().tolist() == [["So", "without May", "holds", "5"]]


def test_a_page_is_fragile_where_one_of_its_findings_breaks():
    outcomes = ["said", "holds", "holds", "breaks"]
    table = pd.DataFrame({"page": "phrases", "claim": "So", "variant": ["as counted", "a", "b", "c"]})
    table = table.assign(outcome=outcomes, rests_on="5")
    assert is_fragile(table, "phrases") and not is_fragile(table, "topics")
    assert not is_fragile(table.replace({"outcome": {"breaks": "holds"}}), "phrases")
    assert not is_fragile(table.head(0), "phrases")
