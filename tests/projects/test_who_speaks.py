"""Whose words are studied where nobody says: one person under several names, marked turns, texts that do not tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.errors import InputError
from analysis.projects.arrivals import Arrival
from analysis.projects.who_speaks import guess_studied
from analysis.readers import Reading, Turn

SAID = [
    "The state pays, and the towns pay what it forgets.",
    "In the spring, when the river is low.",
    "Nobody has asked.",
]
TALK = "".join(f"Question: Who pays for the dam?\n\n{{}}: {said}\n\n" for said in SAID)
SPEECH = "We shall pay for the dam. The towns shall not.\n\nWe thank you."


def arrive(*texts: str) -> list[Arrival]:
    return [arrive_read(Reading(text, "plain text"), n) for n, text in enumerate(texts)]


def arrive_read(reading: Reading, n: int = 0) -> Arrival:
    return Arrival(Path(f"text-{n}.txt"), f"text-{n}", reading)


def test_one_person_is_found_under_several_names():
    texts = [TALK.replace("{}", name) for name in ("Roe", "JANE ROE", "Jane Roe", "Tor Bakke", "Tor Bakke")]
    assert guess_studied(arrive(*texts)) == ("Jane Roe", 3)


def test_texts_that_name_nobody_say_nothing_against_a_name():
    assert guess_studied(arrive(TALK.replace("{}", "Jane Roe"), SPEECH, SPEECH)) == ("Jane Roe", 1)
    with pytest.raises(InputError, match="say whose words are studied"):
        guess_studied(arrive(TALK.replace("{}", "Jane Roe"), SPEECH, SPEECH, SPEECH))


def test_two_names_in_as_many_texts_are_no_answer():
    with pytest.raises(InputError, match="no name could be found"):
        guess_studied(arrive(*(TALK.replace("{}", name) for name in ("Jane Roe", "Tor Bakke"))))


def test_turns_that_a_format_marks_tell_who_answers():
    said = [
        ("Ada Holt", "Who pays?"),
        ("Jane Roe", "The state pays, and the towns pay for what it forgets."),
    ] * 3
    text, turns = "", []
    for voice, words in said:
        turns.append(Turn(len(text), len(text), len(text) + len(words), voice))
        text += f"{words}\n\n"
    assert guess_studied([arrive_read(Reading(text, "WebVTT", turns=tuple(turns)))]) == ("Jane Roe", 1)
