"""PDF with a layer of text (ISO 32000-2): paragraphs in reading order, footnotes as notes."""

from __future__ import annotations

import re
from collections import Counter

from analysis.readers.pdf_furniture import drop_furniture
from analysis.readers.pdf_glyphs import list_pages, open_pdf
from analysis.readers.pdf_lines import (
    Line,
    find_body_size,
    join_runs,
    order_lines,
    part_notes,
)
from analysis.readers.pdf_paragraphs import Paragraph, join_paragraphs
from analysis.readers.reading import Reading, Writer

_BEGINS = 1024  # bytes in which the mark of a PDF stands
_NOTE = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?[.)]?\s*(?=\S)")


def is_pdf(content: bytes) -> bool:
    """Say whether a file is a PDF: its mark stands near its beginning."""
    return b"%PDF-" in content[:_BEGINS]


def read_pdf(content: bytes) -> Reading:
    """Read the text of a PDF. Raises InputError for pictures of pages, and for an encrypted or damaged file."""
    writer = Writer()
    body, notes = _list_lines(content, writer.left_out)
    paragraphs = join_paragraphs(body)
    names = Counter(paragraph.name for paragraph in paragraphs if paragraph.name)
    for paragraph in paragraphs:
        writer.write(_name(paragraph, names))
    for note in notes:
        writer.note(note)
    return writer.finish("PDF")


def _list_lines(content: bytes, left_out: Counter[str]) -> tuple[list[Line], list[str]]:
    """Return the lines of all pages as they are read, and the footnotes."""
    document = open_pdf(content)
    try:
        pages = list_pages(document, left_out)
    finally:
        document.close()
    size = find_body_size(pages)
    joined = [join_runs(runs, number, left_out) for number, runs in enumerate(pages)]
    body: list[Line] = []
    notes: list[str] = []
    for lines in drop_furniture(joined, left_out):
        rest, small = part_notes(lines, size)
        body += order_lines(rest)
        notes += _join_notes(small)
    return body, notes


def _join_notes(lines: list[Line]) -> list[str]:
    """Return the footnotes of a page: a line that opens with a mark begins one."""
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or _NOTE.match(line.text):
            groups.append([])
        groups[-1].append(line)
    return [" ".join(paragraph.words for paragraph in join_paragraphs(group)) for group in groups]


def _name(paragraph: Paragraph, names: Counter[str]) -> str:
    """Return the words of a paragraph behind the name that stands left of it; one that comes back gets a colon."""
    colon = ":" if names[paragraph.name] > 1 and paragraph.name[-1:].isalnum() else ""
    return f"{paragraph.name}{colon} {paragraph.words}"
