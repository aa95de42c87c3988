"""Labels at a paragraph's start: in which spellings they are read, and what only looks like one."""

from __future__ import annotations

import re

import pytest
from splitting import ROE, of_role, split

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


# Every way to print a label that a question and an answer have been seen under; {} is what is said.
SHAPES = [
    ("Bakke: {}", "Roe: {}"),
    ("Bakke. {}", "Roe. {}"),
    ("Tor Bakke. {}", "Jane Roe. {}"),
    ("Tor Bakke - {}", "Jane Roe - {}"),
    ("Tor Bakke – {}", "Jane Roe – {}"),
    ("Tor Bakke — {}", "Jane Roe — {}"),
    ("TOR BAKKE — {}", "JANE ROE — {}"),
    ("Tor Bakke.- {}", "Jane Roe.- {}"),
    ("Tor Bakke.— {}", "Jane Roe.— {}"),
    ("— Tor Bakke: {}", "— Jane Roe: {}"),
    ("- Tor Bakke: {}", "- Jane Roe: {}"),
    ("### Tor Bakke\n{}", "### Jane Roe\n{}"),
    ("### Tor Bakke\n\n{}\n", "### Jane Roe\n\n{}\n"),
    ("**Tor Bakke** {}", "**Jane Roe** {}"),
    ("<b>Tor Bakke</b> {}", "<b>Jane Roe</b> {}"),
    ("**Tor Bakke**\n{}", "**Jane Roe**\n{}"),
    ("**Tor Bakke**: {}", "**Jane Roe**: {}"),
    ("**Tor Bakke:** {}", "**Jane Roe:** {}"),
    ("__Tor Bakke:__ {}", "__Jane Roe:__ {}"),
    ("*Tor Bakke:* {}", "*Jane Roe:* {}"),
    ("[Tor Bakke] {}", "[Jane Roe] {}"),
    ("[TOR BAKKE]: {}", "[JANE ROE]: {}"),
    ("<b>Tor Bakke:</b> {}", "<b>Jane Roe:</b> {}"),
    ("<p><strong>Tor Bakke:</strong> {}</p>", "<p><strong>Jane Roe:</strong> {}</p>"),
    ("<v Tor Bakke>{}", "<v Jane Roe>{}"),
    ("TOR BAKKE, HOST: {}", "JANE ROE (R), MINISTER OF TRADE: {}"),
    ("TOR BAKKE, ANCHOR: {}", "JANE ROE, FOREIGN MINISTER, OSKARA: {}"),
    ("Tor Bakke (Daily Planet): {}", "Jane Roe (Oskara): {}"),
    ("[0:00] Bakke: {}", "[0:07] Roe: {}"),
    ("[00:00:01] Tor Bakke: {}", "[00:00:07] Jane Roe: {}"),
    ("0:01 Tor Bakke: {}", "0:07 Jane Roe: {}"),
    ("Tor Bakke [00:00:01]: {}", "Jane Roe [00:00:07]: {}"),
    ("Tor Bakke (00:01): {}", "Jane Roe (00:07): {}"),
    ("Tor Bakke\t00:00:12\t{}", "Jane Roe\t00:00:18\t{}"),
    ("00:00:12\tTor Bakke\t{}", "00:00:18\tJane Roe\t{}"),
    ("Tor Bakke\t{}", "Jane Roe\t{}"),
    ("Tor Bakke  0:12\n{}", "Jane Roe  0:18\n{}"),
    ("Tor Bakke (00:12)\n{}", "Jane Roe (00:18)\n{}"),
    ("Tor Bakke 00:00:12\n{}", "Jane Roe 00:00:18\n{}"),
    ("Tor Bakke\n{}", "Jane Roe\n{}"),
    ("TOR BAKKE\n{}", "JANE ROE\n{}"),
    ("Tor Bakke:\n{}", "Jane Roe:\n{}"),
    ("Mr. BAKKE. {}", "Ms. ROE. {}"),
    ("Mr. Bakke. {}", "Ms. Roe. {}"),
    ("Q {}", "A {}"),
    ("Q. {}", "A. {}"),
    ("Q: {}", "A: {}"),
    ("Q) {}", "A) {}"),
    ("Q – {}", "A – {}"),
    ("Tor_Bakke: {}", "Jane_Roe: {}"),
    ("tor: {}", "jane: {}"),
    (">> TOR BAKKE: {}", ">> JANE ROE: {}"),
    (">>TOR BAKKE: {}", ">>JANE ROE: {}"),
    ("&gt;&gt; TOR BAKKE: {}", "&gt;&gt; JANE ROE: {}"),
    ("1. Tor Bakke: {}", "2. Jane Roe: {}"),
    ("1  Tor Bakke: {}", "2  Jane Roe: {}"),
    ("[12/05/2031, 10:21:11] Tor Bakke: {}", "[12/05/2031, 10:22:40] Jane Roe: {}"),
    ("[12.05.31, 10:21] Tor: {}", "[12.05.31, 10:22] Jane: {}"),
    ("Bakke, Tor: {}", "Roe, Jane: {}"),
    ("T.B.: {}", "J.R.: {}"),
    ("TB: {}", "JR: {}"),
    ("“Tor Bakke”: {}", "“Jane Roe”: {}"),
    ("Tor Bakke：{}", "Jane Roe：{}"),
    ("Tor Ba\u00adkke: {}", "Jane R\u00adoe: {}"),
    ("\u200bTor Bakke: {}", "\u200bJane Roe: {}"),
]
ASKED = ["Who pays for the dam?", "And who pays for the bridge?", "Since when is that so?"]
ANSWERED = [
    "The state pays for it, as the law has it.",
    "The towns do, and they know it.",
    "It began with the flood.",
]


