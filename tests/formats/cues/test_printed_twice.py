"""Words printed twice: found inside one turn only; what a speaker repeats on purpose is none."""

from __future__ import annotations

import pytest
from splitting import of_role

from analysis.formats.cues.people import Speaker
from analysis.formats.split import FORMATS

PASSAGE = (
    "In the spring of last year the other side put forward a paper of forty pages that contained, on page "
    "thirty-one, everything we had asked for, and they have been trying to take it back ever since."
)
LONG = (
    "We have said that the ports must be open to all ships of all flags and that nobody may close them to us"
)
LOOPED = "I think that we will be able to do that."


def turns(*answers: str) -> str:
    return "".join(f"Question: What about point {i}?\nRoe: {answer}\n" for i, answer in enumerate(answers))


def repeats(*answers: str) -> list[str]:
    return of_role("repeat", turns(*answers))


@pytest.mark.parametrize("between", ["\n", "\n\n", "\nRoe: "])
def test_paragraph_printed_twice_running(between):
    assert repeats(f"{PASSAGE}{between}{PASSAGE}") == [PASSAGE]
    assert PASSAGE in of_role("answer", turns(f"{PASSAGE}{between}{PASSAGE}"))


def test_three_printings_leave_one():
    assert repeats(f"{PASSAGE}\n{PASSAGE}\n{PASSAGE}\nSo it was.") == [PASSAGE] * 2


def test_note_inside_a_repeat_stays_a_note():
    second = PASSAGE.replace("paper of", "paper [a draft] of")
    text = turns(f"{PASSAGE}\n{second}")
    assert "[a draft]" in of_role("note", text)
    assert len(of_role("repeat", text)) == 2


TORN = [
    (f"We wait {LONG[3:]} {LONG}, as the law says.", LONG),  # the first breaks off
    (f"Nobody has asked why {LONG}. {LONG}, as the law of the river says.", LONG),  # begins inside
    (f"Nobody has asked why {LONG}. {LONG.replace('nobody', 'no one')}, as the law of the river says.", LONG),
]


@pytest.mark.parametrize(("text", "repeated"), TORN)
def test_passage_printed_twice_side_by_side_and_torn(text, repeated):
    (found,) = repeats(text)
    assert found.split()[-5:] == repeated.split()[-5:]


def test_words_that_only_the_second_printing_has_stay_the_speakers():
    second = LONG.replace("of all flags", "of all flags, whatever the weather on the coast may be,")
    text = turns(f"Nobody has asked why {LONG}. {second}, as the law of the river says.")
    assert "whatever the weather on the coast may be," in " ".join(of_role("answer", text))
    assert len(of_role("repeat", text)) == 2


@pytest.mark.parametrize("times", [4, 7])
def test_sentence_of_a_loop(times):
    assert repeats(" ".join([LOOPED] * times) + " In spring.") == [" ".join([LOOPED] * (times - 1))]


def test_loop_without_full_stops():
    looped = LOOPED[:-1].casefold()
    (found,) = repeats(" ".join([looped] * 5) + " in spring")
    assert found == " ".join([looped] * 4)


RHETORIC = [
    "We shall not give up the shelf. We shall not give up the river. We shall not give up the ice.",
    "We will not forget. We will not forget. We will not forget. They closed the wards.",
    "We will not forget.\nWe will not forget.\nWe will not forget.",
    f"{PASSAGE} {PASSAGE}",
    f"{PASSAGE} {PASSAGE} {PASSAGE}",
    f"{LONG} today. {LONG} tomorrow.",
    f"{LONG}, and in spring they did so. {LONG}, and in autumn they opened them again.",
    f"And {LONG[3:]}. But {LONG[3:]}.",
    f"{LONG}. {LONG.replace('ports', 'roads').replace('ships', 'carts')}.",
    "no no no no no no no no that is all",
    "Four more wards. Four more wards. Four more wards.",
]


@pytest.mark.parametrize("answer", RHETORIC)
def test_rhetorical_repetition_is_none(answer):
    assert repeats(answer) == []


def test_nothing_is_repeated_across_turns():
    assert repeats(PASSAGE, "So it was.", PASSAGE, PASSAGE) == []
    assert repeats(*[LOOPED] * 6) == []


def test_interviewer_who_quotes_the_speaker_repeats_nothing():
    text = f"Question: What then?\nRoe: {PASSAGE}\nQuestion: {PASSAGE}\nRoe: {PASSAGE}"
    assert of_role("repeat", text) == []


def test_quotations_of_a_report_are_turns_of_their_own():
    text = f"Jane Roe spoke in May.\nRoe said: “{PASSAGE}”\nRoe said: “{PASSAGE}”\nThe hall was silent."
    assert of_role("repeat", text, "report") == []


def test_each_repeat_is_a_doubt():
    text = turns(f"{PASSAGE}\n{PASSAGE}", " ".join([LOOPED] * 5))
    doubts = FORMATS["transcript"](text, Speaker("Jane Roe"), {}).doubts
    assert [doubt.decided for doubt in doubts] == ["repeat", "repeat"]
    assert text[doubts[0].start : doubts[0].end] == PASSAGE
