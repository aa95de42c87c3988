"""Words broken by a hyphen at a line's end: joined where the joined form is known."""

from __future__ import annotations

import re
from functools import lru_cache

from analysis.language.word_shapes import FOLDS, WORD

# What a line's end leaves inside a word: a hyphen that may be the word's own, or a soft one that is not.
LINE_END = re.compile(r"(?:[-‐]|(?<=\u00ad))[ \t]*(?:\r\n?|\n)[ \t]*(?=[^\W\d_])")
MAY_BREAK = re.compile(r"[-‐\u00ad][ \t]*[\r\n]")  # found quickly, for it looks at nothing before
_COMPOUND = 5  # letters of a word that may stand behind a prefix that is none (`ethno-confessional`)
_SUSPENDING = frozenset(
    ["and", "or", "to", "nor", "und", "oder", "bis", "et", "ou", "à", "y", "o", "e", "и", "или"]
)  # `pre- and post-war`


def join_broken(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the halves of broken words."""
    breaks = _find_breaks(text, spans[0][0], spans[-1][1]) if spans else {}
    joined = spans[:1]
    for start, end in spans[1:]:
        first, last = joined[-1]
        if breaks.get(last) == start and mend(text[first:end], text):
            joined[-1] = (first, end)
        else:
            joined.append((start, end))
    return joined


def _find_breaks(text: str, start: int, end: int) -> dict[int, int]:
    """Return where a broken word goes on, by the place of its hyphen or, behind a soft one, of its line's end."""
    return {found.start(): found.end() for found in LINE_END.finditer(text, start, end)}


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
