"""Rows of a table that hold a question and its answer: `Who pays?<tab>The state.`, `Who pays? | The state.`"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.formats.cues.cast import ANSWERING, Kind, find_kind
from analysis.formats.cues.label_shapes import ASKING, Label
from analysis.formats.cues.people import Speaker
from analysis.formats.cues.speaker_labels import Opening
from analysis.formats.paragraphs import ends_as_question
from analysis.formats.role_map import Paragraph

_PARTED = re.compile(r"(?P<left>[^\t|\n]*[^\s|])(?P<between>\s*\|\s*|\t+)(?P<right>[^\s|][^\t|\n]*)$")
_FEWEST = 3
_MOSTLY, _HARDLY = 0.6, 0.1


class Row(NamedTuple):
    """A paragraph of two cells, by offsets: where the first begins and ends, and where the second begins."""

    start: int
    between: int
    second: int
    end: int


def open_cells(
    text: str, paragraphs: Sequence[Paragraph], speaker: Speaker
) -> tuple[list[Paragraph], dict[int, Opening]]:
    """Return the paragraphs, rows cut into cells, and the opening of each cell; no opening where no table asks.

    A row of headings tells which column asks, else the question marks do.
    """
    rows = {i: row for i, paragraph in enumerate(paragraphs) if (row := _read_row(text, paragraph))}
    if len(rows) < _FEWEST or len(rows) < _MOSTLY * len(paragraphs):
        return list(paragraphs), {}
    first = min(rows)
    headed = _asks_by_heading(text, rows[first], speaker)
    cells = {i: row for i, row in rows.items() if headed is None or i != first}
    asking = headed if headed is not None else _asks_by_marks(text, list(cells.values()))
    if asking is None:
        return list(paragraphs), {}
    cut: list[Paragraph] = []
    openings: dict[int, Opening] = {}
    for i, paragraph in enumerate(paragraphs):
        parts = [paragraph] if i not in cells else _cut(cells[i])
        for column, part in enumerate(parts if i in cells else ()):
            at, said = len(cut) + column, cells[i].second if column else part.start
            openings[at] = _open(at, part.start, said, asks=column == asking)
        cut += parts
    return cut, openings


def _read_row(text: str, paragraph: Paragraph) -> Row | None:
    match = _PARTED.match(text, *paragraph)
    return Row(match.start(), match.start("between"), match.start("right"), paragraph.end) if match else None


def _cut(row: Row) -> list[Paragraph]:
    return [Paragraph(row.start, row.between), Paragraph(row.between, row.end)]


def _open(at: int, start: int, said: int, *, asks: bool) -> Opening:
    name, kind = ("question", Kind.ASKS) if asks else ("answer", Kind.ANSWERS)
    return Opening(at, Label(name, start, said, ASKING, False, True, "cell"), name, kind)


def _asks_by_heading(text: str, row: Row, speaker: Speaker) -> int | None:
    """Return which cell of a row of headings is a word for who asks, None where the row is none."""
    names = text[row.start : row.between].strip(), text[row.second : row.end].strip()
    kinds = [find_kind(Label(name, 0, 0, ASKING, False, True, "colon"), speaker, {}) for name in names]
    if Kind.ASKS not in kinds or not any(kind in ANSWERING for kind in kinds):
        return None
    return kinds.index(Kind.ASKS)


def _asks_by_marks(text: str, rows: Sequence[Row]) -> int | None:
    """Return which column mostly ends in question marks, where the other hardly does."""
    left = sum(ends_as_question(text[row.start : row.between].strip()) for row in rows) / len(rows)
    right = sum(ends_as_question(text[row.second : row.end].strip()) for row in rows) / len(rows)
    if max(left, right) < _MOSTLY or min(left, right) > _HARDLY:
        return None
    return int(right > left)
