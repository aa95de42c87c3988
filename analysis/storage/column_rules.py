"""What a cell may hold: the rules of a column, as its field in the schema states them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.storage.files import CONTROL

_FORMS = {
    "integer": ("[+-]?[0-9]+", "must be a whole number such as 1200"),
    "number": (r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?", "must be a number such as 0.95"),
    "date": ("[0-9]{4}-[0-9]{2}-[0-9]{2}", "must be a date such as 2031-05-17"),
}
LARGEST_NUMBER = 2**63 - 1  # what a column of whole numbers holds
_TOO_LARGE = f"must be no larger than {LARGEST_NUMBER:,}, above and below zero"


class Fault(NamedTuple):
    """The first cell of a column that breaks a rule: its row (from 0) and what is demanded of it."""

    row: int
    demand: str


def find_misprint(cells: pd.Series, field: dict) -> Fault | None:
    """Find the first cell, as written in a file, that is not of the field's type; empty ones are missing."""
    if field["type"] not in _FORMS:
        return None
    form, demand = _FORMS[field["type"]]
    rules = [(demand, _test(cells, lambda cell: cell != "" and not _is_of_form(cell, form)))]
    if field["type"] != "date":
        rules.append((_TOO_LARGE, _test(cells, _is_too_large)))
    return _first(rules)


def parse_cells(cells: pd.Series, field: dict) -> pd.Series:
    """Turn cells into the field's type; empty cells of words and dates are '', of numbers missing."""
    if field["type"] in ("string", "date"):
        return cells.fillna("").astype("str")
    is_number = pd.api.types.is_numeric_dtype(cells)
    numbers = cells if is_number else pd.to_numeric(cells.where(_is_filled(cells)))
    return numbers.astype("float64" if field["type"] == "number" else "Int64")


def find_fault(cells: pd.Series, field: dict) -> Fault | None:
    """Find the first cell that breaks a rule of its field; a word that comes again is looked at once."""
    if field["type"] in ("integer", "number"):
        return _first(_list_number_rules(cells, field))
    number, different = pd.factorize(cells, use_na_sentinel=False)  # in the order in which they come
    fault = _first(_list_word_rules(different.tolist(), field))
    return fault and fault._replace(row=int((number == fault.row).argmax()))


def is_required(field: dict) -> bool:
    """Tell whether no cell of a column may be empty."""
    return field.get("constraints", {}).get("required", False)


def _first(rules: Iterable[tuple[str, Sequence]]) -> Fault | None:
    broken = ((demand, np.asarray(wrong, dtype=bool)) for demand, wrong in rules)
    return next((Fault(int(wrong.argmax()), demand) for demand, wrong in broken if wrong.any()), None)


def _list_word_rules(words: list, field: dict) -> Iterator[tuple[str, list[bool]]]:
    """Yield each rule of a field that holds no numbers, with the words that break it."""
    rules = field.get("constraints", {})
    filled = [not pd.isna(cell) and cell != "" for cell in words]
    if is_required(field):
        yield "must not be empty", [not is_filled for is_filled in filled]
    held = list(zip(filled, words, strict=True))
    yield "must not have control characters", [is_filled and _has_control(cell) for is_filled, cell in held]
    if field["type"] == "date":
        yield (
            "must be a date such as 2031-05-17",
            [is_filled and not _is_date(cell) for is_filled, cell in held],
        )
    if listed := rules.get("enum"):
        yield (
            f"must be one of {', '.join(listed)}",
            [is_filled and cell not in listed for is_filled, cell in held],
        )
    if form := rules.get("pattern"):
        demand = f"must have the form {form}"
        yield demand, [is_filled and not _is_of_form(cell, form) for is_filled, cell in held]


def _list_number_rules(cells: pd.Series, field: dict) -> Iterator[tuple[str, np.ndarray]]:
    """Yield each rule of a field of numbers, with the cells that break it."""
    rules, filled = field.get("constraints", {}), _is_filled(cells).to_numpy()
    if is_required(field):
        yield "must not be empty", ~filled
    parsed = cells if pd.api.types.is_numeric_dtype(cells) else pd.to_numeric(cells, errors="coerce")
    numbers = parsed.to_numpy(dtype=float, na_value=np.nan)
    with np.errstate(invalid="ignore"):  # what is infinite leaves no rest
        is_broken = np.isnan(numbers) | ((field["type"] == "integer") & (numbers % 1 != 0))
    yield _FORMS[field["type"]][1], filled & is_broken
    yield f"must be at least {rules.get('minimum')}", numbers < rules.get("minimum", float("-inf"))
    yield f"must be at most {rules.get('maximum')}", numbers > rules.get("maximum", float("inf"))


def _is_filled(cells: pd.Series) -> pd.Series:
    """Say of each cell whether anything stands in it; '' is no number, and is compared with none."""
    return cells.notna() if pd.api.types.is_numeric_dtype(cells) else cells.notna() & (cells != "")


def _test(cells: pd.Series, is_so: Callable[[object], bool]) -> pd.Series:
    """Try each different cell once; columns of a table repeat themselves."""
    number, different = pd.factorize(cells, use_na_sentinel=False)
    holds = np.array([is_so(cell) for cell in different.tolist()], dtype=bool)
    return pd.Series(holds[number], index=cells.index)


def _is_of_form(cell: object, form: str) -> bool:
    return re.fullmatch(form, str(cell)) is not None


def _is_too_large(cell: object) -> bool:
    """Tell whether a number does not fit into 64 bits, which no count does."""
    digits = str(cell).lstrip("+-")
    if digits.isdecimal():
        return len(digits.lstrip("0")) > len(str(LARGEST_NUMBER)) or int(digits) > LARGEST_NUMBER
    return "e" in digits.lower() and abs(_read_number(digits)) > LARGEST_NUMBER


def _read_number(digits: str) -> float:
    try:
        return float(digits)
    except ValueError:  # no number at all, which another rule says
        return 0.0


def _has_control(cell: object) -> bool:
    # A bare carriage return would end a line of the CSV file.
    return isinstance(cell, str) and ("\r" in cell or CONTROL.search(cell) is not None)


def _is_date(cell: object) -> bool:
    try:
        return (
            re.fullmatch(_FORMS["date"][0], str(cell)) is not None
            and date.fromisoformat(str(cell)) is not None
        )
    except ValueError:  # no such day
        return False
