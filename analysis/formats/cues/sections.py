"""People who answer one after the other under the same labels: `Greta Holm, sworn.`, then `Q.` and `A.` again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from analysis.formats.cues.cast import Kind, find_kind, is_person
from analysis.formats.cues.label_shapes import Label
from analysis.formats.cues.people import FULL_NAME, Speaker
from analysis.formats.paragraphs import ends_as_sentence
from analysis.formats.role_map import RoleMap, Voice
from analysis.language import count_words_in

_MOST_WORDS = 20
# Behind a name: what a record says of a witness. In small letters or in capitals.
_CALLED = re.compile(
    r"\b(?:sworn|affirmed|(?:re-?)?called|testified|testifies|witness|examined|deposed|vereidigt"
    r"|zeug(?:e|in)|témoin|testigo|testimone|свидетель)\b",
    re.IGNORECASE,
)
_REMEDY = "if the speaker says it, add rows to decisions/places.csv"


def assign_sections(
    role_map: RoleMap,
    bodies: Sequence[str],
    labels: Mapping[int, Label],
    furniture: Set[int],
    speaker: Speaker,
) -> None:
    """Give answers under a heading that names somebody else to that person, where no label names who answers.

    That is so where a line says of a person that he or she is called as a witness, or where lines name two persons.
    """
    if any(
        label.voice.role == "answer" and find_kind(label, speaker, {}) == Kind.SPEAKER
        for label in labels.values()
    ):
        return
    first = min(labels, default=0)
    rest = [i for i in range(len(bodies)) if i in labels or i not in furniture]
    lines = {
        a: name
        for a, b in pairwise(rest)
        if _may_head(a, b, bodies, labels) and (name := _name_of(bodies[a], speaker))
    }
    names = {name for name in lines.values() if not speaker.is_named_by(name)}
    is_plain = len(lines) > len(names) or any(_CALLED.search(bodies[i]) for i in lines)
    if not names or not is_plain or max(lines) < first or not labels:
        return
    holder = ""
    for i, (start, end) in enumerate(role_map.paragraphs):
        holder = lines.get(i, holder)
        if holder in names and role_map.voice_at(end - 1).role == "answer":
            role_map.reassign(start, end, Voice("other", holder), roles=("answer",))
            role_map.doubt(
                start, end, "another voice", decided=f"it stands under the name of {holder}", remedy=_REMEDY
            )


def _may_head(i: int, following: int, bodies: Sequence[str], labels: Mapping[int, Label]) -> bool:
    """Say whether a paragraph without a label may head turns: a question follows, or a line without a label."""
    called = bool(_CALLED.search(bodies[i]))
    return i not in labels and (
        called or following not in labels or labels[following].voice.role == "question"
    )


def _name_of(body: str, speaker: Speaker) -> str:
    """Return the one name on a line, '' for none: `Greta Holm, sworn.`, `GRETA HOLM`, `Testimony of Greta Holm`"""
    if count_words_in(body) > _MOST_WORDS:
        return ""
    called = bool(_CALLED.search(body))
    if ends_as_sentence(body) and not called:
        return ""
    names = [name.group() for name in FULL_NAME.finditer(body)]
    named = [name for name in names if is_person(name) or speaker.is_named_by(name)]
    if called:
        return next(iter(named or names), "")
    return named[0] if len(named) == 1 else ""
