"""Pattern words that may fit the same words, found without comparing each with each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from analysis.language import fold_word
from analysis.patterns.syntax import ANY, GAP, PART, Words, has_capital, is_acronym, spell

_PIECE = re.compile("[-']")
Key = tuple[str, str]


@cache
def implies(word: str, other: str) -> bool:
    """Tell whether every word that fits a pattern word fits the other too; a wildcard counts as a letter."""
    spelling = spell(other)
    return all(
        spelling.fullmatch(form if has_capital(other) else fold_word(form)) for form in _examples(word)
    )


def _examples(word: str) -> list[str]:
    """Return words that a pattern word finds: itself, or the kinds of word that hold an acronym."""
    acronym = word.removeprefix(PART)
    return [f"{acronym}'s", f"x-{acronym}", f"{acronym}-x"] if word.startswith(PART) else [word]


def _name_key(word: str) -> Key:
    """Return the key under which a pattern word is found by those that imply it."""
    if word.startswith(PART):
        return PART, word.removeprefix(PART)
    kind = ANY if ANY in word else ""
    return kind, fold_word(word.split(ANY)[0]).casefold()


@cache
def _list_keys(word: str) -> list[Key]:
    """Return the keys of all pattern words that a word may imply: of it, its beginnings, and its parts."""
    example = _examples(word)[0]
    folded = fold_word(example).casefold()
    beginnings = {(ANY, text[:end]) for text in (folded, example.casefold()) for end in range(len(text) + 1)}
    parts = {(PART, piece) for piece in _PIECE.split(example)}
    return [("", folded), ("", example.casefold()), *beginnings, *parts]


class FormIndex:
    """The forms of many patterns, each found by its rarest word."""

    def __init__(self, forms: list[list[Words]]) -> None:
        """forms: of each pattern all that it may ask for."""
        listed = [(place, form) for place, of_pattern in enumerate(forms) for form in of_pattern]
        n_uses = Counter(_name_key(word) for _, form in listed for word in form)
        self.places: dict[Key, set[int]] = defaultdict(set)
        for place, form in listed:
            self.places[min(map(_name_key, form), key=n_uses.__getitem__)].add(place)

    def list_wider(self, form: Words) -> list[int]:
        """List the patterns, by their place, that may ask for no more than some run of these words."""
        keys = {key for word in form for key in _list_keys(word)}
        return sorted(set().union(*(self.places[key] for key in keys if key in self.places)))


class WordIndex:
    """Pattern words among which those are sought that may share a word with another."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(set(words), key=_begin)
        self.begins = [_begin(word) for word in self.words]
        self.by_begin: dict[str, list[str]] = defaultdict(list)
        self.by_part: dict[str, list[str]] = defaultdict(list)
        for word, begin in zip(self.words, self.begins, strict=True):
            self.by_begin[begin].append(word)
            for part in _list_parts(word):
                self.by_part[part].append(word)

    def may_meet(self, word: str) -> bool:
        """Tell whether a pattern word may share a word with one of these, as far as beginnings and ends show."""
        is_gap = GAP in self.by_begin or word == GAP
        return (is_gap and bool(self.words)) or any(
            _may_equal(word, other) for other in self._list_like(word)
        )

    def _list_like(self, word: str) -> Iterable[str]:
        begin = _begin(word)
        for end in range(len(begin) + 1):
            yield from self.by_begin.get(begin[:end], ())
        for part in _list_parts(word):
            yield from self.by_part.get(part, ())
        for place in range(bisect_left(self.begins, begin), len(self.words)):
            if not self.begins[place].startswith(begin):
                return
            yield self.words[place]


def _begin(word: str) -> str:
    return fold_word(word).split(ANY)[0]


def _list_parts(word: str) -> list[str]:
    """Return what an acronym may be in a word: the word itself, and what its hyphens part."""
    return fold_word(word).casefold().replace("'s", "").split("-")


def _may_equal(word: str, other: str) -> bool:
    one, two = (fold_word(text).split(ANY) for text in (word, other))
    if len(one) == len(two) == 1:
        return one == two or _may_hold(word, two[0]) or _may_hold(other, one[0])
    starts = one[0].startswith(two[0]) or two[0].startswith(one[0])
    return starts and (one[-1].endswith(two[-1]) or two[-1].endswith(one[-1]))


def _may_hold(acronym: str, compound: str) -> bool:
    return is_acronym(acronym) and acronym.casefold() in compound.casefold().replace("'s", "").split("-")
