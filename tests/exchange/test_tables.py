"""Turns, topics, contexts, families: what is shown of a text that may leave, and of one that may not."""

from __future__ import annotations

import shutil

import pandas as pd
import pytest
from corpus_of_three import renew_digests, write_rows

from analysis.exchange import gather_export
from analysis.exchange.shown import list_pieces, write_pieces
from analysis.storage import Corpus, load_exports

FIRST = (
    "2031-03-14-gazette.0001"  # "Minister, the ferries have stood still since January. Who is to blame ...?"
)


def test_of_a_text_that_may_not_leave_only_released_words_are_shown():
    segments = pd.DataFrame(
        {"source": "a", "segment": [1, 2], "start": [0, 9], "end": [8, 30], "n_words": [2, 4]}
    )
    tokens = pd.DataFrame({"source": "a", "position": [2, 3, 4], "token": ["root", "causes", "stay"]})
    pieces = list_pieces(segments, tokens, {})
    assert pieces == [[1, "root"], ["causes stay", 2]]
    assert write_pieces(pieces[0] + pieces[1]) == "… root causes stay …"


def test_withheld_words_that_meet_are_one_ellipsis_and_stops_stand_behind_their_word():
    assert write_pieces([2, 3, "root", 1]) == "… root …"
    assert write_pieces(["a calm sea ", ", and a lake"]) == "a calm sea, and a lake"


def test_a_turn_has_its_text_only_where_its_licence_says_so(released, whole):
    shown, full = (export.tables["turns"].set_index("doc_id").loc[FIRST] for export in (released, whole))
    assert shown["text"] == "… ferries …" and not shown["is_whole"]
    assert full["text"] == (
        "Minister, the ferries have stood still since January. Who is to blame for the quarrel?"
    )
    assert full["is_whole"] and shown["n_words"] == full["n_words"] == 15


@pytest.mark.parametrize("table", ["topics", "families", "uses"])
def test_what_is_counted_is_the_same_whatever_is_shown(released, whole, table):
    pd.testing.assert_frame_equal(released.tables[table], whole.tables[table])


def test_a_turn_mentions_a_topic_or_does_not(released):
    row = released.tables["topics"].set_index("doc_id").loc[FIRST]
    assert row[["topic_fish", "topic_harbours", "topic_treaty"]].tolist() == [0, 1, 0]
    assert set(released.tables["topics"]["doc_id"]) == set(released.tables["turns"]["doc_id"])


def test_a_hit_stands_in_its_context(released, whole):
    shown, full = (export.tables["kwic"].iloc[0] for export in (released, whole))
    assert shown[["left", "match", "right"]].tolist() == ["…", "ferries", "…"]
    assert full["left"] == "Minister, the" and full["match"] == "ferries"
    assert full["right"] == "have stood still since January. Who is to blame for"


def test_a_note_inside_a_turn_is_no_word_of_it(whole):
    turns = whole.tables["turns"]
    (said,) = turns[turns["text"].str.contains("on any boat")]["text"]
    assert "Laughs" not in said


@pytest.mark.parametrize("name", load_exports())
def test_every_column_is_described_in_its_order(released, name):
    told = [field["name"] for field in load_exports()[name]["schema"]["fields"]]
    columns = [column for column in released.tables[name] if not column.startswith("topic_")]
    assert columns == [column for column in told if column != "topic_NAME"]


def test_a_name_that_is_withheld_leaves_no_text(licensed_folder, tmp_path):
    data = shutil.copytree(licensed_folder, tmp_path / "data")
    write_rows(data / "decisions" / "withheld.csv", [["name", "reason"], ["boat", "it is secret"]])
    renew_digests(data)
    export = gather_export(Corpus(data))
    said = " ".join(export.tables["turns"]["text"])
    assert "on any ground, on any ████ and at any hour" in said and "boat" not in said
    assert not any("boat" in text for text in export.texts.values())
