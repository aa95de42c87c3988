"""What a word is: the one rule that every count rests on."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import pandas as pd

# Accents typed apart from their letter, soft hyphens and joiners without width stand inside words.
_INVISIBLE = "\u00ad\u200c\u200d\u2060"
_RUN = rf"(?:[^\W_]++[\u0300-\u036f{_INVISIBLE}]*+)++"
# Letters and digits, joined inside by apostrophes and hyphens, and between digits also by separators.
WORD = re.compile(rf"{_RUN}(?:(?:['’‘ʼ\-‐‑]|(?<=\d)[.,](?=\d)){_RUN})*")
_FOLDS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", **dict.fromkeys(_INVISIBLE, "")})


# What a line's end leaves inside a word: a hyphen that may be the word's own, or a soft one that is not.
_LINE_END = re.compile(r"(?:[-‐]|(?<=\u00ad))[ \t]*(?:\r\n?|\n)[ \t]*(?=[^\W\d_])")
_COMPOUND = 5  # letters of a word that may stand behind a prefix that is none (`ethno-confessional`)
_SUSPENDING = frozenset(
    ["and", "or", "to", "nor", "und", "oder", "bis", "et", "ou", "à", "y", "o", "e", "и", "или"]
)  # `pre- and post-war`


def fold_word(token: str, text: str = "") -> str:
    """Return the form under which a word is counted: case folded, apostrophes and hyphens made plain.

    An accent stays, but as one character with its letter, however it was typed. text: where it stands; only asked
    how a word is written elsewhere that is broken at a line's end.
    """
    return plain_word(token, text).casefold()


def plain_word(token: str, text: str = "") -> str:
    """Return a token with plain apostrophes, hyphens and accents, and the case of its letters as printed."""
    mended = _mend(token, text) if _LINE_END.search(token) else token
    return unicodedata.normalize("NFC", mended.translate(_FOLDS))


def find_words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return (start, end) of each word in text[start:end], as offsets into the whole text.

    A word broken by a hyphen at a line's end is one word where its joined form is known, or stands elsewhere in the
    text.
    """
    stop = len(text) if end is None else end
    spans = [match.span() for match in WORD.finditer(text, start, stop)]
    return _join_broken(text, spans) if _LINE_END.search(text, start, stop) else spans


def count_words_in(text: str, start: int = 0, end: int | None = None) -> int:
    """Return the number of words in text[start:end]."""
    return len(find_words(text, start, end))


def fold_words(tokens: pd.Series, text: str = "") -> pd.Series:
    """Return the counted form of each token, one row a token; text: where they stand."""
    forms = {token: fold_word(token, text) for token in tokens.unique()}
    return tokens.map(forms) if forms else tokens


def fold_words_of(text: str) -> list[str]:
    """Return the counted forms of a text's words, in order."""
    tokens = [text[start:end] for start, end in find_words(text)]
    forms = {token: fold_word(token, text) for token in set(tokens)}
    return [forms[token] for token in tokens]


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is typed as one text, parted by white space."""
    return frozenset(text.split())


def _join_broken(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the halves of broken words."""
    joined = spans[:1]
    for start, end in spans[1:]:
        first = joined[-1][0]
        line_end = _LINE_END.match(text, joined[-1][1])
        if line_end and line_end.end() == start and _mend(text[first:end], text):
            joined[-1] = (first, end)
        else:
            joined.append((start, end))
    return joined


def _mend(broken: str, text: str) -> str:
    """Return a broken word in one piece, with its own hyphen or without, or nothing if no such word is known."""
    before, behind = _LINE_END.split(broken)[-2:]
    before = before.translate(_FOLDS)
    plain, hyphened = f"{before}{behind}", f"{before}-{behind}"
    if "\u00ad" in broken:
        return plain
    if behind.casefold() in _SUSPENDING:
        return ""
    seen = _forms_in(text)
    for form in (hyphened, plain):
        if form.casefold() in seen:
            return form
    last = plain.rpartition("-")[2]
    if _is_spoken(last):
        return plain
    if _is_spoken(behind) and (_is_spoken(before.rpartition("-")[2]) or len(behind) >= _COMPOUND):
        return hyphened
    return plain if _is_listed(last) else ""


@lru_cache(maxsize=8)
def _forms_in(text: str) -> frozenset[str]:
    """Return the folded words of a text, the halves of broken ones as words of their own."""
    return frozenset(token.translate(_FOLDS).casefold() for token in set(WORD.findall(text)))


def _is_spoken(word: str) -> bool:
    """Say whether the pronouncing dictionary has a word; it is loaded only if a text has a broken one."""
    from analysis.language.syllables import is_pronounced

    return len(word) > 1 and is_pronounced(word.casefold())


def _is_listed(word: str) -> bool:
    """Say whether the list of lemmas has a word; it is longer, and has stems that are none (`ment`)."""
    from analysis.language.lemmas import is_known

    return len(word) > 1 and is_known(word.casefold())
