"""The keys under which words of quotations are compared: spelling, contraction and figures make no difference."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from analysis.language import fold_words_of

_LETTERS = 6  # of a stem: Russia and Russian, negotiate and negotiation
_PARTS = re.compile(r"[-–‑]")
_CONTRACTED = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will"}
_BRITISH = (
    (re.compile(r"is(e|es|ed|ing|ation|ations)$"), r"iz\1", 7),
    (re.compile(r"our(s|ed|ing|able|ite|ites|hood)?$"), r"or\1", 6),
)


@lru_cache(maxsize=200_000)
def list_keys(norm: str) -> tuple[str, ...]:
    """Return the keys of a word in its counted form: one, or one for each part of what is written as one.

    `don't` is `do not`, `self-help` two words, `organise` is `organize`, `forty` is `40`, `1,000` is `1000`.
    """
    if not norm:  # of a word that is withheld
        return ("",)
    plain = _drop_accents(norm)
    listed = _spellings().get(plain)
    if listed:
        return listed
    for ending, full in _CONTRACTED.items():
        if plain.endswith(ending) and len(plain) > len(ending):
            return (*list_keys(plain.removesuffix(ending)), full)
    parts = [part for part in _PARTS.split(plain) if part]
    if len(parts) > 1:
        return tuple(key for part in parts for key in list_keys(part))
    return (_respell(plain),)


def keys_of(text: str) -> list[str]:
    """Return the keys of all words of a text, in order."""
    return [key for norm in fold_words_of(text) for key in list_keys(norm)]


def stem_of(key: str, lemma: str) -> str:
    """Return what a key and its relatives have in common: the first letters of the lemma; figures stay whole."""
    return key if is_number(key) else lemma[:_LETTERS]


def is_number(key: str) -> bool:
    """Say whether a key is a number."""
    return key[:1].isdigit()


def is_denial(key: str) -> bool:
    """Say whether a word turns what is said into its opposite."""
    return turning_words().get(key) == "denial"


@cache
def turning_words() -> dict[str, str]:
    """Return the words whose loss turns a sentence, with their kind: denial, condition."""
    return {row["word"]: row["kind"] for row in _read_rows("turning_words.csv")}


@cache
def reported_shifts() -> dict[str, str]:
    """Return what words become where speech is reported without marks: `will` may be `would`."""
    return {row["word"]: row["stands_for"] for row in _read_rows("reported_shifts.csv")}


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    rows = _read_rows("spellings.csv")
    return {row["form"]: tuple(row["stands_for"].split()) for row in rows}


def _read_rows(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _respell(word: str) -> str:
    if word[0].isdigit():
        return re.sub(r"[,\s](?=\d{3})", "", word)
    for british, american, shortest in _BRITISH:
        if len(word) >= shortest and british.search(word):
            return british.sub(american, word)
    return word


def _drop_accents(word: str) -> str:
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
