"""What a word processor's document consists of: paragraphs, tables and notes, gathered in the order of the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from analysis.readers.raised_marks import is_raised_mark, write_power
from analysis.readers.typed_words import part_opening, read_opening

SOFT_RETURN = "\n"  # inside the words of a paragraph that is not ended yet
_SIGN = re.compile("[\ue000-\uf8ff]")  # where fonts keep bullets and arrows: no letters
_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_CLOSERS = "\"”’')]»›*_ "


class Cell(NamedTuple):
    """A cell of a table: its first column, from 0, and how many it takes; its paragraphs, and tables inside it."""

    column: int
    span: int
    blocks: list


class Table(NamedTuple):
    """A table: the cells of each row. What is merged stands once, where it begins."""

    rows: list[list[Cell]]


Block = str | Table  # a paragraph, of TypedWords where it has a type of its own, or a table


class OpenTables:
    """The tables that are open, one inside the other: rows and cells are added to the innermost."""

    def __init__(self) -> None:
        self._rows: list[list[list[Cell]]] = []

    @property
    def in_row(self) -> bool:
        """Whether a cell has a row to stand in."""
        return bool(self._rows and self._rows[-1])

    def begin(self) -> None:
        """Begin a table."""
        self._rows.append([])

    def end(self) -> Table:
        """End the innermost table."""
        return Table(self._rows.pop())

    def begin_row(self) -> None:
        """Begin a row; one outside of a table is none."""
        if self._rows:
            self._rows[-1].append([])

    def add_cell(self, span: int, blocks: list) -> None:
        """Add a cell behind those of its row. span: how many columns it takes."""
        row = self._rows[-1][-1]
        column = row[-1].column + row[-1].span if row else 0
        row.append(Cell(column, span, blocks))


class _Flow:
    """Text that runs on by itself: the body, a cell, a note, a text box."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.words: list[str] = []  # of the paragraph that is open
        self.runs: list[tuple[int, str]] = []  # which of them are letters, and in what type
        self.boxes: list[Block] = []  # text boxes that hang on it: they stand behind it


class Draft:
    """Gathers a document. Text goes to the innermost flow that is open; notes are kept apart, for the end."""

    def __init__(self) -> None:
        self._flows = [_Flow()]
        self.notes: list[str] = []
        self.left_out: Counter[str] = Counter()
        self.type_name = ""  # in which words are set that are added now, where it is not that of all others
        self._left: dict[str, list[str]] = {}
        self._leaving = False  # whether what is left out goes on, so that its words are not cut

    def add(self, text: str) -> None:
        """Add words as they stand, with their blanks; a line end or a sign among them is a blank."""
        text, signs = _SIGN.subn(" ", text)
        self.left_out["symbols"] += signs
        if text.strip():
            self._flows[-1].runs.append((len(self._flows[-1].words), self.type_name))
        self._flows[-1].words.append(text.replace(SOFT_RETURN, " "))
        self._stop_leaving()

    def add_raised(self, text: str) -> None:
        """Add words that are set higher: the mark of a note is left out, a number behind a number is a power."""
        before = "".join(self._flows[-1].words[-4:])
        if is_raised_mark(text, before):
            self.left_out["footnote marks"] += 1
        else:
            self.add(write_power(text) if before.strip() else text)

    def return_softly(self) -> None:
        """Add a soft return: a new line in the same paragraph."""
        self._flows[-1].words.append(SOFT_RETURN)

    def leave(self, kind: str, text: str) -> None:
        """Leave words out of the text; `kind` names them in the count."""
        self._left.setdefault(kind, []).append(text)
        self._leaving = True

    def _stop_leaving(self) -> None:
        if self._leaving:
            for parts in self._left.values():
                parts.append(" ")
            self._leaving = False

    def end_paragraph(self) -> None:
        """End the paragraph that is open; one without words is none."""
        flow = self._flows[-1]
        opening = read_opening(flow.words, flow.runs)
        for line in _split_lines("".join(flow.words)):
            flow.blocks += part_opening(line, opening)
        flow.blocks += flow.boxes
        flow.words, flow.runs, flow.boxes = [], [], []
        self._stop_leaving()

    def open_flow(self) -> None:
        """Begin text that runs on by itself."""
        self._flows.append(_Flow())

    def close_flow(self) -> list[Block]:
        """End the innermost flow; return its paragraphs and tables."""
        self.end_paragraph()
        return self._flows.pop().blocks

    def take(self, start: int) -> list[Block]:
        """Take the blocks of the open flow from the given one on out of it."""
        blocks = self._flows[-1].blocks
        taken, blocks[start:] = blocks[start:], []
        return taken

    def count_blocks(self) -> int:
        """Return how many blocks the open flow has so far."""
        return len(self._flows[-1].blocks)

    def add_table(self, table: Table) -> None:
        """Add a table behind the paragraph that is open."""
        self.end_paragraph()
        self._flows[-1].blocks.append(table)

    def add_row(self, row: list[Cell]) -> None:
        """Add a row to the table that is the last block, or to a new one."""
        blocks = self._flows[-1].blocks
        if blocks and isinstance(blocks[-1], Table):
            blocks[-1].rows.append(row)
        else:
            self.add_table(Table([row]))

    def add_box(self, blocks: list[Block]) -> None:
        """Add a text box: it stands behind the paragraph on which it hangs, and does not break it."""
        self._flows[-1].boxes += blocks

    def add_note(self, blocks: list[Block]) -> None:
        """Add a footnote, an endnote or a comment."""
        self.notes.append(" ".join(list_paragraphs(blocks)))

    def finish(self) -> list[Block]:
        """Return the paragraphs and tables of the body, and count the words that were left out."""
        while len(self._flows) > 1:
            self.add_box(self.close_flow())
        for kind, parts in self._left.items():
            self.left_out[kind] += len("".join(parts).split())
        return self.close_flow()


def list_paragraphs(blocks: list[Block]) -> Iterator[str]:
    """Yield the paragraphs of blocks; those of tables row by row, cell by cell."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from list_paragraphs(cell.blocks)
        else:
            yield block


def _split_lines(words: str) -> list[str]:
    """Return the paragraphs of one that may hold soft returns.

    A soft return parts words. Behind the end of a sentence, or doubled, it was meant as the end of a paragraph:
    so a question stands apart from its answer.
    """
    paragraphs: list[str] = []
    goes_on = False
    for line in words.split(SOFT_RETURN):
        line = " ".join(line.split())
        if line and goes_on:
            paragraphs[-1] += f" {line}"
        elif line:
            paragraphs.append(line)
        goes_on = bool(line) and not line.rstrip(_CLOSERS).endswith(_STOPS)
    return paragraphs
