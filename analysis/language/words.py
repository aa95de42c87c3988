"""What a word is: the one rule that every count rests on."""

from __future__ import annotations

import re
import unicodedata

import pandas as pd

# Accents typed apart from their letter, soft hyphens and joiners without width stand inside words.
_INVISIBLE = "\u00ad\u200c\u200d\u2060"
_RUN = rf"(?:[^\W_]++[\u0300-\u036f{_INVISIBLE}]*+)++"
# Letters and digits, joined inside by apostrophes and hyphens, and between digits also by separators.
WORD = re.compile(rf"{_RUN}(?:(?:['’‘ʼ\-‐‑]|(?<=\d)[.,](?=\d)){_RUN})*")
_FOLDS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", **dict.fromkeys(_INVISIBLE, "")})


def fold_word(token: str) -> str:
    """Return the form under which a word is counted: case folded, apostrophes and hyphens made plain.

    An accent stays, but as one character with its letter, however it was typed.
    """
    return unicodedata.normalize("NFC", token.translate(_FOLDS).casefold())


def plain_word(token: str) -> str:
    """Return a token with plain apostrophes, hyphens and accents, and the case of its letters as printed."""
    return unicodedata.normalize("NFC", token.translate(_FOLDS))


def find_words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return (start, end) of each word in text[start:end], as offsets into the whole text."""
    stop = len(text) if end is None else end
    return [match.span() for match in WORD.finditer(text, start, stop)]


def count_words_in(text: str) -> int:
    """Return the number of words in a text."""
    return len(WORD.findall(text))


def fold_words(tokens: pd.Series) -> pd.Series:
    """Return the counted form of each token, one row a token."""
    forms = {token: fold_word(token) for token in tokens.unique()}
    return tokens.map(forms) if forms else tokens


def fold_words_of(text: str) -> list[str]:
    """Return the counted forms of a text's words, in order."""
    tokens = WORD.findall(text)
    forms = {token: fold_word(token) for token in set(tokens)}
    return [forms[token] for token in tokens]


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is typed as one text, parted by white space."""
    return frozenset(text.split())
