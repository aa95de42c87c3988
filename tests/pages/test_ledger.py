"""What the page with the ledger says: families found, and words of the interviewers alone."""

from __future__ import annotations

import pandas as pd
from reports import report_of

from analysis.pages.ledger import say_families, tell_asked_words


def test_families_are_counted_that_every_event_uses():
    uses = pd.DataFrame({"phrase": ["salt tax", "salt tax", "open sea"], "event": [0, 1, 1]})
    said = say_families(uses, report_of(2), phrases=["salt tax", "open sea"])
    assert said["title"] == "Found first: “salt tax”"
    assert said["caption"].startswith(
        "The first 2 expressions found without being named, by rank; 1 of these in every event."
    )
    assert said["alt"].endswith("salt tax: 2 in 2 of 2; open sea: 1 in 1 of 2.")


def test_words_left_out_of_the_sentence_are_owned_up_to():
    asked = pd.DataFrame({"word": ["quota", "reef", "salmon"]})
    said = "Words that come up twice or more in the questions and never in the answers"
    assert tell_asked_words(asked) == f"{said}: quota, reef, salmon."
    assert tell_asked_words(asked, most=2) == f"{said} (the first 2 of 3): quota, reef."
    assert tell_asked_words(asked.head(0)).startswith("No word")
