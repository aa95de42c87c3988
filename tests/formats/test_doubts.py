"""What a split tells it could not know: each kind of doubt where it should stand, and nowhere else."""

from __future__ import annotations

import pandas as pd
import pytest
from splitting import ROE

from analysis.errors import InputError
from analysis.formats.cues.people import Speaker
from analysis.formats.cues.turn_roles import GUESSED, Unlabelled
from analysis.formats.role_map import Voice
from analysis.formats.split import Place, Split, split_source

PLAIN = (
    "Question: Who pays for the dam?\nJane Roe: The state pays for it.\n"
    "Question: All of it?\nJane Roe: Yes, all of it.\n"
)


def split_roe(text: str, kind: str = "transcript", **given) -> Split:
    """Split a text for Jane Roe."""
    return split_source(text, kind=kind, speaker=given.pop("speaker", Speaker(ROE)), **given)


def doubts_of(text: str, kind: str = "transcript", **given) -> dict[str, str]:
    """Return what was decided of each kind of doubt."""
    doubts = split_roe(text, kind, **given).doubts
    return dict(zip(doubts["kind"], doubts["decided"], strict=True))


def test_a_plain_transcript_is_not_doubted():
    assert split_roe(PLAIN).doubts.empty


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("speech", "Remarks of Jane Roe\n\nWe shall pay for the dam. The towns shall not."),
        ("excerpt", "From the speech of Jane Roe\n\nWe shall pay for the dam. The towns shall not."),
        ("prose", "Who pays for the dam? Nobody knows, and nobody asks."),
        ("report", "“The state pays for the dam,” Jane Roe said on Friday. The towns were glad to hear it."),
    ],
)
def test_other_plain_texts_are_not_doubted(kind, text):
    assert split_roe(text, kind).doubts.empty


def test_doubts_have_their_columns_even_where_there_are_none():
    assert list(split_roe(PLAIN).doubts) == ["start", "end", "kind", "decided", "remedy"]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN + "Question: Why?\nTor Bakke told me: why not?\nJane Roe: So.\n",
        "“We pay,” said Jane Roe. She went on: “The towns do not.” “So it is.” A dog barked.",
        "Jane Roe\nJane Roe\n\n",
    ],
)
@pytest.mark.parametrize("kind", ["transcript", "report", "speech", "excerpt", "prose"])
def test_every_doubt_lies_in_the_text_and_says_how_to_decide_it(text, kind):
    doubts = split_roe(text, kind).doubts
    assert (doubts["start"] >= 0).all() and (doubts["end"] <= len(text)).all()
    assert (doubts["start"] <= doubts["end"]).all()
    assert (doubts[["kind", "decided", "remedy"]] != "").all(axis=None)
    assert doubts["start"].is_monotonic_increasing


# looks like a label


def test_a_name_with_a_colon_that_nobody_claimed_is_doubted_once():
    text = PLAIN.replace("Yes, all of it.", "Yes.\nElm Holtorf:\nNo water.\nElm Holtorf:\nNo bread.")
    split = split_roe(text)
    doubts = split.doubts[split.doubts["kind"] == "looks like a label"]
    if (split.segments["role"] == "other").any():  # it was claimed after all
        assert doubts.empty
    else:
        assert len(doubts) == 1


def test_what_looks_like_a_label_is_named_with_its_count_and_its_remedy():
    text = PLAIN.replace("Yes, all of it.", "Yes.\nPeace: we want it.\nSo it is.\nPeace: we want it.")
    split = split_roe(text)
    doubt = split.doubts.set_index("kind").loc["looks like a label"]
    assert doubt["decided"] == "Peace (2 times) is part of the answer it stands in"
    assert '--label "Peace=ROLE"' in doubt["remedy"]
    assert text[doubt["start"] : doubt["end"]].startswith("Peace:")


@pytest.mark.parametrize("line", ["We have three aims: bread and water.", "He said: “We pay.”", "See 10:15."])
def test_a_sentence_with_a_colon_looks_like_no_label(line):
    text = PLAIN.replace("Yes, all of it.", f"Yes.\n{line}")
    assert "looks like a label" not in doubts_of(text)


# no words of the speaker, speaker never named


def test_a_text_without_a_word_of_the_speaker_says_so_with_the_words_of_each_voice():
    text = "“The state pays for it,” Tor Bakke said on Friday."
    decided = doubts_of(text, "report")["no words of the speaker"]
    assert decided == "no word is Jane Roe's (Tor Bakke: 5 words, narration: 5 words)"


