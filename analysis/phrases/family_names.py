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
from analysis.phrases.categories import number_strings
from analysis.phrases.family_wordings import join_words, list_places, read_words
from analysis.phrases.running_text import RunningText

NAME, EXPRESSION = "name", "expression"  # the kinds
SLOT = "…"  # stands in the name of a family of which no use is without a slot
NAME_SHARE = 0.9  # of the uses printed in capitals, from which a phrase or a family may be a name


def name_families(families: pd.DataFrame, text: RunningText) -> pd.Categorical:
    """Name families.

    families: one row a family, best first (begin, n, n_words and is_gapped of a use in its usual wording).
    Returns the words as printed, with an ellipsis for what fills a slot; a number is added where two are alike.
    """
    names = join_words(families, text.spelling, text.spellings)
    is_open = families["is_gapped"].to_numpy(dtype=bool)
    names[is_open] = _join_around(families[is_open], text)
    return number_strings(_distinct(names))


def _join_around(families: pd.DataFrame, text: RunningText) -> list[str]:
    """Join the words around the slots of uses."""
    printed = read_words(families, text.spelling, text.spellings)
    halves = [(n // 2, n // 2 - n) for n in families["n"].tolist()]
    return [
        " ".join([*words[:before], SLOT, *words[behind:]])
        for words, (before, behind) in zip(printed, halves, strict=True)
    ]


def list_kinds(families: pd.DataFrame, text: RunningText, lists: WordLists = ENGLISH_LISTS) -> np.ndarray:
    """Tell the kind of each family.

    families: begin, n, n_words and is_gapped of a use in its usual wording, in_capitals (the share of its uses).
    """
    kinds = np.full(len(families), EXPRESSION, dtype=object)
    may_be = np.flatnonzero((families["in_capitals"] >= NAME_SHARE) | _have_titles(families, text, lists))
    some = families.iloc[may_be]
    printed = read_words(some, text.spelling, text.spellings)
    columns = (some[name].tolist() for name in ("n", "is_gapped", "in_capitals"))
    for place, words, n, is_open, share in zip(may_be.tolist(), printed, *columns, strict=True):
        said = (*words[: n // 2], *words[n // 2 - n :]) if is_open else tuple(words)
        kinds[place] = name_kind(said, share, lists)
    return kinds


def _have_titles(families: pd.DataFrame, text: RunningText, lists: WordLists) -> np.ndarray:
    """Tell in which uses (begin, n_words) a title stands, be it in a slot."""
    places, begins = list_places(families)
    spelling, known = text.spelling[places], _know_words(lists)
    is_title = np.zeros(len(text.spellings), dtype=bool)
    for number in np.flatnonzero(np.bincount(spelling)).tolist():
        is_title[number] = known[text.spellings[number]].is_title
    return np.logical_or.reduceat(is_title[spelling], begins) if len(begins) else np.zeros(0, dtype=bool)


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


def _distinct(names: np.ndarray) -> np.ndarray:
    """Two families may share their commonest variant; the second gets a number."""
    code = pd.factorize(names)[0]
    is_shared = np.flatnonzero((np.bincount(code) > 1)[code])
    again = pd.Series(code[is_shared]).groupby(code[is_shared]).cumcount().to_numpy()
    distinct = names.copy()
    for place, before in zip(is_shared[again > 0].tolist(), again[again > 0].tolist(), strict=True):
        distinct[place] = f"{names[place]} ({before + 1})"
    return distinct


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
