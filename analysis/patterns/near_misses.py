"""Words that a pattern misses by a hyphen or a space: `cease-fire` beside `ceasefire`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.language import number_stretches, order_words, plain_word
from analysis.patterns.syntax import ANY, GAP, Words, has_capital, split_pattern

_WHERE = ["pattern", "source", "sentence", "segment", "role", "position", "n_words", "start", "end"]
_BETWEEN = "[- ]?"


def find_near_misses(tokens: pd.DataFrame, patterns: pd.DataFrame, matches: pd.DataFrame) -> pd.DataFrame:
    """Find what would match a pattern if hyphens and spaces were left out of account.

    tokens: one row a word, as for `find_matches`. patterns: one row a pattern (pattern); those that cancel,
    and those with a gap or a lone star, are left out. matches: as from `find_raw_matches` with these
    patterns. Returns one row a near miss that no match overlaps, in the columns of `matches` that say where.
    """
    words = tokens.iloc[order_words(tokens)].reset_index(drop=True)
    is_first = np.diff(number_stretches(words), prepend=0) > 0
    printed = words["token"].map({token: plain_word(token) for token in words["token"].unique()})
    folded_line, printed_line = (_Line(column.tolist(), is_first) for column in (words["norm"], printed))
    found = []
    for pattern, letters in _list_patterns(patterns["pattern"]):
        line = printed_line if any(map(has_capital, letters)) else folded_line
        found += [(pattern, first, last) for first, last in line.search(_spell_apart(letters))]
    table = _place(found, words).drop_duplicates(["source", "start", "end"])
    is_new = np.array([not _is_found(row, matches) for row in table.itertuples()], dtype=bool)
    return table[is_new].reset_index(drop=True)


class _Line:
    """Words in one line, a stretch from the next by an end of line."""

    def __init__(self, words: list[str], is_first: np.ndarray) -> None:
        marks = np.where(is_first, "\n", " ")
        self.text = "".join(f"{mark}{word}" for mark, word in zip(marks, words, strict=True))
        sizes = np.array([len(word) + 1 for word in words], dtype=np.int64)
        self.begins = np.cumsum(sizes) - sizes + 1

    def search(self, spelling: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """Yield the first and the last word of each find."""
        for hit in spelling.finditer(self.text):
            first, last = np.searchsorted(self.begins, [hit.start(), hit.end() - 1], side="right") - 1
            yield int(first), int(last)


def _list_patterns(patterns: pd.Series) -> Iterator[tuple[str, Words]]:
    """Yield each pattern that counts and has neither gap nor lone star, with its words."""
    for pattern in sorted(set(patterns)):
        cancels, words = split_pattern(pattern)
        if not cancels and not {GAP, ANY} & set(words):
            yield pattern, words


def _spell_apart(words: Words) -> re.Pattern[str]:
    """Return the spelling of a pattern with a hyphen or a space allowed between any two letters."""
    pieces = "".join(words).replace("-", "").split(ANY)
    spelled = r"[^\s-]*".join(_BETWEEN.join(map(re.escape, piece)) for piece in pieces)
    return re.compile(rf"(?<!\S){spelled}(?!\S)")


def _place(found: list[tuple[str, int, int]], words: pd.DataFrame) -> pd.DataFrame:
    """Say where finds stand; found: pattern, first and last word of each."""
    table = pd.DataFrame(found, columns=["pattern", "first", "last"]).astype({"first": int, "last": int})
    places = words.iloc[table["first"]].reset_index(drop=True)
    end, n_words = words["end"].to_numpy()[table["last"]], table["last"] - table["first"] + 1
    return places.assign(pattern=table["pattern"], n_words=n_words, end=end)[_WHERE]


def _is_found(row, matches: pd.DataFrame) -> bool:
    here = matches[matches["source"] == row.source]
    return bool(((here["start"] < row.end) & (here["end"] > row.start)).any())
