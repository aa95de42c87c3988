"""What a speaker reads aloud is nobody's."""

from __future__ import annotations

import pytest

from analysis.formats.cues.read_aloud import assign_read_aloud
from analysis.formats.role_map import Paragraph, RoleMap, Voice

LETTER = "“The bridge of Elm shall stand for ever.”"


def find_role(text: str) -> str:
    role_map = RoleMap(text, [Paragraph(0, len(text))])
    role_map.assign(0, len(text), Voice("answer", "Jane Roe"))
    assign_read_aloud(role_map)
    return role_map.voice_at(text.index("bridge")).role


@pytest.mark.parametrize(
    "before",
    [
        "I will read you the letter: ",
        "Read it: ",
        "Let me QUOTE the king. ",
        "I quote:\n\n",
        "Now I recite ",
        "Ich zitiere: ",
        "Je cite : ",
        "Я прочту: ",
        "Процитирую письмо: ",
    ],
)
def test_who_reads_speaks_no_words_of_his_own(before):
    assert find_role(before + LETTER) == "other"


@pytest.mark.parametrize(
    "before",
    [
        "I will read you my letter: ",  # the reader's own
        "The bread is here: ",  # no such word
        "I will misquote: ",
        "They read. It is late. We wait: ",  # not in the sentence before
        "He said: ",
    ],
)
def test_other_quotations_stay_the_speakers(before):
    assert find_role(before + LETTER) == "answer"
