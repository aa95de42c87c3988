"""Whom a name, a pronoun or an office means, by who was spoken of last."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.formats.cues.cast import is_person
from analysis.formats.cues.clauses import STOP, Token
from analysis.formats.cues.descriptions import Descriptions
from analysis.formats.cues.noun_phrases import (
    Phrase,
    find_phrases,
    iterate_phrases,
    names_somebody,
    read_phrase,
)
from analysis.formats.cues.persons import People, Person, gender_of_pronoun, print_name
from analysis.formats.cues.saying_verbs import Grammar
from analysis.formats.cues.subjects import main_subject

UNNAMED = Person("")
THING = Person("", "thing")  # an institution, a text, several persons: no pronoun for one person means it
_REMEMBERED = 12  # persons, the last last


class Discourse:
    """Who has been spoken of in a report up to a place, sentence by sentence.

    about: whom the last sentence is about, None if it is about no person.
    """

    def __init__(self, people: People, grammar: Grammar):
        self.people, self.grammar = people, grammar
        self.about: Person | None = None
        self._descriptions = Descriptions(people)
        self._focus: list[Person] = []
        self._about_stranger = (
            False  # the last sentence is about a name of which nothing says whether it is a person's
        )
        self._pronoun_of_speaker = ""  # the gender of the first that meant the speaker

    def note(self, sentence: list[Token], sayers: list[Person]) -> None:
        """Remember the persons of a sentence, whom it is about, and who speaks in it.

        In `When Roe asked “...”, she laughed` it is still about her in the end.
        """
        if names_somebody(sentence, self.grammar):
            for phrase in iterate_phrases(sentence, self.grammar, 0, len(sentence)):
                self._remember(self._person_named(phrase, sentence) or self._unknown_holder(phrase, sentence))
        self._descriptions.note_rivals(sentence)
        subject = main_subject(sentence, self.grammar, len(sentence))
        person = self._mentioned(subject, sentence) if subject else None
        self.about = person or (THING if subject and subject.is_full_name else None)
        self._about_stranger = self.about == THING and is_person(print_name(subject.name))
        leads = sentence[0].low in self.grammar.links
        self._learn_pronoun(sentence)
        for known in (*sayers, person) if leads else (person, *sayers):
            self._remember(known)

    def _learn_pronoun(self, sentence: list[Token]) -> None:
        """Learn from `his landlady` what pronoun the speaker has, where nobody else was spoken of since."""
        last = self._focus[-1] if self._focus else None
        if self._pronoun_of_speaker or not last or last.name != self.people.speaker.name or not last.name:
            return
        phrases = find_phrases(sentence, self.grammar, 0, len(sentence))
        if any(phrase.is_full_name and self.people.name_of(phrase.name) != last.name for phrase in phrases):
            return
        owned = [token for token in sentence if token.low in self.grammar.possessive]
        self._pronoun_of_speaker = gender_of_pronoun(owned[0].low, self.grammar) if owned else ""

    def who(
        self, subject: Phrase | None, sentence: list[Token], *, inside: Sequence[Token] = ()
    ) -> Person | None:
        """Return who is meant by the subject of a verb of saying, None if that cannot be known.

        subject: None where it is left out, as Spanish does. inside: the words of the quotation where it stands inside.
        """
        if subject is None:
            return self._last("") if self.grammar.drops_pronouns else None
        if subject.low in self.grammar.pronouns:
            return self._antecedent(subject, sentence)
        if subject.low in self.grammar.own_markers and not subject.determiner:
            return self._last(gender_of_pronoun(subject.low, self.grammar))
        person = self._named(subject) or self._owner(subject) or self._described(subject, inside or sentence)
        if person != UNNAMED:
            return person
        return self._unnamed(subject, sentence) or THING

    def _named(self, phrase: Phrase) -> Person | None:
        """Return whom a phrase names, None where the surname is another's as well who was spoken of."""
        person = self.people.named(phrase)
        is_speaker = person is not None and person.name == self.people.speaker.name
        return None if is_speaker and self.people.may_be_namesake(phrase, self._focus) else person

    def _antecedent(self, pronoun: Phrase, sentence: list[Token]) -> Person | None:
        """Return whom a pronoun means: who agrees with it, before it in the sentence or else named last."""
        if pronoun.low in self.grammar.others:
            return THING
        gender = self._gender_of(pronoun)
        before = find_phrases(sentence, self.grammar, 0, _index_of(sentence, pronoun))
        nouns = [phrase for phrase in before if phrase.low not in self.grammar.pronouns]
        subjects_first = sorted(nouns, key=lambda phrase: phrase.governed)
        persons = (self._mentioned(phrase, sentence) for phrase in subjects_first)
        found = next((p for p in persons if p and p.agrees(gender)), None) or self._last(gender)
        if found and (self._may_be_speaker(found, gender) or self._is_contradicted(found, gender)):
            return None
        if found and self._about_stranger and found.name == self.people.speaker.name:
            return None  # `Jane Doe pours tea. “He never paid,” she says.`
        return found

    def _is_contradicted(self, found: Person, gender: str) -> bool:
        """Say whether a pronoun means the speaker whom another pronoun has meant: `she said`, then `he replied`."""
        if found.name != self.people.speaker.name or not found.name:
            return False
        self._pronoun_of_speaker = self._pronoun_of_speaker or gender
        return self._pronoun_of_speaker != gender

    def _may_be_speaker(self, found: Person, gender: str) -> bool:
        """Say whether a pronoun that seems to mean an unnamed person may as well mean the speaker."""
        name = self.people.speaker.name
        speaker = next((person for person in self._focus if person.name == name), None)
        unclear = not found.name and not found.gender
        return unclear and speaker is not None and speaker.agrees(gender)

    def _last(self, gender: str) -> Person | None:
        return next((person for person in reversed(self._focus) if person.agrees(gender)), None)

    def _owner(self, phrase: Phrase) -> Person | None:
        """`Roe's answer` and `her answer` are Roe's; `Roe's husband` is somebody else."""
        if not phrase.owner and phrase.determiner not in self.grammar.possessive:
            return None
        if not self.grammar.has(self.grammar.spoken, phrase.low):
            return UNNAMED
        if phrase.owner:
            name = self.people.name_of(phrase.owner)
            return self.people.person(name) if name else UNNAMED
        return self._last(gender_of_pronoun(phrase.determiner, self.grammar))

    def _described(self, phrase: Phrase, sentence: Sequence[Token]) -> Person | None:
        """Return whom `the minister` means; UNNAMED for somebody else, None where nobody can know."""
        words = list(sentence[_index_of(sentence, phrase) :])
        names = self._descriptions.names(phrase, words) or self._only_one(phrase, words)
        if names:
            recent = next((person for person in reversed(self._focus) if person.name in names), None)
            return recent or self._speaker_among(names)
        last = self._last("")
        if (
            self._descriptions.may_be_anybody(phrase, words)
            and last
            and last.name == self.people.speaker.name
        ):
            return last
        is_office = self._descriptions.is_office(phrase) or self._descriptions.office_of(phrase, words)
        return None if is_office else UNNAMED

    def _only_one(self, phrase: Phrase, words: list[Token]) -> list[str]:
        """Return who holds an office that is called by another name, if it is one, or one was spoken of so far."""
        holders = self._descriptions.holders(phrase, words)
        known = {person.name for person in self._focus}
        found = holders if len(holders) == 1 else [name for name in holders if name in known]
        return found if len(found) == 1 else []

    def _speaker_among(self, names: list[str]) -> Person:
        name = self.people.speaker.name
        return self.people.person(name) if name in names else UNNAMED

    def _unknown_holder(self, phrase: Phrase, sentence: list[Token]) -> Person | None:
        """Return who holds an office that is nobody's by name, as a person who may be spoken of next."""
        words = sentence[_index_of(sentence, phrase) :]
        if phrase.owner or not self._descriptions.office_of(phrase, words):
            return None
        return None if self._described(phrase, sentence) else Person("", self.people.gender_of(phrase))

    def _mentioned(self, phrase: Phrase, sentence: list[Token]) -> Person | None:
        """Return the person that a phrase mentions, None if it mentions a thing."""
        if phrase.low in self.grammar.pronouns:
            return None if phrase.low in self.grammar.others else self._last(self._gender_of(phrase))
        named = self._person_named(phrase, sentence)
        if named:
            return named
        person = UNNAMED if phrase.owner else self._described(phrase, sentence)
        return person if person is None or person.name else self._unnamed(phrase, sentence)

    def _unnamed(self, phrase: Phrase, sentence: list[Token]) -> Person | None:
        """Return the unnamed person of a phrase, None for a thing; an apposition may show the gender."""
        if not self._descriptions.is_somebody(phrase):
            return None
        gender = self.people.gender_of(phrase)
        stop = next((i for i in range(phrase.end, len(sentence)) if sentence[i].kind == STOP), None)
        if not gender and stop is not None:  # `One of them, a nurse, said`
            beside = read_phrase(sentence, self.grammar, stop + 1, len(sentence))
            gender = self.people.gender_of(beside) if beside else ""
        return Person("", gender)

    def _gender_of(self, pronoun: Phrase) -> str:
        return "m" if pronoun.low in self.grammar.he else "f"

    def _name_in(self, phrase: Phrase, sentence: Sequence[Token]) -> Person | None:
        """Return whom a phrase names; a capital may as well belong to an office."""
        words = list(sentence[_index_of(sentence, phrase) :])
        return None if self._descriptions.is_all_office(phrase, words) else self._named(phrase)

    def _person_named(self, phrase: Phrase, sentence: Sequence[Token]) -> Person | None:
        person = self._name_in(phrase, sentence)
        return person if person and self.people.is_person(person.name) else None

    def _remember(self, person: Person | None) -> None:
        if person is None or person == THING:
            return
        known = [other for other in self._focus if not person.name or other.name != person.name]
        self._focus = [*known[-_REMEMBERED:], person]


def _index_of(sentence: Sequence[Token], phrase: Phrase) -> int:
    """Return where a phrase's words begin in their sentence, of which it may have been read from a part."""
    at = phrase.words[0].start if phrase.words else 0
    return next((i for i, token in enumerate(sentence) if token.start >= at), len(sentence))
