"""Labels behind what is said: `Who pays? (Reporter)`, `The state does. – Jane Roe`."""

from __future__ import annotations

import re
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
    read = {i: _read_signature(text, i, p, speaker, voices) for i, p in enumerate(paragraphs)}
    signed = {i: opening for i, opening in read.items() if opening}
    names = [opening.name for opening in signed.values()]
    return signed if _take_turns(names) else {}


def _take_turns(names: Sequence[str]) -> bool:
    """Say whether names sign turns: several that change mostly from one to the next, of which one comes back."""
    n_different = len(set(names))
    if len(names) < _FEWEST or n_different < 2:
        return False
    n_changes = sum(name != following for name, following in pairwise(names))
    return n_different < len(names) and n_changes >= (len(names) - 1) / 2


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
