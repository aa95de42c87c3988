"""What an outlet says behind the last answer: `Jane Roe lives in Elm.`, `The interview was shortened.`"""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import takewhile

from analysis.formats.cues.front_matter import FIRST_PERSON
from analysis.formats.cues.people import FULL_NAME, Speaker
from analysis.formats.paragraphs import ends_as_question
from analysis.formats.role_map import NOTE, RoleMap
from analysis.language import count_words_in
from analysis.roles import SPOKEN

_MOST_PARAGRAPHS = 3
_MOST_WORDS = 60
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)][.!?…])[\"”’»)]*\s")
_QUOTED = re.compile(r"[“\"«„][^“”\"«»„]*[”\"»“]")
# What an outlet, and hardly anybody who answers, says of the text that ends there, of its author and of its readers.
_OF_THE_TEXT = re.compile(
    r"""\b(?:
      (?:the|this|our|an?\ (?:longer|shorter|full))\ (?:interview|conversation|text|article|column|speech|lecture|talk
        |transcript|version)\ (?:(?:of\ it\ )?(?:has\ been|was|is|can\ be)\ (?:slightly\ |lightly\ )?(?:edited|shortened
        |abridged|condensed|translated|led|conducted|given|recorded|delivered|heard|read|found))
    | (?:the\ )?(?:views|opinions)\ (?:expressed\ )?(?:here|in\ this|of\ (?:our|its|the)\ author)
    | (?:views|opinions)\ expressed\ (?:are|do|represent|belong|by)\b
    | (?:the|our|its)\ author(?:'s|’s)?\ (?:is|are|was|has|teaches|lives|works)\b
    | (?:with|agree\ with)\ our\ author
    | (?:translated|transcribed)\ (?:from|by)\b|our\ review\b
    | our\ (?:columnist|reporter|correspondent|critic|podcast|newspaper|magazine|newsletter)
    | (?:in\ )?(?:an\ )?(?:earlier|previous)\ version\ of\ (?:this|the)|in\ an\ (?:earlier|previous)\ version
    | in\ (?:the|our)\ (?:next|coming)\ (?:issue|episode|number)
    | (?:print|publish|reprint|reproduce)\ (?:it|them|the\ best\ letters|your\ letters)
    | edited\ for\ (?:length|clarity)
    | (?:for\ )?permission\ to\ (?:print|publish|reprint)
    | (?:das|dieses)\ (?:interview|gespräch)\ (?:wurde|führte)|(?:cet|l['’])\ ?entretien\ a\ été
    | (?:la|esta)\ entrevista\ (?:fue|ha\ sido)|(?:l['’]|quest['’])intervista\ è\ stata
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# `About the author`: a box behind the text, which nobody who answers opens.
_BOX = re.compile(
    r"\W*(?:about\ (?:the|our|this)\ (?:authors?|writer|interviewer|reporter|journalist|interview|series|project)"
    r"|the\ authors?|author|über\ (?:den|die)\ autor(?:in)?|zur\ person|à\ propos\ de\ l['’]aut\w+"
    r"|sobre\ (?:el|la)\ autora?|l['’]autore|об\ авторе)\W*",
    re.IGNORECASE | re.VERBOSE,
)
# `I met Roe in May.`
_MET = re.compile(r"\b(?:I|[Ww]e) (?:met|visited|interviewed|asked|spoke|talked|sat|left|thank)\b[^.!?\n]*")
_TOP = 2
_NAME_REACH = 50  # characters
_BEHIND = "it stands behind what an outlet says of the speaker"
# `Jane Roe is the mayor of Elm.`, `Roe lives in Elm.`, `Roe ist Malerin.`
_LIFE = re.compile(
    r"\s(?:is|was|has\sbeen|lives|works|teaches|writes|studied|ist|lebt|arbeitet|est|vit|es|vive|nació|è|nacque|живет|живёт|родил(?:ся|ась)"
    r"|работает)\s"
)
_IN_BOX = "it stands in a box on the author or the text"
_OF_HIM = "it tells of the speaker, who does not say it"
_OF_ITSELF = "it speaks as an outlet does, of the text and its readers"
_IN_PLACES = "if the speaker says it, add a row to decisions/places.csv"


def assign_closing(
    role_map: RoleMap, bodies: list[str], labelled: Set[int], furniture: Set[int], speaker: Speaker
) -> None:
    """Give to the editor the last paragraphs that tell of the speaker by name, or of the text as an outlet does.

    Hardly anybody ends an answer with the own name, so nobody is given these words, and a doubt tells of them.
    labelled: paragraphs that open with a label. furniture: those that are no running text.
    """
    rest = [i for i in range(1, len(bodies)) if i not in furniture]
    boxed = _list_boxed(bodies, rest, labelled)
    closing = takewhile(lambda i: i not in labelled and _why(bodies[i], speaker), reversed(rest))
    closing = _with_rest(list(closing)[:_MOST_PARAGRAPHS], bodies, rest, labelled, speaker)
    for i in boxed or closing:
        start, end = role_map.paragraphs[i]
        voice = role_map.voice_at(end - 1)
        if voice.role in SPOKEN and voice == role_map.voice_at(start):  # no opening names who speaks
            role_map.assign(start, end, NOTE)
            decided = _IN_BOX if boxed else _why(bodies[i], speaker) or _BEHIND
            role_map.doubt(start, end, "closing note", decided=decided, remedy=_IN_PLACES)


def _with_rest(
    closing: list[int], bodies: list[str], rest: list[int], labelled: Set[int], speaker: Speaker
) -> list[int]:
    """Return the closing paragraphs, or where none close the text, one of the last that tells of the speaker as a
    biography does, with what stands behind it."""
    last = rest[-_MOST_PARAGRAPHS:]
    told = next((i for i in last if _tells_life(bodies, i, speaker)), None)
    if closing or told is None or len(rest) <= len(last):
        return closing
    behind = [i for i in last if i >= told]
    is_short = all(count_words_in(bodies[i]) <= _MOST_WORDS for i in behind)
    return behind if is_short and not labelled & set(behind) else []


def _tells_life(bodies: list[str], i: int, speaker: Speaker) -> bool:
    """Say whether a paragraph tells of the life of the speaker, or of somebody whom the top of the text names."""
    if _opens_life(bodies[i], speaker):
        return _why(bodies[i], speaker) == _OF_HIM
    name = FULL_NAME.match(bodies[i])
    named = name is not None and any(name.group() in body for body in bodies[:_TOP])
    return named and not speaker.is_named_by(name.group()) and bool(_LIFE.match(bodies[i], name.end()))


def _opens_life(body: str, speaker: Speaker) -> bool:
    """`Jane Roe is the mayor of Elm.`"""
    named = body[:1].isalpha() and speaker.is_mentioned_in(body[:_NAME_REACH])
    return named and bool(_LIFE.search(body))


def _list_boxed(bodies: list[str], rest: list[int], labelled: Set[int]) -> list[int]:
    """Return the few last paragraphs without a label that stand behind a line which heads a box."""
    heads = [i for i in rest[-_MOST_PARAGRAPHS - 1 :] if _BOX.fullmatch(bodies[i])]
    boxed = [i for i in rest if heads and i > heads[0]]
    return [] if labelled & set(boxed) else boxed


def _why(body: str, speaker: Speaker) -> str:
    """Return what shows that a paragraph is the outlet's, '' for nothing."""
    if count_words_in(body) > _MOST_WORDS:
        return ""
    if _OF_THE_TEXT.search(body):
        return _OF_ITSELF
    unquoted = _QUOTED.sub(" ", body)
    if any(speaker.is_mentioned_in(met) for met in _MET.findall(unquoted)):
        return _OF_HIM
    first = _SENTENCE_END.split(unquoted, maxsplit=1)[0]
    if ends_as_question(body) or FIRST_PERSON.search(first):
        return ""
    return _OF_HIM if speaker.is_mentioned_in(first) else ""
