"""Several people who answer one after the other under the same labels: `Greta Holm, sworn.`, then `Q.` and `A.` again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set

from analysis.formats.cues.cast import Kind, find_kind, is_person
from analysis.formats.cues.label_shapes import Label
from analysis.formats.cues.people import FULL_NAME, Speaker
from analysis.formats.paragraphs import ends_as_sentence
from analysis.formats.role_map import RoleMap, Voice
from analysis.language import count_words_in

_MOST_WORDS = 20
# Behind a name: what a record says of a witness. In small letters or in capitals.
_CALLED = re.compile(
    r"\b(?:sworn|affirmed|recalled|called|re-?called|testified|testifies|as a witness|witness|examined|deposed|vereidigt"
    r"|zeug(?:e|in)|témoin|testigo|testimone|свидетель)\b",
    re.IGNORECASE,
)
_HEADS = re.compile(r"\W*(?:interview|conversation|talk|gespräch|entretien|entrevista|intervista|интервью|беседа)\b", re.I)
_LINE = re.compile(rf"\W*(?:\d{{1,2}}[.)]\s)?(?P<name>{FULL_NAME.pattern})(?P<behind>\W*$|\s?[,(–—-].*)")
_REMEDY = "if the speaker says it, add rows to decisions/places.csv"


def assign_sections(
    role_map: RoleMap, bodies: Sequence[str], labels: Mapping[int, Label], furniture: Set[int], speaker: Speaker
) -> None:
    """Give answers under a heading that names somebody else to that person, where no label names who answers.

    That is so where a line says of a person that he or she is called as a witness, or where lines name two persons.
    """
    if any(label.voice.role == "answer" and find_kind(label, speaker, {}) == Kind.SPEAKER for label in labels.values()):
        return
    first = min(labels, default=0)
    lines = {i: name for i in range(len(bodies)) if i not in labels and (name := _name_of(bodies[i], speaker))}
    names = {name for name in lines.values() if not speaker.is_named_by(name)}
    is_plain = len(lines) > len(names) or any(_CALLED.search(bodies[i]) for i in lines)
    if not names or not is_plain or max(lines) < first:
        return
    holder = ""
    for i, (start, end) in enumerate(role_map.paragraphs):
        holder = lines.get(i, holder)
        if holder in names and role_map.voice_at(end - 1).role == "answer":
            role_map.reassign(start, end, Voice("other", holder), roles=("answer",))
            role_map.doubt(
                start, end, "another voice", decided=f"it stands under the name of {holder}", remedy=_REMEDY
            )


def _name_of(body: str, speaker: Speaker) -> str:
    """Return the name that a line heads with, '' for none: `Greta Holm, sworn.`, `GRETA HOLM`, `Interview with Greta Holm`"""
    if count_words_in(body) > _MOST_WORDS:
        return ""
    called = bool(_CALLED.search(body))
    if ends_as_sentence(body) and not called:
        return ""
    found = FULL_NAME.search(body) if _HEADS.match(body) else None
    line = _LINE.fullmatch(body)
    name = found.group() if found else line["name"] if line else ""
    return name if name and (is_person(name) or speaker.is_named_by(name) or called) else ""
