"""Words that stay right whatever the numbers: lists, counts, shares, sentences for tables without rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps

import pandas as pd

from analysis.figures import NOT_AVAILABLE, display_text

Texts = dict[str, str]
NEUTRAL = {"title": "Nothing to show", "subtitle": "No rows", "note": "No rows", "alt": "No picture"}


def join(parts: Iterable[str]) -> str:
    """Join words as English does: a, b and c."""
    *first, last = list(parts) or ["nothing"]
    return f"{', '.join(first)} and {last}" if first else last


def count(n: int, noun: str) -> str:
    """Say how many there are of something: 1 event, 1,200 events. The noun forms its plural with s."""
    return f"{display_text(n)} {noun}" if n == 1 else f"{display_text(n)} {noun}s"


def out_of(k: int, n: int, noun: str) -> str:
    """Say how many of all: the only event, both events, all 3 events, none of 3 events, 2 of 3 events."""
    whole = {1: f"the only {noun}", 2: f"both {noun}s"}.get(n, f"all {n} {noun}s")
    return whole if k == n else f"{k or 'none'} of {count(n, noun)}"


def percent(share: float) -> str:
    """Say a share from 0 to 1: 83%, under 1%, over 99%, not available. Rounding makes nothing all or none."""
    if pd.isna(share):
        return NOT_AVAILABLE
    if 0 < share < 0.005:
        return "under 1%"
    return "over 99%" if 0.995 <= share < 1 else f"{share:.0%}"


def most(values: pd.Series) -> list:
    """Return the index of the largest value: several where they tie, none where no value is above zero."""
    return list(values.index[(values == values.max()) & (values > 0)])


def sentence_if_empty(sentence: str) -> Callable[[Callable[..., Texts]], Callable[..., Texts]]:
    """Give a say_ function the caption for a table without rows: this sentence."""

    def give(say: Callable[..., Texts]) -> Callable[..., Texts]:
        @wraps(say)
        def say_or_sentence(table: pd.DataFrame, *others: object, **options: object) -> Texts:
            return NEUTRAL | {"caption": sentence} if table.empty else say(table, *others, **options)

        return say_or_sentence

    return give
