"""What looks like a label and announces nobody who is known to speak."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from analysis.formats.cues.cast import Kind, find_kind, is_person
from analysis.formats.cues.label_shapes import ASKING, Label, read_labels_at
from analysis.formats.cues.people import Speaker
from analysis.formats.cues.speaker_labels import list_unclaimed
from analysis.formats.role_map import APPARATUS, RoleMap, Voice
from analysis.roles import SPOKEN

_REMEDY = 'decide it in decisions/speakers.csv, or try --label "{name}=ROLE"'


def doubt_labels(role_map: RoleMap, taken: Set[int], speaker: Speaker) -> None:
    """Tell what looks like a label and was claimed by nobody: each name once, with how often it stands there.

    taken: paragraphs that open with a label, or are furniture of the page.
    """
    unclaimed = list_unclaimed(role_map.text, role_map.paragraphs, taken, speaker)
    often = Counter(label.name for label in unclaimed)
    ends = {paragraph.start: paragraph.end for paragraph in role_map.paragraphs}
    for label in {label.name: label for label in reversed(unclaimed)}.values():
        role = role_map.voice_at(label.end - 1).role
        if role in SPOKEN:
            role_map.doubt(
                label.start, ends[label.start], "looks like a label",
                decided=f"{label.name} ({often[label.name]} times) is part of the {role} it stands in",
                remedy=_REMEDY.format(name=label.name),
            )  # fmt: skip


def assign_others(role_map: RoleMap, speaker: Speaker) -> set[int]:
    """Take from the speaker of an excerpt the paragraphs that a label gives to somebody else, with a doubt each.

    Returns these paragraphs.
    """
    taken = set()
    for i, (start, end) in enumerate(role_map.paragraphs):
        label = next(iter(read_labels_at(role_map.text, role_map.paragraphs[i], sure=True)), None)
        voice = _voice_of(label, speaker) if label and not label.alone else None
        if voice and role_map.voice_at(end - 1).role == "answer":
            role_map.assign(start, label.end, APPARATUS)
            role_map.assign(label.end, end, voice)
            role_map.doubt(
                start, end, "another voice",
                decided=f"{label.name} says this, and not the speaker",
                remedy=_REMEDY.format(name=label.name),
            )  # fmt: skip
            taken.add(i)
    return taken


def _voice_of(label: Label, speaker: Speaker) -> Voice | None:
    """Return who is announced, if it is clearly somebody and not the speaker."""
    kind = find_kind(label, speaker, {})
    if kind == Kind.ASKS:
        return ASKING
    is_other = kind == Kind.ANONYMOUS or (kind == Kind.PERSON and is_person(label.name))
    return Voice("other", label.name) if is_other else None
