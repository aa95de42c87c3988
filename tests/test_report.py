"""What the chapters start from."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pytest

from analysis import report as reporting
from analysis.disclosure import place_words
from analysis.phrases import find_by_voice, find_chosen, list_uses
from analysis.report import FEWEST_WORDS, load_report
from analysis.storage import list_tables, read_table

ROLES = (("answer", "quote"), ("question",))


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


def test_what_is_found_when_asked_for_is_what_the_searches_find(report, corpus_built_once):
    tokens, words = (read_table(corpus_built_once, name) for name in ("tokens", "words"))
    tokens = place_words(tokens)
    found, asked = find_by_voice(tokens, words, report.sources, report.equivalents, voices=ROLES)
    named = find_chosen(tokens, report.phrases)
    pd.testing.assert_frame_equal(report.asked, asked)
    pd.testing.assert_frame_equal(report.uses, list_uses(tokens, named, found, report.sources))
    assert len(report.uses) > len(named) == 14


def test_each_table_is_read_when_it_is_first_asked_for_and_once(corpus_built_once, monkeypatch):
    read = []
    monkeypatch.setattr(
        reporting, "read_table", lambda data, name: read.append(name) or read_table(data, name)
    )
    report = load_report(corpus_built_once)
    assert report.events is not None and report.text_names and read == ["segments"]
    assert report.tables("words", "segments")["words"] is report.words
    assert read == ["segments", "words"]


def test_every_table_of_a_data_folder_that_pages_show_is_there(report):
    """Overlaps are for a check alone."""
    assert set(list_tables()) - {name for name in dir(report) if not name.startswith("_")} == {"overlaps"}


def test_a_table_that_stands_for_another_decides_what_follows_from_it(report):
    fewer = report.replace(phrases=report.phrases.head(0))
    assert fewer.phrase_hits.empty and len(fewer.uses) < len(report.uses)
    assert fewer.replace(words=report.words).phrase_hits.empty
    assert len(report.phrase_hits) == 14
    with pytest.raises(TypeError, match="a report has no phrase"):
        report.replace(phrase=report.phrases)


def test_a_page_that_reads_tables_loads_nothing_that_reads_splits_or_counts_texts(corpus_built_once):
    program = (
        "import sys, pathlib, analysis; report = analysis.load_report(pathlib.Path(sys.argv[1]));"
        "report.events, report.text_names, report.speaker, report.tokens, report.topic_hits; print(*sys.modules)"
    )
    command = [sys.executable, "-c", program, corpus_built_once]
    loaded = set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
    assert "analysis.report" in loaded
    assert not loaded & {
        "scipy",
        "textstat",
        "simplemma",
        "analysis.readers.registry",
        "analysis.formats.split",
    }
