"""Printed names in place of those that tables have for texts, interviews, topics and formulas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pandas as pd

from analysis.messages import ENGLISH, name_site_language, translate, translate_word, write_number

COLUMNS = ("event", "events", "report", "side", "source", "topic")  # that hold names of tables
TOLD = (  # heads of columns of which each cell is one of a few words of ours
    "belongs", "broken by", "decided", "direction", "figures then", "finding", "firm?", "held by", "holds in",
    "joined by", "made for", "other way to count", "outcome", "remedy", "rests on", "shows",
    "a counterpart, as read", "measure", "measurement", "lowest with", "highest with", "why no interval",
    "why no difference is called", "its words", "why it is here", "variant", "how it is counted here",
    "why the minimum", "what it may claim", "sentences", "why it is plausible", "why missing", "used for",
    "outlet", "translator", "text that has it", "came to us by", "compared", "delivery", "doubt", "from", "how",
    "how it came to us", "kind", "limits", "meaning", "no interval because", "no limits because",
    "none because", "of which", "part", "reason", "reference", "reported as", "role", "sentences of", "side",
    "unit", "use", "verdict", "voice", "what", "which", "who says so", "whose words", "why",
)  # fmt: skip
KEYS = ("event", "source")  # always names of tables, also those of one word as a file may bear
_NUMBER = re.compile(r"[\d.,]+")
_STORED = Path(__file__).with_name("stored_sentences.csv")  # a row is a pattern
_KEY = re.compile(r"(?=.*[a-z])[a-z0-9]+(?:[_-][a-z0-9]+)+")


def print_names(table: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Return a table for a page: no cell holds a name that only tables have, where a printed one is known.

    names: printed names by those of tables; several in a cell stand with "; " between. A column of such names beside
    one that tells the same rows apart in words gives its place to that one.
    """
    printed = table.assign(**{name: _print_column(table[name], names) for name in COLUMNS if name in table})
    for key in [column for column in printed.columns if column in KEYS or _all_match(printed[column])]:
        label = next((column for column in printed.columns if _says_the_same(printed, key, column)), None)
        if label is not None:
            columns = [column for column in printed.columns if column != label]
            printed = printed[[label if column == key else column for column in columns]]
    return printed


def print_values(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table with the words of ours in its cells in the site's language; its heads are still in English."""
    told = [name for name in table.columns if name in TOLD and not pd.api.types.is_numeric_dtype(table[name])]
    return table.assign(**{name: table[name].map(_print_value) for name in told})


def _print_value(cell: object) -> object:
    return translate_stored(cell) if isinstance(cell, str) and cell else cell


def translate_stored(sentence: str) -> str:
    """Return a sentence as tables hold it, in English, in the site's language: by its pattern, where it has one."""
    if name_site_language() == ENGLISH:
        return sentence
    if _NUMBER.fullmatch(sentence):
        return write_number(sentence)
    if (told := translate_word(sentence)) != sentence:
        return told
    for pattern, form in _read_patterns():
        if found := form.fullmatch(sentence):
            return translate(
                pattern, **{name: translate_stored(told) for name, told in found.groupdict().items()}
            )
    return sentence


def list_stored() -> list[str]:
    """Return the patterns of sentences that tables hold."""
    return pd.read_csv(_STORED, dtype=str)["pattern"].tolist()


@cache
def _read_patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Return patterns with their form, those first that say most; a placeholder of one letter is a number."""
    forms = {pattern: re.escape(pattern) for pattern in list_stored()}
    numbers = {pattern: re.sub(r"\\\{(\w)\\\}", r"(?P<\1>[\\d.,]+)", form) for pattern, form in forms.items()}
    told = {pattern: re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", form) for pattern, form in numbers.items()}
    by_length = sorted(told, key=lambda pattern: -len(re.sub(r"\{\w+\}", "", pattern)))
    return [(pattern, re.compile(told[pattern])) for pattern in by_length]


def _print_column(column: pd.Series, names: Mapping[str, str]) -> pd.Series:
    if not pd.api.types.is_string_dtype(column) and column.dtype != object:
        return column
    return column.map(lambda cell: _print_cell(cell, names))


def _print_cell(cell: object, names: Mapping[str, str]) -> object:
    if not isinstance(cell, str):
        return cell
    return "; ".join(names.get(part, part) for part in cell.split("; "))


def _all_match(column: pd.Series) -> bool:
    """Tell whether every cell is a name such as `2031-04-02-gazette` or `words_per_sentence`."""
    return len(column) > 0 and all(isinstance(cell, str) and bool(_KEY.fullmatch(cell)) for cell in column)


def _says_the_same(table: pd.DataFrame, key: str, label: str) -> bool:
    """Tell whether a column of words has another value exactly where the keys do."""
    if label == key or not all(isinstance(cell, str) for cell in table[label]) or _all_match(table[label]):
        return False
    pairs = table[[key, label]].drop_duplicates()
    return pairs[key].is_unique and pairs[label].is_unique and not _are_days(table[label])


def _are_days(column: pd.Series) -> bool:
    return column.str.fullmatch(r"[\d-]*").all()
