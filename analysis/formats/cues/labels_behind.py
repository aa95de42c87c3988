"""Labels behind what is said: `Who pays? (Reporter)`, `The state does. – Jane Roe`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from analysis.formats.cues.cast import Kind, find_kind, is_person
from analysis.formats.cues.label_shapes import ASKING, Label
from analysis.formats.cues.people import Speaker, fold_label
from analysis.formats.cues.speaker_labels import Opening
from analysis.formats.role_map import Paragraph, Voice

_NAME = r"[^\W\d][^()\[\]\n:;!?“”\"«»]{0,60}"
_SIGNED = re.compile(
    rf"[.!?…”\"»]\s*(?P<sign>[(\[](?P<inside>{_NAME})[)\]]|[–—-]{{1,2}}\s?(?P<behind>{_NAME}))\W*$"
)
_OPENS_QUOTED = re.compile(r"\s*[\"“„«‘]")
_REACH = 100  # characters before a paragraph's end
_FEWEST = 4


def open_signed(
    text: str, paragraphs: Sequence[Paragraph], speaker: Speaker, voices: dict[str, Voice]
) -> dict[int, Opening]:
    """Return the paragraph that opens each turn, where names that recur and alternate close the turns; else nothing."""
    signed = find_signatures(text, paragraphs, speaker, voices)
    starts = [min(signed, default=0), *(i + 1 for i in signed)]
    return {i: _open(paragraphs[i], i, o) for i, o in zip(starts, signed.values(), strict=False)}


def find_signatures(
    text: str, paragraphs: Sequence[Paragraph], speaker: Speaker, voices: dict[str, Voice]
) -> dict[int, Opening]:
    """Return the name that closes each signed paragraph, by the paragraph's index; nothing where no turns are signed.

    A name behind a quotation tells who is quoted, as reports do, and signs no turn.
    """
    found = {i: o for i, p in enumerate(paragraphs) if (o := _read_signature(text, i, p, speaker, voices))}
    names = [o.name for o in found.values()]
    recurring = [name for name, n in Counter(names).items() if n > 1]
    changes = sum(a != b for a, b in pairwise(names))
    takes_turns = len(set(names)) > 1 and changes >= (len(names) - 1) / 2
    return found if len(names) >= _FEWEST and recurring and takes_turns else {}


def _read_signature(
    text: str, i: int, paragraph: Paragraph, speaker: Speaker, voices: dict[str, Voice]
) -> Opening | None:
    """Return the name at the end of a paragraph, None if there is none or it is nobody's."""
    match = _SIGNED.search(text, max(paragraph.start, paragraph.end - _REACH), paragraph.end)
    if match is None or _OPENS_QUOTED.match(text, *paragraph):
        return None
    name = (match["inside"] or match["behind"]).strip(" .,")
    label = Label(name, match.start("sign"), paragraph.end, ASKING, False, True, "behind")
    kind = find_kind(label, speaker, voices)
    is_voice = kind not in (Kind.PERSON, Kind.NOBODY) or (kind == Kind.PERSON and is_person(name))
    return Opening(i, label, fold_label(name), kind) if is_voice else None


def _open(paragraph: Paragraph, i: int, signed: Opening) -> Opening:
    """Return the opening of a turn: nothing of it is printed there, for its label stands at the end."""
    return signed._replace(
        paragraph=i, label=signed.label._replace(start=paragraph.start, end=paragraph.start)
    )
