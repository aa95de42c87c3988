"""Whom a pronoun, an office or a name means, by who was spoken of last."""

from __future__ import annotations

import re

from analysis.formats.cues.clauses import QUOTE, STOP, Token
from analysis.formats.cues.noun_phrases import Phrase, find_phrases, read_phrase
from analysis.formats.cues.persons import People, Person, is_personal
from analysis.formats.cues.saying_verbs import Grammar
from analysis.formats.cues.subjects import main_subject

UNNAMED = Person("")
THING = Person("", "thing")  # an institution, a text, several persons: no pronoun for one person means it
_REMEMBERED = 12  # persons, the last last
_PERSON = re.compile(
    r"\w+(?:man|woman|ist|eer|ian|er|or|eur|euse|eure|iste|istin|erin|ante|dor|dora|tore|trice)"
)
_DEMONYM = re.compile(r"\w+(?:an|ish|ese|man|woman|ard)|\d\d-year-old", re.IGNORECASE)
_HIS = {"his": "m", "her": "f", "sein": "m", "ihr": "f", "его": "m", "ее": "f", "её": "f"}
_ONE = frozenset("a an one another ein eine einer un une uno una un' один одна".split())
_OF_STATE = ("of state", "of government", "de estado", "de gobierno", "de l' état", "dello stato")
_DROPS_PRONOUNS = frozenset(["spanish", "italian", "russian"])


