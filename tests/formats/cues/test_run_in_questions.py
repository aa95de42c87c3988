"""Questions in the paragraph of their answer are asked; those of a speaker who asks and answers alone are said."""

from __future__ import annotations

import pytest

from analysis.formats.cues.people import Speaker
from analysis.formats.guess import guess_kind
from analysis.formats.split import split_source

ROE = Speaker("Jane Roe")
LEAD = "Jane Roe, minister of Varnia, spoke with the Courier about the harbour.\n\n"
PAIRS = [
    ("Why do you rest by night?", "We work at night as the ships come late. It was so before."),
    ("You came in May. Is the road done?", "No."),
    ("Would you go to Lodra? And when?", "I will go when I am asked to go."),
    ("Who pays for your ships?", "The council pays for them, and I thank it."),
]
ASKED = "".join(question for question, _ in PAIRS)


def split(text):
    found = split_source(text, kind=guess_kind(text, ROE), speaker=ROE)
    rows = found.segments.itertuples()
    said = {"question": "", "answer": ""}
    for row in rows:
        if row.role in said:
            said[row.role] += text[row.start : row.end].strip(" \n*_-–—")
    return said, list(found.doubts["kind"])


@pytest.mark.parametrize(
    "form",
    ["{0} {1}", "**{0}** {1}", "__{0}__ – {1}", "- **{0}** {1}", "— {0} — {1}", "{0} – {1}", "_{0}_ {1}"],
)
def test_what_stands_before_the_answer_in_its_paragraph_is_asked(form):
    said, doubts = split(LEAD + "\n\n".join(form.format(*pair) for pair in PAIRS))
    assert [letter for letter in said["question"] if letter.isalpha()] == [x for x in ASKED if x.isalpha()]
    assert "No." in said["answer"] and "Lodra" not in said["answer"]
    assert "no labels" in doubts


def test_bold_openings_ask_also_without_a_question_mark():
    told = ("Tell us about the hills.", "The hills are dry.")
    said, _ = split(LEAD + "\n\n".join(f"**{asked}** {answer}" for asked, answer in [*PAIRS[:2], told]))
    assert said["question"].endswith("Tell us about the hills.")


def test_a_speaker_asks_and_answers_alone_and_the_place_is_doubted():
    speech = ["What is peace? It is work, and we do it.", "What is work? It is ours.", "And why? I know why."]
    said, doubts = split("Remarks by Jane Roe\n\n" + "\n\n".join(speech))
    assert said["question"] == ""
    assert "questions inside paragraphs" in doubts


@pytest.mark.parametrize("n", [0, 1, 2])
def test_a_few_paragraphs_that_open_with_a_question_are_a_manner_of_speaking(n):
    plain = ["We came to the harbour in May, and we shall stay as long as you want us here."] * 4
    opened = [" ".join(pair) for pair in PAIRS[:n]]
    said, doubts = split("Remarks by Jane Roe\n\n" + "\n\n".join([*plain, *opened]))
    assert said["question"] == "" and "questions inside paragraphs" not in doubts
