"""The forms under which words are compared when variants of a phrase are sought."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module
from types import ModuleType

import numpy as np
import pandas as pd

from analysis.language.english import FUNCTION_WORDS

LEMMA_LANGUAGE = "en"
_ELIDED = re.compile(r"^(?:[ldjnscmt]|qu|un|dell|all|nell|dall|sull|quest|quell)'(?=\w)")
LEMMA_LANGUAGES = frozenset(["de", "en", "es", "fr", "it", "ru"])


@cache
def _load_library() -> ModuleType:
    """Load simplemma when the first word is looked up: a text is split without it."""
    return import_module("simplemma")


def is_function_word(norm: str) -> bool:
    """Say whether a word is a function word: on the list, a contraction of one (`it's`, `don't`), not an
    acronym (`US`, which keeps its capitals where it is folded)."""
    return norm in FUNCTION_WORDS or norm.endswith("n't") or norm.partition("'")[0] in FUNCTION_WORDS


def is_empty(norm: str) -> bool:
    """Function words and numbers do not make a family."""
    return norm[0].isdigit() or is_function_word(norm)


def flag_words(norms: pd.Series, test: Callable[[str], bool]) -> np.ndarray:
    """Tell for which words a test such as `is_empty` holds, trying each form once; norms: one a word."""
    holds = {norm: test(norm) for norm in set(norms)}
    return np.array([holds[norm] for norm in norms], dtype=bool)


@lru_cache(maxsize=100_000)
def lemmatise(norm: str) -> str:
    """Return the dictionary form of a word, folded: `causes` gives `cause`, `self-determination` stays.

    An acronym that looks like a function word stays as it is (`US`; `US's` gives `US`), and so does what has digits:
    simplemma 2.0.0 spells out some decades (`1990s`: nineteen-nineties) and not others (`1980s`).

    simplemma looks it up in its packaged word list (Barbaresi 2025; MIT, no network); of a hyphenated word
    only the last part is inflected.
    """
    stem = norm.removesuffix("'s")
    if stem.isupper() or any(map(str.isdigit, stem)):
        return stem
    front, hyphen, last = stem.rpartition("-")
    return (
        (front + hyphen + _load_library().lemmatize(last, lang=LEMMA_LANGUAGE)).casefold() if last else norm
    )


@lru_cache(maxsize=100_000)
def find_lemma(norm: str, language: str) -> str:
    """Return the dictionary form, folded, of a word in one of LEMMA_LANGUAGES; of a compound, its last part's."""
    if language == LEMMA_LANGUAGE:
        return lemmatise(norm)
    norm = _ELIDED.sub("", norm) if language in ("fr", "it") else norm
    front, hyphen, last = norm.rpartition("-")
    if not last or norm.isupper() or any(map(str.isdigit, norm)):
        return norm
    known = [_load_library().lemmatize(form, lang=language) for form in _list_spellings(last, language)]
    return (front + hyphen + next((lemma for lemma in known if lemma.casefold() != last), last)).casefold()


def _list_spellings(word: str, language: str) -> tuple[str, ...]:
    """Return the spellings under which a word may be listed; German nouns have a capital."""
    return (word, word.capitalize()) if language == "de" else (word,)


def is_known(norm: str) -> bool:
    """Say whether the word list has a word."""
    return _load_library().is_known(norm, lang=LEMMA_LANGUAGE)


@lru_cache(maxsize=100_000)
def is_proper(norm: str) -> bool:
    """Say whether the word list knows a word only as a name, or not at all."""
    plain = norm.removesuffix("'s")
    return _load_library().lemmatize(plain, lang=LEMMA_LANGUAGE)[
        :1
    ].isupper() or not _load_library().is_known(plain, lang=LEMMA_LANGUAGE)


def compare_as(
    norms: np.ndarray, equivalents: pd.DataFrame, lemmatise: Callable[[str], str] = lemmatise
) -> dict[str, str]:
    """Return the lemma of each form, or what its form or lemma stands for; lemmatise: gives the lemma of a form."""
    stands = dict(zip(equivalents["form"], equivalents["stands_for"], strict=True))
    lemmas = {norm: norm if norm in FUNCTION_WORDS else lemmatise(norm) for norm in norms}
    return {norm: stands.get(norm, stands.get(lemma, lemma)) for norm, lemma in lemmas.items()}
