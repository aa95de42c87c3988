"""Raised figures: the mark of a note, which is no word, or a power, which belongs to its number."""

from __future__ import annotations

import re

_SYMBOL = re.compile(r"[\[(]\s*\w{1,3}\s*[\])]|[*†‡§]{1,3}")
_NUMBERS = re.compile(r"\d{1,3}(?:\s*[,–-]\s*\d{1,3})*")
# What a raised number behind it is a power of: `m2`, `10 6`, `CO2`.
_UNIT = re.compile(r"(?:\d|\b(?:[kcdmµ]?m|ft|in|yd|mi|mc|s|x|y|[A-Z]))\Z")
_POWERS = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")


def is_raised_mark(words: str, before: str) -> bool:
    """Say whether raised words are the mark of a note, and no power, ordinal or unit. before: what stands before."""
    words = words.strip()
    if _SYMBOL.fullmatch(words):
        return True
    return bool(_NUMBERS.fullmatch(words)) and bool(before.strip()) and not _UNIT.search(before)


def write_power(words: str) -> str:
    """Return a raised number as a power, `10⁶` and not `106`; other raised words as they are."""
    return words.translate(_POWERS) if re.fullmatch(r"[\d+n−-]+", words.strip()) else words
