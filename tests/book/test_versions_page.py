"""The page on texts of one event, for events with three texts and for several such events."""

from __future__ import annotations

import re

import pytest
from chapters import show_chapters
from corpus_of_three import add_source, write_corpus
from data_folders import count_here


@pytest.fixture(scope="module")
def shown(tmp_path_factory) -> str:
    """What the page shows where one event has a transcript and two reports, and another two transcripts."""
    folder = write_corpus(tmp_path_factory.mktemp("texts") / "data")
    add_source(folder, "2031-03-16-herald", like="2031-03-15-courier")
    add_source(folder, "2031-06-03-relay", like="2031-06-02-lantern")
    count_here(folder)
    return show_chapters(folder, "versions")["versions"]


def test_every_two_texts_of_every_event_are_set_side_by_side(shown):
    assert len(set(re.findall(r"[\w ()-]+ beside [\w ()-]+ \([\w ]+, \d+ \w+\)", shown))) >= 4
    assert "Selm Courier (2031-03-16-herald) beside Harbour Gazette (Harbour Gazette, 14 Mar)" in shown
    assert "Selm Courier (2031-03-16-herald) beside Selm Courier (2031-03-15-courier)" in shown


def test_a_copy_keeps_everything_in_the_same_order(shown):
    copy = re.search(
        r"Radio Lantern \(2031-06-03-relay\) beside [^:\n]*: (\d+) of (\d+) sentences and (\d+%)", shown
    )
    assert copy[1] == copy[2]
    assert copy[3] == "100%"
    assert "100% of the speaker’s words found again, in the same order" in shown


def test_several_pairs_have_a_neutral_title(shown):
    assert "What reports tell of an interview, and in which order" in shown