def test_a_transcript_without_the_speaker_doubts_that_too():
    assert "no words of the speaker" in doubts_of("Question: Who pays?\nQuestion: And who asks?\n")


def test_a_speaker_who_is_nowhere_named_is_doubted():
    text = PLAIN.replace("Jane Roe:", "Answer:")
    assert doubts_of(text)["speaker never named"] == "9 words are Jane Roe's all the same"
    assert doubts_of("We shall pay for it.", "speech")["speaker never named"].startswith("5 words are")


@pytest.mark.parametrize(
    "speaker", [Speaker(ROE), Speaker(ROE, ("Answer",)), Speaker(ROE, office="Answer"), Speaker("")]
)
def test_a_speaker_who_is_named_or_declared_is_not(speaker):
    text = PLAIN.replace("Jane Roe:", "Answer:")
    text = text.replace("the dam", "Roe’s dam") if speaker == Speaker(ROE) else text
    assert "speaker never named" not in doubts_of(text, speaker=speaker)


# only one voice, questions without answers


def test_a_transcript_with_one_voice_is_doubted_and_a_speech_is_not():
    text = "Jane Roe: We pay for it.\nJane Roe: All of it.\nJane Roe: So it is.\n"
    assert "only one voice" in doubts_of(text)
    assert "only one voice" not in doubts_of(text, "speech")


def test_two_turns_that_ask_one_after_the_other_are_doubted():
    text = (
        PLAIN + "Question: And now?\n\nhttps://example.org/dam\n\nQuestion: And then?\nJane Roe: We wait.\n"
    )
    split = split_roe(text)
    doubt = split.doubts.set_index("kind").loc["question without an answer"]
    assert text[doubt["start"] : doubt["end"]].startswith("And now?")
    assert text[doubt["start"] : doubt["end"]].endswith("And then?")


def test_a_question_of_two_paragraphs_is_not_doubted():
    text = PLAIN + "Question: The dam is old.\nWho mends it?\nJane Roe: The towns do.\n"
    assert split_roe(text).doubts.empty


# no labels


def test_two_unlabelled_pairs_are_a_transcript_with_a_doubt():
    text = "Jane Roe on dams\n\nWho pays for it?\n\nThe state pays.\n\nAll of it?\n\nYes, all of it.\n"
    split = split_roe(text)
    assert set(split.segments["role"]) >= {"question", "answer"}
    doubt = split.doubts.set_index("kind").loc["no labels"]
    assert text[doubt["start"] :].startswith("Who pays") and doubt["end"] >= len(text.rstrip())


def test_many_unlabelled_pairs_and_questions_in_bold_are_not_doubted_so():
    pairs = [f"What of dam {n}?\n\nThe state pays for it.\n\n" for n in range(1, 6)]
    assert "no labels" not in doubts_of("Jane Roe on dams\n\n" + "".join(pairs))
    bold = "Jane Roe on dams\n\n**Who pays?**\n\nThe state pays.\n\n**All of it?**\n\nYes, all of it.\n"
    assert "no labels" not in doubts_of(bold)


# the speaker among voices without names


ANONYMOUS = (
    "Speaker 1: Who pays for the dam?\nSpeaker 2: The state pays for it, and Roe knows it.\n"
    "Speaker 1: All of it?\nSpeaker 2: Yes, all of it.\n"
)


def test_a_guess_among_voices_without_names_lists_them_with_turns_and_words():
    decided = doubts_of(ANONYMOUS)[GUESSED]
    listed = "Speaker 2 (2 turns, 13 words); Speaker 1 (2 turns, 8 words)"
    assert decided == f"Speaker 2 answers, and is the speaker; the labels are {listed}"


def test_an_office_alone_is_a_guess_too():
    assert GUESSED in doubts_of(PLAIN.replace("Jane Roe:", "THE PRESIDENT:"))


def test_a_decided_voice_is_no_guess():
    voices = {"Speaker 2": Voice("answer", ROE), "Speaker 1": Voice("question", "interviewer")}
    assert split_roe(ANONYMOUS, voices=voices).doubts.empty
    office = Speaker(ROE, office="The President")
    assert GUESSED not in doubts_of(PLAIN.replace("Jane Roe:", "THE PRESIDENT:"), speaker=office)
    assert GUESSED not in doubts_of(PLAIN)


# repeats


