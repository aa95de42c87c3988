"""Voices of others that no known label announces: none of their words become the speaker's without a doubt."""

from __future__ import annotations

import pytest
from splitting import ROE

from analysis.formats.cues.people import Speaker
from analysis.formats.guess import guess_kind
from analysis.formats.split import split_source


def read(text: str, kind: str = "", speaker: str = ROE) -> tuple[list[str], set[str]]:
    """Return what is the speaker's, segment by segment, and the kinds of doubts. kind: guessed where it is ''."""
    who = Speaker(speaker)
    split = split_source(text, kind=kind or guess_kind(text, who), speaker=who)
    own = split.segments[split.segments["role"].isin(["answer", "quote"])]
    return [text[s.start : s.end] for s in own.itertuples()], set(split.doubts["kind"])


HEADS = {  # what stands above the speaker's pieces, above another's, and above the speaker's again
    "lines in brackets": ("[Jane Roe]", "[Ferry master]", "[Jane Roe]"),
    "lines in bold": ("**Minister Roe**", "**Minister Bakke**", "**Minister Roe**"),
    "lines with an office": ("Jane Roe, miller", "Tor Bakke, baker", "Jane Roe, miller"),
    "a question on a line": ("## Jane Roe", "## Audience question", "## Jane Roe"),
    "names of a chat": ("jroe — Today at 10:02", "editor_tor — Today at 10:04", "jroe — Today at 10:05"),
    "a thread": ("janeroe OP • 2h ago", "tor_b • 1h ago", "janeroe OP • 1h ago"),
    "a forum": (
        "Jane Roe wrote on 4 May 2031:",
        "bakke7 wrote on 5 May 2031:",
        "Jane Roe wrote on 6 May 2031:",
    ),
    "other words": ("Answer by Jane Roe (2 votes)", "Comment by tor", "Answer by Jane Roe (4 votes)"),
}
IN_LINE = {
    "initials": "With Jane Roe (JR) and Tor Bakke (TB).\n\nJR We wait.\n\nTB I do not.\n\nJR We must.\n\nTB I left.",
    "a rare name behind a dash": "Mme Roe. — We wait.\nM. Bakke. — Why so?\nMme Roe. — We must.\nM. Bakke. — Why?\n"
    "Le président. — I thank you.",
}


@pytest.mark.parametrize("heads", HEADS.values(), ids=HEADS)
def test_only_pieces_under_the_speakers_name_are_the_speakers(heads):
    said = ("We wait.", "I do not.", "We must.")
    text = "\n\n".join(f"{head}\n{piece}" for head, piece in zip(heads, said, strict=True))
    assert read(text)[0] == ["We wait.", "We must."]


SIGNS = [
    "; ",
    " = ",
    " ~ ",
    " » ",
    " › ",
    " > ",
    " / ",
    " • ",
    " → ",
    " ⇒ ",
    " >> ",
    " => ",
    " + ",
    " # ",
    " | ",
    "→",
]


@pytest.mark.parametrize("sign", SIGNS)
def test_any_sign_behind_names_that_take_turns_parts_them_from_what_is_said(sign):
    said = ("We wait.", "I do not.", "We must.", "Why so?", "There is fog.", "I left.")
    turns = (f"{('Jane Roe', 'Tor Bakke')[i % 2]}{sign}{words}" for i, words in enumerate(said))
    assert read("\n\n".join(turns))[0] == ["We wait.", "We must.", "There is fog."]


def test_a_sign_in_what_one_person_says_parts_nothing():
    said = ["We wait; we must.", "The fog = a wall.", "Bread / water are here."]
    assert read("\n\n".join(said), kind="speech")[0] == said


@pytest.mark.parametrize("text", IN_LINE.values(), ids=IN_LINE)
def test_only_turns_of_the_speaker_are_the_speakers(text):
    assert read(text)[0] == ["We wait.", "We must."]


def test_a_line_in_brackets_among_names_in_brackets_is_a_voice_of_its_own():
    turns = (
        ("Jane Roe", "We wait."),
        ("Tor Bakke", "I do not."),
        ("Jane Roe", "We must."),
        ("The watch", "A sail."),
    )
    own, doubts = read("\n\n".join(f"[{name}]\n\n{said}" for name, said in turns), kind="transcript")
    assert own == ["We wait.", "We must."]
    assert "looks like a label" in doubts


