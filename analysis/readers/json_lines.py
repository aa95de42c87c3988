"""JSON Lines: an object a line, each of them a turn or a speech."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from analysis.errors import InputError
from analysis.readers.reading import Reading
from analysis.readers.spreadsheets import NAMES, fold, read_rows


def is_json_lines(text: str) -> bool:
    """Say whether each of the first lines of a text is a JSON object; one alone is some other JSON as well."""
    lines = [line for line in text.splitlines()[:3] if line.strip()]
    return len(lines) > 1 and all(line.strip()[:1] == "{" and line.strip()[-1:] == "}" for line in lines)


def read_json_lines(text: str, columns: Mapping[str, str]) -> Reading:
    """Read JSON Lines: an object is a turn."""
    lines = re.split(r"\r\n|\n|\r", text)  # other signs that end a line may stand in a string
    objects = [_spread(_load_line(line, i)) for i, line in enumerate(lines, 1) if line.strip()]
    header = list(dict.fromkeys(key for found in objects for key in found))
    rows = [[_as_cell(found.get(key)) for key in header] for found in objects]
    return read_rows([header, *rows], columns, "JSON Lines")


def _load_line(line: str, number: int) -> dict:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise InputError(f"line {number}: this is no JSON object; write one object a line.")
    return found


def _spread(found: dict) -> dict:
    """Return an object with columns for what stands in the objects inside it, such as `meta.speaker`.

    An object that is a speaker stays whole.
    """
    spread = {}
    for key, value in found.items():
        if isinstance(value, dict) and fold(key) not in NAMES["speaker"]:
            spread |= {f"{key}.{name}": part for name, part in value.items()}
        else:
            spread[key] = value
    return spread


def _as_cell(value: object) -> str:
    """Return a value as a cell; of an object, such as a speaker with properties, its name or its text."""
    if isinstance(value, dict):
        value = next((value[part] for part in ("name", "text", "label", "id") if part in value), None)
    return "" if value is None or isinstance(value, list | dict) else str(value)