def print_talk(asks: str, answers: str) -> str:
    """Return three questions and answers under these labels."""
    pairs = zip(ASKED, ANSWERED, strict=True)
    return "\n".join(f"{asks.format(q)}\n{answers.format(a)}" for q, a in pairs)


def said_in(role: str, text: str, **given: str) -> list[str]:
    """Return what has one role without tags around it."""
    return [re.sub(r"</?\w+>", "", part) for part in of_role(role, text, **given)]


@pytest.mark.parametrize(("asks", "answers"), SHAPES)
def test_two_voices_are_told_apart_in_any_print(asks, answers):
    text = print_talk(asks, answers)
    assert said_in("answer", text) == ANSWERED
    assert said_in("question", text) == ASKED


@pytest.mark.parametrize(
    "asks", ["**{}**", "*{}*", "__{}__", "_{}_", "<b>{}</b>", "<em>{}</em>", "### {}", "> {}"]
)
def test_questions_without_a_label_are_told_by_their_type(asks):
    text = print_talk(asks, "{}")
    assert of_role("answer", text) == ANSWERED
    assert [re.sub(r"</?\w+>|[*_#>]", "", part).strip() for part in of_role("question", text)] == ASKED


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("Q", "A"),
        ("Q1", "A1"),
        ("Question", "Answer"),
        ("Interviewer", "Interviewee"),
        ("Interviewer", "Respondent"),
        ("Host", "Guest"),
        ("Moderator", "Participant 1"),
        ("Researcher", "Participant"),
        ("INT", "RES"),
        ("I", "R"),
        ("Operator", "Guest"),
        ("Student", "Guest"),
        ("Pregunta", "Respuesta"),
        ("P", "R"),
        ("Entrevistador", "Entrevistada"),
        ("Question", "Réponse"),
        ("Journaliste", "Invitée"),
        ("Frage", "Antwort"),
        ("FRAGE", "ANTWORT"),
        ("Domanda", "Risposta"),
        ("D", "R"),
        ("Вопрос", "Ответ"),
        ("Корреспондент", "Ответ"),
        ("В", "О"),
        ("Pergunta", "Resposta"),
        ("Vraag", "Antwoord"),
        ("Pytanie", "Odpowiedź"),
        ("Otázka", "Odpověď"),
        ("Питання", "Відповідь"),
        ("Ερώτηση", "Απάντηση"),
        ("Soru", "Cevap"),
    ],
)
@pytest.mark.parametrize("mark", ["{}: ", "**{}:** ", "{}:\n"])
def test_words_for_who_asks_and_who_answers(asks, answers, mark):
    text = print_talk(mark.format(asks) + "{}", mark.format(answers) + "{}")
    assert of_role("answer", text) == ANSWERED
    assert of_role("question", text) == ASKED


