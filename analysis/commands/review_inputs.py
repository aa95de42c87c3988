"""What a report is made of, as findings: its pages, its prose, its libraries, its constants and its data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import yaml

from analysis.errors import InputError
from analysis.pages import keep_cells, list_constants, list_versions
from analysis.storage import load_schema, split_rows

LOCK = "requirements.lock"
AS_IT_STANDS = "as it stands"  # the unit of what is read and not computed
MOST_KEPT = 100  # rows of a data file that are kept cell by cell, to name the old words beside the new ones
GLUED = re.compile(r"\{glue:\w*\}`(\w+)`")
# What stands in a page and is no prose: its head, code, what a role or a link holds.
NO_PROSE = re.compile(
    r"\A---\n.*?\n---\n|^(`{3,}|~{3,}).*?^\1|\{[\w:-]+\}`[^`]*`|`[^`]*`|\]\([^)]*\)|\$[^$]*\$|\{cite\}",
    re.DOTALL | re.MULTILINE,
)
DIGITS = re.compile(r"\S*\d\S*")


def list_inputs(tree: Path, data: Path) -> list[dict]:
    """List what the report of a checkout is made of, as findings with their chapter.

    Chapters are "contents", "requirements.lock", "data" and "methods"; what a page's own prose holds is of the page.
    """
    book = tree / "book"
    found = chain(
        _list_pages(book), _list_prose(book), _list_libraries(tree), _list_numbers(), _list_data(data)
    )
    return [_as_finding(*row) for row in found]


def list_chapters(book: Path) -> list[str]:
    """Return the pages named in the book's `_toc.yml`, in its order, as names without ending ("topics").

    Raises InputError when the table of contents is absent or cannot be read.
    """
    toc = book / "_toc.yml"
    try:
        contents = yaml.safe_load(toc.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise InputError(
            f"{toc}: the table of contents cannot be read ({error}); review where a book is."
        ) from error
    return [name.removesuffix(".md") for name in _pages(contents)]


def read_page(path: Path) -> str:
    """Return the text of a page of the book. Raises InputError when there is no such file."""
    if not path.is_file():
        raise InputError(f"{path}: the table of contents names this page, but there is no such file")
    return path.read_text(encoding="utf-8")


def _as_finding(chapter: str, name: str, value: object) -> dict:
    about = {"unit": AS_IT_STANDS, "rows": "what the report is made of", "text": name}
    return {"chapter": chapter, "name": name, "value": value, **about}


def _list_pages(book: Path) -> Iterator[tuple]:
    before = "the title"
    for page in list_chapters(book):
        yield "contents", f"page {page}", f"after {before}"
        before = page


def _list_prose(book: Path) -> Iterator[tuple]:
    """Yield, for each page, the findings that its prose names and the words with digits typed in it."""
    for page in list_chapters(book):
        text = read_page(book / f"{page}.md")
        typed = DIGITS.findall(NO_PROSE.sub(" ", text))
        yield page, "prose, glued", {"cells": [["name"], *([name] for name in GLUED.findall(text))]}
        yield page, "prose, typed", {"cells": [["number"], *([word] for word in typed)]}


def _list_libraries(tree: Path) -> Iterator[tuple]:
    yield from ((LOCK, *row) for row in list_versions(tree / LOCK).items())


def _list_numbers() -> Iterator[tuple]:
    for row in list_constants().itertuples():
        yield "methods", f"constant {row.place}, {row.constant}", row.value


def _list_data(data: Path) -> Iterator[tuple]:
    """Yield the content of each file of the data folder, and what says what was built of what."""
    for path in sorted(resource["path"] for resource in load_schema().values()):
        if (data / path).is_file():
            rows = [row for _, row in split_rows(data / path)]
            yield "data", path, keep_cells(rows or [[""]], most=MOST_KEPT)
    built = data / "tables" / "built.json"
    if built.is_file():
        yield "data", "tables/built.json", dict(_flatten(json.loads(built.read_text(encoding="utf-8"))))


def _flatten(node: object, name: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _flatten(value, f"{name} {key}".strip())
    else:
        yield name, node if isinstance(node, str | int | float) else json.dumps(node)


def _pages(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from [value] if key in ("root", "file") else _pages(value)
    elif isinstance(node, list):
        for item in node:
            yield from _pages(item)
