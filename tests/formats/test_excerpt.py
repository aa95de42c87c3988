"""Excerpts: the speaker's words under headings, with front matter, insertions and footnotes around them."""

from __future__ import annotations

import pytest
from splitting import of_role, split

WORDS = "A railway is a promise made in iron. We broke it once, and we have been repairing it ever since."


@pytest.mark.parametrize(
    "heading",
    ["On the railways.", "On the railways", "1. The railways", "II. The railways", "**Railways**", "Railways",
     "# Railways", "*On the railways*"],
)  # fmt: skip
def test_heading_over_words_of_the_speaker(heading):
    assert split(f"{heading}\n{WORDS}\n{heading} and ships\n{WORDS[:-1]} again.", "excerpt")[:2] == [
        ("apparatus", heading),
        ("answer", WORDS),
    ]


def test_short_sentence_is_no_heading():
    assert of_role("answer", f"Railways\n{WORDS}\nI was asked about it.\n{WORDS[:40]} two.", "excerpt")[
        1:2
    ] == ["I was asked about it."]


@pytest.mark.parametrize(
    "front",
    [
        "Editor's note. – Jane Roe spoke to students in May.",
        "President Jane Roe spoke to students in Elm Port on 9 May, and she was asked"
        " about many things by them, as she had been in spring.",
        "What follows are the parts of the talk that bear on iron. The questions have been omitted.",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n* * *\n", "\nOn railways.\n"])
def test_front_is_a_note(front, between):
    text = f"Talks in Elm Port\n{front}{between}{WORDS}"
    assert of_role("note", text, "excerpt") == [front]
    assert of_role("answer", text, "excerpt") == [WORDS]


def test_insertions_and_footnotes():
    words = f"{WORDS} Mr. Dunmore [the minister] gave a date (in May – Ed.) and left.2"
    text = f"On iron.\n{words}\n2[The line. – Trans.]"
    assert of_role("note", text, "excerpt") == [
        "[the minister]",
        "(in May – Ed.)",
        "2",
        "2[The line. – Trans.]",
    ]


def test_theme_or_name_that_opens_a_paragraph_is_of_the_page():
    text = f"**Iron.** {WORDS}\n[President Jane Roe] – {WORDS[:37]}"
    assert of_role("answer", text, "excerpt") == [WORDS, WORDS[:37].strip()]


def test_where_a_translation_was_printed():
    line = "From Elm Gazette, May 9, 2031, p. 7. Complete text:"
    assert split(f"{line}\n{WORDS}", "excerpt")[0] == ("apparatus", line)


@pytest.mark.parametrize(
    "letter",
    [
        "I am in receipt of a joint letter from the two secretaries, which says:",
        "Last week a joint call of the harbours came in from the south coast and the long isles behind it, which asked "
        "for boats, ropes, lamps, oil, bread, nails, tar, and some men who can row in heavy weather, and so on,",
    ],
)
def test_who_speaks_of_a_joint_letter_speaks_alone(letter):
    said = of_role("answer", f"{WORDS}\n{letter}\nWe repair it today.", "speech")
    assert said == [WORDS, letter.strip(), "We repair it today."]


def test_a_joint_statement_is_nobodys_alone():
    text = f"Joint statement of Mira Talen and Orla Penn\n{WORDS}\nWe repair it today."
    assert of_role("answer", text, "speech") == []