@pytest.mark.parametrize(
    "label", ["Moderator", "Host", "Student", "Operator", "Caller", "Journalist", "Reporter 2", "Anchor"]
)
def test_whoever_a_word_says_asks_does_so_beside_the_speaker(label):
    text = print_talk(f"{label}: {{}}", "Roe: {}")
    assert (of_role("question", text), of_role("answer", text)) == (ASKED, ANSWERED)


@pytest.mark.parametrize(
    "mark", ["{}: ", "{}. ", "{} — ", "{} - ", "[{}] ", "**{}** ", "{}\n", "### {}\n", "{}\t", "{}.- "]
)
def test_a_decided_label_works_in_every_punctuation(mark):
    text = print_talk(mark.format("Old Fox") + "{}", mark.format("The Grey Owl") + "{}")
    voices = {"The Grey Owl": Voice("answer", ROE), "Old Fox": Voice("question", "interviewer")}
    assert said_with(voices, "answer", text) == ANSWERED
    assert said_with(voices, "question", text) == ASKED


def said_with(voices: dict[str, Voice], role: str, text: str, *, office: str = "") -> list[str]:
    """Return what has one role where some labels are decided."""
    roe = Speaker(ROE, office=office)
    segments = split_segments(text, kind="transcript", speaker=roe, voices=voices)
    return [text[s.start : s.end] for s in segments.itertuples() if s.role == role]


@pytest.mark.parametrize(
    "label",
    ["THE PRESIDENT", "The President", "Foreign Minister", "Minister of Trade", "PRIME MINISTER", "Chair"],
)
def test_the_only_office_is_the_speakers(label):
    text = print_talk("Q: {}", f"{label}: {{}}")
    assert (of_role("question", text), of_role("answer", text)) == (ASKED, ANSWERED)


@pytest.mark.parametrize(
    "label", ["Chair Roe", "President Roe", "FOREIGN MINISTER ROE", "Mme Roe", "Frau Roe"]
)
def test_an_office_before_the_name_is_no_other_person(label):
    assert of_role("answer", print_talk("Q: {}", f"{label}: {{}}")) == ANSWERED


def test_of_two_offices_the_declared_one_is_the_speakers():
    text = (
        "Q: Who pays?\nForeign Minister: We do.\nFinance Minister: I pay.\nQ: Both?\nForeign Minister: Both."
    )
    office = "Foreign Minister"
    assert said_with({}, "answer", text, office=office) == ["We do.", "Both."]
    assert said_with({}, "other", text, office=office) == ["I pay."]


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("Speaker 1", "Speaker 2"),
        ("SPEAKER_00", "SPEAKER_01"),
        ("Speaker A", "Speaker B"),
        ("Voice 1", "Voice 2"),
        ("Sprecher 1", "Sprecher 2"),
        ("F", "M"),
        ("Female Voice", "Male Voice"),
    ],
)
def test_of_voices_without_names_the_one_that_answers_is_guessed(asks, answers):
    text = print_talk(f"{asks}: {{}}", f"{answers}: {{}}")
    assert (of_role("question", text), of_role("answer", text)) == (ASKED, ANSWERED)


