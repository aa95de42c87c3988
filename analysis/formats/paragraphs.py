"""Where paragraphs begin and end: one a line, or one a block where lines are wrapped by hand."""

from __future__ import annotations

import re
from statistics import median

from analysis.formats.canvas import Paragraph

_LINE = re.compile(r"[^\r\n\v\f\u2028\u2029]+")
_ENDS_SENTENCE = re.compile(r"[.!?:…][\"”’')\]*_]*\s*$")
_WRAP_WIDTH = 100


def split_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text in order; lines of white space only belong to none."""
    lines = [Paragraph(*m.span()) for m in _LINE.finditer(text) if m.group().strip()]
    return _join_wrapped(text, lines) if _is_wrapped(text, lines) else lines


def _follows_on(text: str, line: Paragraph, following: Paragraph) -> bool:
    return text[line.end : following.start].replace("\r\n", "\n").count("\n") == 1


def _is_wrapped(text: str, lines: list[Paragraph]) -> bool:
    """Say whether lines were broken at a column: short lines, most of which stop in mid-sentence."""
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if _follows_on(text, a, b)]
    if len(pairs) < 5 or max(len(text[s:e].rstrip()) for s, e in lines) > _WRAP_WIDTH:
        return False
    broken = [a for a, _ in pairs if not _ENDS_SENTENCE.search(text[a.start : a.end])]
    lengths = [a.end - a.start for a in broken]
    return len(broken) >= 0.6 * len(pairs) and median(lengths) >= 40


def _join_wrapped(text: str, lines: list[Paragraph]) -> list[Paragraph]:
    """Join each line to the one before it in its block, unless that one is much shorter than the column."""
    column = max(e - s for s, e in lines)
    joined = lines[:1]
    for before, line in zip(lines, lines[1:], strict=False):
        word = text[line.start : line.end].split()[0]
        had_room = (before.end - before.start) + len(word) + 1 < 0.8 * column
        if _follows_on(text, before, line) and not had_room:
            joined[-1] = Paragraph(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined
