"""Words printed twice: found by alignment inside one source; what a speaker repeats on purpose is none."""

from __future__ import annotations

from splitting import of_role

PASSAGE = (
    "In the spring of last year the other side put forward a paper of forty pages that contained, on page "
    "thirty-one, everything we had asked for, and they have been trying to take it back ever since."
)
REWORDED = PASSAGE.replace("put forward a paper", "laid on the table a paper").replace("trying", "struggling")
OTHER = (
    "We remember every sandwich that was eaten there, and every door that closed behind us in the evening."
)


def turns(*answers: str) -> str:
    return "".join(f"Question: What about point {i}?\nRoe: {answer}\n" for i, answer in enumerate(answers))


def test_passage_printed_twice_in_a_row():
    assert of_role("repeat", turns(f"{PASSAGE} {PASSAGE}")) == [PASSAGE[:-1]]
    assert of_role("repeat", turns(f"{PASSAGE}\n{PASSAGE}")) == [PASSAGE[:-1]]


def test_passage_printed_again_in_a_later_answer():
    assert of_role("repeat", turns(PASSAGE, OTHER, PASSAGE)) == [PASSAGE[:-1]]


def test_words_that_only_the_second_printing_has_stay_the_speakers():
    repeats = of_role("repeat", turns(f"{PASSAGE}\n{REWORDED}"))
    assert repeats[0] == "In the spring of last year the other side"
    assert repeats[-1].endswith("to take it back ever since")
    assert "laid on the table" in " ".join(of_role("answer", turns(f"{PASSAGE}\n{REWORDED}")))


def test_first_printing_stays():
    assert PASSAGE in of_role("answer", turns(f"{PASSAGE}\n{PASSAGE}"))


def test_three_printings_leave_one():
    assert of_role("repeat", turns(PASSAGE, PASSAGE, PASSAGE)) == [PASSAGE[:-1]] * 2


def test_note_inside_a_repeat_stays_a_note():
    second = PASSAGE.replace("paper of", "paper [a draft] of")
    assert "[a draft]" in of_role("note", turns(f"{PASSAGE}\n{second}"))


def test_rhetorical_repetition_is_none():
    anaphora = "We shall not give up the shelf. We shall not give up the river. We shall not give up the ice."
    assert of_role("repeat", turns(anaphora)) == []
    assert (
        of_role(
            "repeat",
            turns(
                *[f"As I have said before, the root of the matter is the water. Point {i}." for i in range(9)]
            ),
        )
        == []
    )


def test_interviewer_who_quotes_the_speaker_repeats_nothing():
    text = f"Question: What then?\nRoe: {PASSAGE}\nQuestion: {PASSAGE} Is that so?\nRoe: It is."
    assert of_role("repeat", text) == []


def test_repeat_in_a_report_keeps_to_one_voice():
    text = f"Jane Roe spoke in May.\nRoe said: “{PASSAGE}”\nRoe said: “{PASSAGE}”\nThe hall was silent."
    assert len(of_role("repeat", text, "report")) == 1


def test_what_comes_back_in_three_distant_answers_is_a_formula():
    others = [f"{OTHER} {number} {OTHER.lower()}" for number in ("One.", "Two.", "Three.")]
    answers = [answer for other in others for answer in (PASSAGE, other)]
    assert PASSAGE[:-1] not in of_role("repeat", turns(*answers))
