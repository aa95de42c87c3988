"""Signs that a text has more voices than its split found: times that part it, type that sets some of it off."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from analysis.formats.cues.label_shapes import Label
from analysis.formats.cues.people import Speaker
from analysis.formats.cues.stage_directions import is_known_direction
from analysis.formats.paragraphs import ends_as_sentence
from analysis.formats.role_map import RoleMap, Voice
from analysis.language import count_words_in

_TIME = re.compile(
    r"[\[(<]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?:\s?(?:-->|[–—-])\s?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?)?[\])>]?"
)
_TYPED = re.compile(r"(\*\*|__|\*|_)(?![\s*_])[^*_\n]{8,600}(?<!\s)\1")
_BRACKETED = re.compile(r"\[[^\W\d_a-z][^\[\]\n.!?]{1,50}\]")
_TALK = re.compile(
    r"\b(?:interview\w*|conversation|talk\swith|q\s?&\s?a|questions\sand\sanswers|im\sgespräch|gespräch|entretien|entrevista|conversa\w*"
    r"|intervista|colloquio|интервью|беседа|разговор)\b",
    re.IGNORECASE,
)
_SELECTED = re.compile(
    r"\b(?:excerpts?|extracts?|from|aus|auszüge?|extraits?|extractos?|estratti|из|отрывк\w+)\b", re.IGNORECASE
)
_TOP, _LONGEST_TITLE = 2, 160  # paragraphs, characters
_MARKS = "*_ \t"
_FEWEST, _FEWEST_LABELS = 3, 3
_LINE_WORDS = 4
_REMEDY = "print a label before each turn, or add rows to decisions/places.csv"


def doubt_parted(role_map: RoleMap, bodies: Sequence[str], own: Sequence[int], speaker: Speaker) -> None:
    """Doubt an excerpt that only times part or whose title names a talk of two, and sentences in a type of their own.

    own: the paragraphs that are the speaker's.
    """
    title = next((body for body in bodies[:_TOP] if _is_talk(body, speaker)), "")
    if title and len(own) > _FEWEST:
        role_map.doubt(
            role_map.paragraphs[own[0]].start, role_map.paragraphs[own[-1]].end, "no labels",
            decided="the title names a talk of two, and no question was found: all is the speaker's", remedy=_REMEDY,
        )  # fmt: skip
    times = [i for i, body in enumerate(bodies) if len(body) < 40 and _TIME.fullmatch(body)]
    if len(times) >= _FEWEST and own:
        role_map.doubt(
            role_map.paragraphs[own[0]].start, role_map.paragraphs[own[-1]].end, "no labels",
            decided="times part the text, and another voice may begin at each: all is the speaker's", remedy=_REMEDY,
        )  # fmt: skip
    typed = [
        i
        for i, body in enumerate(bodies)
        if body[:1] in _MARKS and _TYPED.fullmatch(body) and _is_clause(body)
    ]
    parted = all(b - a > 1 for a, b in pairwise(typed))
    for i in sorted(set(typed) & set(own)) if len(typed) > 1 and parted else ():
        role_map.doubt(
            *role_map.paragraphs[i], "may be a question",
            decided="its type sets it off as questions are: it is the speaker's", remedy=_REMEDY,
        )  # fmt: skip


def _is_talk(body: str, speaker: Speaker) -> bool:
    """Say whether a line is the title of an interview of which the questions may be printed: no excerpts of one."""
    if len(body) > _LONGEST_TITLE or ends_as_sentence(body) or not speaker.is_mentioned_in(body):
        return False
    return bool(_TALK.search(body)) and not _SELECTED.search(body)


def _is_clause(body: str) -> bool:
    bare = body.strip(_MARKS)
    return ends_as_sentence(bare) or bare.endswith((":", ")"))


def doubt_lines(
    role_map: RoleMap, bodies: Sequence[str], labels: Mapping[int, Label], furniture: Set[int]
) -> None:
    """Doubt what stands below a line that is printed as labels on lines of their own are, and names nobody known."""
    alone = [i for i, label in labels.items() if label.alone and label.shape == "alone"]
    if len(alone) < _FEWEST_LABELS or len(alone) < len(labels):
        return
    is_alike = next(
        (test for test in (_is_bracketed, _is_shouted) if all(test(bodies[i]) for i in alone)), None
    )
    if not is_alike:
        return
    for i in (i for i in range(min(alone), len(bodies) - 1) if i not in labels and is_alike(bodies[i])):
        end = next((j for j in labels if j > i), len(bodies)) - 1
        below, stop = role_map.paragraphs[min(i + 1, end)].start, role_map.paragraphs[end].end
        if end == i or role_map.voice_at(stop - 1).role != "answer":
            continue
        if is_alike is _is_bracketed:  # hardly anything else is printed so
            role_map.reassign(below, stop, Voice("other", ""), roles=("answer",))
        goes_on = (
            "is a voice of its own, and nobody known"
            if is_alike is _is_bracketed
            else "is a heading, and the answer goes on"
        )
        role_map.doubt(below, stop, "looks like a label", decided=f"{bodies[i]} {goes_on}", remedy=_REMEDY)


def _is_shouted(body: str) -> bool:
    return body.isupper() and count_words_in(body) <= _LINE_WORDS and not ends_as_sentence(body)


def _is_bracketed(body: str) -> bool:
    return bool(_BRACKETED.fullmatch(body)) and not is_known_direction(body[1:-1])
