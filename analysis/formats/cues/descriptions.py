"""What nouns for persons can mean: `the minister`, `the guest`, `a fisherman`."""

from __future__ import annotations

import re

from analysis.formats.cues.clauses import Token
from analysis.formats.cues.noun_phrases import Phrase
from analysis.formats.cues.persons import People, is_personal, is_plural

_AGED = re.compile(r"\d\d-year-old")
_GENERAL = ("top", "old", "young", "senior")
_OF_STATE = ("of state", "of government", "de estado", "de gobierno", "de l' état", "dello stato")


class Descriptions:
    """The nouns by which the persons of a report are called."""

    def __init__(self, people: People):
        self.people, self.grammar = people, people.grammar

    def names(self, phrase: Phrase, words: list[Token]) -> list[str]:
        """Return the names of those whom a noun with `the` may mean; where adjectives fit some, only those.

        words: the sentence from the phrase's first word on.
        """
        if not self._is_definite(phrase):
            return []
        head, around = self._head_of(phrase)
        if is_plural(head, self.grammar) or any(word in self.grammar.qualifiers for word in around):
            return []
        called = self.people.called(head)
        return [name for name in called if all(self.people.fits(name, word) for word in around)] or called

    def may_be_anybody(self, phrase: Phrase, words: list[Token]) -> bool:
        """Say whether a noun means whoever was spoken of last: `the guest`, `the head of state`."""
        if not phrase.determiner or not self._is_definite(phrase):
            return False
        head, around = self._head_of(phrase)
        behind = [token.low for token in words[len(phrase.words) : len(phrase.words) + 3]]
        if " ".join(behind).startswith(_OF_STATE):
            return True
        means_anybody = self.grammar.has(self.grammar.anybody, head) or bool(_AGED.fullmatch(head))
        fits = all(self.people.fits(self.people.speaker.name, word) or word in _GENERAL for word in around)
        return means_anybody and fits and not (behind and behind[0] in self.grammar.of)

    def is_office(self, phrase: Phrase) -> bool:
        """Say whether a noun with `the` is an office that the report gives to nobody by name."""
        head, around = self._head_of(phrase)
        is_definite = bool(phrase.determiner) and self._is_definite(phrase)
        qualified = any(word in self.grammar.qualifiers for word in around)
        return is_definite and not qualified and self.grammar.has(self.grammar.titles, head)

    def is_somebody(self, phrase: Phrase) -> bool:
        """Say whether a noun means a person: by list or ending, or behind an indefinite article."""
        if not phrase.words:
            return bool(phrase.determiner)
        if not phrase.determiner and not phrase.owner:
            return not self.grammar.has_articles and is_personal(phrase.low, self.grammar)
        return phrase.determiner in self.grammar.one or any(
            is_personal(word.low, self.grammar) for word in phrase.words
        )

    def _is_definite(self, phrase: Phrase) -> bool:
        bare = not phrase.determiner or phrase.determiner in self.grammar.definite
        return bool(phrase.words) and bare and not phrase.owner

    def _head_of(self, phrase: Phrase) -> tuple[str, list[str]]:
        """Return the noun of a phrase by which somebody is called, else its head, and its adjectives."""
        lows = [word.low.removeprefix("ex-") for word in phrase.words]
        if not lows:
            return "", []
        order = range(len(lows) - 1, -1, -1) if self.grammar.head_is_last else range(len(lows))
        at = next((i for i in order if self.people.called(lows[i])), order[0])
        return lows[at], lows[:at] if self.grammar.head_is_last else []
