"""Who is who in a report: the studied speaker and others, what they are called, and what agrees with them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import NamedTuple

from analysis.formats.cues.clauses import STOP, WORD, Token
from analysis.formats.cues.noun_phrases import Phrase, find_phrases, read_phrase
from analysis.formats.cues.people import Speaker, fold_name, words_of_name
from analysis.formats.cues.saying_verbs import Grammar
from analysis.formats.cues.subjects import is_saying_verb, subject_of

_HIS = frozenset("him his himself mr herr monsieur señor sr signor".split())
_HER = frozenset("her hers herself ms mrs miss frau mme madame sra señora".split())
_HE = frozenset(["der", "le", "el", "il", "lo"])
_SHE = frozenset(["die", "la"])
_AS = frozenset(["as", "als", "comme", "como", "come"])
_PERSON = re.compile(
    r"\w+(?:man|woman|ist|eer|ian|er|or|eur|euse|eure|iste|istin|erin|ante|dor|dora|tore|trice)"
)
_CLEAR = 4  # times one pronoun must be as frequent as the other to be the speaker's


class Person(NamedTuple):
    """Somebody a report names or mentions; name: '' if unnamed. gender: 'm', 'f' or '' where nothing tells."""

    name: str
    gender: str = ""

    def agrees(self, gender: str) -> bool:
        """Say whether a pronoun of a gender can mean the person."""
        return not gender or not self.gender or gender == self.gender


class People:
    """The persons of a report, learnt from all its sentences."""

    def __init__(self, sentences: list[list[Token]], speaker: Speaker, grammar: Grammar):
        self.speaker, self.grammar = speaker, grammar
        self._names = words_of_name(speaker.name)
        self._full: dict[str, str] = {}
        self._called: dict[str, set[str]] = defaultdict(set)
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        self._acting: set[str] = set()
        phrases = [find_phrases(sentence, grammar, 0, len(sentence)) for sentence in sentences]
        for found in phrases:
            self._learn_names(found)
        for sentence in sentences:
            self._learn_sayers(sentence)
        for sentence, found in zip(sentences, phrases, strict=True):
            self._learn_from(sentence, found)
        self._callers: dict[str, list[str]] = defaultdict(list)
        for name, words in self._called.items():
            for word in words:
                self._callers[word].append(name)
        self._genders = {name: _majority(votes, 1) for name, votes in self._votes.items()}
        if speaker.name and not self._genders.get(speaker.name):
            votes = Counter(_gender_of(token.low, grammar) for sentence in sentences for token in sentence)
            self._genders[speaker.name] = _majority(votes, _CLEAR)

    def person(self, name: str) -> Person:
        """Return the person of a name in full."""
        return Person(name, self._genders.get(name, ""))

    def named(self, phrase: Phrase) -> Person | None:
        """Return whom the capitalised words at a phrase's end name, None if they name nobody known."""
        name = self.name_of(phrase.name)
        return self.person(name) if name else None

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
        return printed if len(words) == 1 or words == words_of_name(printed) else _print(tokens)

    def is_person(self, name: str) -> bool:
        """Say whether a name is a person's: who says something, has a title or is called by surname."""
        return name == self.speaker.name or name in self._acting or bool(self._votes[name])

    def called(self, low: str) -> list[str]:
        """Return the names of those who are called by a noun: `the minister`."""
        return self._callers.get(low, [])

    def fits(self, name: str, low: str) -> bool:
        """Say whether a noun or an adjective is used of a person."""
        return low in self._called[name]

    def _words_of(self, tokens: tuple[Token, ...]) -> list[str]:
        """Return the folded words of a name without titles."""
        words = [fold_name(_bare(token)) for token in tokens]
        while len(words) > 1 and self._is_title(words[0]):
            del words[0]
        return words

    def _is_title(self, word: str) -> bool:
        return word in self.grammar.titles or word in self._called[self.speaker.name] - set(self._names)

    def _is_speaker(self, words: list[str]) -> bool:
        """`Roe`, `Jane Roe`, `J. Roe`, `Jane`; another given name before the surname is another person."""
        if not self._names:
            return False
        if " ".join(words) in {fold_name(label) for label in self.speaker.labels}:
            return True
        if words[-len(self._names) :] == self._names:
            return True
        if words[-1] in self.speaker.surnames:
            return all(word in self._names or len(word.strip(".")) == 1 for word in words[:-1])
        return words == self._names[:1]

    def _learn_names(self, phrases: list[Phrase]) -> None:
        for phrase in phrases:
            words = self._words_of(phrase.name)
            if len(words) > 1 and words[-1] not in self.grammar.titles:
                self._full.setdefault(words[-1], _print(phrase.name))

    def _learn_sayers(self, sentence: list[Token]) -> None:
        """Learn who says something in a sentence, by one name alone if that is all there is (`Anna said`)."""
        verbs = (i for i in range(len(sentence)) if is_saying_verb(sentence, i, self.grammar))
        for subject in (subject_of(sentence, self.grammar, verb) for verb in verbs):
            words = self._words_of(subject.name) if subject and not subject.determiner else []
            if len(words) == 1 and subject.words[0] is not sentence[0]:
                self._full.setdefault(words[0], _print(subject.name))
            self._acting.add(self.name_of(subject.name) if words else "")

    def _learn_from(self, sentence: list[Token], phrases: list[Phrase]) -> None:
        """Learn what the persons of a sentence are called, and their gender if it names only one."""
        names = {name for phrase in phrases if (name := self.name_of(phrase.name))}
        for phrase in phrases:
            name = self.name_of(phrase.name) or self.name_of(phrase.owner)
            if name:
                self._learn_titles(name, sentence, phrase)
            if name and (len(phrase.name or phrase.owner) == 1 or _is_who(sentence, phrase.end)):
                self._acting.add(name)
        self._learn_gender(sentence, phrases, names)

    def _learn_gender(self, sentence: list[Token], phrases: list[Phrase], names: set[str]) -> None:
        """Learn from the pronouns behind the only name of a sentence, where it is a subject's."""
        named = [phrase for phrase in phrases if self.name_of(phrase.name) in names and not phrase.governed]
        if len(names) == 1 and named:
            genders = (_gender_of(token.low, self.grammar) for token in sentence[named[0].end :])
            self._votes[names.pop()].update(filter(None, genders))

    def _learn_titles(self, name: str, sentence: list[Token], phrase: Phrase) -> None:
        """Learn from `the minister Jane Roe`, `the minister, Jane Roe`, `Roe, the minister` and `Roe is minister`."""
        if phrase.owner and not phrase.name:
            return
        known = set(words_of_name(name))
        self._call(name, [word for word in phrase.words if fold_name(word.text) not in known], phrase)
        for noun in self._nouns_beside(sentence, phrase):
            if not self.name_of(noun.name) or noun.determiner:
                self._call(name, noun.words, noun)

    def _call(self, name: str, words: list[Token] | tuple[Token, ...], phrase: Phrase) -> None:
        lows = {word.low for word in words}
        self._called[name] |= lows
        if any(is_personal(low, self.grammar) for low in lows):
            self._acting.add(name)
        genders = [self._gender_of_noun(low) for low in lows]
        genders += [_article(phrase.determiner, self.grammar)] if lows else []
        self._votes[name].update({gender: 3 for gender in genders if gender})

    def _nouns_beside(self, sentence: list[Token], phrase: Phrase) -> list[Phrase]:
        """Return the phrases that say what somebody is: before or behind a comma, behind `as` and `is`."""
        before = _mark_at(sentence, phrase.start - 1) == "," and phrase.start - 1
        found = []
        if before:
            ahead = find_phrases(sentence, self.grammar, max(0, before - 10), before)
            found += [p for p in ahead if not p.governed][-1:]
            found += [p for p in ahead[-1:] if p.governed and _mark_at(sentence, p.start - 1) in _AS]
        if _mark_at(sentence, phrase.end) == ",":
            found.append(read_phrase(sentence, self.grammar, phrase.end + 1, len(sentence)))
        elif _mark_at(sentence, phrase.end) in self.grammar.be | {"has"}:
            found.append(self._predicate(sentence, phrase.end))
        return [noun for noun in found if noun and not self._does_something(sentence, noun)]

    def _does_something(self, sentence: list[Token], noun: Phrase) -> bool:
        """`Roe, the embassy said`: what has a verb of its own is no apposition."""
        return noun.end < len(sentence) and self.grammar.says(sentence[noun.end].low)

    def _predicate(self, sentence: list[Token], i: int) -> Phrase | None:
        while i < len(sentence) and sentence[i].low in self.grammar.be | self.grammar.passed:
            i += 1
        return read_phrase(sentence, self.grammar, i, len(sentence))

    def _gender_of_noun(self, low: str) -> str:
        if self.grammar.is_named(low, self.grammar.women):
            return "f"
        if self.grammar.nouns_are_capitalised and low.endswith("in") and len(low) > 5:
            return "f"
        return "m" if self.grammar.is_named(low, self.grammar.men) else _gender_of(low, self.grammar)

    def gender_of(self, phrase: Phrase) -> str:
        """Return the gender of an unnamed person: of the noun, or where articles show it, of the article."""
        genders = [self._gender_of_noun(word.low) for word in phrase.words]
        return next(filter(None, genders), _article(phrase.determiner, self.grammar))


