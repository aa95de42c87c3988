"""Somebody who answers in the speaker's place: `In place of Minister Roe, her spokesman answered.`"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.formats.cues.beside_speaker import NEAR
from analysis.formats.cues.cast import is_person
from analysis.formats.cues.people import FULL_NAME, Speaker, fold_name, is_title
from analysis.formats.role_map import RoleMap, Voice
from analysis.language import count_words_in, word_set

_TOP = 6  # paragraphs that may say who speaks
_MOST_WORDS = 60
_PLACE = re.compile(
    r"\b(?:in (?:the )?(?:place|stead|absence) of|instead of|on behalf of|standing in for|deputi[sz]ing for"
    r"|representing|filling in for|speaking for|anstelle von|anstelle des|an stelle von|statt|im namen von"
    r"|in vertretung (?:von|des|der)"
    r"|in abwesenheit von|stellvertretend für|au nom d[eu]|à la place d[eu]|en remplacement d[eu]|en l'absence d[eu]"
    r"|en nombre del?|en lugar del?|en ausencia del?|a nome d[ei]l?|al posto d[ei]l?|in assenza d[ei]l?"
    r"|от имени|вместо|в отсутствие)\s(?P<whom>[^.,;:!?\n]{0,80})"
)
# `Minister Roe's spokesman`, `the spokesman of Minister Roe` with what such a person does
_SPEAKS = re.compile(
    r"\b(?:answer(?:s|ed)|met (?:the )?(?:press|reporters|journalists)|faced|compareció"
    r"|(?:took|takes|dealt with|gave|handled) (?:\w+ ){0,2}(?:questions?|answers?|interview)|was interviewed"
    r"|(?:stood|stepped|filled|sat) in|brief(?:s|ed)|spoke|speaks|read out|replie[sd]|fielded"
    r"|beantwortet|antwortete|sprach|a répondu|répond|respondió|responde"
    r"|ha risposto|risponde|ответил[аи]?|отвечал[аи]?)\b"
)
_OF = word_set("of for to de du des von della del dello di der")
_POSSESSIVE = word_set("his her their sein seine ihr ihre son sa su suo sua его её ее")
_LINKS = word_set("the der die das le la el il lo los las les our her his madam")
_REMEDY = "if these are the speaker's own words, add rows to decisions/places.csv"


def assign_in_place(role_map: RoleMap, bodies: Sequence[str], speaker: Speaker) -> bool:
    """Take from the speaker a text of which the top says that somebody else speaks in the speaker's place.

    Returns whether that is so. What a label names the speaker for stays the speaker's: the caller asks first.
    """
    told = next((body for body in bodies[:_TOP] if _is_in_place(body, speaker)), "")
    own = [p for p in role_map.paragraphs if role_map.voice_at(p.end - 1).role == "answer"] if told else []
    if not own:
        return False
    for paragraph in own:
        role_map.reassign(*paragraph, Voice("other", ""), roles=("answer",))
    role_map.doubt(
        own[0].start, own[-1].end, "somebody in the speaker's place",
        decided="the top says that somebody else speaks for the speaker: it is nobody's", remedy=_REMEDY,
    )  # fmt: skip
    return True


def _is_in_place(body: str, speaker: Speaker) -> bool:
    if count_words_in(body) > _MOST_WORDS or not speaker.is_mentioned_in(body):
        return False
    folded = fold_name(body)
    if any(_is_the_speaker(found["whom"], speaker) for found in _PLACE.finditer(body.lower())):
        return True
    others = any(
        is_person(name.group()) and not speaker.is_named_by(name.group()) for name in FULL_NAME.finditer(body)
    )
    return others and bool(_SPEAKS.search(body)) and _names_aide(folded.split(), speaker)


def _is_the_speaker(whom: str, speaker: Speaker) -> bool:
    """Say whether words open with the speaker's name, titles and given names before it."""
    for word in whom.split():
        bare = fold_name(word).strip(",.’'()")
        if bare in speaker.family[-1:] or bare.removesuffix("'s") in speaker.family[-1:]:
            return True
        if not (
            is_title(bare) or bare in speaker.given or bare in speaker.family or bare in _LINKS or bare in _OF
        ):
            return False
    return False


def _names_aide(words: list[str], speaker: Speaker) -> bool:
    """`the spokesman of Minister Roe`, `Roe's spokesman`, `her deputy`"""
    bare = [word.strip(",.’'()") for word in words]
    return any(_is_aide_at(bare, at, speaker) for at, word in enumerate(bare) if word in NEAR)


def _is_aide_at(words: list[str], at: int, speaker: Speaker) -> bool:
    before, behind = words[max(0, at - 1) : at], words[at + 1 :]
    if behind[:1] and behind[0] in _OF and _is_the_speaker(" ".join(behind[1:7]), speaker):
        return True
    owner = "".join(before).replace("’", "'").removesuffix("'s")
    return owner in _POSSESSIVE or owner in speaker.family[-1:]
