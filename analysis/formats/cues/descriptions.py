"""What nouns for persons can mean: `the minister`, `the guest`, `a fisherman`."""

from __future__ import annotations

import re

from analysis.formats.cues.clauses import Token
from analysis.formats.cues.noun_phrases import Phrase
from analysis.formats.cues.offices import Office, find_offices, list_places, read_office
from analysis.formats.cues.persons import People, is_personal, is_plural

_AGED = re.compile(r"\d\d-year-old")
_GENERAL = ("top", "old", "young", "senior")
_OF_STATE = ("of state", "of government", "de estado", "de gobierno", "de l' état", "dello stato")


class Descriptions:
    """The nouns by which the persons of a report are called."""

    def __init__(self, people: People):
        self.people, self.grammar = people, people.grammar
        self._first_words = frozenset(name[0] for name in self.grammar.offices)
        self._rivals: set[str] = set()
        self._has_counterpart = False

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
        fitting = [name for name in called if all(self.people.fits(name, word) for word in around)] or called
        office, places = self.office_of(phrase, words), self._places_of(phrase, words)
        return [
            name
            for name in fitting
            if self.people.is_of(name, places) and self.people.may_hold(name, office.office if office else "")
        ]

    def office_of(self, phrase: Phrase, words: list[Token]) -> Office | None:
        """Return the office that a noun names in the sentence that goes on with some words, None for none."""
        start = self._adjectives_of(phrase)
        office = read_office(words, start, self.grammar) if start < len(words) else None
        inflected = office and not phrase.governed and words[start].low not in self._first_words
        return None if inflected else office  # `представитель министра`

    def _adjectives_of(self, phrase: Phrase) -> int:
        """Return how many words of a phrase stand before the first that opens an office."""
        if not self.grammar.head_is_last:
            return 0
        may_precede = self.grammar.is_of_place if not self.grammar.has_articles else self._is_no_person
        opens = (i for i, word in enumerate(phrase.words) if word.low in self._first_words)
        start = next(opens, 0)
        return start if all(may_precede(word.low) for word in phrase.words[:start]) else 0

    def _is_no_person(self, low: str) -> bool:
        return not self.grammar.has(self.grammar.personal, low)

    def note_rivals(self, sentence: list[Token]) -> None:
        """Note the offices that somebody else holds as well: the Elmish premier, or whose counterpart is spoken of."""
        if any(token.low in self.grammar.counterparts for token in sentence):
            self._has_counterpart = True
        for office in find_offices(sentence, self.grammar):
            holders = self.people.holders(office.office)
            if office.places and not any(self.people.is_of(name, office.places) for name in holders):
                self._rivals.add(office.office)

    def holders(self, phrase: Phrase, words: list[Token]) -> list[str]:
        """Return who may hold the office that a noun means under another name; nobody where it is others' as well."""
        is_other = any(word.low in self.grammar.qualifiers for word in phrase.words)
        office = self.office_of(phrase, words) if self._is_definite(phrase) and not is_other else None
        if office is None or (not office.places and (self._has_counterpart or office.office in self._rivals)):
            return []
        holders = [
            name for name in self.people.holders(office.office) if self.people.is_of(name, office.places)
        ]
        return [name for name in holders if self._may_be_called(name, phrase)]

    def is_all_office(self, phrase: Phrase, words: list[Token]) -> bool:
        """Say whether a phrase is the name of an office to its end, capitals included: `глава Минфина`."""
        office = self.office_of(phrase, words) if phrase.name else None
        return office is not None and office.end >= len(phrase.words)

    def _may_be_called(self, name: str, phrase: Phrase) -> bool:
        """Say whether a noun's gender may be a person's."""
        gender, own = self.people.gender_of(phrase), self.people.person(name).gender
        tells = gender == "f" or self.grammar.nouns_show_gender
        return not (tells and gender and own) or gender == own

    def _places_of(self, phrase: Phrase, words: list[Token]) -> list[str]:
        """Return the words around a noun that say of which country or town somebody is."""
        office = self.office_of(phrase, words)
        if office:
            return list(office.places)
        inside = [word.low for word in phrase.words[:-1] if self.grammar.is_of_place(word.low)]
        behind = list_places(words, len(phrase.words), self.grammar)
        return [*(inside if self.grammar.head_is_last else []), *behind]

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
        has_title = self.grammar.has(self.grammar.titles | self.grammar.heads, head)
        return is_definite and not qualified and has_title

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