class Discourse:
    """Who has been spoken of in a report up to a place, sentence by sentence."""

    def __init__(self, people: People, grammar: Grammar):
        self.people, self.grammar = people, grammar
        self._focus: list[Person] = []
        self.last_subject: Person | None = None

    def note(self, sentence: list[Token], sayers: list[Person]) -> None:
        """Remember the persons of a sentence, its subject and who speaks in it last."""
        phrases = find_phrases(sentence, self.grammar, 0, len(sentence))
        for phrase in phrases:
            self._remember(self._person_named(phrase))
        self.last_subject = self.subject_of_sentence(sentence, len(sentence))
        self._remember(self.last_subject)
        for person in sayers:
            self._remember(person)

    def subject_of_sentence(self, sentence: list[Token], end: int) -> Person | None:
        """Return the person that sentence[:end] is about, None if it is about no person."""
        first = next((i for i, token in enumerate(sentence[:end]) if token.kind == QUOTE), end)
        subject = main_subject(sentence, self.grammar, first)
        return self._mentioned(subject, sentence) if subject else None

    def who(self, phrase: Phrase | None, sentence: list[Token]) -> Person | None:
        """Return who is meant by the subject of a verb of saying, None if that cannot be known.

        None for the phrase is a subject left out, as Spanish does.
        """
        if phrase is None:
            return self._last("") if self.grammar.language in _DROPS_PRONOUNS else None
        if self._is_pronoun(phrase):
            return self._antecedent(phrase, sentence)
        person = self.people.named(phrase) or self._owner(phrase) or self._described(phrase, sentence)
        if person != UNNAMED:
            return person
        return Person("", self.people.gender_of(phrase)) if self._is_somebody(phrase) else THING

    def _is_pronoun(self, phrase: Phrase) -> bool:
        return phrase.low in self.grammar.he | self.grammar.she | self.grammar.others

    def _antecedent(self, phrase: Phrase, sentence: list[Token]) -> Person | None:
        """Return whom a pronoun means: who agrees with it and is the subject before, else who was named last."""
        if phrase.low in self.grammar.others:
            return THING
        gender = "m" if phrase.low in self.grammar.he else "f"
        start = _index_of(sentence, phrase)
        before = [p for p in find_phrases(sentence, self.grammar, 0, start) if not self._is_pronoun(p)]
        persons = [self._mentioned(p, sentence) for p in sorted(before, key=lambda p: p.governed)]
        same_sentence = (person for person in persons if person and person.agrees(gender))
        return next(same_sentence, None) or self._last(gender)

    def _last(self, gender: str) -> Person | None:
        return next((person for person in reversed(self._focus) if person.agrees(gender)), None)

    def _owner(self, phrase: Phrase) -> Person | None:
        """`Roe's answer` and `her answer` are Roe's; `Roe's husband` is somebody else."""
        if not self.grammar.is_named(phrase.low, self.grammar.spoken):
            return UNNAMED if phrase.owner or phrase.determiner in self.grammar.possessive else None
        if phrase.owner:
            name = self.people.name_of(phrase.owner)
            return self.people.person(name) if name else UNNAMED
        if phrase.determiner in self.grammar.possessive:
            return self._last(_HIS.get(phrase.determiner[:4].rstrip("e"), _HIS.get(phrase.determiner, "")))
        return None

    def _described(self, phrase: Phrase, sentence: list[Token]) -> Person | None:
        """Return whom `the minister`, `the guest` and `the German` mean."""
        if phrase.determiner and phrase.determiner not in self.grammar.definite:
            return UNNAMED
        head, rest = self._head_of(phrase)
        if not head or any(word in self.grammar.qualifiers for word in rest):
            return UNNAMED
        names = self.people.called(head)
        if names:
            return self._last_of(names, rest)
        return self._anybody(phrase, head, sentence)

    def _head_of(self, phrase: Phrase) -> tuple[str, list[str]]:
        """Return the noun of a phrase by which somebody is called, else its head, and the words around it."""
        lows = [word.low.removeprefix("ex-") for word in phrase.words]
        if not lows:
            return "", []
        order = range(len(lows) - 1, -1, -1) if self.grammar.head_is_last else range(len(lows))
        at = next((i for i in order if self.people.called(lows[i])), order[0])
        return lows[at], lows[:at] if self.grammar.head_is_last else []

    def _last_of(self, names: list[str], rest: list[str]) -> Person | None:
        """Return who of those called by one noun was spoken of last, if the adjectives fit."""
        fitting = [name for name in names if all(self.people.fits(name, word) for word in rest)]
        known = set(fitting or names)
        recent = next((p for p in reversed(self._focus) if p.name in known), None)
        if recent:
            return recent
        return self.people.person(self.people.speaker.name) if self.people.speaker.name in known else UNNAMED

    def _anybody(self, phrase: Phrase, head: str, sentence: list[Token]) -> Person | None:
        """Return the speaker, if spoken of last, for a noun that can mean anybody, and nobody known for an office."""
        if not phrase.determiner:
            return UNNAMED
        anybody = self.grammar.is_named(head, self.grammar.people)
        anybody = anybody or (len(phrase.words) == 1 and bool(_DEMONYM.fullmatch(phrase.words[0].text)))
        anybody = anybody or _heads_state(sentence, phrase)
        last = self._last("")
        if anybody and last and last.name == self.people.speaker.name:
            return last
        return None if self.grammar.is_named(head, self.grammar.titles) else UNNAMED

    def _mentioned(self, phrase: Phrase, sentence: list[Token]) -> Person | None:
        """Return the person that a phrase mentions, None if it mentions a thing."""
        if self._is_pronoun(phrase):
            return None if phrase.low in self.grammar.others else self._last(self._gender_of(phrase))
        named = self._person_named(phrase)
        if named:
            return named
        person = self._described(phrase, sentence) if not phrase.owner else UNNAMED
        if person is None or person.name:
            return person
        return Person("", self._gender_in(phrase, sentence)) if self._is_somebody(phrase) else None

    def _gender_in(self, phrase: Phrase, sentence: list[Token]) -> str:
        """Return the gender of an unnamed person, or of the apposition to it: `One of them, a nurse`."""
        gender = self.people.gender_of(phrase)
        comma = next((i for i in range(phrase.end, len(sentence)) if sentence[i].kind == STOP), None)
        beside = None if gender or comma is None else read_phrase(sentence, self.grammar, comma + 1, len(sentence))
        return self.people.gender_of(beside) if beside else gender

    def _gender_of(self, phrase: Phrase) -> str:
        return "m" if phrase.low in self.grammar.he else "f"

    def _person_named(self, phrase: Phrase) -> Person | None:
        person = self.people.named(phrase)
        return person if person and self.people.is_person(person.name) else None

    def _is_somebody(self, phrase: Phrase) -> bool:
        """Say whether a noun means a person: by list or ending, or behind an indefinite article."""
        if not phrase.words:
            return bool(phrase.determiner)
        personal = any(is_personal(word.low, self.grammar) for word in phrase.words)
        return personal or phrase.determiner in _ONE

    def _remember(self, person: Person | None) -> None:
        if person is None or person == THING:
            return
        if person.name:
            self._focus = [known for known in self._focus if known.name != person.name]
        self._focus = [*self._focus[-_REMEMBERED:], person]


def _heads_state(sentence: list[Token], phrase: Phrase) -> bool:
    """`the head of state`, `el jefe de Estado`"""
    at = _index_of(sentence, phrase) + 1
    return " ".join(token.low for token in sentence[at : at + 3]).startswith(_OF_STATE)


def _index_of(sentence: list[Token], phrase: Phrase) -> int:
    """Return where a phrase stands in its sentence, of which it may be read from a part."""
    at = phrase.words[0].start if phrase.words else 0
    return next((i for i, token in enumerate(sentence) if token.start >= at), len(sentence))
