"""Documents that are written: paragraphs as they stand, and a table with one name a row as turns."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from analysis.errors import InputError
from analysis.readers.document import Block, Cell, Draft, Table, list_paragraphs
from analysis.readers.reading import Reading, Writer
from analysis.readers.spreadsheets import NAMES, read_seconds

_MOST_COLUMNS = 4
_LONGEST_NAME, _MOST_WORDS = 60, 6  # characters and words of a name in its cell
_NUMBER = re.compile(r"\W*\d+\W*")
_TIME = re.compile(r"\W*(?:\d+:)?\d{1,2}:\d{2}(?:[.,]\d+)?\W*")


class _Row(NamedTuple):
    """A row of a table of turns: the name in it and the time, as printed, and the paragraphs that are said."""

    name: str
    time: str
    said: list[str]


def write_document(draft: Draft, name: str) -> Reading:
    """Return the reading of a document that was gathered: its body, then its notes.

    Tables are turns where they hold most of the words and the names in their rows recur. Raises InputError for a
    document without words.
    """
    blocks = draft.finish()
    writer = Writer()
    turns = _find_turns(blocks)
    _write(blocks, writer, turns if _hold_most(turns, blocks) else {})
    for note in draft.notes:
        writer.note(note)
    writer.left_out.update(draft.left_out)
    reading = writer.finish(name)
    if not reading.text:
        raise InputError(f"this {name} file holds no words{_tell(writer.left_out)}; check that it is whole.")
    return reading


def _tell(left_out: Counter[str]) -> str:
    listed = ", ".join(f"{kind}: {n:,}" for kind, n in sorted(left_out.items()) if n)
    return f" in its text (left out: {listed})" if listed else ""


def _find_turns(blocks: list[Block]) -> dict[int, list[_Row]]:
    """Return the rows of each table that may hold turns, by its identity; none unless most of their names recur."""
    tables = {id(table): _read_rows(table) for table in _list_tables(blocks)}
    found = {key: rows for key, rows in tables.items() if rows}
    names = Counter(row.name for rows in found.values() for row in rows if row.name and row.said)
    recurring = sum(n for n in names.values() if n > 1)
    return found if recurring * 2 > names.total() else {}


def _hold_most(turns: dict[int, list[_Row]], blocks: list[Block]) -> bool:
    """Say whether the tables of turns hold more than what is written beside them, for nothing else is then a turn."""
    tables = [table for table in _list_tables(blocks) if id(table) in turns]
    inside = sum(len(words) for rows in turns.values() for row in rows for words in row.said)
    return inside > _count(blocks) - _count(tables)


def _count(blocks: list[Block]) -> int:
    return sum(map(len, list_paragraphs(blocks)))


def _list_tables(blocks: list[Block]) -> list[Table]:
    """Return the tables among blocks, and those inside them."""
    tables = [block for block in blocks if isinstance(block, Table)]
    for table in tables:
        for row in table.rows:
            for cell in row:
                tables += [block for block in cell.blocks if isinstance(block, Table)]
    return tables


def _read_rows(table: Table) -> list[_Row]:
    """Return the rows of a table as turns; none where no column can be that of the names."""
    columns: dict[int, list[str]] = {}
    for row in table.rows:
        for cell in row if _is_turn(row) else []:
            columns.setdefault(cell.column, []).append(_words(cell))
    if not 2 <= len(columns) <= _MOST_COLUMNS:
        return []
    times = [column for column in columns if _all_match(columns[column], _TIME)]
    written = [c for c in sorted(columns) if c not in times and not _all_match(columns[c], _NUMBER)]
    if len(written) != 2 or not all(map(_is_name, columns[written[0]])):
        return []
    return [_read_row(row, *written, times) for row in table.rows]


def _is_turn(row: list[Cell]) -> bool:
    """Say whether a row has words in several cells, or in one that is not its first; else it is a heading."""
    filled = [cell for cell in row if cell.blocks]
    return len(filled) > 1 or bool(filled and filled[0].column)


def _all_match(cells: list[str], pattern: re.Pattern[str]) -> bool:
    return any(cells) and all(pattern.fullmatch(words) for words in cells if words)


def _is_name(words: str) -> bool:
    """Say whether a cell can be the name of a voice; an empty one leaves the word to the voice before."""
    short = len(words) <= _LONGEST_NAME and len(words.split()) <= _MOST_WORDS
    return short and not words.endswith(("?", "!", ",", ";")) and (not words or not _NUMBER.fullmatch(words))


def _read_row(row: list[Cell], name: int, said: int, times: list[int]) -> _Row:
    by_column = {cell.column: cell for cell in row}
    if not _is_turn(row):
        return _Row(_words(row[0]) if row else "", "", [])
    time = " ".join(_words(by_column[column]) for column in times[:1] if column in by_column)
    paragraphs = list_paragraphs(by_column[said].blocks) if said in by_column else []
    printed = _words(by_column[name]) if name in by_column else ""
    return _Row(printed.rstrip(" :–—-"), time.strip(" ()[]"), list(paragraphs))


def _words(cell: Cell) -> str:
    return " ".join(list_paragraphs(cell.blocks))


def _write(blocks: list[Block], writer: Writer, turns: dict[int, list[_Row]]) -> None:
    for block in blocks:
        if not isinstance(block, Table):
            writer.write(block, type_name=getattr(block, "type_name", ""))
        elif id(block) in turns:
            _write_turns(turns[id(block)], writer)
        else:
            for row in block.rows:
                _write_row(row, writer, turns)


def _write_turns(rows: list[_Row], writer: Writer) -> None:
    """Write a turn a row. A name without words announces the next row; a heading is nobody's."""
    names = {row.name for row in rows if row.said}
    voice = ""
    for i, row in enumerate(rows):
        if i == 0 and row.name.casefold() in NAMES["speaker"]:
            writer.left_out["table headings"] += 1
        elif not row.said and row.name not in names:
            writer.write(row.name)
        else:
            voice = row.name or voice
            _say(row, voice, writer)


def _say(row: _Row, voice: str, writer: Writer) -> None:
    time = read_seconds(row.time)
    for words in row.said:
        writer.say(voice, words, time=time, paragraph=True)


def _write_row(row: list[Cell], writer: Writer, turns: dict[int, list[_Row]]) -> None:
    """Write a row of any other table, a paragraph a cell; a label alone in its cell stands before the next one."""
    label = ""
    for cell in row:
        first, *others = cell.blocks or [""]
        if label and isinstance(first, str):
            first, label = f"{label} {first}".strip(), ""
        if isinstance(first, str) and first.endswith(":") and not others:
            label = first
        else:
            _write([first, *others], writer, turns)
    writer.write(label)
