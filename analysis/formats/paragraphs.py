"""Where paragraphs begin and end, and how they end: one a line, once wrapped lines are joined (`unwrap`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from analysis.formats.cues.markup import blank_markup
from analysis.formats.role_map import Paragraph
from analysis.readers import Typed

_LINE = re.compile(r"[^\r\n\v\f\u2028\u2029]+")
_CLOSERS = "\"”’')]*_"
_STOPPING = frozenset(".!?…")
_YEAR = re.compile(r"\d{4}\s?г{1,2}\.$")
_BLANKS = " \t\u00a0\u3000\ufeff\u200b\u200e\u200f\u2060"  # white, or of no width


def split_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text in order; lines of white space only belong to none."""
    return [Paragraph(*m.span()) for m in _LINE.finditer(text) if not m.group().isspace()]


def body_of(text: str, paragraph: Paragraph) -> str:
    """Return what a paragraph says: no markup, no white space nor marks of no width around it."""
    return blank_markup(text[paragraph.start : paragraph.end]).strip().strip(_BLANKS)


def list_bodies(text: str, paragraphs: Sequence[Paragraph]) -> list[str]:
    """Return what each paragraph of a text says; see `body_of`."""
    return _list_bodies(text, tuple(paragraphs))


@lru_cache(maxsize=2)  # asked of a text by one rule after another
def _list_bodies(text: str, paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return [body_of(text, paragraph) for paragraph in paragraphs]


def ends_as_sentence(body: str) -> bool:
    """Say whether a paragraph ends in a full stop, a question or an exclamation mark, or dots.

    The point of a Russian date (`2041 г.`) is none.
    """
    if body.endswith("г.") and _YEAR.search(body):
        return False
    return not _STOPPING.isdisjoint(takewhile(lambda c: not c.isalnum(), reversed(body)))


def ends_as_question(body: str) -> bool:
    """Say whether a paragraph ends in a question mark."""
    return body.rstrip(_CLOSERS).endswith("?")


def list_types(paragraphs: Sequence[Paragraph], typed: Sequence[Typed]) -> dict[int, str]:
    """Return the type of each paragraph that lies in one of those that a file sets in a type of its own."""
    starts = [paragraph.start for paragraph in paragraphs]
    return {
        i: name
        for start, end, name in typed
        for i in range(bisect_left(starts, start), bisect_left(starts, end))
    }