@pytest.mark.parametrize(
    "label",
    [
        "Piet Ollo",
        "PIET OLLO",
        "Mr. Ollo",
        "Minister Ollo",
        "Finance Minister Piet Ollo",
        "Press Secretary Ollo",
        "Piet Ollo, minister of finance",
        "Peter Roe",
        "Voice from the hall",
    ],
)
def test_whoever_only_states_things_is_another_voice(label):
    text = (
        f"Host: Who pays?\nJane Roe: The state pays.\n{label}: The towns pay as well.\n"
        f"Host: Both of you?\nJane Roe: Both.\n{label}: So it is.\nHost: Thanks.\nJane Roe: Bye."
    )
    assert of_role("other", text) == ["The towns pay as well.", "So it is."]
    assert of_role("answer", text) == ["The state pays.", "Both.", "Bye."]
    assert of_role("question", text) == ["Who pays?", "Both of you?", "Thanks."]


def test_a_panel_is_studied_for_any_of_its_speakers():
    text = (
        "Host: Who pays?\nJane Roe: The state.\nPiet Ollo: The towns.\nHost: And who else?\n"
        "Piet Ollo: The farms.\nJane Roe: Nobody."
    )
    assert of_role("answer", text) == ["The state.", "Nobody."]
    assert of_role("answer", text, speaker="Piet Ollo") == ["The towns.", "The farms."]
    assert of_role("other", text, speaker="Piet Ollo") == ["The state.", "Nobody."]


def test_labels_in_the_middle_of_a_paragraph_open_turns():
    text = (
        "Question: Who pays for the dam? Roe: The state pays. Question: All of it? Roe: Yes, all of it.\n"
        "Question: Since when? Roe: Since May."
    )
    assert of_role("answer", text) == ["The state pays.", "Yes, all of it.", "Since May."]
    assert of_role("question", text) == ["Who pays for the dam?", "All of it?", "Since when?"]


def test_names_in_the_middle_of_a_paragraph_open_turns_where_they_are_labels_elsewhere():
    text = (
        "Tor Bakke: Who pays?\nJane Roe: The state pays. Tor Bakke: All of it? Jane Roe: Yes.\n"
        "Tor Bakke: Since when?\nJane Roe: Since May."
    )
    assert of_role("answer", text) == ["The state pays.", "Yes.", "Since May."]
    assert of_role("question", text) == ["Who pays?", "All of it?", "Since when?"]


@pytest.mark.parametrize(
    "phrase",
    [
        "Remember: nobody drinks a promise.",
        "Moss. That was her name.",
        "Middle East: there the wells are dry.",
        "North Coast: there the towns pay.",
        "We have three aims: bread, water and light.",
        "Bread, water, light: these are our aims.",
        "Note: the law is old.",
        "Second: the towns agreed.",
        "Peace - that is what we want.",
        "Peace — that is what we want.",
        "War. Then came peace.",
        "[Laughter] That is a good one.",
        "A dam is a wall.",
        "I said so: we pay.",
        "Quick answer: no.",
        "10:15 is when the train leaves.",
        "Elm Port. That is where it began.",
    ],
)
def test_what_only_looks_like_a_label_stays_speech(phrase):
    text = f"Question: Who pays?\nRoe: The state does.\n{phrase}\nQuestion: And now?\nRoe: We wait."
    answers = " ".join(of_role("answer", text))
    assert phrase.removeprefix("[Laughter] ") in answers
    assert of_role("question", text) == ["Who pays?", "And now?"]


@pytest.mark.parametrize("phrase", ["Moss. That was her name.", "Peace: we want it.", "Peace — we want it."])
def test_a_formula_said_twice_is_no_label(phrase):
    text = (
        f"Question: Who pays?\nRoe: The state does.\n{phrase}\nQuestion: And now?\nRoe: We wait.\n{phrase}\n"
        "Question: How long?\nRoe: A year."
    )
    assert of_role("answer", text) == ["The state does.", phrase, "We wait.", phrase, "A year."]
