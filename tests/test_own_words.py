"""The one selection: whose words count, and of which of several reports of an event."""

from __future__ import annotations

import pandas as pd

from analysis.own_words import (
    are_own_words,
    list_events,
    list_references,
    select_own_words,
    select_references,
)

SOURCES = pd.DataFrame(
    {
        "source": ["radio", "gazette", "herald"],
        "event": ["fair", "port", "port"],
        "date": ["2031-06-02", "2031-05-17", "2031-05-17"],
        "is_reference": [True, True, False],
    }
)
SPOKEN = pd.DataFrame(
    {
        "source": ["gazette", "gazette", "herald", "radio", "tv"],
        "role": ["answer", "question", "quote", "quote", "answer"],
    }
)


def test_answers_and_quotations_of_reference_sources_are_own_words():
    assert are_own_words(SPOKEN, SOURCES).tolist() == [True, False, False, True, False]
    assert select_own_words(SPOKEN, SOURCES).index.tolist() == [0, 3]


def test_whoever_speaks_in_a_reference_source_is_selected_with_it():
    assert select_references(SPOKEN, SOURCES).index.tolist() == [0, 1, 3]


def test_reference_sources_come_as_given_and_events_by_date():
    assert list_references(SOURCES)["source"].tolist() == ["radio", "gazette"]
    assert list_events(SOURCES)["source"].tolist() == ["gazette", "radio"]
    assert list_events(SOURCES).index.tolist() == [0, 1]
