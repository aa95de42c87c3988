"""The Summary leads with what was named, and with what was found where nobody named anything."""

from __future__ import annotations

import pandas as pd
from reports import report_of

from analysis.pages.lead import SUGGESTED, choose_lead, tell_choice, tell_lists

LEDGER = pd.DataFrame(
    [("salt tax", "named", 2), ("open harbours", "expression", 3), ("Port Selm", "name", 4)],
    columns=["family", "kind", "n"],
)


def test_named_phrases_that_are_said_come_first():
    chosen = LEDGER[LEDGER["kind"] == "named"]
    assert choose_lead(LEDGER, chosen)["family"].tolist() == ["salt tax"]
    assert choose_lead(LEDGER, chosen.assign(n=0))["family"].tolist() == ["open harbours"]


def test_who_named_the_phrases_is_said():
    report = report_of(2)
    reasons = [f"{SUGGESTED}: in 2 of 2 events", "the formula itself"]
    report.phrases = pd.DataFrame({"phrase": ["salt tax", "open harbours"], "reason": reasons})
    assert tell_choice(report).startswith("Of 2 phrases followed, 1 is suggested by counting")
    report.phrases = report.phrases.assign(reason=SUGGESTED)
    assert tell_choice(report).startswith("All 2 phrases followed are suggested")
    report.phrases = report.phrases.assign(reason="the formula itself")
    assert tell_choice(report) == "The authors, who had read the texts, chose 2 phrases."
    report.phrases = report.phrases.head(0)
    assert tell_choice(report).startswith("Nobody has named a phrase")


def test_a_language_without_lists_is_unfiltered():
    report = report_of(1)
    report.sources = report.sources.assign(language="hi")
    assert (
        tell_lists(report)
        == "There is no list of function words for Hindi: what is found in it is unfiltered."
    )