def is_personal(low: str, grammar: Grammar) -> bool:
    """Say whether a noun means a person, by list or ending."""
    lists = grammar.people | grammar.men | grammar.women | grammar.titles
    return grammar.is_named(low, lists) or bool(_PERSON.fullmatch(low))


def _is_who(sentence: list[Token], i: int) -> bool:
    """Say whether `, who` stands at sentence[i]."""
    return _mark_at(sentence, i) == "," and _mark_at(sentence, i + 1) in ("who", "whom", "whose", "qui", "quien")


def _mark_at(sentence: list[Token], i: int) -> str:
    return sentence[i].low if 0 <= i < len(sentence) and sentence[i].kind in (WORD, STOP) else ""


def _gender_of(low: str, grammar: Grammar) -> str:
    if low in grammar.he or low in _HIS:
        return "m"
    return "f" if low in grammar.she or low in _HER else ""


def _article(determiner: str, grammar: Grammar) -> str:
    """Return the gender of an article in languages where nouns for persons follow it."""
    if grammar.language in ("english", "russian", ""):
        return ""
    if determiner in ("ein", "un", "uno", *_HE):
        return "m"
    return "f" if determiner in ("eine", "una", "une", *_SHE) else ""


def _majority(votes: Counter[str], times: int) -> str:
    """Return the gender with more votes, if it has more than the other and at least so many times as many."""
    he, she = votes["m"], votes["f"]
    if he == she or max(he, she) < times * min(he, she):
        return ""
    return "m" if he > she else "f"


def _bare(token: Token) -> str:
    return token.text.rstrip("'’").removesuffix("'s").removesuffix("’s")


def _print(tokens: tuple[Token, ...]) -> str:
    return " ".join(_bare(token) for token in tokens[-2:])
