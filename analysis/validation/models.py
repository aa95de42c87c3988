"""Codings by a language model, which is one more coder: read from CSV or JSON Lines, one topic a row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.errors import InputError
from analysis.storage import LARGEST, decode_text, read_bytes, split_rows
from analysis.validation.agreement import PARAGRAPH
from analysis.validation.sheets import NONE

MODEL_CODING = [*PARAGRAPH, "topic", "quotation"]
_NEEDED = ("paragraph", "topic")
_JSON = (".jsonl", ".ndjson", ".json")


class _Row(NamedTuple):
    """A row of a file: its line, and its cells by name, those that are missing empty."""

    line: int
    cells: dict[str, str]


def read_model(path: Path, sample: pd.DataFrame, paragraphs: pd.DataFrame, topics: list[str]) -> pd.DataFrame:
    """Read what a model coded.

    path: a CSV file, or JSON Lines, with `paragraph` and `topic`, and perhaps `source` and `quotation`. Without a
    source, paragraph is the id of the sheet. sample: one row per paragraph of the sheet (id, source, paragraph).
    paragraphs: one row per paragraph of the texts (source, paragraph). topics: those that can be named; `none`, `-`
    or nothing says that a paragraph was read and is about none.
    Returns one row per (source, paragraph, topic) and quotation: topic '' for none; quotation '' without one.
    Raises InputError naming file and line of the first row that names another paragraph or topic.
    """
    by_id = {str(row.id): (row.source, row.paragraph) for row in sample.itertuples()}
    known = set(paragraphs[PARAGRAPH].itertuples(index=False, name=None))
    rows = [_read_row(row, path, by_id, known, topics) for row in _list_rows(path)]
    if not rows:
        raise InputError(f"{path}: nothing is coded; write a row for each topic of each paragraph.")
    return pd.DataFrame(rows, columns=MODEL_CODING).drop_duplicates(ignore_index=True)


def _read_row(row: _Row, path: Path, by_id: dict, known: set, topics: list[str]) -> tuple:
    place, cells = f"{path}, line {row.line}", row.cells
    found = _find_paragraph(cells, by_id)
    if found not in known:
        which = " of ".join(filter(None, [f"paragraph {cells['paragraph']!r}", cells["source"]]))
        raise InputError(f"{place}: there is no {which}; write the id of the sheet, or source and paragraph.")
    spelled = {topic.casefold(): topic for topic in topics} | dict.fromkeys(("", *NONE), "")
    topic = spelled.get(cells["topic"].casefold())
    if topic is None:
        raise InputError(
            f"{place}: there is no topic {cells['topic']!r}; the topics are {', '.join(topics)}."
        )
    return *found, topic, cells["quotation"]


def _find_paragraph(cells: dict[str, str], by_id: dict) -> tuple | None:
    number = cells["paragraph"]
    if not cells["source"]:
        return by_id.get(number)
    return (cells["source"], int(number)) if number.isdecimal() else None


def _list_rows(path: Path) -> Iterator[_Row]:
    read = _read_json if path.suffix.casefold() in _JSON else _read_csv
    for line, cells in read(path):
        for name in _NEEDED:
            if name not in cells:
                raise InputError(
                    f"{path}, line {line}: there is no {name!r}; each row needs paragraph and topic."
                )
        yield _Row(line, {name: cells.get(name, "").strip() for name in MODEL_CODING})


def _read_csv(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    rows = split_rows(path)
    _, header = next(rows, (1, []))
    names = [name.strip().casefold() for name in header]
    if missing := [name for name in _NEEDED if name not in names]:
        raise InputError(
            f"{path}, line 1: no column {', '.join(missing)}; name the columns in the first row."
        )
    for line, row in rows:
        yield line, dict(zip(names, row, strict=False))


def _read_json(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield an object a line, and one for each topic where several stand in a list."""
    text = decode_text(read_bytes(path, largest=LARGEST), path)
    for line, content in enumerate(text.splitlines(), 1):
        if not content.strip():
            continue
        try:
            found = json.loads(content)
        except ValueError as error:
            raise InputError(
                f"{path}, line {line}: this is no JSON ({error}); write one object a line."
            ) from None
        if not isinstance(found, dict):
            raise InputError(
                f"{path}, line {line}: this is no JSON object; write paragraph and topic in braces."
            )
        cells = {str(name): _write_cell(value) for name, value in found.items() if value is not None}
        topics = found.get("topic")
        for topic in (topics or [""]) if isinstance(topics, list) else [cells.get("topic")]:
            yield line, cells | ({} if topic is None else {"topic": str(topic)})


def _write_cell(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
