"""The counted forms of words in reading order: each word once, and then what only its neighbours tell."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from analysis.language.english import ACRONYMS_LIKE_WORDS, FUNCTION_WORDS
from analysis.language.lemmas import is_known
from analysis.language.words import fold_each

_IN_CAPITALS = frozenset(map(str.upper, ACRONYMS_LIKE_WORDS))
_SHORTEST_SHOUTED = 4  # letters; shorter words in capitals are mostly acronyms


def number_words(words: list[str]) -> tuple[np.ndarray, list[str]]:
    """Return the number of each word, from 0 in order of appearance, and the words by their numbers."""
    numbers, distinct = pd.factorize(np.array(words, dtype=object))
    return numbers, distinct.tolist()


def fold_words(tokens: pd.Series, text: str = "") -> pd.Series:
    """Return the counted form of each token, one row a token in reading order; see `fold_printed`."""
    return pd.Series(fold_printed(tokens.tolist(), text), tokens.index, dtype="str")


def fold_printed(printed: list[str], text: str = "") -> list[str]:
    """Return the counted form of each word of a text, in reading order; see `fold_numbered`."""
    numbers, forms = fold_numbered(*number_words(printed), text)
    return [forms[number] for number in numbers.tolist()]


def fold_numbered(numbers: np.ndarray, printed: list[str], text: str = "") -> tuple[np.ndarray, list[str]]:
    """Return the number of the counted form of each word of a text, in reading order, and the forms.

    numbers: of what is printed, one a word. printed: the words by their numbers. text: where they stand.
    `US` among words that are all in capitals, as in a headline, is the pronoun.
    """
    form, known = fold_forms(tuple(printed), text)
    folded, forms = form[numbers], list(known)
    for row in _list_shouted(numbers, printed):
        pronoun = forms[folded[row]].casefold()
        if pronoun not in forms:
            forms.append(pronoun)
        folded[row] = forms.index(pronoun)
    return folded, forms


@lru_cache(maxsize=2)  # asked of a text by one step after another
def fold_forms(printed: tuple[str, ...], text: str) -> tuple[np.ndarray, list[str]]:
    """Return the number of the counted form of each word by itself, and the forms; see `fold_each`."""
    return number_words(fold_each(list(printed), text))


def _list_shouted(numbers: np.ndarray, printed: list[str]) -> list[int]:
    """Return the rows of what looks like an acronym, but stands beside an ordinary word in capitals."""
    doubtful = [number for number, word in enumerate(printed) if word in _IN_CAPITALS]
    if not doubtful:
        return []
    ordinary = np.array([_is_ordinary(word) for word in printed], dtype=bool)[numbers]
    near = np.append(ordinary[1:], False) | np.append(False, ordinary[:-1])
    return np.flatnonzero(np.isin(numbers, doubtful) & near).tolist()


@lru_cache(maxsize=1000)
def _is_ordinary(word: str) -> bool:
    """Tell whether a word in capitals is an ordinary word, and no acronym."""
    low = word.casefold()
    if len(word) < 2 or not word.isupper() or low in ACRONYMS_LIKE_WORDS:
        return False
    return low in FUNCTION_WORDS or (len(low) >= _SHORTEST_SHOUTED and is_known(low))
