"""The persons of a report: the studied speaker and others, by what they are called."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from analysis.formats.cues.clauses import Token
from analysis.formats.cues.noun_phrases import Phrase
from analysis.formats.cues.offices import MINISTER, MINISTRIES, is_same_place
from analysis.formats.cues.people import Speaker, fold_name, words_of_name
from analysis.formats.cues.russian_names import is_russian_form
from analysis.formats.cues.saying_verbs import Grammar

_PERSON = re.compile(
    r"\w+(?:man|woman|ist|eer|ian|er|or|eur|euse|eure|iste|istin|erin|ante|dor|dora|tore|trice)"
)
_HE_ARTICLES = frozenset(["der", "le", "el", "il", "lo", "ein", "un", "uno"])
_SHE_ARTICLES = frozenset(["die", "la", "eine", "una", "une"])
_CLEAR = 3  # times one pronoun must be as frequent as the other to be the speaker's


class Person(NamedTuple):
    """Somebody a report names or mentions; name: '' if unnamed. gender: 'm', 'f', '' where nothing tells."""

    name: str
    gender: str = ""

    def agrees(self, gender: str) -> bool:
        """Say whether a pronoun of a gender can mean the person."""
        return not gender or not self.gender or gender == self.gender


class People:
    """Who is who; what is learnt of a person is kept by the name in full."""

    def __init__(self, speaker: Speaker, grammar: Grammar):
        self.speaker, self.grammar = speaker, grammar
        self._names = words_of_name(speaker.name)
        self._surnames = speaker.surnames
        self._labels = {fold_name(label) for label in speaker.labels}
        self._full: dict[str, str] = {}  # the name in full by its last word
        self._namesakes: dict[str, None] = {}  # others of the speaker's surname, in the order of the text
        self._called: dict[str, set[str]] = defaultdict(set)
        self._callers: dict[str, dict[str, None]] = defaultdict(dict)  # in the order of the text
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        self._acting: set[str] = set()
        self._offices: dict[str, dict[str, None]] = defaultdict(
            dict
        )  # who holds each, in the order of the text
        self._places: dict[str, set[str]] = defaultdict(set)

    def add_name(self, tokens: tuple[Token, ...]) -> None:
        """Note the name of a person in full."""
        words = self._words_of(tokens)
        printed = print_name(tokens[-len(words) :])
        self._full.setdefault(words[-1], printed)
        if words[-1] in self._surnames and not self._is_speaker(words):
            self._namesakes[printed] = None

    def add_act(self, name: str) -> None:
        """Note that a name is a person's: it says something, or is called by surname."""
        self._acting.add(name)

    def add_noun(self, name: str, low: str) -> None:
        """Note that a person is called by a noun."""
        self._called[name].add(low)
        self._callers[low][name] = None
        if is_personal(low, self.grammar):
            self._acting.add(name)

    def add_office(self, name: str, office: str, places: Iterable[str]) -> None:
        """Note that a person holds an office, and words that say of which country or town."""
        self._offices[office][name] = None
        self._places[name].update(places)

    def holders(self, office: str) -> list[str]:
        """Return the names of those who hold an office; a minister may be one of any field."""
        offices = (*MINISTRIES, office) if office == MINISTER else (office,)
        return list(dict.fromkeys(name for one in offices for name in self._offices.get(one, ())))

    def may_hold(self, name: str, office: str) -> bool:
        """Say whether a person may hold an office: not one of whom only others are known."""
        known = any(name in holders for holders in self._offices.values())
        return not office or not known or name in self.holders(office)

    def is_of(self, name: str, places: Iterable[str]) -> bool:
        """Say whether a person is of the country or town that some words name; of any where none is named."""
        known = self._places.get(name, set()) | self._called.get(name, set())
        return all(any(is_same_place(place, own) for own in known) for place in places)

    def add_gender(self, name: str, gender: str, weight: int = 1) -> None:
        """Note what shows a person's gender, '' for nothing."""
        if gender:
            self._votes[name][gender] += weight

    def person(self, name: str) -> Person:
        """Return the person of a name in full; the speaker has the usual pronoun where nothing else tells."""
        gender = _majority(self._votes[name], 1)
        if name == self.speaker.name:
            gender = gender or _majority(self._votes[""], _CLEAR)
        return Person(name, gender)

    def named(self, phrase: Phrase) -> Person | None:
        """Return whom the capitalised words at a phrase's end name, None if they name nobody known."""
        inflected = phrase.governed and self._is_inflected(phrase)
        name = self.speaker.name if inflected else self.name_of(phrase.name)
        return self.person(name) if name else None

    def may_be_namesake(self, phrase: Phrase, known: list[Person]) -> bool:
        """Say whether a surname may mean one of those known who speaks as well: no title tells them apart."""
        speaking = [p for p in known if p.name in self._namesakes and p.name in self._acting]
        if len(self._words_of(phrase.name)) > 1 or not speaking:
            return False
        titles = [word.low for word in phrase.words if word not in phrase.name[-1:]]
        gender = next(filter(None, (gender_of_pronoun(low, self.grammar) for low in titles)), "")
        parted = gender and not any(person.agrees(gender) for person in speaking)
        own = [low for low in titles if self.fits(self.speaker.name, low)]
        theirs = [low for low in own if any(self.fits(person.name, low) for person in speaking)]
        return not parted and len(own) == len(theirs)

    def name_of(self, tokens: tuple[Token, ...]) -> str:
        """Return the full name of a person who is called by some capitalised words, '' if nobody known is."""
        words = self._words_of(tokens)
        if not words:
            return ""
        if self._is_speaker(words):
            return self.speaker.name
        if words[-1] in self.grammar.titles:
            return ""
        printed = self._full.get(words[-1], "")
        return printed if len(words) == 1 or words == words_of_name(printed) else print_name(tokens)

    def is_person(self, name: str) -> bool:
        """Say whether a name is a person's: who says something, has a title or is called by surname."""
        return name == self.speaker.name or name in self._acting or bool(self._votes.get(name))

    def called(self, low: str) -> list[str]:
        """Return the names of those who are called by a noun, in German also by the end of one."""
        if not self.grammar.nouns_are_capitalised:
            return list(self._callers.get(low, ()))
        ending = (noun for noun in self._callers if noun.endswith(low) and low in self.grammar.titles)
        nouns = dict.fromkeys([low, *ending])
        return list(dict.fromkeys(name for noun in nouns for name in self._callers.get(noun, ())))

    def fits(self, name: str, low: str) -> bool:
        """Say whether a noun or an adjective is used of a person."""
        return low in self._called.get(name, ())

    def is_name(self, tokens: tuple[Token, ...]) -> bool:
        """Say whether words are a name: two or more, one of them perhaps a title, and no office."""
        return len(tokens) > 1 and self._words_of(tokens)[-1] not in self.grammar.titles

    def gender_of(self, phrase: Phrase) -> str:
        """Return the gender of an unnamed person: of the noun, or where articles show it, of the article."""
        genders = (gender_of_noun(word.low, self.grammar) for word in phrase.words)
        return next(filter(None, genders), gender_of_article(phrase.determiner, self.grammar))

    def _words_of(self, tokens: tuple[Token, ...]) -> list[str]:
        """Return the folded words of a name without titles."""
        words = [_fold(token.text) for token in tokens]
        while len(words) > 1 and self._is_title(words[0]):
            del words[0]
        return words

    def _is_title(self, word: str) -> bool:
        return word in self.grammar.titles or (
            word in self._called.get(self.speaker.name, ()) and word not in self._names
        )

    def _is_inflected(self, phrase: Phrase) -> bool:
        """`по словам Беловой`: a Russian surname in another case."""
        low = phrase.low if self.grammar.language == "russian" and len(phrase.name) == 1 else ""
        return any(is_russian_form(fold_name(low), surname) for surname in self._surnames)

    def _is_speaker(self, words: list[str]) -> bool:
        """`Roe`, `Jane Roe`, `J. Roe`, `Jane`; another given name before the surname is another person."""
        if self._labels and " ".join(words) in self._labels:
            return True
        if not self._names or words[-len(self._names) :] == self._names:
            return bool(self._names)
        if words[-1] in self._surnames:
            return all(word in self._names or len(word.strip(".")) == 1 for word in words[:-1])
        return words == self._names[:1]


