"""What the topics page says in words: right for none, one and many."""

from __future__ import annotations

import re
from types import SimpleNamespace

import numpy as np
import pandas as pd

from analysis.pages.topics import describe_differences, describe_firmness, say_ratios

REPORT = SimpleNamespace(speaker="Ingrid Halvarsen")


def comparisons(*differs: bool) -> pd.DataFrame:
    n = len(differs)
    return pd.DataFrame(
        {
            "label": "Gazette, 1 May", "topic": [f"Fish {i}" for i in range(n)], "ratio": [2.0, 0.5, 3.0][:n],
            "p": 0.01, "differs": differs, "reason": "",
        }
    )  # fmt: skip


def test_the_title_counts_comparisons_and_differences():
    assert say_ratios(comparisons(False, False), REPORT)["title"] == "Of 2 comparisons, none differs surely"
    assert say_ratios(comparisons(True, False), REPORT)["title"] == "Of 2 comparisons, 1 differs surely"
    assert say_ratios(comparisons(True, True, False), REPORT)["title"] == "Of 3 comparisons, 2 differ surely"


def test_without_any_interval_the_title_is_neutral_and_the_note_says_why():
    few = comparisons(False).assign(p=np.nan, reason="fewer than 6 turns")
    said = say_ratios(few, REPORT)
    assert said["title"] == "How often events mention a topic, compared with the other events"
    assert describe_differences(few) == "No two sides have turns enough to be compared."
    assert said["note"].endswith("Without interval: Gazette, 1 May (fewer than 6 turns).")


def test_differences_are_named_with_their_direction():
    assert describe_differences(comparisons(False)) == "No event differs surely from the others in any topic."
    assert describe_differences(comparisons(True, True)) == (
        "Surely different from the others: Gazette, 1 May: Fish 0 more often and "
        "Gazette, 1 May: Fish 1 less often."
    )


def test_what_cannot_be_compared_is_not_said_to_be_alike():
    some = comparisons(False, False, False).assign(p=[0.6, np.nan, np.nan])
    assert describe_differences(some) == (
        "No event differs surely from the others in any of the comparisons with an interval; of 2 more "
        "nothing can be said, as they have no interval."
    )


def test_nothing_to_compare_is_a_sentence():
    said = say_ratios(pd.DataFrame(), REPORT)
    assert re.fullmatch(r"[A-Z][^.]+\.", said["caption"])


def test_firm_findings_are_counted():
    summary = pd.DataFrame({"verdict": ["firm", "fragile", "firm", ""]})
    assert describe_firmness(summary) == "Firm in every other way to count: 2 of 3 findings."
    assert (
        describe_firmness(summary.iloc[3:]) == "There is no finding that another way to count could change."
    )
    assert describe_firmness(summary.iloc[:1]) == "Firm in every other way to count: the only finding."
