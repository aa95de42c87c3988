"""Where the quotations in a paragraph are: straight, curly, single or angled quotes."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from analysis.formats.role_map import Paragraph

_OPEN_DOUBLE = re.compile(r"[\"“„«]")
# What closes a quotation that each mark opens: straight and curly marks are mixed in careless typing.
_CLOSE_DOUBLE = {
    '"': re.compile(r"[\"”]"),
    "“": re.compile(r"[\"”]"),
    "„": re.compile(r"[\"”“]"),
    "«": re.compile("»"),
}
_OPEN_SINGLE = re.compile(r"(?<![\w.,!?])[‘'](?=\S)")
_CLOSE_SINGLE = re.compile(r"(?<=[\w.,!?…;:—–-])[’'](?!\w)")


class Quotation(NamedTuple):
    """A quotation by its offsets, marks included; goes_on: it runs on into the next paragraph."""

    start: int
    end: int
    goes_on: bool


def uses_single_quotes(text: str) -> bool:
    """Say whether a text quotes with single marks rather than with double ones."""
    return len(_OPEN_SINGLE.findall(text)) > len(re.findall(r"[“«]|(?<!\w)\"(?=\w)", text))


def find_quotations(text: str, paragraph: Paragraph, *, single: bool) -> list[Quotation]:
    """Return the outermost quotations of a paragraph in order.

    single: whether the source quotes with single marks.
    """
    return _find_single(text, paragraph) if single else _find_double(text, paragraph)


def _find_double(text: str, paragraph: Paragraph) -> list[Quotation]:
    found: list[Quotation] = []
    at = paragraph.start
    while opening := _OPEN_DOUBLE.search(text, at, paragraph.end):
        closing = _CLOSE_DOUBLE[opening.group()].search(text, opening.end(), paragraph.end)
        at = closing.end() if closing else paragraph.end
        found.append(Quotation(opening.start(), at, closing is None))
    return found


def _find_single(text: str, paragraph: Paragraph) -> list[Quotation]:
    """Find quotations in single marks, which are apostrophes as well."""
    opens = [m.start() for m in _OPEN_SINGLE.finditer(text, *paragraph)]
    found: list[Quotation] = []
    for start, limit in pairwise([*opens, paragraph.end]):
        if not found or start >= found[-1].end:
            found.append(_close_single(text, start, limit, paragraph.end))
    return found


def _close_single(text: str, start: int, limit: int, last: int) -> Quotation:
    """Close at the first mark behind a stop before the next quotation opens, else at the first mark."""
    marks = [m.start() for m in _CLOSE_SINGLE.finditer(text, start + 1, limit)]
    after_stop = [mark for mark in marks if text[mark - 1] in ".,!?…"]
    close = next(iter([*after_stop, *marks]), None)
    return Quotation(start, last, True) if close is None else Quotation(start, close + 1, False)
