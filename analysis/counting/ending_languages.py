"""What ends and joins sentences in the language of a text, beside English: clause_words.csv, and what its signs mean.

A comma and a pronoun part main clauses in French, Spanish and Italian; not in German and Russian, where they may as
well stand before what somebody thinks or says (`Ich glaube, wir gehen`). A dash may be the verb of a Russian sentence
(`Мост – это обещание`), so that it ends none there.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.counting.language_stops import print_english_quotes
from analysis.language import ENGLISH, base_language, word_set

_FILE = Path(__file__).with_name("clause_words.csv")
_DASH_IS_A_VERB = frozenset(["be", "ru", "uk"])
# Greek has ; for a question mark.
_SEMICOLONS = {"el": re.compile(r"·\s+"), "ar": re.compile(r"[;؛]\s+"), "fa": re.compile(r"[;؛]\s+")}
_WIDE = re.compile(r"；\s*|;\s+")
_UNSPACED = frozenset(["ja", "zh"])
_OPENS, _CLOSES = "“«「『", "”»」』"
_MAY_QUOTE = re.compile(rf"[{_OPENS}{_CLOSES}„]")
_CLAUSE_WORDS = 2  # words behind the first, up to the next mark: a clause has a verb, and more
_MARK = re.compile(r"[,;:.!?…]")
_LETTERS = re.compile(r"[^\W\d_]+")


class Clauses(NamedTuple):
    """The words of a language that open main clauses: conjunctions behind commas and stops, pronouns behind commas.

    no_clause: a conjunction and the word behind it, joined by _, that open none (`und zwar`).
    """

    conjunctions: frozenset[str]
    pronouns: frozenset[str]
    no_clause: frozenset[str]

    @property
    def behind_comma(self) -> re.Pattern[str]:
        return _compile_opener(r",\s+", self.conjunctions | self.pronouns)

    @property
    def any_pronoun(self) -> re.Pattern[str]:
        return _compile_opener(r"(?<!\w)", self.pronouns)

    @property
    def behind_stop(self) -> re.Pattern[str]:
        return _compile_opener(r"[\"'“‘«(]*", self.conjunctions)


@lru_cache
def _compile_opener(before: str, words: frozenset[str]) -> re.Pattern[str]:
    listed = "|".join(sorted((word.replace("'", "['’]") for word in words), key=lambda w: (-len(w), w)))
    return re.compile(rf"{before}(?P<word>(?:{listed or '(?!)'})(?:(?<=['’])|(?!\w)))", re.IGNORECASE)


@lru_cache
def load_clauses(language: str) -> Clauses | None:
    """Return the words that open main clauses in a language (BCP 47); None for English, none where no list is."""
    code = base_language(language)
    if code == ENGLISH:
        return None
    with _FILE.open(encoding="utf-8", newline="") as lines:
        words = {row["kind"]: row["words"] for row in csv.DictReader(lines) if row["language"] == code}
    return Clauses(*(word_set(words.get(kind, "")) for kind in Clauses._fields))


def find_clauses(body: str, starts: list[int], clauses: Clauses) -> list[int]:
    """Return where a main clause may begin behind a comma: with a listed word, and two words or more behind it.

    starts: of the sentences. Before a pronoun one must stand as well: `Au XIXe siècle, on` is one clause.
    """
    commas = clauses.behind_comma.finditer(body)
    return [comma.start("word") for comma in commas if _may_part(comma, body, starts, clauses)]


def _may_part(comma: re.Match[str], body: str, starts: list[int], clauses: Clauses) -> bool:
    mark = _MARK.search(body, comma.end())
    words = _LETTERS.findall(body, comma.end(), mark.start() if mark else len(body))
    word = comma["word"].casefold()
    if len(words) < _CLAUSE_WORDS or f"{word}_{words[0].casefold()}" in clauses.no_clause:
        return False
    sentence = starts[bisect_right(starts, comma.start()) - 1]
    is_joined = word in clauses.conjunctions
    return is_joined or clauses.any_pronoun.search(body, sentence, comma.start()) is not None


def semicolon_of(language: str) -> re.Pattern[str] | None:
    """Return the sign of a language that joins what could stand alone, None for English."""
    code = base_language(language)
    return _WIDE if code in _UNSPACED else _SEMICOLONS.get(code)


def has_dashes(language: str) -> bool:
    """Say whether a dash parts clauses in a language, rather than stand for its verb."""
    return base_language(language) not in _DASH_IS_A_VERB


def count_depths(body: str, starts: list[int], language: str) -> list[int]:
    """Return inside how many quotations each place of a text is, by the marks of its language."""
    if body.isascii() or not _MAY_QUOTE.search(body):
        return [0] * len(starts)
    opens, closes = _OPENS, _CLOSES
    is_plain = (
        "“" in body and "„" not in body
    )  # an English text may keep the marks of the language it comes from
    if base_language(language) == ENGLISH and is_plain:
        opens, closes = _OPENS[0], _CLOSES[0]
    else:
        body = print_english_quotes(body)
    opens, closes = (tuple(sign for sign in signs if sign in body) for signs in (opens, closes))
    return [_count_signs(body, start, opens) - _count_signs(body, start, closes) for start in starts]


def _count_signs(body: str, end: int, signs: Iterable[str]) -> int:
    return sum(body.count(sign, 0, end) for sign in signs)
