"""How firm findings are: counted, and silent where none was asked about."""

from __future__ import annotations

import pandas as pd

from analysis.pages.firmness import tell_firmness


def test_firm_findings_are_counted():
    summary = pd.DataFrame({"verdict": ["firm", "fragile", "firm", ""]})
    assert tell_firmness(summary) == "Firm in every other way to count: 2 of 3 findings."
    assert tell_firmness(summary.iloc[3:]) == "There is no finding that another way to count could change."
    assert tell_firmness(summary.iloc[:1]) == "Firm in every other way to count: the only finding."
