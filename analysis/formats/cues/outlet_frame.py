"""An outlet that speaks in the first person around a speaker's words: `Today I bring you a talk of Roe's.`"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.formats.cues.front_matter import FIRST_PERSON, FIRST_PERSONS, SALUTATION
from analysis.formats.cues.people import Speaker
from analysis.formats.role_map import NOTE, RoleMap
from analysis.language import count_words_in

_TOP, _LAST = 4, 2  # paragraphs
_MOST_WORDS, _LONGEST = 80, 800  # words, characters
# What somebody else's words are called; `my talk` is the speaker's own.
_OF_WORDS = re.compile(
    r"(?<!\bmy\s)(?<!\bour\s)\b(?:words?|talk|speech|lecture|address|sermon|letter|essay|interview|conversation|remarks|guest"
    r"|welcome|introduce|rede|vortrag|worte|gast|discours|paroles|invité|discurso|palabras|invitad|discorso|parole|ospite"
    r"|слова|речь|гост)\w*|\btell\sus\b",
    re.IGNORECASE,
)
_NAMES_ITSELF = re.compile(
    r"\b(?:I\sam|I['’]m|[Mm]y\sname\sis|I,|ich\sbin|je\ssuis|soy|sono|[Мм]еня\sзовут|я,)\s"
)
_STOP = re.compile(r"(?<=[a-z0-9)][.!?…])\s")
_FAREWELL = re.compile(
    r"\b(?:that['’]?s?(?:\sis)?\s(?:all|it)\s(?:from|for)\s(?:me|us|today|now|this)|forward\s(?:it|this)\sto|thanks?\s(?:you\s)?for"
    r"\s(?:reading|subscribing|tuning)|(?:back|see\syou)\s(?:on|again|next|in)\b|(?:this|the|next)\s(?:newsletter|letter|issue|episode|edition)"
    r"|your\sinbox|subscribe|das\swar(?:['’]s|\ses)\s(?:für|von)|c['’]est\stout\spour|eso\ses\stodo\s(?:por|de)|(?:questo\s)?è\stutto\s(?:per|da)"
    r"|на\sсегодня\s(?:это\s)?вс[её]|bis\s(?:nächste|bald)|à\sla\ssemaine|hasta\sla\spróxima|alla\sprossima|до\sвстречи)",
    re.IGNORECASE,
)
_REMEDY = "if the speaker says it, add a row to decisions/places.csv"


def find_introduction(bodies: Sequence[str], speaker: Speaker) -> int:
    """Return how many paragraphs at the top an introduction has that tells of the speaker's words."""
    told = [i for i in range(min(_TOP, len(bodies) - 1)) if _introduces(bodies[i], speaker)]
    return told[-1] + 1 if told else 0


def _introduces(body: str, speaker: Speaker) -> bool:
    if len(body) > _LONGEST or count_words_in(body) > _MOST_WORDS or not speaker.is_mentioned_in(body):
        return False
    if _NAMES_ITSELF.search(body) or SALUTATION.match(body):
        return False
    return any(
        speaker.is_mentioned_in(sentence) and _OF_WORDS.search(sentence) for sentence in _STOP.split(body)
    )


def assign_farewell(
    role_map: RoleMap, bodies: Sequence[str], front: int, furniture: set[int], speaker: Speaker
) -> None:
    """Give to the editor the last paragraphs that take leave as an outlet does, and doubt the last one in any case.

    Only an outlet that spoke of itself at the top does so. front: how many paragraphs the introduction has.
    """
    if not any(FIRST_PERSONS.search(body) or FIRST_PERSON.search(body) for body in bodies[:front]):
        return
    rest = [i for i in range(front, len(bodies)) if i not in furniture]
    for i in rest[-_LAST:]:
        start, end = role_map.paragraphs[i]
        takes_leave = bool(_FAREWELL.search(bodies[i])) and count_words_in(bodies[i]) <= _MOST_WORDS
        if role_map.voice_at(end - 1).role != "answer" or not (takes_leave or i == rest[-1]):
            continue
        if takes_leave:
            role_map.assign(start, end, NOTE)
        decided = (
            "it takes leave as an outlet does"
            if takes_leave
            else "it is the speaker's, though an outlet opens the text"
        )
        role_map.doubt(start, end, "closing note", decided=decided, remedy=_REMEDY)
