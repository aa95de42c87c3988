"""What the chapters start from."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.report import FEWEST_WORDS, load_report


@pytest.fixture(scope="module")
def report(corpus_built_once):
    return load_report(corpus_built_once)


def test_events_come_by_date_with_the_own_words_of_their_reference_source(report):
    assert report.speaker == "Maren Oldwick"
    assert report.events.to_numpy().tolist() == [
        ["gazette", "Harbour Gazette, 14 Mar", "2031-03-14", 226],
        ["lantern", "Radio Lantern, 2 Jun", "2031-06-02", 172],
        ["forum", "Forum of the Islands, 20 Sep", "2031-09-20", 104],
    ]
    assert report.references["source"].tolist() == [
        "2031-03-14-gazette",
        "2031-06-02-lantern",
        "2031-09-20-forum",
    ]


def test_sources_of_one_event_are_told_apart_by_their_kind(report):
    assert report.text_names == {
        "2031-03-14-gazette": "Harbour Gazette, 14 Mar (transcript)",
        "2031-03-15-courier": "Harbour Gazette, 14 Mar (report)",
        "2031-06-02-lantern": "Radio Lantern, 2 Jun",
        "2031-09-20-forum": "Forum of the Islands, 20 Sep",
    }
    assert report.topic_names["fish"] == "Fisheries"


def test_a_conversation_has_no_group_of_fewer_than_a_hundred_words(report):
    spoken = report.conversation
    assert set(spoken["source"]) == set(report.references["source"])
    sizes = spoken.groupby("row", sort=False)["n_words"].sum()
    assert sizes.min() >= FEWEST_WORDS
    assert "Harbour Gazette, 14 Mar, questions" not in sizes  # 65 words
    assert sizes.index[0] == "Harbour Gazette, 14 Mar, answers"


def test_hits_are_those_of_the_decided_patterns(report):
    assert len(report.topic_hits) > len(report.phrase_hits) == len(report.contexts) == 14
    assert list(report.phrase_hits["phrase"].cat.categories) == [
        "Lighthouse Agreement",
        "lasting settlement",
        "root of the quarrel",
        "silver tide",
    ]


def test_another_data_folder_is_named_by_the_environment(report, corpus_built_once, monkeypatch):
    monkeypatch.setenv("REFRAIN_DATA", str(corpus_built_once))
    pd.testing.assert_frame_equal(load_report().segments, report.segments)
