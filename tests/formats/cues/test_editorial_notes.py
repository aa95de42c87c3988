"""Editors' insertions, stage directions, footnotes, and the parentheses that are the speaker's own."""

from __future__ import annotations

import pytest
from splitting import of_role, split

OPEN = "Q: Who pays?\nA: "


@pytest.mark.parametrize(
    "insertion",
    [
        "[of Oskara]",
        "[...]",
        "[see Vol. 7, pp. 3-8 – Trans.]",
        "[the law (of 2028) on water]",
        "(signed in 2028 – Ed.)",
        "(as of May. - Trans.)",
        "(Editor's note: a river)",
        "(Ed.: a river)",
        "(sic)",
        "(emphasis added)",
        "(laughs)",
        "(Laughter in the hall)",
        "(short pause)",
        "(in Oskaran)",
        "(speaks in English)",
        "(via interpreter)",
        "(inaudible)",
        "<...>",
        "<…>",
    ],
)
def test_insertion_is_a_note(insertion):
    text = f"{OPEN}The state {insertion} pays for it."
    assert of_role("note", text) == [insertion]
    assert of_role("answer", text) == ["The state", "pays for it."]


@pytest.mark.parametrize(
    "own",
    [
        "(and I mean all of it)",
        "(in 2028)",
        "(or, as he put it, the river)",
        "(Make Water Free Again)",
        "(they laughed at us and left)",
        "(in spring)",
    ],
)
def test_parenthesis_of_the_speaker_stays(own):
    assert of_role("answer", f"{OPEN}The state {own} pays for it.") == [f"The state {own} pays for it."]


def test_unclosed_parenthesis_does_not_hide_a_bracket():
    assert of_role("note", f"{OPEN}The state [of Oskara (north] pays :( for it.") == ["[of Oskara (north]"]


def test_brackets_of_the_page_are_no_notes():
    assert ("apparatus", "[Roe]:") in split("Q: Who pays?\n[Roe]: The state.\nQ: All?\n[Roe]: Yes.")


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("2", "2[The dam above Elm Port. – Trans.]"),
        ("2", "2. The dam above Elm Port."),
        ("²", "² The dam above Elm Port."),
        (" (2)", "(2) The dam above Elm Port."),
    ],
)
def test_footnote_and_its_mark_are_notes(mark, note):
    text = f"{OPEN}We built it in spring{mark}. It holds water.\n{note}\n"
    assert of_role("note", text) == [mark.strip(), note]
    assert "".join(of_role("answer", text)) == "We built it in spring. It holds water."


def test_bracketed_mark_and_footnote_under_a_head():
    text = f"{OPEN}We built it.[1] It holds.\nNotes\n[1] The dam.\n"
    assert of_role("note", text) == ["[1]", "[1] The dam."]
    assert of_role("apparatus", text)[-1] == "Notes"


def test_number_in_the_text_is_no_mark():
    text = f"{OPEN}We built 2 of them in 2028, for 3.2 million, and gave 2 away.\n2. One more is planned."
    assert of_role("note", text) == []


def test_numbered_answers_are_no_footnotes():
    assert (
        of_role("note", f"{OPEN}There are two aims.\n1. Water for the towns.\n2. Light for the farms.") == []
    )


@pytest.mark.parametrize("note", ["From the editors: the talk was cut.", "Editor's note: the talk was cut."])
def test_editors_paragraph_is_a_note(note):
    assert of_role("note", f"{OPEN}The state.\n{note}\nQ: Why?\nA: So.") == [note]