def is_personal(low: str, grammar: Grammar) -> bool:
    """Say whether a noun means a person, by list or ending."""
    return grammar.has(grammar.personal, low) or (low not in grammar.things and bool(_PERSON.fullmatch(low)))


def is_plural(low: str, grammar: Grammar) -> bool:
    """Say whether a noun means several persons, as English writes it."""
    return grammar.language == "english" and low.endswith("s") and is_personal(low[:-1], grammar)


def gender_of_pronoun(low: str, grammar: Grammar) -> str:
    """Return the gender that a pronoun or a title shows, '' for another word."""
    if low in grammar.he or low in grammar.his:
        return "m"
    return "f" if low in grammar.she or low in grammar.her else ""


def gender_of_noun(low: str, grammar: Grammar) -> str:
    """Return the gender of a noun for a person, '' where it tells none."""
    if grammar.has(grammar.women, low) or low.endswith(tuple(grammar.feminine)):
        return "f"
    if grammar.has(grammar.men, low) or low.endswith(tuple(grammar.masculine)):
        return "m"
    return gender_of_pronoun(low, grammar)


def gender_of_article(determiner: str, grammar: Grammar) -> str:
    """Return the gender of an article in languages where nouns for persons follow it."""
    if grammar.language in ("english", "russian", ""):
        return ""
    if determiner in _HE_ARTICLES:
        return "m"
    return "f" if determiner in _SHE_ARTICLES else ""


def gender_of_verb(low: str, grammar: Grammar) -> str:
    """Return the gender that the form of a verb shows: `сказал`, `сказала`."""
    return _by_ending(low, grammar.she_verbs, grammar.he_verbs)


def gender_of_surname(name: str, grammar: Grammar) -> str:
    """Return the gender that a surname shows, not inflected: `Белов`, `Белова`."""
    return _by_ending(name.casefold(), grammar.she_surnames, grammar.he_surnames)


def _by_ending(low: str, feminine: frozenset[str], masculine: frozenset[str]) -> str:
    if low.endswith(tuple(feminine)):
        return "f"
    return "m" if low.endswith(tuple(masculine)) else ""


def print_name(tokens: tuple[Token, ...]) -> str:
    """Return a name's last two words as printed, without a possessive `'s`."""
    return " ".join(_bare(token.text) for token in tokens[-2:])


def _majority(votes: Counter[str], times: int) -> str:
    """Return the gender with more votes, if that is at least so many times as many as the other has."""
    he, she = votes["m"], votes["f"]
    if he == she or max(he, she) < times * max(1, min(he, she)):
        return ""
    return "m" if he > she else "f"


@lru_cache(maxsize=100_000)
def _fold(word: str) -> str:
    return fold_name(_bare(word))


def _bare(word: str) -> str:
    return word.rstrip("'’").removesuffix("'s").removesuffix("’s")
