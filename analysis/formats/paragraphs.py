"""Where paragraphs begin and end: one a line, or one a block where lines are wrapped by hand."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from statistics import median

from analysis.formats.cues.markup import blank_markup
from analysis.formats.cues.label_patterns import read_label
from analysis.formats.role_map import Paragraph

_LINE = re.compile(r"[^\r\n\v\f\u2028\u2029]+")
_BREAK = re.compile(r"\r\n?|\n")
_STOPS, _CLOSERS = ".!?:…", "\"”’')]*_"
_STOPPING = frozenset(".!?…")
_BLANKS = " \t\u00a0\u3000\ufeff\u200b\u200e\u200f\u2060"  # white, or of no width
_WRAP_WIDTH = 100  # characters in the longest line of a wrapped text
_WRAP_FEWEST, _WRAP_SHARE, _WRAP_FILLED = 5, 0.3, 40


def split_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text in order; lines of white space only belong to none."""
    lines = [Paragraph(*m.span()) for m in _LINE.finditer(text) if not m.group().isspace()]
    return _join_wrapped(text, lines) if _is_wrapped(text, lines) else lines


def body_of(text: str, paragraph: Paragraph) -> str:
    """Return what a paragraph says: lines joined, no markup, no white space nor marks of no width around it."""
    body = blank_markup(text[paragraph.start : paragraph.end])
    return _BREAK.sub(" ", body).strip().strip(_BLANKS)


def ends_as_sentence(body: str) -> bool:
    """Say whether a paragraph ends in a full stop, a question or an exclamation mark, or dots."""
    return not _STOPPING.isdisjoint(takewhile(lambda c: not c.isalnum(), reversed(body)))


def ends_as_question(body: str) -> bool:
    """Say whether a paragraph ends in a question mark."""
    return body.rstrip(_CLOSERS).endswith("?")


def _follows_on(text: str, line: Paragraph, following: Paragraph) -> bool:
    """Say whether one line break, and nothing else, parts two lines."""
    return len(_BREAK.findall(text, line.end, following.start)) == 1


def _is_wrapped(text: str, lines: list[Paragraph]) -> bool:
    """Say whether lines were broken at a column: short, many of them in mid-sentence and nearly full."""
    if len(lines) <= _WRAP_FEWEST or max(len(text[s:e].rstrip()) for s, e in lines) > _WRAP_WIDTH:
        return False
    pairs = [(a, b) for a, b in pairwise(lines) if _follows_on(text, a, b)]
    broken = [a.end - a.start for a, b in pairs if _runs_on(text, a, b)]
    if len(pairs) < _WRAP_FEWEST or len(broken) < _WRAP_SHARE * len(pairs):
        return False
    return median(broken) >= _WRAP_FILLED


def _runs_on(text: str, line: Paragraph, following: Paragraph) -> bool:
    """Say whether a sentence goes on from one line to the next: no stop, and then a small letter."""
    ends = text[line.start : line.end].rstrip().rstrip(_CLOSERS)
    return not ends.endswith(tuple(_STOPS)) and text[following.start : following.end].lstrip()[0].islower()


def _opens_turn(text: str, before: Paragraph, line: Paragraph) -> bool:
    """Say whether a sentence ends and the next line has a label with a colon or a time."""
    label = read_label(text, line) if ends_as_sentence(text[slice(*before)]) else None
    return label is not None and label.marked


def _join_wrapped(text: str, lines: list[Paragraph]) -> list[Paragraph]:
    """Join each line to the one before it in its block, unless that is much shorter or this is labelled."""
    column = max(e - s for s, e in lines)
    joined = lines[:1]
    for before, line in pairwise(lines):
        word = text[line.start : line.end].split()[0]
        had_room = (before.end - before.start) + len(word) + 1 < 0.8 * column
        if _follows_on(text, before, line) and not had_room and not _opens_turn(text, before, line):
            joined[-1] = Paragraph(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined
