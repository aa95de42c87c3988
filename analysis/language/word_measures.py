"""What is counted inside one word: letters, syllables, and whether readers are expected to know it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.language.easy_words import is_difficult, is_unfamiliar
from analysis.language.folded_words import number_words
from analysis.language.remembered import Remembered
from analysis.language.syllables import CACHED_WORDS, count_syllables
from analysis.language.vowel_groups import SYLLABLE_LANGUAGES, count_syllables_in
from analysis.language.word_lists import base_language
from analysis.language.words import is_plain, plain_word

POLYSYLLABLE = 3  # syllables; McLaughlin (1969), Gunning (1952)
LONG_WORD = 7  # letters; Björnsson (1968): more than six
MINI_WORD = 3  # letters; McAlpine: one, two or three
_MOST = 2**24  # syllables of a word, and more than any has


@lru_cache(maxsize=CACHED_WORDS)
def count_letters(word: str) -> int:
    """Count the letters and digits of a word; apostrophes, hyphens and separators are not counted.

    A letter with its accent is one letter: "café" has 4, "well-known" 9, "9,000" 4.
    """
    if is_plain(word):
        return len(word)
    plain = plain_word(word)
    return len(plain) if plain.isalnum() else sum(map(str.isalnum, plain))


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
    numbers, distinct = number_words(words.tolist())
    counted = {name: column[numbers] for name, column in count_in_each(distinct).items()}
    return pd.DataFrame(counted, words.index)


def count_in_each(words: Sequence[str], language: str = "en") -> dict[str, np.ndarray]:
    """Count inside every word; returns the columns of `count_words`. language: BCP 47, for the syllables."""
    known = _remember(base_language(language))
    counted = np.fromiter(map(known.__getitem__, words), np.int64, len(words))
    letters, counted = np.divmod(counted, 4 * _MOST)
    syllables, counted = np.divmod(counted, 4)
    difficult, unfamiliar = np.divmod(counted, 2)
    columns = {
        "n_letters": letters,
        "n_syllables": syllables,
        "n_monosyllable": syllables == 1,
        "n_polysyllable": syllables >= POLYSYLLABLE,
        "n_long": letters >= LONG_WORD,
        "n_mini": (letters >= 1) & (letters <= MINI_WORD),
        "n_difficult": difficult,
        "n_unfamiliar": unfamiliar,
    }
    return {name: column.astype(np.int64) for name, column in columns.items()}


@lru_cache(maxsize=8)
def _remember(language: str) -> Remembered[int]:
    """Return what is known of the words of a language."""
    return Remembered(partial(_count_in, language=language))


def _count_in(word: str, language: str) -> int:
    """Return letters, syllables, and 1 if the word is difficult, if it is unfamiliar (English), as one number."""
    letters = count_letters(word)
    if language in SYLLABLE_LANGUAGES:
        return (letters * _MOST + count_syllables_in(word, language)) * 4
    if is_plain(word) and word.istitle() and letters > 1:  # only where all are capitals they tell something
        return _remember(language)[word.lower()]
    return (letters * _MOST + count_syllables(word)) * 4 + 2 * is_difficult(word) + is_unfamiliar(word)
