"""Which word lists there are for the languages of a corpus: no list of one language judges words of another."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.language.english import FUNCTION_WORDS
from analysis.language.lemmas import LEMMA_LANGUAGES, find_lemma, is_function_word, lemmatise
from analysis.language.words import word_set

ENGLISH = "en"
_CLOSED_CLASSES = Path(__file__).with_name("function_words.csv")


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
        if norm in self.function_words or (self.is_english and is_function_word(norm)):
            return True
        head, mark, _ = norm.partition("'")  # `l'eau` holds a word, `j'ai` and `c'est` do not
        return bool(mark) and head in self.function_words and norm[len(head) + 1 :] in self.function_words

    def is_empty(self, norm: str) -> bool:
        """Function words and numbers do not make a family, nor do letters alone, as abbreviations have them."""
        return norm[0].isdigit() or self.is_function_word(norm) or (len(norm) == 1 and not self.is_english)

    def list_classes(self, *classes: str) -> frozenset[str]:
        """Return the words of some classes of function words ("determiners") in these languages but English."""
        return frozenset().union(
            *(_list_function_words(code, classes) for code in self.languages if code != ENGLISH)
        )

    def lemmatise(self, norm: str) -> str:
        """Return the dictionary form of a word in the one language there is, or in English among several.

        Without a list of lemmas it is the word as it is.
        """
        if self.is_english:
            return lemmatise(norm)
        if len(self.languages) > 1 or self.languages[0] not in LEMMA_LANGUAGES or norm in self.function_words:
            return norm
        return find_lemma(norm, self.languages[0])


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


def list_languages() -> list[str]:
    """Return the English names of all languages that have one."""
    return [row["name"] for row in _read_languages().values()]


def saying_key(code: str) -> str:
    """Return under which name saying_words.csv has a language by its code, '' where it has none."""
    row = _read_languages().get(base_language(code))
    return row["key"] if row else ""


def has_alphabet(code: str) -> bool:
    """Say whether a language writes vowels and consonants as letters, so that long words have many; yes if unknown."""
    row = _read_languages().get(base_language(code))
    return row is None or row["writing"] == "alphabet"


@lru_cache
def _list_function_words(code: str, classes: tuple[str, ...] = ()) -> frozenset[str]:
    """Return the function words of a language, of some classes or of all; none where there is no list."""
    if code == ENGLISH:
        return FUNCTION_WORDS
    with _CLOSED_CLASSES.open(encoding="utf-8", newline="") as lines:
        rows = (row for row in csv.DictReader(lines) if row["language"] == code)
        return word_set(" ".join(row["words"] for row in rows if not classes or row["class"] in classes))


@lru_cache
def _read_languages() -> dict[str, dict[str, str]]:
    with Path(__file__).with_name("languages.csv").open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row for row in csv.DictReader(lines)}


ENGLISH_LISTS = choose_lists([ENGLISH])
