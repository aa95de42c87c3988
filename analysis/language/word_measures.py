"""What is counted inside one word: letters, syllables, and whether readers are expected to know it."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from analysis.errors import InputError
from analysis.language.easy_words import is_difficult, is_unfamiliar
from analysis.language.syllables import CACHED_WORDS, count_syllables
from analysis.language.words import plain_word

POLYSYLLABLE = 3  # syllables; McLaughlin (1969), Gunning (1952)
LONG_WORD = 7  # letters; Björnsson (1968): more than six
MINI_WORD = 3  # letters; McAlpine: one, two or three


@lru_cache(maxsize=CACHED_WORDS)
def count_letters(word: str) -> int:
    """Count the letters and digits of a word; apostrophes, hyphens and separators are not counted.

    A letter with its accent is one letter: "café" has 4, "well-known" 9, "9,000" 4.
    """
    return sum(character.isalnum() for character in plain_word(word))


def count_words(words: pd.Series) -> pd.DataFrame:
    """Count inside every word, evaluating each distinct word once.

    words: one word a row, with the case of its letters as printed, for capitals tell acronyms ("OSCE").
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
