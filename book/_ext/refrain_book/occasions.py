"""Chapters say "interview"; where all texts are speeches, they say "speech", as computed sentences do.

Only prose is changed: no code, no role, no address of a link, and no output of a cell.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from pathlib import Path

from sphinx.application import Sphinx

SPEECH = "speech"
NOT_PROSE = re.compile(
    r"(\A---\n.*?\n---\n|^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)`*$|\{[\w:-]+\}`[^`]*`|`[^`]*`|\]\([^)]*\))",
    re.DOTALL | re.MULTILINE,
)
_LAST = 900  # after what takes sections out of a page


def setup(app: Sphinx) -> None:
    app.connect("source-read", say_occasion, priority=_LAST)


def say_occasion(app: Sphinx, page: str, source: list[str]) -> None:
    """Say "speech" in the prose of a page where nothing but speeches is read."""
    data = Path(os.environ.get("REFRAIN_DATA") or Path(app.srcdir).resolve().parent / "data")
    if are_speeches(data):
        source[0] = call_speeches(source[0])


def are_speeches(data: Path) -> bool:
    """Tell whether every source is a speech, and nobody asks in any."""
    kinds = set(_read(data / "sources" / "manifest.csv", "kind"))
    return kinds == {SPEECH} and "question" not in _read(data / "tables" / "segments.csv", "role")


def call_speeches(text: str) -> str:
    """Return a page that says "speech" for "interview" in its prose."""
    from analysis.pages.phrasing import call_events

    parts, end = [], 0
    for found in NOT_PROSE.finditer(text):
        parts += [call_events(text[end : found.start()], SPEECH), found.group()]
        end = found.end()
    return "".join([*parts, call_events(text[end:], SPEECH)])


def _read(path: Path, column: str) -> Iterator[str]:
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as rows:
            yield from (row.get(column, "") for row in csv.DictReader(rows))