def test_a_line_in_capitals_among_names_in_capitals_is_doubted():
    turns = (
        "JANE ROE\nWe wait.\n\nTOR BAKKE\nI do not.\n\nJANE ROE\nWe must.\n\nGRAIN PRICES\nThey fall, I hear."
    )
    assert "looks like a label" in read(turns)[1]


LETTERS = {
    "to the speaker": "Dear Dr. Roe, my son is nine. I am tired.\n\nSleep is work. I know it.",
    "signed": "I cut them back each year. I have tried soap. — T. Bakke, Elm\n\nSleep is work. I know it.",
    "withheld": "I want to flood the moles. Is it cruel? (Name withheld)\n\nSleep is work. I know it.",
    "from a place": "*I never said a word. What now? (Cold in Carden)*\n\nSleep is work. I know it.",
    "signed below": "The wind lives in ours. We set a plate.\n— Mira Bakke\n\nSleep is work. I know it.",
}


@pytest.mark.parametrize("text", LETTERS.values(), ids=LETTERS)
def test_what_others_write_is_not_the_speakers(text):
    own, doubts = read(f"Jane Roe answers\n\nWe wait for rain.\n\n{text}", "excerpt")
    assert own == ["We wait for rain.", "Sleep is work. I know it."]
    assert "another voice" in doubts


@pytest.mark.parametrize(
    "said",
    ["Thank you so much, Ms Roe. You moved us.", "Jane Roe, you have one minute.", "You came late, Ms Roe?"],
)
def test_who_calls_the_speaker_by_name_is_somebody_else(said):
    own, doubts = read(f"A speech\n\nWe wait for rain.\n\n{said}\n\nI thank you.", "speech")
    assert (own, doubts) == (["We wait for rain.", "I thank you."], {"another voice"})


@pytest.mark.parametrize(
    "said",
    [
        "They asked me: “Ms Roe, why a harbour?” You know it.",
        "Mr Bakke, you built it. Thank you, Mr Bakke.",
        "My brother, Karl Roe, told me that it was done.",
        "I am Jane Roe, and you know me.",
        "Minister Roe! So they shout on the quay.",
        "We did it. — Nobody thanked us.",
    ],
)
def test_the_speaker_keeps_what_only_looks_so(said):
    text = f"Remarks of the day\n\nWe wait for rain.\n\n{said}\n\nI thank you."
    assert read(text, "speech")[0] == ["We wait for rain.", said, "I thank you."]


IN_PLACE = [
    "In place of Minister Jane Roe, Tor Bakke answered the questions.",
    "Anstelle von Ministerin Jane Roe beantwortete Tor Bakke die Fragen.",
    "En nombre de la ministra Jane Roe compareció el portavoz Tor Bakke.",
    "The spokesman for Minister Jane Roe, Tor Bakke, took questions.",
    "With Minister Jane Roe ill, her deputy Tor Bakke met the press.",
]  # fmt: skip


@pytest.mark.parametrize("lead", IN_PLACE)
def test_who_answers_in_the_speakers_place_does_not_speak_as_the_speaker(lead):
    own, doubts = read(f"{lead}\n\nWill she sign?\n\nWe will see. I have no date.\n\nWhen?\n\nI do not know.")
    assert own == [] and "somebody in the speaker's place" in doubts


@pytest.mark.parametrize(
    "did", ["took the questions", "stood in", "dealt with all questions", "gave the answers"]
)
def test_who_does_so_where_the_speaker_is_ill_is_somebody_else(did):
    own, doubts = read(f"Jane Roe was ill; her deputy Tor Bakke {did}.\n\nQ: Who pays?\n\nA: The state does.")
    assert not own and "somebody in the speaker's place" in doubts


def test_who_speaks_for_others_stays_the_speaker():
    text = (
        "On behalf of the government, Jane Roe answered.\n\nWho pays?\n\nWe pay.\n\nWhen?\n\nWe pay in May."
    )
    assert read(text, "transcript")[0] == ["We pay.", "We pay in May."]


@pytest.mark.parametrize(
    "line", ["TOR BAKKE, sworn.", "Tor Bakke, called by the defense", "Testimony of Tor Bakke"]
)
def test_a_second_witness_answers_under_the_same_letter(line):
    first = line.replace("TOR BAKKE", "JANE ROE").replace("Tor Bakke", "Jane Roe")
    asked = "Q. Where were you?\nA. I was at the mill.\nQ. When?\nA. I forget."
    text = f"{first}\n{asked}\n{line}\nQ. And you?\nA. I slept."
    own, doubts = read(text)
    assert own == ["I was at the mill.", "I forget."] and "another voice" in doubts


