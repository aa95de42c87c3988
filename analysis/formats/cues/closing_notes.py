"""What an outlet says of the speaker behind the last answer: `Jane Roe lives in Elm.`"""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import takewhile

from analysis.formats.cues.front_matter import FIRST_PERSON
from analysis.formats.cues.people import Speaker
from analysis.formats.paragraphs import ends_as_question
from analysis.formats.role_map import NOTE, RoleMap
from analysis.language import count_words_in
from analysis.roles import SPOKEN

_MOST_PARAGRAPHS = 2
_MOST_WORDS = 60
_SAID = re.compile(r"[“\"«„]")
_DECIDED = "it tells of the speaker, who does not say it"
_IN_PLACES = "if the speaker says it, add a row to decisions/places.csv"


def assign_closing(
    role_map: RoleMap, bodies: list[str], labelled: Set[int], furniture: Set[int], speaker: Speaker
) -> None:
    """Give to the editor the last paragraphs that speak of the speaker by name and in no first person.

    Hardly anybody ends an answer with the own name, so nobody is given these words, and a doubt tells of them.
    labelled: paragraphs that open with a label. furniture: those that are no running text.
    """
    rest = [i for i in range(1, len(bodies)) if i not in furniture]
    closing = takewhile(lambda i: i not in labelled and _tells_of(bodies[i], speaker), reversed(rest))
    for i in list(closing)[:_MOST_PARAGRAPHS]:
        start, end = role_map.paragraphs[i]
        voice = role_map.voice_at(end - 1)
        if voice.role in SPOKEN and voice == role_map.voice_at(start):  # no opening names who speaks
            role_map.assign(start, end, NOTE)
            role_map.doubt(start, end, "closing note", decided=_DECIDED, remedy=_IN_PLACES)


def _tells_of(body: str, speaker: Speaker) -> bool:
    if count_words_in(body) > _MOST_WORDS or ends_as_question(body) or _SAID.search(body):
        return False
    return speaker.is_mentioned_in(body) and not FIRST_PERSON.search(body)
