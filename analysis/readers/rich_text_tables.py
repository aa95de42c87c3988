"""The rows of RTF: a cell has no beginning there, only an end, so that what stands before it must be known."""

from __future__ import annotations

from analysis.readers.document import Block, Cell, Draft


class Rows:
    """The row that is open in each flow of a document: the body, a note, a text box."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._cells: list[list[Cell]] = [[]]
        self._starts = [0]  # the block with which the open cell begins

    def open_flow(self) -> None:
        """Begin text that runs on by itself."""
        self._draft.open_flow()
        self._cells.append([])
        self._starts.append(0)

    def close_flow(self) -> list[Block]:
        """End it, and return its blocks."""
        self.end_row()
        self._cells.pop()
        self._starts.pop()
        return self._draft.close_flow()

    def end_paragraph(self, *, in_table: bool) -> None:
        """End a paragraph; one outside tables belongs to no cell."""
        self._draft.end_paragraph()
        if not in_table:
            self._starts[-1] = self._draft.count_blocks()

    def end_cell(self) -> None:
        """End a cell: what was written since the last one."""
        self._draft.end_paragraph()
        cells = self._cells[-1]
        cells.append(Cell(len(cells), 1, self._draft.take(self._starts[-1])))

    def end_row(self) -> None:
        """End a row, if one is open; what stands behind its last cell is a cell too."""
        cells = self._cells[-1]
        if not cells:
            return
        self._draft.end_paragraph()
        if self._draft.count_blocks() > self._starts[-1]:
            self.end_cell()
        self._draft.add_row(cells)
        self._cells[-1] = []
        self._starts[-1] = self._draft.count_blocks()
