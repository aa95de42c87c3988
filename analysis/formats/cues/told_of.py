"""Prose that tells of the speaker by name as somebody else does: `Roe told me that she was tired.`"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from analysis.formats.cues.front_matter import FIRST_PERSON
from analysis.formats.cues.outlet_frame import find_introduction
from analysis.formats.cues.people import Speaker, is_title, words_of_name
from analysis.formats.role_map import NARRATION, RoleMap
from analysis.language import AUXILIARIES, FINITE_VERBS, FUNCTION_WORDS, count_words_in

_QUOTED = re.compile(r"[“\"«„][^“”\"«»„]*[”\"»“]|‘[^’]*’")
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_ENDING = re.compile(r"(?:s|ed|t|te|ten|en|a|ó|é|и?л[аи]?|ет|ит)$")
# `I met Roe`, `I asked her`, `I read your talk with Roe`: of the speaker, and hardly by the speaker
_DID = r"\b(?:I|[Ww]e)\s(?!am\b)(?:[a-z]\w*\s){1,5}"
_TOLD_ME = re.compile(
    r"\b(?:[Hh]e|[Ss]he)\s(?:told|tells|asked|asks|showed|shows|said\sto|gave)\s(?:me|us)\b"
)
_ASKED_HIM = re.compile(
    r"\b(?:I|[Ww]e)\s(?:had\s|have\s|then\s|first\s)?"
    r"(?:met|meet|ask(?:ed)?|interview(?:ed)?|visit(?:ed)?|thank(?:ed)?|told|tell)\s(?:him|her)\b"
)
_ADVERB = r"(?:never|always|often|also|once|still|then|later|soon|just|even|only|now|first|nie|immer|oft|[a-z]{2,12}ly)"
_KIND = "may be a scene"
_REMEDY = "if the speaker says it, add a row to decisions/places.csv"
_FEWEST = 2
_MOST_WORDS = 120  # of a paragraph that is taken from the speaker


def tells_of(bodies: Sequence[str], speaker: Speaker) -> bool:
    """Say whether paragraphs tell of the speaker as a reporter does who met the speaker, twice or more."""
    bodies = bodies[find_introduction(bodies, speaker) :]
    named = [body for body in bodies if speaker.is_mentioned_in(body)]
    told = sum(_is_told(body, speaker) for body in named)
    if not told or is_title(speaker.family[-1]):
        return False
    beside = sum(
        bool(_TOLD_ME.search(body) or _ASKED_HIM.search(body)) for body in bodies if body not in named
    )
    return told + beside >= _FEWEST


def assign_told(role_map: RoleMap, bodies: Sequence[str], open_to: Sequence[int], speaker: Speaker) -> None:
    """Take from the speaker paragraphs that tell of the speaker by name, with a doubt each, and doubt the rest.

    open_to: the paragraphs that no label gives to anybody.
    """
    if is_title(
        speaker.family[-1] if speaker.family else ""
    ):  # `the President told Congress`, says the President
        return
    own = [i for i in open_to if role_map.voice_at(role_map.paragraphs[i].end - 1).role == "answer"]
    told = [i for i in own if speaker.is_mentioned_in(bodies[i]) and _is_told(bodies[i], speaker)]
    for i in told:
        is_short = count_words_in(bodies[i]) <= _MOST_WORDS
        if is_short:
            role_map.assign(*role_map.paragraphs[i], NARRATION)
        decided = "it tells of the speaker by name: it is " + (
            "not the speaker's" if is_short else "the speaker's"
        )
        role_map.doubt(*role_map.paragraphs[i], _KIND, decided=decided, remedy=_REMEDY)
    if told and len(told) < len(own):
        start, end = role_map.paragraphs[own[0]].start, role_map.paragraphs[own[-1]].end
        decided = "an outlet tells of the speaker among these words, and the others are the speaker's"
        role_map.doubt(start, end, _KIND, decided=decided, remedy=_REMEDY)


def _is_told(body: str, speaker: Speaker) -> bool:
    sentences = [found.group() for found in _SENTENCE.finditer(_QUOTED.sub(" ", body))]
    return any(_names_doer(sentence, speaker) for sentence in sentences if speaker.is_mentioned_in(sentence))


def _names_doer(sentence: str, speaker: Speaker) -> bool:
    """Say whether the speaker does something in a sentence without a first person, or is met in it."""
    doing, met = _patterns(speaker.name.split()[-1])
    if any(_is_own_name(found["names"], speaker) for found in met.finditer(sentence)):
        return True
    if FIRST_PERSON.search(re.sub(r"\b(?:me|us)\b", "", sentence)):
        return False
    return any(
        _is_own_name(found["names"], speaker) and _is_verb(found["verb"])
        for found in doing.finditer(sentence)
    )


@lru_cache(maxsize=64)
def _patterns(surname: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a surname with the word behind it, and behind `I met`."""
    names = r"(?P<names>(?:[^\W\d_a-z][\w’'.-]{0,20}\s){0,3})"
    own = f"(?i:{re.escape(surname)})"
    return re.compile(rf"(?<![\w-]){names}{own}\s(?:{_ADVERB}\s)?(?P<verb>[^\W\d_]+)\b"), re.compile(
        rf"{_DID}{names}{own}\b"
    )


def _is_own_name(names: str, speaker: Speaker) -> bool:
    """Say whether the words before a surname may be the speaker's given names and titles."""
    return all(word in speaker.given or is_title(word) for word in words_of_name(names)[-1:])


def _is_verb(word: str) -> bool:
    if not word.islower():
        return False
    return word in AUXILIARIES | FINITE_VERBS or (word not in FUNCTION_WORDS and bool(_ENDING.search(word)))
