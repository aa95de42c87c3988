"""Turns that the format of a file marks: who speaks need not be read off the page, only which voice is whose."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from analysis.formats.cues.cast import find_kind
from analysis.formats.cues.editorial_notes import assign_insertions
from analysis.formats.cues.label_shapes import Label
from analysis.formats.cues.people import Speaker, fold_label
from analysis.formats.cues.speaker_labels import Opening
from analysis.formats.cues.turn_roles import assign_roles
from analysis.formats.paragraphs import split_paragraphs
from analysis.formats.role_map import APPARATUS, NARRATION, Paragraph, RoleMap, Voice
from analysis.readers import Turn


def split_turns(text: str, turns: Sequence[Turn], speaker: Speaker, voices: dict[str, Voice]) -> RoleMap:
    """Return the text with the voice of each character; what stands in no turn is narration.

    turns: one or more, in order. voices: decided labels, folded.
    Raises Unlabelled where the named speaker is none of those who take turns.
    """
    role_map = RoleMap(text, split_paragraphs(text))
    for paragraph in role_map.paragraphs:
        role_map.assign(*paragraph, NARRATION)
    openings = open_turns(turns, role_map.paragraphs, speaker, voices)
    cast = assign_roles(text, role_map.paragraphs, openings, speaker, voices)
    role_map.doubts.extend(cast.doubts)
    for turn in turns:
        role_map.assign(turn.label, turn.start, APPARATUS)
        role_map.assign(turn.start, turn.end, cast.voices[fold_label(turn.voice)])
    assign_insertions(role_map)
    return role_map


def open_turns(
    turns: Sequence[Turn], paragraphs: Sequence[Paragraph], speaker: Speaker, voices: dict[str, Voice]
) -> dict[int, Opening]:
    """Return the opening of each paragraph with which a marked turn begins, by the paragraph's index."""
    starts = [paragraph.start for paragraph in paragraphs]
    places = [bisect_right(starts, turn.label) - 1 for turn in turns]
    return {at: _open(turn, at, speaker, voices) for at, turn in zip(places, turns, strict=True)}


def _open(turn: Turn, paragraph: int, speaker: Speaker, voices: dict[str, Voice]) -> Opening:
    label = Label(turn.voice, turn.label, turn.start, APPARATUS, alone=False, marked=True, shape="colon")
    return Opening(paragraph, label, fold_label(turn.voice), find_kind(label, speaker, voices))
