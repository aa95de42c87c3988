"""Labels at a paragraph's start: in which spellings they are read, and what only looks like one."""

from __future__ import annotations

import pytest
from splitting import of_role, split

from analysis.formats.cues.people import Speaker
from analysis.formats.role_map import Voice
from analysis.formats.split import split_segments

OF_THE_SPEAKER = [
    "Jane Roe: {}",
    "J. Roe: {}",
    "J.A. Roe: {}",
    "Roe J.A.: {}",
    "Roe: {}",
    "Roe:{}",
    "Ms. Roe: {}",
    "Minister Roe: {}",
    "Foreign Minister Jane Roe: {}",
    "JANE ROE: {}",
    "MINISTER ROE: {}",
    "J.R.: {}",
    "[Roe]: {}",
    "(Roe): {}",
    "[Jane Roe:] {}",
    "**Roe:** {}",
    "**Roe**: {}",
    "*J. Roe:* {}",
    "Roe : {}",
    "Roe (laughs): {}",
    "JANE ROE (via interpreter): {}",
    "[00:01:02] ROE: {}",
    "00:12 Roe: {}",
    "**[00:01:02] Roe:** {}",
    "Roe:\n{}",
    "JANE ROE:\n{}",
    "Jane Roe\n{}",
    "**Jane Roe**\n{}",
    "[00:01:02] Roe\n{}",
    "A: {}",
    "A. {}",
    "A12. {}",
    "A – {}",
    "**A:** {}",
    "Answer: {}",
    "Reply: {}",
]
OF_WHO_ASKS = [
    "Question: {}",
    "QUESTION: {}",
    "Question:{}",
    "Question (translated from Oskaran): {}",
    "Question 2: {}",
    "Q: {}",
    "Q. {}",
    "Q2. {}",
    "Reporter: {}",
    "REPORTER (Daily Planet): {}",
    "Daily Planet: {}",
    "THE DAILY PLANET: {}",
    "Moderator: {}",
    "Host: {}",
    "Question from the hall: {}",
    "Tor Bakke: {}",
    "Tor van der Bakke: {}",
    "BAKKE: {}",
    "Reporter:\n{}",
    "[00:00:12] Host\n{}",
]


@pytest.mark.parametrize("label", OF_THE_SPEAKER)
def test_speaker_is_labelled_in_any_spelling(label):
    text = (
        "Q: Who pays?\n" + label.format("The state pays.") + "\nQ: And who asks?\n" + label.format("You do.")
    )
    assert of_role("answer", text) == ["The state pays.", "You do."]
    assert of_role("question", text) == ["Who pays?", "And who asks?"]


@pytest.mark.parametrize("label", OF_WHO_ASKS)
def test_who_asks_is_labelled_in_any_spelling(label):
    text = (
        label.format("Who pays?")
        + "\nRoe: The state pays.\n"
        + label.format("Thank you.")
        + "\nRoe: Farewell."
    )
    assert of_role("question", text) == ["Who pays?", "Thank you."]
    assert of_role("answer", text) == ["The state pays.", "Farewell."]


@pytest.mark.parametrize("start", ["\ufeff", "\u200b", "\u2060 ", "\t", "\u00a0"])
def test_marks_without_width_before_a_label_do_not_hide_it(start):
    assert of_role("answer", f"Q: Who pays?\n{start}Roe: The state pays.") == ["The state pays."]


@pytest.mark.parametrize(
    "phrase",
    [
        "Let me say this: we shall pay.",
        "The result: nobody paid.",
        "Remember: nobody paid.",
        "First: nobody paid.",
        "Middle East: there nobody paid.",
        "We have three aims: bread, water and light.",
        "He said: “We shall pay.”",
        "See https://example.org for the sums.",
    ],
)
def test_phrase_with_colon_is_no_label(phrase):
    text = f"Question: Who pays?\nRoe: The state does.\n{phrase}\nQuestion: And now?\nRoe: We wait."
    assert phrase in of_role("answer", text)


def test_name_that_asks_once_is_an_interviewer_but_a_theme_is_not():
    text = "Tor Bakke: Who pays?\nRoe: The state.\nNorth Coast: there the towns pay.\n"
    text += "Lise Munk: Thanks.\nRoe: Bye."
    assert of_role("question", text) == ["Who pays?", "Thanks."]
    assert of_role("answer", text) == ["The state.", "North Coast: there the towns pay.", "Bye."]


@pytest.mark.parametrize("stop", [".", "?", "2031", "word", "!”"])
def test_glued_label_opens_a_paragraph(stop):
    text = (
        f"Talks with Jane Roe, May 3{stop}Question: Who pays?\nRoe: The state.Question: All of it?\nRoe: Yes."
    )
    assert of_role("question", text) == ["Who pays?", "All of it?"]
    assert of_role("answer", text) == ["The state.", "Yes."]


@pytest.mark.parametrize(
    "headline",
    [
        "Roe: We will wait",
        "Roe: “We will wait.”",
        'Jane Roe: "We will wait"',
        "Roe: We will wait for the rain.",
    ],
)
def test_headline_that_looks_like_a_label_is_none(headline):
    text = f"{headline}\nQuestion: Will you act?\nRoe: We will wait for the rain.\nQuestion: Long?\nRoe: No."
    assert split(text)[0] == ("apparatus", headline)
    assert of_role("answer", text) == ["We will wait for the rain.", "No."]


def test_speech_without_stops_keeps_its_labels():
    text = "Host: so who pays\nRoe: the state pays\nHost: all of it\nRoe: yes all of it"
    assert of_role("answer", text) == ["the state pays", "yes all of it"]


def test_another_official_is_neither_interviewer_nor_speaker():
    text = "Piet Ollo met Roe.\nFOREIGN MINISTER OLLO: Welcome.\nQuestion: Who pays?\nRoe: We do.\n"
    text += "FOREIGN MINISTER OLLO: So do we.\nQuestion: Both?\nRoe: Both."
    segments = split_segments(text, kind="transcript", speaker=Speaker("Jane Roe"))
    others = segments[segments["role"] == "other"]
    assert [text[s:e] for s, e in zip(others["start"], others["end"], strict=True)] == [
        "Welcome.",
        "So do we.",
    ]
    assert set(others["speaker"]) == {"Piet Ollo"}


def test_decided_labels_are_obeyed():
    text = "Q: Who pays?\nThe Old Fox: The state.\nQ: All?\nThe Old Fox: Yes."
    voices = {"The Old Fox": Voice("answer", "Jane Roe")}
    segments = split_segments(text, kind="transcript", speaker=Speaker("Jane Roe"), voices=voices)
    assert [text[s.start : s.end] for s in segments.itertuples() if s.role == "answer"] == [
        "The state.",
        "Yes.",
    ]
