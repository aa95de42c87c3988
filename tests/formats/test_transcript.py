"""Transcripts: what stands before the first label, between turns and after the last; turns."""

from __future__ import annotations

import textwrap

import pytest
from splitting import of_role, split

from analysis.errors import InputError
from analysis.formats.cues.people import Speaker
from analysis.formats.cues.turn_roles import Unlabelled
from analysis.formats.split import split_segments

TURNS = "Question: Who pays for the dam?\nRoe: The state pays.\n"


def test_opening_statement_is_the_speakers():
    statement = (
        "Good morning, colleagues.\nWe met our friends from Oskara. I will be brief.\nThe dam is ready."
    )
    text = f"Remarks by Jane Roe\n3 May 2031\n{statement}\n{TURNS}"
    assert of_role("answer", text) == [*statement.split("\n"), "The state pays."]
    assert of_role("apparatus", text)[:2] == ["Remarks by Jane Roe", "3 May 2031"]


@pytest.mark.parametrize(
    "introduction",
    [
        "Jane Roe has built three dams. In this conversation she tells how.",
        "The minister received our correspondent in Elm Port. We print the talk in full.",
    ],
)
def test_introduction_is_a_note(introduction):
    assert of_role("note", f"The dams\n{introduction}\n{TURNS}") == [introduction]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Elm Port Press",
        "Read also: Who pays for the bridge?",
        "https://example.org/dam",
        "#dam #water",
        "© Daily Planet 2031",
        "3 May 2031, 10:15",
        "Share this interview",
        "Money and water",
    ],
)
def test_line_of_the_page_inside_an_answer_is_apparatus(line):
    rest = "The rest is paid by the towns along the river, as it always was."
    text = f"{TURNS}{line}\n{rest}\nQuestion: Why?\nRoe: So."
    assert line in of_role("apparatus", text)
    assert rest in of_role("answer", text)


def test_tail_of_the_page_is_apparatus():
    tail = [
        "To be continued.",
        "Tags: dams",
        "Most read",
        "Subscribe wherever you listen.",
        "All rights reserved",
    ]
    assert of_role("apparatus", TURNS + "\n".join(tail))[-5:] == tail


def test_last_answer_without_full_stop_is_no_tail():
    assert of_role("answer", "Q: Who pays?\nA: The state\nQ: All of it?\nA: Yes") == ["The state", "Yes"]


def test_box_with_a_sentence_of_an_answer_is_apparatus():
    box = "“The state pays for the water we drink”"
    answer = "The state pays for the water we drink. So it was."
    text = f"Q: Who pays?\nA: {answer}\n{box}\nQ: Why?\nA: Who else would?"
    assert box in of_role("apparatus", text)


def test_quotation_that_stands_nowhere_else_is_the_speakers():
    line = "“Nobody drinks a promise made in spring.”"
    assert of_role("answer", f"Q: What did he say?\nA: He said:\n{line}\nQ: When?\nA: Long ago.")[1] == line


def test_last_word_on_the_speaker_is_apparatus():
    last = "Jane Roe, 62, lives in Elm Port. Her book on dams is out of print."
    assert of_role("apparatus", TURNS + last)[-1] == last


def test_without_labels_a_question_mark_asks():
    text = "Who pays?\nThe state.\nIt always did.\nAll of it?\nYes.\nSince when?\nSince May.\n"
    assert of_role("question", text) == ["Who pays?", "All of it?", "Since when?"]
    assert of_role("answer", text) == ["The state.", "It always did.", "Yes.", "Since May."]


def test_time_between_two_paragraphs_of_an_answer_is_apparatus():
    text = "[00:00:01] HOST: Who pays?\n[00:00:04] ROE: The state pays.\n[00:00:09]\nAll of it.\n"
    assert of_role("apparatus", text) == ["[00:00:01] HOST:", "[00:00:04] ROE:", "[00:00:09]"]
    assert of_role("answer", text) == ["The state pays.", "All of it."]


WRAPPED = [
    "Question: Who pays for the new dam above Elm Port, which has been under construction for eleven years?",
    "Roe: The state pays, as the law of the river has said since the flood. Nobody has ever asked the "
    "towns to pay for a thing that they did not want, and nobody will as long as I sit here.",
    "Question: And the farmers along the lower river, who lose their fields when the water rises behind it?",
    "Roe: They are paid by the acre, and they are paid in advance, which is more than the sea has ever done.",
]


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("width", [60, 72, 90])
def test_hard_wrapped_lines_are_joined(between, width):
    text = between.join(textwrap.fill(paragraph, width) for paragraph in WRAPPED)
    flat = [" ".join(part.split()) for role, part in split(text) if role in ("question", "answer")]
    assert flat == [paragraph.partition(": ")[2] for paragraph in WRAPPED]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\n\n", "\n \t\n"])
def test_any_line_end_parts_paragraphs(newline):
    text = newline.join(["\ufeffQ: Who pays?", "A: The state.", "\tIt always did.", "Q: Why?", "A: Ask it."])
    assert of_role("answer", text) == ["The state.", "It always did.", "Ask it."]


def test_turn_numbers():
    text = "Dams\nQ: Who pays?\nA: The state [of Oskara] pays.\nAll of it.\nQ: Why?\nA: Ask it.\n"
    segments = split_segments(text, kind="transcript", speaker=Speaker("Jane Roe"))
    turns = {text[s.start : s.end]: s.turn for s in segments.dropna(subset="turn").itertuples()}
    assert turns == {
        "Who pays?": 1, "The state": 2, "[of Oskara]": 2, "pays.": 2, "All of it.": 2,
        "Why?": 3, "Ask it.": 4,
    }  # fmt: skip


def test_unknown_kind_is_refused():
    with pytest.raises(InputError, match="transcript, speech, excerpt, report, prose"):
        split_segments("Q: Who?", kind="poem", speaker=Speaker("Jane Roe"))


LABELS = ["प्रश्न उत्तर", "Soru Cevap", "Swali Jibu", "Kérdés Válasz", "سؤال جواب", "질문 답변", "Tanya Jawab"]


def ask_in(labels: str, top: str) -> str:
    asks, answers = labels.split()
    turns = [f"{asks}: Ko ma?", f"{answers}: Ta la ni po.", f"{asks}: Ka su?", f"{answers}: Ni po su la ta."]
    return "\n\n".join([top, *turns]) + "\n"


@pytest.mark.parametrize("labels", LABELS)
def test_words_for_asking_and_answering_of_an_unknown_language(labels):
    text = ask_in(labels, "Jane Roe, 3 . 5 . 2031")
    assert of_role("answer", text) == ["Ta la ni po.", "Ni po su la ta."]


def test_a_label_that_the_top_names_as_somebody_else_is_not_the_speakers():
    with pytest.raises(Unlabelled):
        of_role("answer", ask_in("Vale Brook", "Vale asks Brook about Jane Roe"))
    with pytest.raises(Unlabelled):
        of_role("answer", ask_in("Vale Brook", "At the harbour"))
