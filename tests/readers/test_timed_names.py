"""Exports of Otter, Teams, Zoom, Rev and their like: a name and a time, then the words."""

import pytest

from analysis.readers import read_content

TURNS = [
    ("Ann Lee", "0:00", "What will it cost?"),
    ("Jane Roe", "0:12", "We pay from the tolls."),
    ("Ann Lee", "1:02", "And when?"),
]
SHAPES = {
    "Otter": "{name}  {time}  \n{words}\n\n",
    "Otter on a line": "{name}  {time}  {words}\n",
    "Teams": "{name}   {time}\n{words}\n\n",
    "Teams, lines": "{time}\n{name}\n{words}\n\n",
    "Teams, spans": "0:0{time} --> 0:09:59.1\n{name}\n{words}\n\n",
    "Dovetail": "{name}\n{time}\n{words}\n\n",
    "Zoom": "[{name}] 00:0{time}\n{words}\n\n",
    "Zoom on a line": "00:0{time} {name}: {words}\n",
    "Rev": "{name} ({time}):\n{words}\n\n",
    "Rev, tabs": "{name}:\t{time}\t{words}\n",
    "Descript": "[00:0{time}] {name}: {words}\n\n",
    "Sonix": "{name} [00:0{time}] {words}\n\n",
    "name in brackets' front": "[00:0{time}] {name}\n{words}\n\n",
    "HappyScribe": "[00:0{time}.10] - {name}\n{words}\n\n",
    "Fireflies": "{name} - {time}\n{words}\n\n",
    "upright stroke": "{name} | {time}\n{words}\n\n",
    "time first": "{time} {name}\n{words}\n\n",
}


def write(shape: str) -> str:
    return "".join(shape.format(name=name, time=time, words=words) for name, time, words in TURNS)


def say(text: str) -> list[tuple[str, str]]:
    """Return who says what."""
    reading = read_content(text.encode(), ending=".txt")
    assert reading.text == text
    return [(turn.voice, reading.text[turn.start : turn.end]) for turn in reading.turns]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_each_way_to_print_a_name_and_a_time_gives_the_same_turns(shape):
    text = write(shape)
    assert say(text) == [(name, words) for name, _, words in TURNS]
    times = read_content(text.encode(), ending=".txt").times
    assert [int(time.seconds) for time in times] == [0, 12, 62]


def test_the_head_of_a_turn_is_its_label_and_the_text_above_is_nobodys():
    reading = read_content(f"Harbour talk\n\n{write(SHAPES['Otter'])}".encode(), ending=".txt")
    first = reading.turns[0]
    assert reading.text[first.label : first.start] == "Ann Lee  0:00  \n"
    assert reading.text[: first.label] == "Harbour talk\n\n"


def test_what_the_program_added_is_a_note():
    text = f"SPEAKERS\n\n{write(SHAPES['Otter'])}Transcribed by https://otter.ai\n"
    assert say(text)[-1] == ("Ann Lee", "And when?")
    reading = read_content(text.encode(), ending=".txt")
    notes = [reading.text[note.start : note.end] for note in reading.notes]
    assert notes == ["SPEAKERS", "Transcribed by https://otter.ai"]


def test_a_turn_holds_all_paragraphs_up_to_the_next_head():
    said = say(write("{name}  {time}\n{words}\n\nSo it is.\n\n"))
    assert said[1] == ("Jane Roe", "We pay from the tolls.\n\nSo it is.")


def test_a_head_without_words_is_no_turn():
    text = write(SHAPES["Otter"]) + "Jane Roe  1:10\n"
    assert len(say(text)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "10:00 Opening\n10:15 Jane Roe: Tolls\n11:00 Coffee\n11:30 Ann Lee: Ferries\n",
        "Ann Lee: What?\n\n[0:05:00] Jane Roe: That.\n\n[0:10:00] Jane Roe: So.\n\n[0:15:00] Eve: Yes.\n",
        "We met at 10:30.\n\nRoe said at 11:15 that all was well.\n\nRoe came at 12:10.\n",
        "Mark 4:12\nIn the beginning.\n\nMark 4:15\nAnd then.\n\nMark 5:01\nAnd so on.\n",
        "[Ann Lee] What?\n\n[Jane Roe] [0:05:00] That.\n\n[Ann Lee] [0:10:00] And?\n\n[Jane Roe] [0:15:00] Yes.\n",
        "**Ann Lee** What?\n\n**Jane Roe** (5:00) That.\n\n**Ann Lee** (6:00) And?\n\n**Jane Roe** (7:00) Yes.\n",
    ],
    ids=["programme", "labels without a time", "prose", "verses", "names in brackets", "names in bold"],
)
def test_other_texts_with_times_stay_plain_text(text):
    assert read_content(text.encode(), ending=".txt") is None
