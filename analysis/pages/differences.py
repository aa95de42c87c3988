"""What differs between two lists of findings: one row a finding, which names the place, the old and the new."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

import pandas as pd

COLUMNS = ["chapter", "name", "published", "found", "problem"]
Change = tuple[str, object, object]  # where in a finding, what was published, what is found


def compare_findings(
    published: Iterable[dict], found: Iterable[dict], *, tolerance: float = 1e-9
) -> pd.DataFrame:
    """Compare two lists of findings by chapter and name.

    tolerance: the relative difference up to which two numbers are the same; NaN equals NaN.
    Returns one row a finding that differs, sorted by chapter and name: chapter, name, published, found,
    problem ('changed', 'missing' from the new findings, 'new' in them). Where a finding has parts, the name
    ends with the first that differs, and the problem says how many do. Where the value agrees but its unit,
    rows or text do not, published and found name that field: "unit: words".
    """
    old, new = ({_key(finding): finding for finding in side} for side in (published, found))
    rows = [
        row
        for key in sorted(old.keys() | new.keys())
        for row in _differences(key, old.get(key), new.get(key), tolerance)
    ]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def list_changes(old: object, new: object, tolerance: float = 1e-9) -> list[Change]:
    """List where two values of findings differ: numbers, texts, dicts of parts, and tables under "cells"."""
    if isinstance(old, dict) and isinstance(new, dict):
        return [change for part in _parts(old, new) for change in _compare_part(part, old, new, tolerance)]
    return [] if _same(old, new, tolerance) else [("", old, new)]


def _differences(key: tuple, old: dict | None, new: dict | None, tolerance: float) -> list[tuple]:
    if old is None:
        return [(*key, math.nan, _brief(new["value"]), "new")]
    if new is None:
        return [(*key, _brief(old["value"]), math.nan, "missing")]
    if changes := list_changes(old["value"], new["value"], tolerance):
        (chapter, name), (place, before, after) = key, changes[0]
        many = f"changed in {len(changes)} places, of which this is the first"
        return [(chapter, name + place, before, after, many if len(changes) > 1 else "changed")]
    fields = [field for field in ("unit", "rows", "text") if old[field] != new[field]]
    return [(*key, f"{field}: {old[field]}", f"{field}: {new[field]}", "changed") for field in fields]


def _parts(old: dict, new: dict) -> list[str]:
    return [*old, *(part for part in new if part not in old)]


def _compare_part(part: str, old: dict, new: dict, tolerance: float) -> Iterator[Change]:
    before, after = old.get(part, math.nan), new.get(part, math.nan)
    if part == "cells" and isinstance(before, list) and isinstance(after, list):
        yield from _compare_rows(before, after, tolerance)
    elif not _same(before, after, tolerance):
        yield f", {part}", _brief(before), _brief(after)


def _compare_rows(old: list, new: list, tolerance: float) -> Iterator[Change]:
    """Compare two tables, header first: cell by cell, or row by row where rows came or went."""
    if old[0] != new[0]:
        yield ", columns", ", ".join(old[0]), ", ".join(new[0])
    elif len(old) == len(new):
        yield from _compare_cells(old, new, tolerance)
    else:
        before, after = (list(map(tuple, side)) for side in (old, new))
        for what, i, j, k, m in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
            if what != "equal":
                yield f", row {max(i, 1)}", _join(before[i:j]), _join(after[k:m])


def _compare_cells(old: list, new: list, tolerance: float) -> Iterator[Change]:
    for n, (row, other) in enumerate(zip(old, new, strict=True)):
        for column, before, after in zip(old[0], row, other, strict=True):
            if not _same(_number(before), _number(after), tolerance):
                first = "" if column == old[0][0] else f" ({row[0]})"
                yield f", row {n}{first}, {column}", before, after


def _join(rows: list[tuple]) -> object:
    return "; ".join(" | ".join(cell for cell in row if cell) for row in rows) or math.nan


def _number(cell: str) -> object:
    try:
        return float(cell)
    except ValueError:
        return cell


def _brief(value: object) -> object:
    """Return a value that has parts as one line."""
    if not isinstance(value, dict):
        return value
    if "cells" in value:
        n = len(value["cells"]) - 1
        return f"a table of {n} row{'' if n == 1 else 's'}"
    return ", ".join(f"{part} {content}" for part, content in value.items())


def _same(old: object, new: object, tolerance: float) -> bool:
    if not (isinstance(old, int | float) and isinstance(new, int | float)):
        return old == new
    if math.isnan(old) or math.isnan(new):
        return math.isnan(old) and math.isnan(new)
    # The absolute part only keeps 0 and a rounding error of it together.
    return math.isclose(old, new, rel_tol=tolerance, abs_tol=1e-15)


def _key(finding: dict) -> tuple[str, str]:
    return finding["chapter"], finding["name"]
