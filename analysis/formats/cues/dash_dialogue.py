"""Paragraphs with a dash inside an answer, where two talk: `– And the harvest?`, `– It is in.`"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from analysis.formats.cues.label_shapes import Label
from analysis.formats.paragraphs import ends_as_question
from analysis.formats.role_map import RoleMap, Voice

_DASH = re.compile(r"\W{0,3}[–—-]\s+\S")
_FEWEST = 2
_UNNAMED = Voice("other", "")
_REMEDY = "print a label before each turn, or add rows to decisions/places.csv"


def assign_dialogue(role_map: RoleMap, bodies: Sequence[str], labels: Mapping[int, Label]) -> None:
    """Take from the speaker paragraphs that open with a dash, where they ask and answer among labelled turns.

    Whose turn each is, nobody can know: one of two talks, and a run with questions alone may be a list.
    """
    if not any(label.name and label.shape != "dash" for label in labels.values()):
        return
    own = [
        i
        for i in range(len(bodies))
        if i not in labels and role_map.voice_at(role_map.paragraphs[i].end - 1).role == "answer"
    ]
    marked = [i for i in own if _DASH.match(bodies[i])]
    for run in _list_runs(marked):
        asking = [i for i in run if ends_as_question(bodies[i])]
        if len(run) >= _FEWEST and 0 < len(asking) < len(run):
            _take(role_map, run)


def _list_runs(marked: Sequence[int]) -> list[list[int]]:
    """Return paragraphs that stand one behind the other, run by run."""
    groups = groupby(enumerate(marked), key=lambda pair: pair[1] - pair[0])
    return [[i for _, i in group] for _, group in groups]


def _take(role_map: RoleMap, run: Sequence[int]) -> None:
    start, end = role_map.paragraphs[run[0]].start, role_map.paragraphs[run[-1]].end
    role_map.reassign(start, end, _UNNAMED, roles=("answer",))
    role_map.doubt(
        start, end, "may be another's turn", decided="a dash opens each turn, and no name: they are nobody's",
        remedy=_REMEDY,
    )  # fmt: skip
