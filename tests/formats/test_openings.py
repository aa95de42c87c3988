"""Openings in layouts that nobody had in mind: no word goes to the wrong person without a doubt that says so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from analysis.commands import decide_voices, split_text
from analysis.language.words import find_words
from analysis.readers import Reading
from analysis.roles import OWN

FILE = Path(__file__).parents[1] / "data" / "openings" / "openings.txt"
OTHERS = ("question", "other")


class Opening(NamedTuple):
    """A text with the offsets of the words that are the speaker's."""

    name: str
    speaker: str
    text: str
    own: set[int]


def read_openings() -> list[Opening]:
    blocks = re.split(r"^=== ", FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return [read_opening(*block.split("\n", 1)) for block in blocks]


def read_opening(head: str, body: str) -> Opening:
    name, speaker = head.split(" | ")
    text, own = "", set()
    for said, part in enumerate(re.split(r"\{\{|\}\}", body)):
        start, text = len(text), text + part
        own |= {at for at, _ in find_words(text, start, len(text))} if said % 2 else set()
    return Opening(name, speaker, text, own)


def list_wrong(opening: Opening) -> list[str]:
    """The words that go to the speaker and are not his, or are his and go to another, and no doubt lies over them."""
    decided = decide_voices(None, speaker=opening.speaker, office="", labels=())
    found = split_text(Reading(opening.text, "plain text"), decided, kind=None, speaker=opening.speaker).split
    doubted = {at for doubt in found.doubts.itertuples() for at in range(doubt.start, doubt.end)}
    if "no words of the speaker" in set(found.doubts["kind"]):
        return []  # the doubt lists all voices with their words
    wrong = []
    for segment in found.segments.itertuples():
        for start, end in find_words(opening.text, segment.start, segment.end):
            is_his = start in opening.own
            is_wrong = segment.role in OTHERS if is_his else segment.role in OWN
            wrong += [opening.text[start:end]] if is_wrong and start not in doubted else []
    return wrong


@pytest.mark.parametrize("opening", read_openings(), ids=lambda opening: opening.name)
def test_no_word_goes_to_the_wrong_person_silently(opening):
    assert list_wrong(opening) == []


def test_most_words_of_the_speakers_are_found():
    openings = read_openings()
    n_own, n_found = sum(len(opening.own) for opening in openings), 0
    for opening in openings:
        decided = decide_voices(None, speaker=opening.speaker, office="", labels=())
        split = split_text(
            Reading(opening.text, "plain text"), decided, kind=None, speaker=opening.speaker
        ).split
        given = split.segments[split.segments["role"].isin(OWN)]
        spans = given[["start", "end"]].itertuples(index=False, name=None)
        n_found += len(opening.own & {at for span in spans for at, _ in find_words(opening.text, *span)})
    assert n_found >= 0.9 * n_own


def test_a_word_that_goes_to_the_wrong_person_is_seen():
    text = "Question: Who pays?\n\nJane Roe: The state.\n\nQuestion: And then?\n\nJane Roe: Nobody knows.\n"
    sound = Opening("sound", "Jane Roe", text, {at for at, _ in find_words(text) if 29 < at < 39 or at > 69})
    assert list_wrong(sound) == []
    assert list_wrong(sound._replace(own=set())) == ["The", "state", "Nobody", "knows"]
