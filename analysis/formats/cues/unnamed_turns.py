"""Turns that a mark announces and no name: `>> And now a word from our sponsor.`"""

from __future__ import annotations

import re
from collections.abc import Mapping

from analysis.formats.cues.label_shapes import Label
from analysis.formats.role_map import RoleMap, Voice
from analysis.roles import SPOKEN

_MARKS = re.compile(r"\s*(?P<mark>>>|&gt;&gt;|\[?\(?\d{1,3}:\d\d(?::\d\d)?[\])]?)\s*")
_MOSTLY = 0.8  # of the labels stand behind the same mark
_FEWEST = 3
_UNNAMED = Voice("other", "")
_REMEDY = "print a label before it, or add a row to decisions/places.csv"


def assign_unnamed(role_map: RoleMap, labels: Mapping[int, Label]) -> None:
    """Doubt each paragraph that opens with the mark before all labels, and with no label.

    Behind a mark that only announces another voice (`>>`) the words are nobody's whom we know. A time may stand inside
    a turn as well: there the voice above goes on.
    """
    marks = {
        i: mark
        for i, paragraph in enumerate(role_map.paragraphs)
        if (mark := _mark_of(role_map.text, *paragraph))
    }
    for kind in ("turn", "time"):
        before = sum(marks.get(i) == kind for i in labels)
        if before < max(_FEWEST, _MOSTLY * len(labels)):
            continue
        for i in (i for i, mark in marks.items() if mark == kind and i not in labels and i > min(labels)):
            _doubt_turn(role_map, i, kind)


def _doubt_turn(role_map: RoleMap, i: int, kind: str) -> None:
    start, end = role_map.paragraphs[i]
    voice = role_map.voice_at(end - 1)
    if voice.role not in SPOKEN:
        return
    if kind == "turn":
        role_map.assign(start, end, _UNNAMED)
    decided = "it is nobody's who is named" if kind == "turn" else f"the {voice.role} above it goes on"
    role_map.doubt(start, end, "turn without a name", decided=decided, remedy=_REMEDY)


def _mark_of(text: str, start: int, end: int) -> str:
    found = _MARKS.match(text, start, end)
    if not found:
        return ""
    return "time" if ":" in found["mark"] else "turn"
