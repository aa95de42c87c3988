"""Which word lists there are for the languages of a corpus: no list of one language judges words of another."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.language.english import FUNCTION_WORDS
from analysis.language.lemmas import is_function_word, lemmatise
from analysis.language.saying import load_saying_words

ENGLISH = "en"
# Parts of saying_words.csv that hold articles, pronouns, prepositions, conjunctions and auxiliaries.
_PARTS = """
definite indefinite possessive genitive prepositions links clauses joins relatives whose likened by of passed be he
she others one
"""
_SMALL = _PARTS.split()


class WordLists(NamedTuple):
    """What is known of the words of a corpus.

    languages: their codes, the first part only ("de" of "de-AT"), sorted. unlisted: those of them for which
    there is no list of function words.
    """

    languages: tuple[str, ...]
    function_words: frozenset[str]
    unlisted: tuple[str, ...]

    @property
    def is_english(self) -> bool:
        """Whether any text is in English, so that English lemmas and lists may be used."""
        return ENGLISH in self.languages

    def is_function_word(self, norm: str) -> bool:
        """Say whether a folded word is a function word of one of these languages."""
        return norm in self.function_words or (self.is_english and is_function_word(norm))

    def is_empty(self, norm: str) -> bool:
        """Function words and numbers do not make a family."""
        return norm[0].isdigit() or self.is_function_word(norm)

    def lemmatise(self, norm: str) -> str:
        """Return the dictionary form of an English word; without English, the word as it is."""
        return lemmatise(norm) if self.is_english else norm


def choose_lists(languages: Iterable[str]) -> WordLists:
    """Return the word lists for texts in these languages (BCP 47; empty is English)."""
    codes = tuple(sorted({base_language(code) for code in languages})) or (ENGLISH,)
    listed = {code: _list_function_words(code) for code in codes}
    unlisted = tuple(code for code, words in listed.items() if not words)
    return WordLists(codes, frozenset().union(*listed.values()), unlisted)


def base_language(code: str) -> str:
    """Return the first part of a language's code, "de" of "de-AT"; nothing said is English."""
    return code.strip().casefold().replace("_", "-").partition("-")[0] or ENGLISH


def name_language(code: str) -> str:
    """Return the English name of a language by its code; the code where no name is known."""
    row = _read_languages().get(base_language(code))
    return row["name"] if row else code


def saying_key(code: str) -> str:
    """Return under which name saying_words.csv has a language by its code, '' where it has none."""
    row = _read_languages().get(base_language(code))
    return row["key"] if row else ""


@lru_cache
def _list_function_words(code: str) -> frozenset[str]:
    """Return the function words of a language, none where there is no list."""
    if code == ENGLISH:
        return FUNCTION_WORDS
    row = _read_languages().get(code)
    parts = load_saying_words().get(row["key"], {}) if row else {}
    words = " ".join(parts.get(part, "") for part in _SMALL).split()
    return frozenset(word for word in words if "_" not in word)


@lru_cache
def _read_languages() -> dict[str, dict[str, str]]:
    with Path(__file__).with_name("languages.csv").open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row for row in csv.DictReader(lines)}


ENGLISH_LISTS = choose_lists([ENGLISH])
