"""What the page on phrases says: named phrases that come back, and phrases found."""

from __future__ import annotations

import pandas as pd
import pytest
from reports import report_of

from analysis.pages.phrases import say_found, say_occurrences


def uses(**events: list[int]) -> pd.DataFrame:
    rows = [(phrase.replace("_", " "), event) for phrase, of in events.items() for event in of]
    return pd.DataFrame(rows, columns=["phrase", "event"])


@pytest.mark.parametrize(
    ("used", "title"),
    [
        (uses(open_harbours=[0, 0, 1, 2]), "“open harbours” comes back in all 3 events"),
        (
            uses(open_harbours=[0, 1], salt_tax=[0, 2]),
            "“open harbours” and “salt tax” come back in 2 of 3 events",
        ),
        (uses(open_harbours=[0, 0], salt_tax=[1]), "Where phrases named in advance are used"),
    ],
)
def test_a_phrase_comes_back_in_two_or_more_events(used, title):
    phrases = list(used["phrase"].unique())
    assert say_occurrences(used, report_of(3), phrases=phrases)["title"] == title


def test_found_phrases_are_counted():
    found = pd.DataFrame({"phrase": ["cold water"], "n": [3], "n_events": [2]})
    assert say_found(found, report_of(2), n_found=1)["title"] == "Found without being named: “cold water”"
    assert say_found(found, report_of(2), n_found=5)["title"].endswith("“cold water” and 4 more")
