"""The quotations and told clauses of an article, and to whom it gives them."""

from __future__ import annotations

import pytest

from analysis.formats import ANOTHERS, HIS, MARKED, NOBODYS, TOLD, Speaker, list_quoted

SPEAKER = Speaker("Mara Oldwick")
OPENING = "The minister of the sea, Mara Oldwick, spoke in Port Selm on Monday.\n\n"


def rows(article: str) -> list[tuple]:
    found = list_quoted(OPENING + article, SPEAKER)
    return [(row.quote, row.given) for row in found.itertuples()]


MARKS = ["“{}”", '"{}"', "«{}»", "„{}“", "‘{}’", "»{}«", "« {} »"]


@pytest.mark.parametrize("marks", MARKS)
def test_quotations_in_the_marks_of_many_languages(marks):
    assert rows(f"{marks.format('The reefs are ours and stay ours')}, Oldwick said.") == [
        ("The reefs are ours and stay ours", HIS)
    ]


NAMED = ["Oldwick said: “{}”", "“{}” she said.", "“{},” the minister added.", "According to Oldwick, “{}”"]


@pytest.mark.parametrize("frame", NAMED)
def test_who_speaks_stands_before_or_behind_and_may_be_a_pronoun_or_an_office(frame):
    assert rows(frame.format("The reefs are ours and stay ours")) == [
        ("The reefs are ours and stay ours", HIS)
    ]


def test_marks_inside_marks_belong_to_the_words():
    assert rows("“He called it ‘a farce’ and left the room,” Oldwick said.") == [
        ("He called it ‘a farce’ and left the room", HIS)
    ]


def test_a_quotation_over_paragraphs_is_one():
    assert rows("“The reefs are ours.\n\n“They stay ours,” Oldwick said.") == [
        ("The reefs are ours.\nThey stay ours", HIS)
    ]


def test_what_others_say_and_what_nobody_says():
    assert rows("Ivo Sand said: “The reefs are nobody's.”") == [("The reefs are nobody's.", ANOTHERS)]
    assert rows("It was a “farce” to many.") == [("farce", NOBODYS)]


def test_a_heading_with_a_quotation_is_read_too():
    assert rows("Oldwick: “The reefs are ours”") == [("The reefs are ours", HIS)]


@pytest.mark.parametrize(
    "frame",
    [
        "Oldwick said that {}.",
        "She told reporters in Port Selm that {}.",
        "Oldwick said {}.",
        "Oldwick stressed that {}.",
    ],
)
def test_clauses_that_tell_what_the_speaker_said(frame):
    clause = "the reefs would be measured in spring"
    found = list_quoted(OPENING + frame.format(clause), SPEAKER)
    assert [(row.quote, row.form, row.given) for row in found.itertuples()] == [(clause, TOLD, HIS)]


def test_a_clause_ends_where_the_next_one_is_led_to():
    found = list_quoted(
        OPENING + "Oldwick said that the reefs would be measured, and added that the lamps would burn again.",
        SPEAKER,
    )
    assert found["quote"].tolist() == ["the reefs would be measured", "the lamps would burn again"]


def test_clauses_of_others_and_questions_are_none():
    assert rows("Ivo Sand said that the reefs would be measured in spring.") == []
    assert rows("Oldwick was told that the reefs would be measured in spring.") == []


def test_the_words_before_a_quotation_are_those_of_its_sentence():
    found = list_quoted(
        OPENING + "It rained. She would not “recognise the northern border”, she said.", SPEAKER
    )
    assert found["before"].tolist() == ["She would not"] and found["form"].tolist() == [MARKED]
