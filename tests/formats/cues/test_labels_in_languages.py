"""Labels and questions as other languages print them."""

from __future__ import annotations

import pytest

from analysis.formats import Speaker, split_segments
from analysis.formats.cues.questions import find_set_off_questions


def list_spoken(text: str, speaker: str) -> list[tuple[str, str]]:
    """Return the role and the words of each segment that somebody speaks."""
    segments = split_segments(text, kind="transcript", speaker=Speaker(speaker))
    spoken = segments[segments["role"] != "apparatus"]
    return [(row.role, text[row.start : row.end]) for row in spoken.itertuples()]


@pytest.mark.parametrize("label", ["«Вестник»", "„Der Bote“", "“El Faro”", "« Le Phare »"])
def test_a_paper_s_name_in_quotation_marks_is_a_label(label):
    text = f"{label}: Who pays?\n\nJane Roe: Nobody.\n\n{label}: Nobody?\n\nJane Roe: The sea.\n"
    assert list_spoken(text, "Jane Roe") == [
        ("question", "Who pays?"), ("answer", "Nobody."), ("question", "Nobody?"), ("answer", "The sea."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "label",
    [
        *("Frage aus dem Publikum", "Leserfrage von Uwe Bohm, Elm", "Question d’Émile, 14 ans"),
        *("Pregunta del público", "Domanda dalla sala", "Вопрос от Андрея, Верхний Брод", "Вопрос из зала"),
    ],
)
def test_a_question_says_whom_it_is_from(label):
    text = f"{label}: Who pays?\n\nJane Roe: Nobody.\n\nFrage: Why?\n\nJane Roe: Ask the sea.\n"
    assert list_spoken(text, "Jane Roe")[:2] == [("question", "Who pays?"), ("answer", "Nobody.")]


def test_readers_who_ask_once_each_ask_where_every_answer_has_its_own():
    text = "1. Lucía: ¿Nada?\n\nJane Roe: Sí.\n\n2. Andrés: ¿Quién paga?\n\nJane Roe: Nadie.\n"
    assert [role for role, _ in list_spoken(text, "Jane Roe")] == ["question", "answer", "question", "answer"]


def test_a_word_with_a_colon_inside_an_answer_asks_nothing():
    text = "Lucía: ¿Nada?\n\nJane Roe: Sí.\n\nConclusión: nada.\n\nAndrés: ¿Quién paga?\n\nJane Roe: Nadie.\n"
    roles = dict(zip(*reversed(list(zip(*list_spoken(text, "Jane Roe"), strict=True))), strict=True))
    assert roles["¿Nada?"] == roles["¿Quién paga?"] == "question"
    assert "question" not in {role for words, role in roles.items() if "nada." in words}


@pytest.mark.parametrize("mark", ["**", "*"])
def test_all_paragraphs_of_one_type_ask_where_one_has_a_question_mark_and_each_is_answered(mark):
    asked = ["Sie sind müde.", "Erzählen Sie vom Essen.", "Kommt der Vertrag?"]
    text = "\n\n".join(f"{mark}{question}{mark}\n\nJa, und das ist gut so." for question in asked)
    spoken = list_spoken(text, "Jane Roe")
    assert [role for role, _ in spoken] == ["question", "answer"] * 3


def test_headings_in_bold_ask_nothing_though_one_has_a_question_mark():
    bodies = ["**Das Meer**", "Ja, gut.", "**Der Hafen**", "Ja, gut.", "**Wer zahlt?**", "Ja, gut."]
    assert find_set_off_questions(bodies, set()) == []
