"""Findings: glue numbers in chapters, collect what executed notebooks show, save and load it.

Everything that the report shows is a finding: a number in its prose, a figure, a table. A finding is one line
of `data/findings.json`: chapter, name, value (a number, a text, or parts with names), unit, rows (what it
rests on) and text (as the reader sees it).
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from numbers import Integral, Real
from pathlib import Path

import pandas as pd
from IPython.display import display

from analysis.errors import InputError
from analysis.figures import display_text

# MyST-NB's convention for a glued value: hidden MIME types, and the name in the output's metadata.
HIDDEN = "application/papermill.record/"
METADATA_KEY = "finding"
FIELDS = ["chapter", "name", "value", "unit", "rows", "text"]
NAME_RULE = re.compile(r"[a-z][a-z0-9_]*")


def glue(name: str, value: object, *, unit: str, rows: str, text: str | None = None) -> None:
    """Make one number available to the prose of a chapter, and to the reviewer.

    name: snake_case, unique within the book; the prose glues it by this name.
    value: an int, float or str; NaN when the number cannot be given. unit: what it counts or measures.
    rows: which rows of which table it rests on, e.g. "segments: 35 answers of one event".
    text: how the reader sees it; `display_text` unless given.
    Raises InputError when the name is not snake_case, the value not one number or text, or a text is empty.
    """
    finding = {"name": _check_name(name), "value": _plain_value(name, value), "unit": unit, "rows": rows}
    finding["text"] = display_text(finding["value"]) if text is None else text
    for field in ("unit", "rows", "text"):
        _check_filled(name, field, finding[field])
    # The record travels in the metadata: an unknown MIME type would be a warning, and so fail a strict build.
    metadata = {"scrapbook": {"name": name, "mime_prefix": HIDDEN}, METADATA_KEY: finding}
    # repr, because MyST-NB evaluates plain text as a literal: a bare 1,234 would become the pair (1, 234).
    bundle = {HIDDEN + "text/plain": repr(finding["text"]), HIDDEN + "text/html": _as_html(finding["text"])}
    display(bundle, raw=True, metadata=metadata)


def collect_findings(notebook: dict) -> list[dict]:
    """Return the numbers that one executed notebook glues, in the order they were glued.

    notebook: an nbformat node. Returns one dict a finding: name, value (NaN if missing), unit, rows, text.
    Raises InputError when a name occurs twice.
    """
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    metadata = [output.get("metadata", {}) for output in outputs]
    findings = [_with_nan(record[METADATA_KEY]) for record in metadata if METADATA_KEY in record]
    _check_unique(finding["name"] for finding in findings)
    return findings


def save_findings(findings: Iterable[dict], path: Path) -> None:
    """Write findings as JSON, a line each, sorted by chapter and name.

    findings: one dict each: chapter, name, value, unit, rows, text.
    The same findings give the same bytes, and a reader never sees half a file.
    Raises InputError when a name occurs twice in the book.
    """
    ordered = sorted(findings, key=_chapter_and_name)
    _check_unique(finding["name"] for finding in ordered if is_glued(finding["name"]))
    plain = [{field: _with_null(finding[field]) for field in FIELDS} for finding in ordered]
    lines = [json.dumps(finding, ensure_ascii=False, allow_nan=False) for finding in plain]
    write_whole(path, "[\n" + ",\n".join(lines) + "\n]\n")


def write_whole(path: Path, content: str) -> None:
    """Write a text file so that nobody ever reads half of it."""
    unfinished = path.with_name(path.name + ".part")
    unfinished.write_bytes(content.encode("utf-8"))
    unfinished.replace(path)


def load_findings(path: Path) -> list[dict]:
    """Read the findings that `save_findings` wrote: one dict a finding, a missing value as NaN.

    Raises InputError when the file is absent or is not a list of findings.
    """
    try:
        findings = json.loads(path.read_text(encoding="utf-8"))
        return [_with_nan({field: finding[field] for field in FIELDS}) for finding in findings]
    except FileNotFoundError:
        raise InputError(f"{path}: no findings are published yet; let a review write them") from None
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path}: not a list of findings ({error!r}); let a review write it") from error


def is_glued(name: str) -> bool:
    """Tell a glued number from other findings by its name: "n_topics", but "table topics"."""
    return NAME_RULE.fullmatch(name) is not None


def _check_name(name: str) -> str:
    if not is_glued(name):
        raise InputError(f"finding {name!r}: a name is small letters, digits, underscores; a letter first")
    return name


def _check_filled(name: str, field: str, text: object) -> None:
    if not isinstance(text, str) or not text.strip():
        raise InputError(f"finding {name!r}: {field} is {text!r}; say it in a few words")


def _check_unique(names: Iterable[str]) -> None:
    counts = pd.Series(list(names), dtype=object).value_counts()
    twice = sorted(counts.index[counts > 1])
    if twice:
        raise InputError(f"glued more than once: {', '.join(twice)}; give each finding its own name")


def _plain_value(name: str, value: object) -> int | float | str | None:
    # JSON knows no NaN, and notebooks are JSON: a missing value travels as null.
    if isinstance(value, str):
        return value
    if value is None or value is pd.NA:
        return None
    if isinstance(value, bool) or not isinstance(value, Real) or math.isinf(value):
        raise InputError(f"finding {name!r}: {value!r} is not a finite number or a text; glue one at a time")
    return int(value) if isinstance(value, Integral) else _with_null(float(value))


def _with_null(value: object) -> object:
    return None if isinstance(value, float) and math.isnan(value) else value


def _with_nan(finding: dict) -> dict:
    return {**finding, "value": math.nan if finding["value"] is None else finding["value"]}


def _chapter_and_name(finding: dict) -> tuple[str, str]:
    return finding["chapter"], finding["name"]


def _as_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
