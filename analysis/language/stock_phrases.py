"""Phrases that everybody says: adverbs and verbs of several words, ways to name a time, and words for anything at all.

The adverbs ("at the same time", "first of all") and verbs ("make sure", "take place") are those of WordNet 3.0
(Fellbaum 1998, WordNet: An Electronic Lexical Database) that stand four times or more in the texts that were
tagged for it, so that a rare idiom is none of them. They stand with their licence beside this file.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

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
_HOW = word_set("good great right certain big large small similar important really very much more most")


def is_stock(norms: Sequence[str]) -> bool:
    """Tell whether folded words are such a phrase, whatever their inflection and the function words around them."""
    lemmas = [_lemmatise(norm) for norm in norms]
    keys = [*_list_keys(lemmas), *_list_shorter(lemmas)]
    return _names(_TIMES, lemmas) or _names(_ANYTHING, lemmas) or not _list_stock().isdisjoint(keys)


def _lemmatise(norm: str) -> str:
    return norm if is_function_word(norm) else lemmatise(norm)


def _names(what: frozenset[str], lemmas: list[str]) -> bool:
    """Tell whether words name one of these and say nothing else: last year, four years ago, this kind of thing."""
    content = [lemma for lemma in lemmas if not is_empty(lemma)]
    return not what.isdisjoint(content) and (what | _WHICH | _HOW).issuperset(content)


def _list_keys(lemmas: list[str]) -> list[tuple[str, ...]]:
    """Return under what a phrase is known: all its words, and those between function words if several have content."""
    content = [place for place, lemma in enumerate(lemmas) if not is_empty(lemma)]
    inner = tuple(lemmas[content[0] : content[-1] + 1]) if len(content) > 1 else ()
    return [tuple(lemmas), *([inner] if inner else [])]


def _list_shorter(lemmas: list[str]) -> list[tuple[str, ...]]:
    """Return words without a function word at either end: as a result [of], [and] so on."""
    shorter = []
    if len(lemmas) > 2 and is_function_word(lemmas[-1]):
        shorter.append(tuple(lemmas[:-1]))
    if len(lemmas) > 2 and is_function_word(lemmas[0]):
        shorter.append(tuple(lemmas[1:]))
    return shorter


@cache
def _list_stock() -> frozenset[tuple[str, ...]]:
    with Path(__file__).with_name("stock_phrases.csv").open(encoding="utf-8", newline="") as lines:
        phrases = [[_lemmatise(norm) for norm in row["phrase"].split()] for row in csv.DictReader(lines)]
    return frozenset(key for lemmas in phrases for key in _list_keys(lemmas))
