"""Printed names of columns, where no chapter gives them: no reader meets an internal name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pandas as pd

from analysis.figures.printed_names import translate_stored
from analysis.messages import translate_word

FILE = Path(__file__).with_name("headings.csv")  # a row is a column behind a figure and its printed name
ENDS = {"_low": ", low", "_high": ", high"}  # of an interval


def print_heading(column: object) -> str:
    """Return the printed name of a column; one that headings.csv does not have is parted into its words."""
    name = str(column)
    for end, printed in ENDS.items():
        if name.endswith(end):
            return print_heading(name.removesuffix(end)) + printed
    return _read_headings().get(name, part_words(name))


def translate_head(name: str) -> str:
    """Return the printed name of a column in the site's language, an end of an interval behind what it is of."""
    for end in ENDS.values():
        if name.endswith(end) and translate_word(name) == name:
            return translate_word(name.removesuffix(end)) + ", " + translate_word(end.removeprefix(", "))
    return translate_stored(name)


def part_words(column: object) -> str:
    """Return the name of a column without underscores."""
    return str(column).replace("_", " ")


@cache
def _read_headings() -> dict[str, str]:
    table = pd.read_csv(FILE, dtype=str, keep_default_na=False)
    return dict(zip(table["column"], table["heading"], strict=True))


def list_headings() -> list[str]:
    """Return all names that columns have on pages."""
    return list(_read_headings().values())
