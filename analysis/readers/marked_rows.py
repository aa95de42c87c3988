"""Rows of cells that are turns: one cell names who speaks, the next holds the words; tables and lists of terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_STAMP = re.compile(
    r"[\[(]?(?:(\d{1,3}):)?(\d{1,3}):(\d\d(?:[.,]\d{1,3})?)[\])]?(?:\s*(?:-->|[–—-])\s*[\d:.,]+)?"
)
_LONGEST_NAME = 8  # words
_FEWEST = 3  # rows


class Said(NamedTuple):
    """A row that is a turn: who, what, and when in seconds, if the row says so."""

    voice: str
    words: str
    time: float | None


def find_turns(rows: Sequence[Sequence[str]]) -> list[Said]:
    """Return the turns that rows of cells hold; none where they are some other table.

    A cell of names in which at least one name comes back, and words behind it, at least as long as the names. An
    empty name is the one above. A column of times tells when.
    """
    found = [_find_turn(row) for row in rows if any(cell.strip() for cell in row)]
    if len(found) < _FEWEST or None in found:
        return []
    names = [said.voice for said in found if said.voice]
    n_words = sum(len(said.words.split()) for said in found)
    longer = n_words >= 2 * sum(len(name.split()) for name in names)
    if not names or not found[0].voice or len(set(names)) == len(names) or not longer:
        return []
    return _carry_names(found)


def _find_turn(row: Sequence[str]) -> Said | None:
    """Return a row as a turn, None where it has other than a name and words."""
    times = [cell for cell in row if _STAMP.fullmatch(cell.strip())]
    cells = [cell.strip() for cell in row if not _STAMP.fullmatch(cell.strip())]
    if len(cells) != 2 or not _may_name(cells[0]) or not cells[1]:
        return None
    return Said(cells[0].rstrip(" :."), cells[1], read_stamp(times[0]) if times else None)


def _may_name(cell: str) -> bool:
    """Say whether a cell may be a name: short, and no sentence."""
    return len(cell.split()) <= _LONGEST_NAME and not re.search(r"[?!;]|[.]\s+\w{3,}\s+\w+", cell)


def read_stamp(stamp: str) -> float | None:
    """Return the seconds of a stamp such as [0:01:12.5]; of a span, where it begins."""
    match = _STAMP.fullmatch(stamp.strip())
    if match is None:
        return None
    return int(match[1] or 0) * 3600 + int(match[2]) * 60 + float(match[3].replace(",", "."))


def _carry_names(found: list[Said]) -> list[Said]:
    voice, named = "", []
    for said in found:
        voice = said.voice or voice
        named.append(said._replace(voice=voice))
    return named
