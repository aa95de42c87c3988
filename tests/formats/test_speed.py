"""Long and strange texts are split in a time that grows with their length and not with its square."""

from __future__ import annotations

import time

import pytest

from analysis.formats.cues.people import Speaker
from analysis.formats.guess import guess_kind, guess_speaker
from analysis.formats.split import FORMATS, split_segments

N = 60_000  # characters; the square would be an hour of work, the length a second
SECONDS = 12  # of processor time, far above what is needed, far below what a square takes

ANSWER = "We wait for the rain, and then we act as we said we would in May of last year. "
UNITS = {
    "transcript": f"Question: Who pays for it?\nJane Roe: {ANSWER * 5}\n",
    "one line": ANSWER,
    "quotations": f"“{ANSWER}” Roe said. ",
    "single quotations": f"‘{ANSWER}’ Roe said. ",
    "short labels": "a: \n",
    "labels": "Q: a?\nA: b.\n",
    "glued labels": "Q: aQ: aQ: a\n",
    "names": "Jane Roe ",
    "capitals": "J",
    "initials": "J.",
    "who says": "Roe said ",
    "one word": "no ",
    "formulas": "we have long said that the root of the matter is water and nothing else ",
    "spaces": " ",
    "full stops": ". ",
    "digits": "1",
    "footnotes": "1. a\n",
    "marks": "a1. ",
    "apostrophes": "a'",
    "hashtags": "#a ",
    "asides": "(- ed ",
}
UNITS |= {mark: mark for mark in '([<"“‘«*_-#¹.:\n'}
UNITS |= {f"{mark} on lines": f"{mark}\n" for mark in "([“"}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_time_grows_with_length(unit):
    text = unit * (N // len(unit))
    begin = time.process_time()
    for kind in FORMATS:
        split_segments(text, kind=kind, speaker=Speaker("Jane Roe"))
    guess_kind(text, guess_speaker(text))
    assert time.process_time() - begin < SECONDS


def test_many_different_names():
    text = "".join(f"Mara N{i}x said so.\nN{i}x Roe: b?\nA: c.\n" for i in range(2000))
    begin = time.process_time()
    for kind in FORMATS:
        split_segments(text, kind=kind, speaker=Speaker("Jane Roe"))
    guess_kind(text, guess_speaker(text))
    assert time.process_time() - begin < SECONDS
