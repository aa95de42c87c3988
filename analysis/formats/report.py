"""A report: an outlet's own prose, with quotations inside that belong to whoever is said to speak them."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from analysis.formats.cues.boilerplate import find_furniture
from analysis.formats.cues.editorial_notes import assign_insertions, is_editors_note
from analysis.formats.cues.footnotes import assign_footnotes, find_footnotes
from analysis.formats.cues.headings import dateline_end, is_heading
from analysis.formats.cues.people import Speaker
from analysis.formats.cues.printed_twice import assign_repeats
from analysis.formats.cues.quotation_speakers import People, Subject, find_subject
from analysis.formats.cues.quotations import Quotation, find_quotations, uses_single_quotes
from analysis.formats.paragraphs import body_of, ends_as_sentence, split_paragraphs
from analysis.formats.role_map import APPARATUS, NARRATION, NOTE, Paragraph, RoleMap, Voice

_STOP_BEFORE = re.compile(r"[a-z)”\"][.!?]\s+(?=[A-Z])")
_STOP_BEHIND = re.compile(r"(?:^|[a-z)])[.!?](?=\s|$)")
_SCARE_WORDS = 4  # a shorter quotation, without a verb of saying, is the outlet's own
_OPENING = 60  # characters at a paragraph's start, where the person it is about is named


def split_report(text: str, speaker: Speaker, voices: dict[str, Voice]) -> RoleMap:
    """Return the text with the voice of each character; labels play no part in a report."""
    role_map = RoleMap(text, split_paragraphs(text))
    bodies = [body_of(text, p) for p in role_map.paragraphs]
    furniture = find_furniture(text, role_map.paragraphs)
    footnotes = find_footnotes(bodies, furniture)
    lines = _find_lines(bodies, furniture - footnotes)
    prose = sorted(set(range(len(bodies))) - furniture - footnotes - lines)
    _assign_prose(role_map, prose)
    _assign_quotations(role_map, prose, speaker)
    assign_footnotes(role_map, footnotes)
    assign_insertions(role_map)
    assign_repeats(role_map)
    return role_map


def _find_lines(bodies: list[str], furniture: set[int]) -> set[int]:
    """Return titles, what stands below them, and section headings: lines that are no sentences."""
    rest = [i for i in range(len(bodies)) if i not in furniture]
    top = takewhile(lambda i: not ends_as_sentence(bodies[i]), rest)
    headings = {a for a, b in pairwise(rest) if is_heading(bodies[a], bodies[b])}
    return {*top, *headings}


def _assign_prose(role_map: RoleMap, prose: list[int]) -> None:
    for i in prose:
        start, end = role_map.paragraphs[i]
        body = dateline_end(role_map.text, role_map.paragraphs[i])
        role_map.assign(start, body, APPARATUS)
        role_map.assign(body, end, NOTE if is_editors_note(role_map.text[start:end]) else NARRATION)


def _assign_quotations(role_map: RoleMap, prose: list[int], speaker: Speaker) -> None:
    """Give each quotation to its speaker; one that runs on from the paragraph before has the same."""
    text = role_map.text
    people = People([text[slice(*role_map.paragraphs[i])] for i in prose], speaker)
    single = uses_single_quotes(text)
    last, going_on = speaker.name, False
    for paragraph in (role_map.paragraphs[i] for i in prose):
        quotations = find_quotations(text, paragraph, single=single)
        for k, quotation in enumerate(quotations):
            runs_on = going_on and k == 0 and quotation.start - paragraph.start <= 2
            name = last if runs_on else _speaker_of(text, people, paragraph, quotations, k, last)
            if name is not None:
                role_map.assign(quotation.start, quotation.end, _voice_of(name, speaker))
                last = name
        last = _last_named(text, people, paragraph, quotations) or last
        going_on = bool(quotations) and quotations[-1].goes_on


def _voice_of(name: str, speaker: Speaker) -> Voice:
    """Only the studied speaker's words are quotes; another person's keep their name and the outlet's role."""
    return Voice("quote", speaker.name) if name == speaker.name else Voice("narration", name)


def _speaker_of(
    text: str, people: People, paragraph: Paragraph, quotations: list[Quotation], k: int, last: str
) -> str | None:
    """Return who speaks a quotation, or None where the outlet only puts a word at a distance."""
    before, after = _clauses(text, paragraph, quotations, k)
    for clause in (after, before):
        subject = find_subject(text, people, *clause)
        if subject:
            return subject.name or _antecedent(text, people, paragraph, subject, last)
    n_words = len(text[quotations[k].start : quotations[k].end].split())
    return None if n_words <= _SCARE_WORDS else last


def _clauses(
    text: str, paragraph: Paragraph, quotations: list[Quotation], k: int
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the sentence's words before a quotation and those after it, as offsets."""
    here = quotations[k]
    begin = quotations[k - 1].end if k else paragraph.start
    finish = quotations[k + 1].start if k + 1 < len(quotations) else paragraph.end
    stops = [m.end() for m in _STOP_BEFORE.finditer(text[begin : here.start])]
    stop = _STOP_BEHIND.search(text[here.end : finish])
    ends_inside = text[here.end - 2] in ".!?" and text[here.end - 1] in "\"”’'»"
    after = here.end if ends_inside else here.end + stop.end() if stop else finish
    return (begin + (stops[-1] if stops else 0), here.start), (here.end, after)


def _antecedent(text: str, people: People, paragraph: Paragraph, subject: Subject, last: str) -> str:
    """Return whom a pronoun or an office means.

    That is who is named where its paragraph opens, else the studied speaker if it is an office or the text's
    usual pronoun, else who spoke last.
    """
    end = min(subject.start, paragraph.start + 2 * _OPENING)
    named = [s for s in people.subjects(text, paragraph.start, end) if s.name]
    if named and named[0].start - paragraph.start < _OPENING:
        return named[0].name
    return people.speaker.name if people.is_usual(subject) else last


def _last_named(text: str, people: People, paragraph: Paragraph, quotations: list[Quotation]) -> str:
    """Return who is last said to say something outside a paragraph's quotations, '' if nobody is named."""
    edges = [paragraph.start, *(offset for q in quotations for offset in q[:2]), paragraph.end]
    outside = zip(edges[::2], edges[1::2], strict=True)
    subjects = [find_subject(text, people, *gap) for gap in outside]
    return next((s.name for s in reversed(subjects) if s and s.name), "")
