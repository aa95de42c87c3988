"""What a word is: the one rule that every count rests on."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from analysis.language.broken_words import LINE_END, MAY_BREAK, join_broken, join_over, mend
from analysis.language.remembered import Remembered
from analysis.language.segmenter import cut_words, is_cut
from analysis.language.word_shapes import (
    FOLDS,
    MAY_BE_ADDRESS,
    WORD,
    WORD_OR_ADDRESS,
    drop_points,
    find_address_spots,
    is_address,
    is_pointed,
)

_KEPT = 200_000  # words whose forms are remembered
_SPECIAL = ("–", "\n", "\r")  # signs of a closed dash or a broken word
_CLOSED_DASH = re.compile(r"(?<=[^\W\d_])–(?=[^\W\d_])")
_NAME_DASH = "–"  # Moscow–Beijing is Moscow-Beijing; between figures and small letters it is a dash
_DASH = re.compile(_NAME_DASH)
JOINING = re.compile(rf"{_NAME_DASH}|{MAY_BREAK.pattern}")  # the signs over which words may be joined


def fold_word(token: str, text: str = "") -> str:
    """Return the form under which a word is counted: case folded, apostrophes and hyphens made plain.

    An accent stays, but as one character with its letter, however it was typed. A dotted acronym loses its
    points. An acronym that looks like a function word keeps its capitals: `US` and `U.S.` are `US`, `us` and
    `Us` are `us`. text: where it stands; only asked how a word is written elsewhere that is broken at a
    line's end.
    """
    return _fold_as(mend(token, text), token) if _is_broken(token) else _folded[token]


def _fold_as(mended: str, token: str) -> str:
    plain = _plain_as(mended, token)
    head, mark, tail = plain.partition("'")
    if len(head) > 1 and tail in ("", "s") and _is_acronym(head, token):
        return f"{head.upper()}{mark}{tail}"
    return plain.casefold()


_folded = Remembered(lambda token: _fold_as(token, token))


def _is_broken(token: str) -> bool:
    return ("\n" in token or "\r" in token) and LINE_END.search(token) is not None


def _is_acronym(head: str, token: str) -> bool:
    """Tell whether a word that looks like a function word is an acronym; the rest need not be told apart."""
    low = head.casefold()
    return (head.isupper() and low in like_words()) or (is_pointed(token) and low in _function_words())


def plain_word(token: str, text: str = "") -> str:
    """Return a token with plain apostrophes, hyphens and accents, and the case of its letters as printed.

    A dotted acronym loses its points.
    """
    if is_plain(token):
        return token
    return _plain_as(mend(token, text), token) if _is_broken(token) else _plain(token)


def is_plain(token: str) -> bool:
    """Say whether a word has nothing but letters without accents."""
    return token.isascii() and token.isalpha()


@lru_cache(maxsize=_KEPT)
def _plain(token: str) -> str:
    return _plain_as(token, token)


def _plain_as(mended: str, token: str) -> str:
    plain = unicodedata.normalize("NFC", mended.translate(FOLDS))
    return drop_points(plain) if "." in plain and not is_address(token) else plain


def find_words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return (start, end) of each word in text[start:end], as offsets into the whole text.

    A word broken by a hyphen at a line's end is one word where its joined form is known, or stands elsewhere in the
    text; a dash without spaces between two names joins them as a hyphen does; an e-mail address or a link is
    one word. In a text without spaces between words a library tells them apart, if it is installed.
    """
    stop = len(text) if end is None else end
    spans = _find_spaced(text, start, stop)
    return cut_words(text, spans) if is_cut(text) else spans


def _find_spaced(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the words that spaces and marks part."""
    if not _is_special(text, start, stop):
        return [match.span() for match in WORD.finditer(text, start, stop)]
    spans = find_apart(text, start, stop)
    return join_words(text, spans) if may_join(text, start, stop) else spans


def find_apart(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return (start, end) of each word in text[start:stop], none joined to the next."""
    spans, at = [], start
    for first, last in find_address_spots(text, start, stop):
        spans += [match.span() for match in WORD.finditer(text, at, first)]
        spans += [match.span() for match in WORD_OR_ADDRESS.finditer(text, first, last)]
        at = last
    spans += [match.span() for match in WORD.finditer(text, at, stop)]
    return spans


def may_join(text: str, start: int, stop: int) -> bool:
    """Say whether a stretch may hold names that a dash joins, or a broken word."""
    return _has_joined_names(text, start, stop) or MAY_BREAK.search(text, start, stop) is not None


def _has_joined_names(text: str, start: int, stop: int) -> bool:
    return text.find(_NAME_DASH, start, stop) >= 0 and _CLOSED_DASH.search(text, start, stop) is not None


def join_words(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join names with nothing but a dash between them, and the halves of broken words."""
    bounds = (spans[0][0], spans[-1][1]) if spans else (0, 0)
    if _has_joined_names(text, *bounds):
        spans = _join_names(text, spans)
    return join_broken(text, spans) if MAY_BREAK.search(text, *bounds) else spans


def _join_names(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join capitalised words with nothing but a dash between them."""
    bounds = (spans[0][0], spans[-1][1]) if spans else (0, 0)
    dashes = [dash.span() for dash in _DASH.finditer(text, *bounds)]
    return join_over(spans, dashes, lambda one, other, _: text[one].isupper() and text[other].isupper())


def _is_special(text: str, start: int, stop: int) -> bool:
    """Say whether a stretch may hold an address, names that a dash joins, or a broken word."""
    return MAY_BE_ADDRESS.search(text, start, stop) is not None or any(
        text.find(sign, start, stop) >= 0 for sign in _SPECIAL
    )


def find_printed(text: str) -> list[str]:
    """Return the words of a text as printed, in order."""
    if is_cut(text) or _is_special(text, 0, len(text)):
        return [text[start:end] for start, end in find_words(text)]
    return WORD.findall(text)


def count_words_in(text: str, start: int = 0, end: int | None = None) -> int:
    """Return the number of words in text[start:end]."""
    stop = len(text) if end is None else end
    if is_cut(text) or _is_special(text, start, stop):
        return len(find_words(text, start, stop))
    return len(WORD.findall(text, start, stop))


def fold_each(printed: list[str], text: str = "") -> list[str]:
    """Return the counted form of each word by itself, as `fold_word` does."""
    if "\n" in (together := "".join(printed)) or "\r" in together:
        return [fold_word(token, text) for token in printed]
    return list(map(_folded.__getitem__, printed))


def fold_words_of(text: str) -> list[str]:
    """Return the counted forms of a text's words, in order."""
    return fold_each(find_printed(text), text)


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is typed as one text, parted by white space."""
    return frozenset(text.split())


@lru_cache(maxsize=1)
def like_words() -> frozenset[str]:
    """Return the function words that an acronym may look like; the lists need this module first."""
    from analysis.language.english import ACRONYMS_LIKE_WORDS

    return ACRONYMS_LIKE_WORDS


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    from analysis.language.english import FUNCTION_WORDS

    return FUNCTION_WORDS
