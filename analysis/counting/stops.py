"""Which stops end a sentence: plain ones, those that a rule decides, and those that the library decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from analysis.counting.abbreviations import load_abbreviations, load_library
from analysis.counting.language_stops import (
    Abbreviations,
    judge_stop,
    load_abbreviations_of,
    print_english_quotes,
)
from analysis.counting.stop_rules import CLOSING, OPENING, RULES, Stop
from analysis.language import ENGLISH, OPENERS

Span = tuple[int, int]
_OPENER = "|".join(sorted(map(str.capitalize, OPENERS)))
# A footnote's number behind a stop: `[3]`, digits without a space, or digits before a word that opens sentences.
_FOOTNOTE = rf"(?: ?\[\d{{1,3}}\])+|\d{{1,3}}| \d{{1,3}}(?= (?:{_OPENER})\b)"
# The first sign is named by itself, for `re` looks for one of a few signs quickly, and for a run of them slowly.
_STOP = re.compile(rf"([.?!…][.?!…]*)([{CLOSING}]*)({_FOOTNOTE})?( +|$|(?=[A-Z“,;:]))")
# Full stops, question and exclamation marks of Devanagari, Arabic and East Asian scripts, which stand for nothing else.
_FOREIGN_STOP = re.compile(rf"[।॥۔؟。！？][।॥۔؟。！？]*[{CLOSING}」』]*\s*")
_FIRST_WORD = re.compile(rf"[{re.escape(OPENING)}]*([^\W_]+(?:['’][^\W_]+)?)")


def find_spans(text: str, language: str = ENGLISH) -> list[Span]:
    """Return (start, end) of each sentence of a stretch of running text; together they cover it.

    language: of the text (BCP 47); those with a list of abbreviations have rules of their own before the others.
    """
    if not text:
        return []
    known = load_abbreviations_of(language)
    plain = _plain(print_english_quotes(text) if known else text)
    starts = {0, *_find_starts(plain, known), len(text)}
    if not text.isascii():
        starts.update(found.end() for found in _FOREIGN_STOP.finditer(text))
    return list(pairwise(sorted(starts)))


def _plain(text: str) -> str:
    """Set double quotes and spaces, which are all the library knows; a sentence may begin with ‘ or a new line."""
    for mark, plain in ("‘", "“"), ("\n", " "), ("\r", " "), ("\t", " "), ("\u00a0", " "):
        text = text.replace(mark, plain)
    return text


def _find_starts(body: str, known: Abbreviations | None) -> Iterator[int]:
    """Yield where sentences start, but the first. known: the abbreviations of another language than English."""
    for found in _STOP.finditer(body):
        start, end = found.span()
        if end == len(body):
            return
        word = body[body.rfind(" ", 0, start) + 1 : start]
        is_listed = known is not None and word.casefold() in known.known
        plain = not is_listed and _is_plain(word, found, body[end])
        if plain or _is_end(_read_stop(found, word), known):
            yield end


def _is_plain(word: str, found: re.Match[str], following: str) -> bool:
    """Say whether a stop before a space and a capital is plainly an end: behind a longer word, or `?` or `!`."""
    marks, closing, footnote, space = found.groups()
    if closing or footnote or not space or not following.isupper():
        return False
    if marks != ".":
        return marks[-1] in "?!"
    return len(word) > 3 and word.isalpha() and word.lower() not in load_abbreviations()


def _read_stop(found: re.Match[str], word: str) -> Stop:
    body, (start, end) = found.string, found.span()
    behind = body[end : _find_space(body, end)]
    opener = _FIRST_WORD.match(behind)
    first = opener[1] if opener else ""
    return Stop(body, start, end, word.lstrip(OPENING), found[1], found[2], found[3] or "", behind, first)


def _find_space(body: str, start: int) -> int:
    place = body.find(" ", start)
    return len(body) if place < 0 else place


def _is_end(stop: Stop, known: Abbreviations | None) -> bool:
    """Say whether a sentence ends at a stop: as the first rule has it that speaks of it, else as the library has it."""
    answer = judge_stop(stop, known) if known else None
    if answer is None:
        answers = (rule.test(stop) for rule in RULES)
        answer = next((answer for answer in answers if answer is not None), None)
    if answer is None:
        return _ends_by_library(stop.body[stop.start - len(stop.word) : stop.end], stop.behind)
    return answer


@lru_cache(maxsize=100_000)
def _ends_by_library(before: str, behind: str) -> bool:
    """Ask the library about a stop, of which it looks at no more than the two words around it."""
    sentence = f"so {before}"  # the first word of a text may be the number of an item
    return any(start == len(sentence) for start, _ in load_library().span_tokenize(sentence + behind))
