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


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_each_way_to_print_a_name_and_a_time_gives_the_same_turns(shape):
    reading = read_content(write(shape).encode(), ending=".txt")
    assert (
        reading.text
        == "Ann Lee: What will it cost?\n\nJane Roe: We pay from the tolls.\n\nAnn Lee: And when?\n"
    )
    assert [turn.voice for turn in reading.turns] == ["Ann Lee", "Jane Roe", "Ann Lee"]
    assert [int(time.seconds) for time in reading.times] == [0, 12, 62]


def test_what_the_program_added_is_left_out_and_what_stands_above_is_nobodys():
    text = f"Harbour talk\n\nSPEAKERS\nAnn Lee\n\n{write(SHAPES['Otter'])}Transcribed by https://otter.ai\n"
    reading = read_content(text.encode(), ending=".txt")
    assert reading.text.startswith("Harbour talk\n\nAnn Lee: What")
    assert reading.left_out == {"lines that a program added": 2}


def test_paragraphs_of_one_voice_stay_apart():
    reading = read_content(write("{name}  {time}\n{words}\n\nSo\nit is.\n\n").encode(), ending=".txt")
    assert "We pay from the tolls.\n\nSo it is.\n\nAnn Lee" in reading.text


@pytest.mark.parametrize(
    "text",
    [
        "10:00 Opening\n10:15 Jane Roe: Tolls\n11:00 Coffee\n11:30 Ann Lee: Ferries\n",
        "Ann Lee: What?\n\n[0:05:00] Jane Roe: That.\n\n[0:10:00] Jane Roe: So.\n\n[0:15:00] Eve: Yes.\n",
        "We met at 10:30.\n\nRoe said at 11:15 that all was well.\n\nRoe came at 12:10.\n",
        "Mark 4:12\nIn the beginning.\n\nMark 4:15\nAnd then.\n\nMark 5:01\nAnd so on.\n",
    ],
    ids=["programme", "labels without a time", "prose", "verses"],
)
def test_other_texts_with_times_stay_plain_text(text):
    assert read_content(text.encode(), ending=".txt") is None
