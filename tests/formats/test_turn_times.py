"""When a turn begins: the time of its first word, if the file has one for it."""

from __future__ import annotations

import pandas as pd

from analysis.formats import time_turns
from analysis.formats.cues.people import Speaker
from analysis.formats.split import split_segments
from analysis.readers import Time

SEGMENTS = pd.DataFrame(
    [
        (pd.NA, "apparatus", "", 0, 5, 1),
        (1, "question", "interviewer", 6, 20, 3),
        (pd.NA, "apparatus", "", 22, 27, 1),
        (2, "answer", "Jane Roe", 28, 40, 2),
        (2, "note", "editor", 41, 50, 1),
        (2, "answer", "Jane Roe", 51, 60, 2),
        (3, "question", "interviewer", 62, 70, 2),
    ],
    columns=["turn", "role", "speaker", "start", "end", "n_words"],
).astype({"turn": "Int64"})


def test_a_turn_begins_with_its_first_word_or_its_printed_label():
    turns = time_turns(SEGMENTS, [Time(0, 1.5), Time(28, 4.0), Time(51, 9.0)])
    assert turns["turn"].tolist() == [1, 2, 3]
    assert turns["start_time"].tolist()[:2] == [1.5, 4.0]
    assert turns[["start", "end", "n_words"]].to_numpy().tolist() == [[6, 20, 3], [28, 60, 4], [62, 70, 2]]


def test_a_time_of_the_turn_before_is_none_of_the_next():
    turns = time_turns(SEGMENTS, [Time(28, 4.0), Time(51, 9.0)])
    assert turns["start_time"].isna().tolist() == [True, False, True]


def test_plain_text_has_no_times_and_nobody_no_turns():
    assert time_turns(SEGMENTS, [])["start_time"].isna().all()
    assert time_turns(SEGMENTS.iloc[:1], [Time(0, 1.0)]).empty


def test_each_paragraph_of_a_speech_is_a_turn():
    text = "We shall pay. We said so.\n\nThe dam will hold, and the towns will see it hold.\n\nWe thank you."
    for kind, turns in (("speech", [1, 2, 3]), ("excerpt", [1, 1, 1])):
        segments = split_segments(text, kind=kind, speaker=Speaker("Jane Roe"))
        assert segments["turn"].tolist() == turns
