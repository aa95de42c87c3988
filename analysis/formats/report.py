"""A report: an outlet's own prose, with quotations inside that belong to whoever is said to speak them."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import NamedTuple

from analysis.formats.cues.boilerplate import find_furniture
from analysis.formats.cues.editorial_notes import assign_insertions, is_editors_note
from analysis.formats.cues.footnotes import assign_footnotes, find_footnotes
from analysis.formats.cues.headings import dateline_end, is_heading
from analysis.formats.cues.people import Speaker
from analysis.formats.cues.printed_twice import assign_repeats
from analysis.formats.cues.reported_speech import assign_quotations
from analysis.formats.paragraphs import ends_as_sentence, list_bodies, split_paragraphs
from analysis.formats.role_map import APPARATUS, NARRATION, NOTE, RoleMap, Voice


class Layout(NamedTuple):
    """The paragraphs of a report by their numbers, from 0; what is in none is furniture of the page."""

    prose: list[int]
    lines: list[int]
    footnotes: set[int]


def split_report(text: str, speaker: Speaker, voices: dict[str, Voice], language: str = "") -> RoleMap:
    """Return the text with the voice of each character; labels play no part in a report.

    language: of the text (BCP 47), told by its words if ''.
    """
    role_map = RoleMap(text, split_paragraphs(text))
    layout = find_layout(role_map)
    _assign_prose(role_map, layout.prose)
    quoting = [i for i in layout.prose if not _is_note(role_map, i)]
    assign_quotations(role_map, quoting, speaker, lines=layout.lines, language=language)
    assign_footnotes(role_map, layout.footnotes)
    assign_insertions(role_map)
    assign_repeats(role_map)
    return role_map


def find_layout(role_map: RoleMap) -> Layout:
    """Return which paragraphs of a report are its prose, its titles and headings, and its footnotes."""
    bodies = list_bodies(role_map.text, role_map.paragraphs)
    furniture = find_furniture(role_map.text, role_map.paragraphs)
    footnotes = find_footnotes(bodies, furniture)
    lines = _find_lines(bodies, furniture - footnotes)
    prose = set(range(len(bodies))) - furniture - footnotes - lines
    return Layout(sorted(prose), sorted(lines), footnotes)


def _find_lines(bodies: list[str], furniture: set[int]) -> set[int]:
    """Return titles, what stands below them, and section headings: lines that are no sentences."""
    rest = [i for i in range(len(bodies)) if i not in furniture]
    top = takewhile(lambda i: not ends_as_sentence(bodies[i]), rest)
    headings = {a for a, b in pairwise(rest) if is_heading(bodies[a], bodies[b])}
    return {*top, *headings}


def _is_note(role_map: RoleMap, i: int) -> bool:
    return is_editors_note(role_map.text[slice(*role_map.paragraphs[i])])


def _assign_prose(role_map: RoleMap, prose: list[int]) -> None:
    for i in prose:
        start, end = role_map.paragraphs[i]
        body = dateline_end(role_map.text, role_map.paragraphs[i])
        role_map.assign(start, body, APPARATUS)
        role_map.assign(body, end, NOTE if _is_note(role_map, i) else NARRATION)
