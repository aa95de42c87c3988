"""Chapters say "interview"; where all texts are speeches, they say "speech", as computed sentences do.

Only prose is changed, what is glued into it, and the heads and captions of tables: no code, no role, no address of a
link, no cell of a table, and nothing in quotation marks.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

SPEECH = "speech"
NOT_PROSE = re.compile(
    r"(\A---\n.*?\n---\n|^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)`*$|\{[\w:-]+\}`[^`]*`|`[^`]*`|\]\([^)]*\))",
    re.DOTALL | re.MULTILINE,
)
CONTAINER = re.compile(
    r"(?<=^```\{container\} )([\w-]+\n.*?)(?=^```$)", re.DOTALL | re.MULTILINE
)  # prose in a frame
QUOTED = re.compile(r"(“[^”]*”|„[^“]*“)")
HEADS = re.compile(r"(<caption>.*?</caption>|<th\b.*?</th>|<summary>.*?</summary>)", re.DOTALL)
_LAST = 900  # after what takes sections out of a page


def setup(app: Sphinx) -> None:
    app.connect("source-read", say_occasion, priority=_LAST)
    app.connect("doctree-read", say_occasion_in_outputs, priority=_LAST)


def say_occasion(app: Sphinx, page: str, source: list[str]) -> None:
    """Say "speech" in the prose of a page where nothing but speeches is read."""
    if are_speeches(find_data(app)):
        source[0] = call_speeches(source[0])


def say_occasion_in_outputs(app: Sphinx, doctree: nodes.document) -> None:
    """Say "speech" in glued sentences, and in heads and captions of tables, where nothing but speeches is read."""
    if not are_speeches(find_data(app)):
        return
    for glued in doctree.findall(
        lambda node: "pasted-text" in getattr(node, "attributes", {}).get("classes", [])
    ):
        for text in list(glued.findall(nodes.Text)):
            text.parent.replace(text, nodes.Text(spare_quotations(text.astext())))
    for raw in doctree.findall(nodes.raw):
        changed = HEADS.sub(lambda head: spare_quotations(head.group()), raw.astext())
        raw.children[:] = [nodes.Text(changed)]


def spare_quotations(text: str) -> str:
    """Return a sentence that says "speech" for "interview", but for what stands in quotation marks."""
    from analysis.pages.phrasing import call_events

    parts = QUOTED.split(text)
    return "".join(part if place % 2 else call_events(part, SPEECH) for place, part in enumerate(parts))


def find_data(app: Sphinx) -> Path:
    """Return the folder whose data the book shows."""
    return Path(os.environ.get("REFRAIN_DATA") or Path(app.srcdir).resolve().parent / "data")


def are_speeches(data: Path) -> bool:
    """Tell whether every source is a speech, and nobody asks in any."""
    kinds = set(_read(data / "sources" / "manifest.csv", "kind"))
    return kinds == {SPEECH} and "question" not in _read(data / "tables" / "segments.csv", "role")


def call_speeches(text: str) -> str:
    """Return a page that says "speech" for "interview" in its prose."""
    return _call_between(CONTAINER.sub(lambda framed: _call_between(framed.group()), text))


def _call_between(text: str) -> str:
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
