"""Named numbers: glue them in chapters, collect them from executed notebooks, save and compare them.

Every number that stands in the report's prose is a finding. A finding is one row of `data/findings.json`:
chapter, name, value, unit, rows (what it rests on) and text (as the reader sees it).
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

    name: snake_case, unique within the book; the prose says {glue:text}`name`.
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
    """Return the findings of one executed notebook in the order they were glued.

    notebook: an nbformat node. Returns one dict a finding: name, value (NaN if missing), unit, rows, text.
    Raises InputError when a name occurs twice.
    """
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    metadata = [output.get("metadata", {}) for output in outputs]
    findings = [_with_nan(record[METADATA_KEY]) for record in metadata if METADATA_KEY in record]
    _check_unique(finding["name"] for finding in findings)
    return findings


def save_findings(findings: Iterable[dict], path: Path) -> None:
    """Write findings as JSON, sorted by chapter and name.

    findings: one dict each: chapter, name, value, unit, rows, text.
    The same findings give the same bytes, and a reader never sees half a file.
    Raises InputError when a name occurs twice in the book.
    """
    ordered = sorted(findings, key=_chapter_and_name)
    _check_unique(finding["name"] for finding in ordered)
    plain = [{field: _with_null(finding[field]) for field in FIELDS} for finding in ordered]
    unfinished = path.with_name(path.name + ".part")
    content = json.dumps(plain, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
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


def compare_findings(
    published: Iterable[dict], found: Iterable[dict], *, tolerance: float = 1e-9
) -> pd.DataFrame:
    """Compare two lists of findings by chapter and name.

    tolerance: the relative difference up to which two numbers are the same; NaN equals NaN.
    Returns one row a difference, sorted by chapter and name: chapter, name, published, found, problem
    ('changed', 'missing' from the new findings, 'new' in them). Where the value agrees but its unit, rows or
    text do not, published and found name that field: "unit: words".
    """
    old, new = ({_chapter_and_name(finding): finding for finding in side} for side in (published, found))
    rows = [
        (*key, before, after, problem)
        for key in sorted(old.keys() | new.keys())
        for before, after, problem in _differences(old.get(key), new.get(key), tolerance)
    ]
    return pd.DataFrame(rows, columns=["chapter", "name", "published", "found", "problem"], dtype=object)


def _differences(old: dict | None, new: dict | None, tolerance: float) -> list[tuple]:
    if old is None:
        return [(math.nan, new["value"], "new")]
    if new is None:
        return [(old["value"], math.nan, "missing")]
    if not _same(old["value"], new["value"], tolerance):
        return [(old["value"], new["value"], "changed")]
    changed = [field for field in ("unit", "rows", "text") if old[field] != new[field]]
    return [(f"{field}: {old[field]}", f"{field}: {new[field]}", "changed") for field in changed]


def _same(old: object, new: object, tolerance: float) -> bool:
    if isinstance(old, str) or isinstance(new, str):
        return old == new
    if math.isnan(old) or math.isnan(new):
        return math.isnan(old) and math.isnan(new)
    # The absolute part only keeps 0 and a rounding error of it together.
    return math.isclose(old, new, rel_tol=tolerance, abs_tol=1e-15)


def _check_name(name: str) -> str:
    if not NAME_RULE.fullmatch(name):
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
