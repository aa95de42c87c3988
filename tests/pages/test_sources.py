"""What the page on sources says: whose words, how many, from when to when."""

from __future__ import annotations

import pandas as pd
import pytest
from reports import report_of

from analysis.pages.sources import say_naive, say_roles, say_timeline


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ([500], "The speaker’s own words in 1 event"),
        ([500, 500], "The speaker’s own words in 2 events"),
        ([300, 100], "Gazette, 1 May, holds 75% of the speaker’s own words"),
        ([0, 0], "The speaker’s own words in 2 events"),
    ],
)
def test_the_longest_event_is_named_if_there_is_one(words, title):
    report = report_of(len(words))
    said = say_timeline(report.events.assign(n_words=words), report)
    assert said["title"] == title


def test_one_event_has_a_day_and_several_a_span():
    assert "on 2031-05-01" in say_timeline(report_of(1).events, report_of(1))["caption"]
    assert "from 2031-05-01 to 2031-05-03" in say_timeline(report_of(3).events, report_of(3))["caption"]


def roles(*own: float) -> pd.DataFrame:
    table = pd.DataFrame({"row": [f"text {n}" for n in range(len(own))], "belongs": "own", "share": own})
    rest = table.assign(belongs="question", share=1 - table["share"])
    return pd.concat([table, rest]).assign(n_words=lambda t: t["share"] * 100)


def test_shares_of_own_words_are_a_span_or_one_number():
    assert say_roles(roles(0.5, 0.9), report_of(2))["title"].startswith("From 50% to 90%")
    assert say_roles(roles(0.8), report_of(1))["title"].endswith("80% are the speaker’s own")


def test_the_plain_count_is_set_beside_the_right_one():
    naive = pd.DataFrame({"row": ["words", "words"], "belongs": ["own", "copy"], "n": [75, 25]})
    said = say_naive(naive, report_of(1))
    assert said["title"] == "Of the words in the files, 25% must not count as the speaker’s"
    assert "75 of 100 words" in said["caption"]
    assert say_naive(naive.head(1), report_of(1))["title"] == "The plain count and the right one"
