"""What a word is: the one rule that every count rests on."""

from __future__ import annotations

import re

import pandas as pd

# Letters and digits, joined inside by apostrophes and hyphens, and between digits also by separators.
WORD = re.compile(r"[^\W_]+(?:(?:['’‘ʼ\-‐‑]|(?<=\d)[.,](?=\d))[^\W_]+)*")

_FOLDS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-"})


def fold_word(token: str) -> str:
    """Return the form under which a word is counted: case folded, apostrophes and hyphens made plain."""
    return token.translate(_FOLDS).casefold()


def find_words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return (start, end) of each word in text[start:end], as offsets into the whole text."""
    stop = len(text) if end is None else end
    return [m.span() for m in WORD.finditer(text, start, stop)]


def count_words_in(text: str) -> int:
    """Return the number of words in a text."""
    return sum(1 for _ in WORD.finditer(text))


def fold_words(tokens: pd.Series) -> pd.Series:
    """Return the counted form of each token, one row a token."""
    return tokens.map({token: fold_word(token) for token in tokens.unique()})


def fold_words_of(text: str) -> list[str]:
    """Return the counted forms of a text's words, in order."""
    return [fold_word(m.group()) for m in WORD.finditer(text)]