def test_a_paragraph_printed_twice_running_is_doubted_and_a_formula_said_twice_is_not():
    said = "The state pays for the dam, as the law of the river has said since the flood."
    twice = f"Question: Who pays?\nJane Roe: It is simple.\n{said}\n{said}\nQuestion: Why?\nJane Roe: So."
    split = split_roe(twice)
    repeated = split.segments[split.segments["role"] == "repeat"]
    assert [twice[s.start : s.end] for s in repeated.itertuples()] == [said]
    doubted = split.doubts[split.doubts["end"] == repeated["end"].iloc[0]]
    assert len(doubted) == 1
    apart = f"Question: Who pays?\nJane Roe: {said}\nQuestion: Who?\nJane Roe: {said}\n"
    assert split_roe(apart).doubts.empty


# quotations


def test_a_quotation_that_nobody_says_is_doubted_and_one_with_a_subject_is_not():
    said = "“The state pays for the dam,” Jane Roe said. “The towns do not pay,” she added.\n\n"
    assert split_roe(said, "report").doubts.empty
    split = split_roe(said + "“A dam is a wall that waits for the sea to come.”\n\nThe sea came.", "report")
    assert len(split.doubts) == 1


# the speaker is none of the labels


STRANGERS = (
    "Tor Bakke: Who pays for the dam?\nPiet Ollo: The state pays for it.\n"
    "Tor Bakke: All of it?\nPiet Ollo: Yes, all of it.\n"
)


def test_labels_of_which_none_is_the_speaker_stop_the_split_and_are_listed():
    with pytest.raises(Unlabelled) as error:
        split_roe(STRANGERS)
    assert isinstance(error.value, InputError)
    assert str(error.value).startswith(
        "no label names Jane Roe; the labels are Piet Ollo (2 turns, 9 words); Tor Bakke (2 turns, 8 words): "
    )
    assert '--label "TEXT=ROLE"' in str(error.value)


def test_a_decided_label_lets_the_split_go_on():
    split = split_roe(STRANGERS, voices={"PIET OLLO": Voice("answer", ROE)})
    own = split.segments[split.segments["role"] == "answer"]
    assert own["n_words"].sum() == 9
    assert split.segments.loc[split.segments["role"] == "question", "n_words"].sum() == 8


# places


def place_of(text: str, words: str, voice: Voice) -> Place:
    start = text.index(words)
    return Place(start, start + len(words), voice)


def roles_of(split: Split, text: str) -> dict[str, tuple[str, str]]:
    return {text[s.start : s.end]: (s.role, s.speaker) for s in split.segments.itertuples()}


def test_a_place_overrules_every_rule_and_leaves_the_rest():
    place = place_of(PLAIN, "all of it.", Voice("other", "Tor Bakke"))
    roles = roles_of(split_roe(PLAIN, places=[place]), PLAIN)
    assert roles["all of it."] == ("other", "Tor Bakke")
    assert roles["Yes,"] == ("answer", ROE)
    assert roles["The state pays for it."] == ("answer", ROE)


def test_of_two_places_the_later_one_counts():
    places = [
        place_of(PLAIN, "Yes, all of it.", Voice("note", "editor")),
        place_of(PLAIN, "Yes,", Voice("answer", ROE)),
    ]
    roles = roles_of(split_roe(PLAIN, places=places), PLAIN)
    assert (roles["Yes,"], roles["all of it."]) == (("answer", ROE), ("note", "editor"))


def test_a_place_removes_the_doubts_inside_it_and_no_others():
    text = PLAIN.replace("Yes, all of it.", "Yes.\nPeace: we want it.\nSo it is.\nPeace: we want it.")
    decided = place_of(text, "Peace: we want it.", Voice("answer", ROE))
    assert "looks like a label" in doubts_of(text)
    assert "looks like a label" not in doubts_of(text, places=[decided])
    elsewhere = place_of(text, "Who pays", Voice("question", "interviewer"))
    assert "looks like a label" in doubts_of(text, places=[elsewhere])


def test_places_that_are_read_once_are_enough():
    place = place_of(ANONYMOUS, "Speaker 2:", Voice("apparatus"))
    split = split_roe(ANONYMOUS, places=iter([place]))
    assert GUESSED not in set(split.doubts["kind"])
    assert isinstance(split.doubts, pd.DataFrame)


def test_an_unknown_kind_is_refused():
    with pytest.raises(InputError, match="unknown kind 'poem': use one of transcript, speech, excerpt"):
        split_roe(PLAIN, "poem")
