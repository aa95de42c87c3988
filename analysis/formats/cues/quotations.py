"""Where the quotations in a paragraph are: by marks that open and close, and may stand inside each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from analysis.formats.cues.quotation_marks import CLOSES, EITHER, OPENS, WEAK, Mark, Usage, find_marks
from analysis.formats.role_map import Paragraph


class Quotation(NamedTuple):
    """A quotation by its offsets, marks included; goes_on: it runs on into the next paragraph."""

    start: int
    end: int
    goes_on: bool


def find_quotations(
    text: str, paragraph: Paragraph, usage: Usage, *, inside: bool = False
) -> list[Quotation]:
    """Return the outermost quotations of a paragraph in order.

    usage: how the source uses its marks. inside: whether a quotation runs on from the paragraph before; then
    a mark that closes may come first.
    """
    marks = find_marks(text, paragraph, usage)
    found: list[Quotation] = []
    if inside and marks and marks[0].kind in (CLOSES, WEAK):
        found.append(Quotation(paragraph.start, marks[0].at + 1, False))
    return found + list(_pair(marks, paragraph))


def _pair(marks: list[Mark], paragraph: Paragraph) -> Iterator[Quotation]:
    """Pair the marks; once a quotation is open at the paragraph's end, each closes at the first mark."""
    n_closing = _count_closing(marks)
    nested, i = True, 0
    while i < len(marks):
        if marks[i].kind not in (OPENS, EITHER):
            i += 1
            continue
        closing = _closing_of(marks, n_closing, i, nested=nested)
        if closing is None and nested:
            nested = False
            closing = _closing_of(marks, n_closing, i, nested=False)
        if closing is None:
            yield Quotation(marks[i].at, paragraph.end, True)
            return
        yield Quotation(marks[i].at, marks[closing].at + 1, False)
        i = closing + 1


def _closing_of(marks: list[Mark], n_closing: list[int], opening: int, *, nested: bool) -> int | None:
    """Return which mark closes the quotation that marks[opening] opens; other families are inside it."""
    depth = 1
    for i in range(opening + 1, len(marks)):
        mark = marks[i]
        if mark.family != marks[opening].family:
            continue
        if mark.kind == OPENS:
            depth += nested
        elif mark.kind != WEAK or n_closing[i] < depth:
            depth -= 1
        if depth == 0:
            return i
    return None


def _count_closing(marks: list[Mark]) -> list[int]:
    """Return how many marks behind each one close before the next of its family opens.

    An inch or an apostrophe closes nothing where those behind it suffice.
    """
    counts, behind = [0] * len(marks), {}
    for i in range(len(marks) - 1, -1, -1):
        family, kind = marks[i].family, marks[i].kind
        counts[i] = behind.get(family, 0)
        if kind != WEAK:
            behind[family] = counts[i] + 1 if kind == CLOSES else 0
    return counts
