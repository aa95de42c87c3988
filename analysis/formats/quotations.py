"""Where the quotations in a paragraph are: straight, curly, single or angled quotes, over several paragraphs."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.formats.canvas import Paragraph

_CURLY = ("“„", "”")
_ANGLED = ("«", "»")
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
    return _single(text, paragraph) if single else _double(text, paragraph)


def _double(text: str, paragraph: Paragraph) -> list[Quotation]:
    found, start, closer = [], None, ""
    for i in range(*paragraph):
        c = text[i]
        if start is None:
            closer = (
                '"' if c == '"' else _CURLY[1] if c in _CURLY[0] else _ANGLED[1] if c in _ANGLED[0] else ""
            )
            start = i if closer else None
        elif c == closer or (c in '"”' and closer in '"”'):
            found.append(Quotation(start, i + 1, False))
            start = None
    if start is not None:
        found.append(Quotation(start, paragraph.end, True))
    return found


def _single(text: str, paragraph: Paragraph) -> list[Quotation]:
    """Close a single quotation at the last mark before the next opens that follows punctuation, else at the first."""
    opens = [m.start() for m in _OPEN_SINGLE.finditer(text, *paragraph)]
    found = []
    for k, start in enumerate(opens):
        if found and start < found[-1].end:
            continue
        limit = opens[k + 1] if k + 1 < len(opens) else paragraph.end
        marks = [m.start() for m in _CLOSE_SINGLE.finditer(text, start + 1, limit)]
        after_stop = [m for m in marks if text[m - 1] in ".,!?…"]
        close = after_stop[0] if after_stop else marks[0] if marks else None
        end = paragraph.end if close is None else close + 1
        found.append(Quotation(start, end, close is None))
    return found
