"""Rare names that are printed just as those that recur: on a line of the same type, behind the same marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.formats.cues.cast import ANSWERING, ASKING_LABEL, Kind, is_person
from analysis.formats.cues.label_shapes import Label
from analysis.formats.cues.stage_directions import is_known_direction

if TYPE_CHECKING:
    from analysis.formats.cues.speaker_labels import Opening


def add_alike(recurring: list[Opening], heads: list[Opening], text: str) -> list[Opening]:
    """Return lines that recur, with the rare ones that are voices and are printed as these: bold, in capitals, alike.

    Nothing is added to lines of which none is a name.
    """
    styles = {_style_of(text, o) for o in recurring if is_person(o.label.name) or o.kind == Kind.SPEAKER}
    names = {o.name for o in recurring}
    alike = [
        o
        for o in heads
        if o.name not in names
        and _style_of(text, o) in styles
        and (o.kind in (*ASKING_LABEL, *ANSWERING) or is_person(o.label.name) or _in_brackets(text, o))
    ]
    return sorted([*recurring, *alike], key=lambda o: o.paragraph)


def _style_of(text: str, opening: Opening) -> tuple[bool, bool, bool, bool]:
    """Return how a name on a line is printed: in bold type, in capitals, with a colon, in brackets."""
    label, name = opening.label, opening.label.name
    return is_bold(text, label), name.isupper(), label.marked, _in_brackets(text, opening)


def _in_brackets(text: str, opening: Opening) -> bool:
    """Say whether a line stands in brackets, and is no stage direction: `[Harbour master]`, not `[Laughter]`"""
    line = text[opening.label.start : opening.label.end].strip()
    return line.startswith("[") and line.endswith("]") and not is_known_direction(line[1:-1])


def is_as_sound(opening: Opening, recurring: list[Opening], text: str) -> bool:
    """Say whether a rare name is a voice: known or somebody's by its form, and marked as all that recur are."""
    known = opening.kind in (*ASKING_LABEL, *ANSWERING) or is_person(opening.label.name)
    return known and {_marks_behind(text, o) for o in recurring} == {_marks_behind(text, opening)}


def _marks_behind(text: str, opening: Opening) -> str:
    """Return the marks between a name and what is said: `. — `"""
    label = text[opening.label.start : opening.label.end]
    return label.rpartition(opening.label.name)[2] if opening.label.name in label else label


def is_bold(text: str, label: Label) -> bool:
    return any(mark in text[label.start : label.end] for mark in ("**", "__", "<b>", "<strong>"))
