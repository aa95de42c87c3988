"""Words broken by a hyphen at a line's end: joined where the joined form is known."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from operator import itemgetter

from analysis.language.word_shapes import FOLDS, WORD

Span = tuple[int, int]
# What a line's end leaves inside a word: a hyphen that may be the word's own, or a soft one that is not.
LINE_END = re.compile(r"(?:[-‐]|(?<=\u00ad))[ \t]*(?:\r\n?|\n)[ \t]*(?=[^\W\d_])")
_SOFT = "\u00ad"
MAY_BREAK = re.compile(r"[-‐\u00ad][ \t]*[\r\n]")  # found quickly, for it looks at nothing before
_COMPOUND = 5  # letters of a word that may stand behind a prefix that is none (`ethno-confessional`)
_SUSPENDING = frozenset(
    ["and", "or", "to", "nor", "und", "oder", "bis", "et", "ou", "à", "y", "o", "e", "и", "или"]
)  # `pre- and post-war`


def join_broken(text: str, spans: list[Span]) -> list[Span]:
    """Join the halves of broken words."""
    first, last = (spans[0][0], spans[-1][1]) if spans else (0, 0)
    # From the hyphen or, behind a soft one, from the line's end to where the word goes on.
    places = [sign.start() + (sign.group()[0] == _SOFT) for sign in MAY_BREAK.finditer(text, first, last)]
    breaks = [found.span() for at in places if (found := LINE_END.match(text, at, last))]
    return join_over(spans, breaks, lambda start, _, end: bool(mend(text[start:end], text)))


def join_over(spans: list[Span], gaps: list[Span], is_one: Callable[[int, int, int], bool]) -> list[Span]:
    """Join words with nothing but one of the gaps between them, if they are one.

    spans, gaps: in order. is_one: tells it of where the first begins, where the second does, and where that ends.
    """
    joined, at = [], 0
    for gap_start, gap_end in gaps:
        behind = bisect_right(spans, gap_start, at, key=itemgetter(1))
        joined += spans[at:behind]
        at = behind
        touches = joined and joined[-1][1] == gap_start and spans[at : at + 1] and spans[at][0] == gap_end
        if touches and is_one(joined[-1][0], *spans[at]):
            joined[-1] = (joined[-1][0], spans[at][1])
            at += 1
    return joined + spans[at:]


def mend(broken: str, text: str) -> str:
    """Return a broken word in one piece, with its own hyphen or without, or nothing if no such word is known."""
    before, behind = LINE_END.split(broken)[-2:]
    before = before.translate(FOLDS)
    plain, hyphened = f"{before}{behind}", f"{before}-{behind}"
    if "\u00ad" in broken:
        return plain
    if behind.casefold() in _SUSPENDING:
        return ""
    seen = _forms_in(text)
    for form in (hyphened, plain):
        if form.casefold() in seen:
            return form
    if before[-1:].isdigit():  # `20-` over `year`: a number has its hyphen
        return hyphened if behind[0].islower() and _is_spoken(behind) else ""
    last = plain.rpartition("-")[2]
    if _is_spoken(last):
        return plain
    if _is_spoken(behind) and (_is_spoken(before.rpartition("-")[2]) or len(behind) >= _COMPOUND):
        return hyphened
    return plain if _is_listed(last) else ""


@lru_cache(maxsize=8)
def _forms_in(text: str) -> frozenset[str]:
    """Return the folded words of a text, the halves of broken ones as words of their own."""
    return frozenset(token.translate(FOLDS).casefold() for token in set(WORD.findall(text)))


def _is_spoken(word: str) -> bool:
    """Say whether the pronouncing dictionary has a word; it is loaded only if a text has a broken one."""
    from analysis.language.syllables import is_pronounced

    return len(word) > 1 and is_pronounced(word.casefold())


def _is_listed(word: str) -> bool:
    """Say whether the list of lemmas has a word; it is longer, and has stems that are none (`ment`)."""
    from analysis.language.lemmas import is_known

    return len(word) > 1 and is_known(word.casefold())
