"""Phrases that everybody says: adverbs and verbs of several words, ways to name a time, and words for anything at all.

The adverbs ("at the same time", "first of all") and verbs ("make sure", "take place") are those of WordNet 3.0
(Fellbaum 1998, WordNet: An Electronic Lexical Database) that stand four times or more in the texts that were
tagged for it, so that a rare idiom is none of them. They stand with their licence beside this file.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.language.lemmas import is_empty, is_function_word, lemmatise
from analysis.language.words import word_set

_TIMES = word_set("""
second minute hour day night morning afternoon evening today yesterday tomorrow tonight week weekend month quarter
season spring summer autumn winter year decade century moment time date period
""")
_WHICH = word_set("""
last next past previous coming recent recently current early earlier late later ago first same other different new old
couple few several half whole entire full long short many much two three four five six seven eight nine ten eleven
twelve twenty thirty forty fifty hundred thousand million dozen
""")

_ANYTHING = word_set("""
thing kind sort lot bit way stuff case fact reason point term degree part regard respect context sense matter view
number course order rest end side example instance
""")
# A phrase that places one of these is an idiom, not an adverb: beside the point.
_PLACING = word_set(
    "above across against along behind below beneath beside beyond despite except near off outside past"
)
_HOW = word_set(
    "little good great right certain big large small similar important really very much more most"
)


def may_be_stock(norm: str) -> bool:
    """Tell whether some such phrase may have this word."""
    return _read_word(norm).may_be


def is_stock(norms: Sequence[str]) -> bool:
    """Tell whether folded words are such a phrase, whatever their inflection and the function words around them."""
    if not all(map(may_be_stock, norms)):
        return False
    words = [_read_word(norm) for norm in norms]
    content = [word.lemma for word in words if not word.is_empty]
    is_placed = not _PLACING.isdisjoint(norms)
    if _names(_TIMES, content) or (_names(_ANYTHING, content) and not is_placed):
        return True
    keys = [*_list_keys(words), *_list_shorter(words)]
    return not _list_stock().isdisjoint(keys)


class _Word(NamedTuple):
    lemma: str
    is_function: bool
    is_empty: bool
    may_be: bool  # whether some stock phrase may have it


@lru_cache(maxsize=100_000)
def _read_word(norm: str) -> _Word:
    is_function = is_function_word(norm)
    lemma = norm if is_function else lemmatise(norm)
    may_be = is_function or lemma in _TIMES | _ANYTHING | _WHICH | _HOW | _list_lemmas()
    return _Word(lemma, is_function, is_empty(norm), may_be or norm[0].isdigit())


def _names(what: frozenset[str], content: list[str]) -> bool:
    """Tell whether words name one of these and say nothing else: last year, four years ago, this kind of thing."""
    return not what.isdisjoint(content) and all(
        lemma in what or lemma in _WHICH or lemma in _HOW for lemma in content
    )


def _list_keys(words: list[_Word]) -> list[tuple[str, ...]]:
    """Return under what a phrase is known: all its words, and those between function words if several have content."""
    content = [place for place, word in enumerate(words) if not word.is_empty]
    several = words[content[0] : content[-1] + 1] if len(content) > 1 else []
    return [tuple(word.lemma for word in part) for part in (words, several) if part]


def _list_shorter(words: list[_Word]) -> list[tuple[str, ...]]:
    """Return words without a function word at either end: as a result [of], [and] so on."""
    if len(words) < 3:
        return []
    shorter = [part for part, end in ((words[:-1], words[-1]), (words[1:], words[0])) if end.is_function]
    return [tuple(word.lemma for word in part) for part in shorter]


@cache
def _list_stock() -> frozenset[tuple[str, ...]]:
    phrases = [[_read_word(norm) for norm in norms] for norms in _read_phrases()]
    return frozenset(key for words in phrases for key in _list_keys(words))


@cache
def _list_lemmas() -> frozenset[str]:
    """Return the words of stock phrases, as they are and as their lemmas."""
    norms = {norm for phrase in _read_phrases() for norm in phrase}
    return frozenset(norms | {lemmatise(norm) for norm in norms})


@cache
def _read_phrases() -> list[list[str]]:
    with Path(__file__).with_name("stock_phrases.csv").open(encoding="utf-8", newline="") as lines:
        return [row["phrase"].split() for row in csv.DictReader(lines)]
