"""What the page on topics says: right for none, one and many, silent in a tie."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from reports import report_of

from analysis.pages import topics
from analysis.pages.topics import say_agenda, say_ratios, tell_differences


def rates(*of_events: dict[str, float]) -> pd.DataFrame:
    rows = [
        (f"Gazette, {n} May", topic, rate)
        for n, own in enumerate(of_events, 1)
        for topic, rate in own.items()
    ]
    table = pd.DataFrame(rows, columns=["label", "topic", "per_1000"])
    return table.assign(low=np.nan, high=np.nan, reason="fewer than 6 turns")


def say(*of_events: dict[str, float]) -> dict[str, str]:
    return topics.say_rates(rates(*of_events), report_of(len(of_events)), by="topic", what="topics")


@pytest.mark.parametrize(
    ("of_events", "title"),
    [
        ([{"Fish": 2, "Trams": 1}], "Fish leads in the only event"),
        ([{"Fish": 2, "Trams": 1}, {"Fish": 3, "Trams": 1}], "Fish leads in both events"),
        (
            [{"Fish": 2, "Trams": 1}, {"Fish": 1, "Trams": 3}],
            "In each event something else leads: Fish and Trams",
        ),
        ([{"Fish": 2, "Trams": 1}, {"Fish": 1, "Trams": 1}], "Fish leads in 1 of 2 events"),
        ([{"Fish": 1, "Trams": 1}], "How often topics come up, event by event"),
        ([{"Fish": 0, "Trams": 0}], "How often topics come up, event by event"),
        ([{"Fish": np.nan}], "How often topics come up, event by event"),
    ],
)
def test_a_topic_leads_only_if_it_leads_alone(of_events, title):
    assert say(*of_events)["title"] == title


def test_a_shared_lead_over_events_has_no_winner():
    events = [{"Fish": 2, "Trams": 1}] * 2 + [{"Fish": 1, "Trams": 2}] * 2
    assert say(*events)["title"] == "How often topics come up, event by event"


def test_why_there_is_no_interval_is_said_once_a_reason():
    assert say({"Fish": 1}, {"Fish": 2})["note"].endswith(
        "No interval for Gazette, 1 May and Gazette, 2 May: fewer than 6 turns."
    )


def exchanges(**sides: int) -> pd.DataFrame:
    zero = {"n_question_only": 0, "n_both": 0, "n_answer_only": 0}
    return pd.DataFrame([{"topic": "fish", "n_exchanges": 9, **zero, **sides}])


def test_who_raises_topics_is_a_share_of_all_cases():
    said = say_agenda(exchanges(n_both=1, n_answer_only=3), report_of(1), names={"fish": "Fish"})
    assert said["title"] == "Topics come up in the answer alone in 75% of cases"
    assert "4 times" in said["caption"]
    asked = say_agenda(exchanges(n_question_only=1), report_of(1), names={"fish": "Fish"})
    assert asked["title"].endswith("in 0% of cases")
    assert asked["alt"].endswith("Most often in the answer alone: nothing.")


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
    assert tell_differences(few) == "No two sides have turns enough to be compared."
    assert said["note"].endswith("Without interval: Gazette, 1 May (fewer than 6 turns).")


def test_differences_are_named_with_their_direction():
    assert tell_differences(comparisons(False)) == "No event differs surely from the others in any topic."
    assert tell_differences(comparisons(True, True)) == (
        "Surely different from the others: Gazette, 1 May: Fish 0 more often and "
        "Gazette, 1 May: Fish 1 less often."
    )


def test_what_cannot_be_compared_is_not_said_to_be_alike():
    some = comparisons(False, False, False).assign(p=[0.6, np.nan, np.nan])
    assert tell_differences(some) == (
        "No event differs surely from the others in any of the comparisons with an interval; of 2 more "
        "nothing can be said, as they have no interval."
    )
