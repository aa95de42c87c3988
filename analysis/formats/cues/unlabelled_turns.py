"""Paragraphs without a label inside a labelled answer that somebody else may say: `Only that?`, `She pours me tea.`"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from analysis.formats.cues.front_matter import FIRST_PERSON
from analysis.formats.cues.label_shapes import Label
from analysis.formats.cues.people import Speaker
from analysis.formats.cues.questions import is_put_to
from analysis.formats.paragraphs import ends_as_question
from analysis.formats.role_map import RoleMap, Voice
from analysis.language import count_words_in

_UNNAMED = Voice("other", "")
_REMEDY = "print a label before it, or add a row to decisions/places.csv"
_ANOTHERS = "may be another's turn"
_GOES_ON = "the answer goes on"
_RARE = "paragraph without a label"
_QUESTION_WORDS = 20
_STATEMENT = re.compile(r"[.!…][\"”’»)]*\s")
_NARRATED = re.compile(r"[^\w\"“„«]*(?:He|She|Er|Elle|Il|Ella|Él|Он|Она)\s")
_SPEAKS = re.compile(r"\bI\b|[\"“„«:]")
_MOSTLY, _NEARLY_ALL = 0.7, 0.9  # of the paragraphs from the first label on bear one
_FEW, _FEWEST_LABELS = 2, 6
_FEWEST_BEFORE_LAST = 4  # labels, above one paragraph that ends the text without any
_OFTEN_TWICE = 0.2  # of the speaker's labels follow one of theirs, with no paragraph between


class Turns(NamedTuple):
    """The paragraphs from the first label on: all that are text, those with labels, and the speaker's without one."""

    text: list[int]
    labelled: Set[int]
    own: dict[int, None]  # in order

    @property
    def share(self) -> float:
        """How many of the paragraphs bear a label."""
        return len(self.labelled) / max(1, len(self.text))


def doubt_unlabelled(
    role_map: RoleMap,
    bodies: Sequence[str],
    labels: Mapping[int, Label],
    furniture: Set[int],
    speaker: Speaker,
) -> None:
    """Take from the speaker, or doubt, the paragraphs of answers that look like somebody else's.

    labels: those that open turns, without names where none are printed. furniture: paragraphs that are no running text.
    """
    turns = _list_turns(role_map, bodies, labels, furniture)
    named = any(label.name for label in labels.values())
    asked = _find_follow_ups(turns, bodies) if named else set()
    told = {i for i in turns.own if turns.share >= _MOSTLY and _is_scene(bodies[i], speaker)}
    gaps = _find_gaps(role_map, turns) if named else []
    parting = {gap[-1] for gap in gaps}
    _doubt_gaps(role_map, gaps)
    for i in sorted(asked | parting):
        _take(role_map, i, _ANOTHERS, "it asks, or stands between two labels of the speaker's")
    for i in sorted(told - asked - parting):
        _take(role_map, i, "may be a scene", "it tells of him or her as an outlet does")
    decided = asked | told | parting
    rest = [i for i in turns.own if i not in decided]
    if named and len(turns.labelled) >= _FEWEST_LABELS and (turns.share >= _NEARLY_ALL or len(rest) <= _FEW):
        for paragraph in (role_map.paragraphs[i] for i in rest):
            role_map.doubt(*paragraph, _RARE, decided=_GOES_ON, remedy=_REMEDY)
    elif named:
        for i in sorted({*_find_last_questions(turns, bodies), *_find_afterword(turns)} & set(rest)):
            role_map.doubt(*role_map.paragraphs[i], _ANOTHERS, decided=_GOES_ON, remedy=_REMEDY)


def _list_turns(
    role_map: RoleMap, bodies: Sequence[str], labels: Mapping[int, Label], furniture: Set[int]
) -> Turns:
    opened = {i for i, label in labels.items() if label.shape != "behind"}
    first = min(opened, default=len(bodies))
    text = [i for i in range(first, len(bodies)) if i not in furniture or i in opened]
    heads = {i + 1 for i in opened if labels[i].alone}
    parted = opened | heads
    own = [i for i in text if i not in parted and _is_own(role_map, i)]
    return Turns(text, opened, dict.fromkeys(own))


def _is_own(role_map: RoleMap, i: int) -> bool:
    return role_map.voice_at(role_map.paragraphs[i].end - 1).role == "answer"


def _find_follow_ups(turns: Turns, bodies: Sequence[str]) -> set[int]:
    """Return short paragraphs that only ask, with more said behind them; beside such, those put to somebody."""
    behind = dict(pairwise(turns.text))
    inner = [i for i in turns.own if behind.get(i) in turns.own]
    asked = {i for i in inner if _only_asks(bodies[i]) and not _only_asks(bodies[behind[i]])}
    put = {i for i in inner if is_put_to(bodies[i]) and not is_put_to(bodies[behind[i]])} if asked else set()
    return asked | {i for i in put if i - 1 not in asked}


def _only_asks(body: str) -> bool:
    short = count_words_in(body) <= _QUESTION_WORDS
    return short and ends_as_question(body) and not _STATEMENT.search(body) and not FIRST_PERSON.search(body)


def _is_scene(body: str, speaker: Speaker) -> bool:
    """Say whether a paragraph tells of somebody, without the speaker's `I` and without anybody's words."""
    narrated = _NARRATED.match(body) or speaker.is_mentioned_in(body)
    return bool(narrated) and not _SPEAKS.search(body)


def _find_gaps(role_map: RoleMap, turns: Turns) -> list[list[int]]:
    """Return what stands without a label between two labels of the speaker's that follow each other.

    There a label may be lost; labels that stand before each paragraph tell nothing.
    """
    labels = [i for i in turns.text if i in turns.labelled]
    own = {i for i in labels if _is_own(role_map, i)}
    pairs = [(a, b) for a, b in pairwise(labels) if a in own and b in own]
    between = [[i for i in range(a + 1, b) if i in turns.own] for a, b in pairs]
    at_once = sum(not gap for gap in between)
    return [gap for gap in between if gap] if at_once <= _OFTEN_TWICE * len(own) else []


def _doubt_gaps(role_map: RoleMap, gaps: list[list[int]]) -> None:
    """Doubt the paragraphs before the last one of each gap, which go on with the answer as far as is known."""
    for gap in (gap for gap in gaps if len(gap) > 1):
        start, end = role_map.paragraphs[gap[0]].start, role_map.paragraphs[gap[-2]].end
        role_map.doubt(start, end, _ANOTHERS, decided=f"{_GOES_ON}, up to the last paragraph", remedy=_REMEDY)


def _find_last_questions(turns: Turns, bodies: Sequence[str]) -> list[int]:
    """Return the paragraphs that only ask right before another voice is labelled."""
    return [
        a for a, b in pairwise(turns.text) if a in turns.own and b in turns.labelled and _only_asks(bodies[a])
    ]


def _find_afterword(turns: Turns) -> list[int]:
    """Return the paragraph without a label behind the last answer, where all before bear one."""
    own = list(turns.own)
    alone = len(own) == 1 and own[0] > max(turns.labelled)
    return own if alone and len(turns.labelled) >= _FEWEST_BEFORE_LAST else []


def _take(role_map: RoleMap, i: int, kind: str, decided: str) -> None:
    start, end = role_map.paragraphs[i]
    role_map.assign(start, end, _UNNAMED)
    role_map.doubt(start, end, kind, decided=f"{decided}: it is nobody's", remedy=_REMEDY)
