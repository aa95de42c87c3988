"""A report: an outlet's own prose, with quotations inside that belong to whoever is said to speak them."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from analysis.formats.attribution import People, Subject, is_scare_quote, subject_of_saying
from analysis.formats.canvas import APPARATUS, NARRATION, NOTE, Canvas, Paragraph, Voice
from analysis.formats.furniture import body_of, dateline_end, ends_sentence, find_furniture, is_heading
from analysis.formats.insertions import find_footnotes, is_editors_note, paint_footnotes, paint_insertions
from analysis.formats.names import Speaker
from analysis.formats.paragraphs import split_paragraphs
from analysis.formats.quotations import Quotation, find_quotations, uses_single_quotes
from analysis.formats.repeats import paint_repeats


def split_report(text: str, speaker: Speaker, voices: dict[str, Voice]) -> Canvas:
    """Return the text painted with its voices; labels play no part in a report."""
    canvas = Canvas(text, split_paragraphs(text))
    bodies = [body_of(text, p) for p in canvas.paragraphs]
    furniture = find_furniture(text, canvas.paragraphs)
    footnotes = find_footnotes(bodies, furniture)
    furniture -= footnotes
    lines = _lines(bodies, furniture)
    prose = [i for i in range(len(bodies)) if i not in furniture | footnotes | lines]
    _paint_prose(canvas, prose)
    _paint_quotations(canvas, prose, speaker)
    paint_footnotes(canvas, footnotes)
    paint_insertions(canvas)
    paint_repeats(canvas)
    return canvas


def _lines(bodies: list[str], furniture: set[int]) -> set[int]:
    """Return titles, what stands below them, and section headings: lines that are no sentences."""
    rest = [i for i in range(len(bodies)) if i not in furniture]
    top = takewhile(lambda i: not ends_sentence(bodies[i]), rest)
    headings = {a for a, b in pairwise(rest) if is_heading(bodies[a], bodies[b])}
    return {*top, *headings}


def _paint_prose(canvas: Canvas, prose: list[int]) -> None:
    for i in prose:
        start, end = canvas.paragraphs[i]
        body = dateline_end(canvas.text, canvas.paragraphs[i])
        canvas.paint(start, body, APPARATUS)
        canvas.paint(body, end, NOTE if is_editors_note(canvas.text[start:end]) else NARRATION)


def _paint_quotations(canvas: Canvas, prose: list[int], speaker: Speaker) -> None:
    people = People([canvas.text[slice(*canvas.paragraphs[i])] for i in prose], speaker)
    single = uses_single_quotes(canvas.text)
    last, going_on = speaker.name, False
    for i in prose:
        paragraph = canvas.paragraphs[i]
        quotations = find_quotations(canvas.text, paragraph, single=single)
        for k, quotation in enumerate(quotations):
            runs_on = going_on and k == 0 and quotation.start - paragraph.start <= 2
            name = last if runs_on else _speaker_of(canvas.text, people, paragraph, quotations, k, last)
            if name is not None:
                canvas.paint(quotation.start, quotation.end, _voice(name, speaker))
                last = name
        last = _last_named(canvas.text, people, paragraph, quotations) or last
        going_on = bool(quotations) and quotations[-1].goes_on


def _voice(name: str, speaker: Speaker) -> Voice:
    """Only the studied speaker's words are quotes; another person's keep their name and the outlet's role."""
    return Voice("quote", speaker.name) if name == speaker.name else Voice("narration", name)


def _speaker_of(
    text, people: People, paragraph: Paragraph, quotations: list[Quotation], k: int, last: str
) -> str | None:
    """Return who speaks a quotation, or None where the outlet only puts a word at a distance."""
    before, after = _clauses(text, paragraph, quotations, k)
    for clause in (after, before):
        subject = subject_of_saying(text, people, *clause)
        if subject:
            return subject.name or _antecedent(text, people, paragraph, subject, last)
    if is_scare_quote(text, quotations[k].start, quotations[k].end):
        return None
    return last


def _clauses(
    text: str, paragraph: Paragraph, quotations: list[Quotation], k: int
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the sentence's words before the quotation and those after it, as offsets."""
    here = quotations[k]
    begin = quotations[k - 1].end if k else paragraph.start
    finish = quotations[k + 1].start if k + 1 < len(quotations) else paragraph.end
    stops = [m.end() for m in re.finditer(r"[a-z)”\"][.!?]\s+(?=[A-Z])", text[begin : here.start])]
    stop = re.search(r"(?:^|[a-z)])[.!?](?=\s|$)", text[here.end : finish])
    ends_inside = text[here.end - 2] in ".!?" and text[here.end - 1] in "\"”’'»"
    after = here.end if ends_inside else here.end + stop.end() if stop else finish
    return (begin + (stops[-1] if stops else 0), here.start), (here.end, after)


def _antecedent(text: str, people: People, paragraph: Paragraph, subject: Subject, last: str) -> str:
    """Return whom a pronoun means: who opens its paragraph, else the studied speaker where it is the text's
    usual pronoun, else who spoke last."""
    named = [s for s in people.subjects(text, paragraph.start, subject.start) if s.name]
    if named and named[0].start - paragraph.start < 60:
        return named[0].name
    return people.speaker.name if people.is_usual(subject) else last


def _last_named(text: str, people: People, paragraph: Paragraph, quotations: list[Quotation]) -> str:
    """Return who a paragraph says to say something outside its quotations, for the pronouns of the next one."""
    edges = [paragraph.start, *(o for q in quotations for o in q[:2]), paragraph.end]
    outside = list(zip(edges[::2], edges[1::2], strict=True))
    subjects = [subject_of_saying(text, people, *gap) for gap in outside]
    return next((s.name for s in reversed(subjects) if s and s.name), "")
