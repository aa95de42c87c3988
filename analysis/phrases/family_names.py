"""What a family is called, and whether it is a name."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import (
    ENGLISH_LISTS,
    NAME_JOINTS,
    PLACE_WORDS,
    TITLE_WORDS,
    WordLists,
    fold_word,
    is_proper,
)

NAME, EXPRESSION = "name", "expression"  # the kinds
SLOT = "…"  # stands in the name of a family of which no use is without a slot
NAME_SHARE = 0.9  # of the uses printed in capitals, from which a phrase or a family may be a name


def name_families(families: pd.DataFrame) -> pd.DataFrame:
    """Name families.

    families: one row a family, best first: printed (its usual words).
    Returns them with family: the words as printed; a number is added where two are alike.
    """
    return families.assign(family=_distinct(families["printed"].map(" ".join).astype("str")))


def list_kinds(families: pd.DataFrame, lists: WordLists = ENGLISH_LISTS) -> pd.Series:
    """Tell the kind of each family; families: printed (its usual words), in_capitals (the share of its uses)."""
    printed = [_without_slot(words) for words in families["printed"]]
    known = _know_words(lists)
    titles = {word for word in set().union(*printed) if known[word].is_title}
    kinds = [
        EXPRESSION if share < NAME_SHARE and titles.isdisjoint(words) else name_kind(words, share, lists)
        for words, share in zip(printed, families["in_capitals"].tolist(), strict=True)
    ]
    return pd.Series(kinds, families.index, dtype=object)


def _without_slot(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word != SLOT) if SLOT in words else words


def flag_spellings(spellings: list[str], lists: WordLists = ENGLISH_LISTS) -> tuple[np.ndarray, np.ndarray]:
    """Tell which words begin with a capital, and which speak against a name: with none, and no function word."""
    is_capital = np.array([word[0].isupper() for word in spellings], dtype=bool)
    is_small = np.array(
        [not word[0].isupper() and not lists.is_empty(fold_word(word)) for word in spellings], dtype=bool
    )
    return is_capital, is_small


def name_kind(printed: tuple[str, ...], capitals: float, lists: WordLists = ENGLISH_LISTS) -> str:
    """Call words a "name" or an "expression": the one rule of all pages, see `_is_name`."""
    return NAME if _is_name(printed, capitals, lists) else EXPRESSION


def _distinct(names: pd.Series) -> pd.Series:
    """Two families may share their commonest variant; the second gets a number."""
    again = names.groupby(names).cumcount()
    more = again[again > 0]
    distinct = names.to_numpy(dtype=object)
    distinct[again > 0] = (names[more.index] + " (" + (more + 1).astype(str) + ")").to_numpy(dtype=object)
    return pd.Series(distinct, names.index, dtype=names.dtype)


def _is_name(printed: tuple[str, ...], capitals: float, lists: WordLists) -> bool:
    """Names of persons, offices and places: printed in capitals, several words or one known as nothing else.

    printed: the words of one use. capitals: the share of uses printed in capitals. A term such as a charter
    or a treaty is made of ordinary words and acronyms, and no name. Where no text is in English, nobody knows
    which words are names: none is called one.
    """
    if not lists.is_english:
        return False
    known = _know_words(lists)
    words = [known[word] for word in printed]
    if capitals < NAME_SHARE and not any(word.is_title for word in words):
        return False
    content = [word for word in words if not word.is_empty]
    between = {word.norm for word in words if word.is_empty} - {word.norm for word in content}
    if not between <= NAME_JOINTS:
        return False
    if _is_titled(content):
        return True
    if capitals < NAME_SHARE:
        return False
    in_capitals = [word.printed.isupper() for word in content]
    is_place = any(word.is_place for word in content)
    has_name = any(word.is_proper and not upper for word, upper in zip(content, in_capitals, strict=True))
    is_called = len({word.printed for word in content}) > 1 and not any(in_capitals)
    return is_place or has_name or is_called


class _Word(NamedTuple):
    """What may make a word part of a name."""

    printed: str
    norm: str
    is_empty: bool
    is_title: bool
    is_place: bool
    is_proper: bool


class _Known(dict[str, _Word]):
    """Words as printed, each told once."""

    def __init__(self, lists: WordLists):
        super().__init__()
        self.lists = lists

    def __missing__(self, printed: str) -> _Word:
        norm = fold_word(printed)
        lemma = self.lists.lemmatise(norm)
        is_listed = (lemma in TITLE_WORDS, lemma in PLACE_WORDS)
        self[printed] = _Word(printed, norm, self.lists.is_empty(norm), *is_listed, is_proper(norm))
        return self[printed]


@lru_cache(maxsize=4)
def _know_words(lists: WordLists) -> _Known:
    return _Known(lists)


def _is_titled(content: list[_Word]) -> bool:
    """Tell whether words are a title and else printed in capitals."""
    rest = [word.printed for word in content if not word.is_title]
    return len(rest) < len(content) and all(word[0].isupper() for word in rest)