def test_a_reporter_who_met_the_speaker_is_not_the_speaker():
    text = "I climbed the stairs.\n\nRoe told me that she keeps bees. I stood still.\n\nI asked her why. We ate honey."
    assert guess_kind(text, Speaker(ROE)) == "report"


def test_a_paragraph_that_tells_of_the_speaker_by_name_is_the_outlets():
    scene = "Roe shows the map."
    own, doubts = read(f"From a speech\n\nWe wait.\n\nI do.\n\n{scene}\n\nI saw it.", "excerpt")
    assert scene not in own and "may be a scene" in doubts


def test_an_outlet_that_brings_a_speech_takes_leave_as_well():
    lead = "I was away last week.\n\nToday I bring you some words of Jane Roe from her talk in Elm."
    own, doubts = read(
        f"{lead}\n\nWe wait.\n\nI saw it.\n\nThat is all from me. I will be back on Monday.", "excerpt"
    )
    assert (own, doubts) == (["We wait.", "I saw it."], {"closing note"})


def test_questions_with_labels_and_answers_without():
    text = "Reporter: Who pays?\n\nWe pay.\n\nReporter: They say it is dear.\n\nI know. It is."
    assert read(text, "transcript") == (["We pay.", "I know. It is."], {"no labels", "speaker never named"})


def test_a_dialogue_with_dashes_inside_an_answer_is_nobodys():
    text = "Host: Who pays?\nRoe: We pay.\n- And the towns?\n- They pay as well.\nHost: Why?\nRoe: I know it."
    own, doubts = read(text)
    assert own == ["We pay.", "I know it."] and "may be another's turn" in doubts


def test_typed_sentences_put_to_somebody_are_questions():
    asked = ["*Tell me about the house.*", "*You were nine.*", "*Describe your father to me.*"]
    text = "Jane Roe in Elm\n\n" + "\n\n".join(f"{question}\n\nI was small. We ran." for question in asked)
    assert read(text)[0] == ["I was small. We ran."] * 3


@pytest.mark.parametrize(
    "line",
    [
        "Figure 2. Tons moved, 2020 to 2031. Source: the board.",
        "Abb. 4: Das neue Wehr im Mai",
        "Roe on the pier in May. Photo: Tor Bakke",
        "Sign up for our newsletter and never miss a story from us.",
    ],
)
def test_captions_and_requests_of_a_page_are_not_said(line):
    assert read(f"Remarks\n\nWe wait.\n\n{line}\n\nI saw it.", "speech")[0] == ["We wait.", "I saw it."]


def test_calls_in_brackets_are_not_said():
    text = "We wait. (Call from the right: At last!) I saw it. (Dr. Bakke [Left]: Never!) We go."
    assert read(text, "speech")[0] == ["We wait.", "I saw it.", "We go."]


def test_a_pronoun_behind_a_stranger_is_not_the_speaker():
    text = "“I paid,” Jane Roe said.\n\nVera Tund pours tea. “He never paid,” she says."
    assert read(text, "report")[0] == ["“I paid,”"]


def test_times_that_part_a_text_and_a_title_of_a_talk_are_doubted():
    assert (
        "no labels" in read("A talk\n\n0:03\nIt is old.\n\n0:09\nI saw it.\n\n0:15\nWe wait.", "excerpt")[1]
    )
    talk = "Interview with Jane Roe\n\nI was told of it.\n\nWe saw it.\n\nI fear it.\n\nWe go."
    assert "no labels" in read(talk, "excerpt")[1]
    assert read(talk.replace("Interview", "From an interview"), "excerpt")[1] == set()


def test_a_letter_that_somebody_else_signs():
    text = "Sir, I read your talk with Roe.\n\nI saw it. We wait.\n\nEdna Bakke, Mill Lane"
    assert read(text, "excerpt")[0] == []


def test_a_speech_beside_a_speech_of_somebody_else():
    text = "Speech by Tor Bakke\n\nI stole the book. We wait.\n\nReply of Jane Roe\n\nKeep it. I stole it as well."
    assert read(text, "excerpt")[0] == ["Keep it. I stole it as well."]


def test_the_life_of_who_wrote_it_down_is_the_outlets():
    life = "Mia Bakke writes for the Elm Review. She grew up on a farm."
    text = f"Jane Roe, as told to Mia Bakke\n\nWe wait.\n\nI saw it.\n\nWe go.\n\n{life}"
    assert read(text, "excerpt") == (["We wait.", "I saw it.", "We go."], {"closing note"})
