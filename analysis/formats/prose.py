"""Prose: a text that is no interview, all of it one voice that nobody studies."""

from __future__ import annotations

from analysis.formats.cues.people import Speaker
from analysis.formats.paragraphs import split_paragraphs
from analysis.formats.role_map import NARRATION, RoleMap, Voice


def split_prose(text: str, speaker: Speaker, voices: dict[str, Voice]) -> RoleMap:
    """Return the text with the voice of each character: the outlet's, throughout."""
    role_map = RoleMap(text, split_paragraphs(text))
    for paragraph in role_map.paragraphs:
        role_map.assign(*paragraph, NARRATION)
    return role_map
