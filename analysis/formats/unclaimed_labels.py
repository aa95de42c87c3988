"""What looks like a label and announces nobody who is known to speak."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from analysis import language
from analysis.formats.cues.boilerplate import is_furniture
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

    Where a label names the speaker as well, another's words go on to the next label. Returns the paragraphs whose
    voice a label tells.
    """
    labels = [_read_label(role_map, i) for i in range(len(role_map.paragraphs))]
    if not any(labels):
        return set()
    named = [label is not None and find_kind(label, speaker, {}) == Kind.SPEAKER for label in labels]
    taken, voice = set(), None
    for i, (start, end) in enumerate(role_map.paragraphs):
        label = labels[i]
        own = Voice("answer", speaker.name)
        announced = own if named[i] else _voice_of(label, speaker, beside=any(named))
        if label and announced:
            voice = announced
        elif not voice or not any(named) or voice.role == "answer":
            continue
        if role_map.voice_at(end - 1).role == "answer":
            body = label.end if label and announced else start
            role_map.assign(start, body, APPARATUS)
            role_map.assign(body, end, voice)
            if voice.role != "answer":
                _doubt_other(role_map, i, voice)
            taken.add(i)
    return taken


def _read_label(role_map: RoleMap, i: int) -> Label | None:
    label = next(iter(read_labels_at(role_map.text, role_map.paragraphs[i], sure=True)), None)
    if label is None or label.alone:
        return None
    is_caption = is_furniture(role_map.text[slice(*role_map.paragraphs[i])])  # `Figure 3: the harbour`
    return None if is_caption else label


def _doubt_other(role_map: RoleMap, i: int, voice: Voice) -> None:
    role_map.doubt(
        *role_map.paragraphs[i], "another voice",
        decided=f"{voice.speaker} says this, and not the speaker",
        remedy=_REMEDY.format(name=voice.speaker),
    )  # fmt: skip


def _voice_of(label: Label | None, speaker: Speaker, *, beside: bool) -> Voice | None:
    """Return who is announced, if it is clearly somebody and not the speaker.

    beside: a label of the speaker's stands in the text, and one name alone may be a label as well.
    """
    kind = find_kind(label, speaker, {}) if label else Kind.NOBODY
    if kind == Kind.ASKS:
        return ASKING
    if kind == Kind.PERSON:
        is_name = is_person(label.name) or (beside and language.is_proper(label.name.casefold()))
        return Voice("other", label.name) if is_name else None
    unnamed = kind == Kind.ANONYMOUS or (kind == Kind.OFFICE and beside)
    return Voice("other", label.name) if unnamed else None
