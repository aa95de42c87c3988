"""Who speaks a quotation in a report, read off the words around it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from analysis.formats.cues.people import UPPER, Speaker, find_full_names, fold_name, surname_of
from analysis.formats.cues.saying_verbs import SAYING, SURNAME_SAYS, find_sayers
from analysis.language import word_set

_CAPITALISED = re.compile(rf"[{UPPER}][\w'’-]+")
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_NO_NAMES = word_set("he she who they it")
_OFFICES = word_set("minister diplomat politician official")
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Minister|President|Chancellor|Secretary|Ambassador|Senator|Governor|Mayor|Sir|Lady|Dame)"
    rf"\.?\s+(?P<name>(?:[{UPPER}][\w'’-]{{1,40}} )?[{UPPER}][\w'’-]{{1,40}})\b(?! [A-Z])"
)
_BEHIND = 30  # characters between a verb and the subject behind it


class Subject(NamedTuple):
    """Who is said to say something.

    name: '' for a pronoun or an office. start: where the word stands. word: the pronoun or the office.
    """

    name: str
    start: int
    word: str = ""


class People:
    """The studied speaker and everybody else whom a report names in full and lets say something."""

    def __init__(self, prose: list[str], speaker: Speaker):
        text = "\n".join(prose)
        sayers = find_sayers(text)
        self.speaker = speaker
        self.others: dict[str, str] = {}
        for name in find_full_names(text):
            if name.split()[-1].casefold() in sayers and not speaker.is_named_by(name):
                self.others.setdefault(surname_of(name), name)
        self._known = speaker.surnames | set(self.others) | _NO_NAMES
        self._offices = _offices_of(text, speaker)
        pronouns = Counter(m.group().casefold() for m in _PRONOUN.finditer(text))
        self._usual = "" if pronouns["he"] == pronouns["she"] else max(pronouns, key=pronouns.get)

    def is_usual(self, subject: Subject) -> bool:
        """Say whether a subject is an office, or the pronoun that the text uses more than the other."""
        return subject.word.casefold() not in ("he", "she") or subject.word.casefold() == self._usual

    def subjects(self, text: str, start: int, end: int) -> list[Subject]:
        """Return the people named in text[start:end], in order; pronouns and offices have the name ''."""
        stretch = text[start:end]
        found = [
            Subject(name, m.start())
            for m in _CAPITALISED.finditer(stretch)
            if (name := self._name(m.group()))
        ]
        for pattern in (_PRONOUN, self._offices):
            found += [Subject("", m.start(), m.group()) for m in pattern.finditer(stretch)]
        for pattern in (_TITLED, SURNAME_SAYS):
            new = [m for m in pattern.finditer(stretch) if surname_of(m["name"]) not in self._known]
            found += [Subject(m["name"], m.start()) for m in new]
        found.sort(key=lambda subject: subject.start)
        return [subject._replace(start=start + subject.start) for subject in found]

    def _name(self, word: str) -> str:
        """Return the full name of a person called by surname, '' for another word or a possessive."""
        surname = fold_name(word)
        return self.speaker.name if surname in self.speaker.surnames else self.others.get(surname, "")


def _offices_of(text: str, speaker: Speaker) -> re.Pattern[str]:
    """Return how a report names the speaker by office: "the" and a word of a title beside the name."""
    name = re.escape(speaker.name or "\0")
    before = re.findall(rf"\b((?:[A-Z][\w-]{{1,40}} ){{1,4}}){name}", text)
    behind = re.findall(rf"{name}, (?:the )?((?:[A-Z]?[\w-]{{1,40}} ?){{1,3}})", text)
    titles = {word.casefold() for title in before + behind for word in title.split() if len(word) > 4}
    words = "|".join(sorted(map(re.escape, titles | _OFFICES)))
    return re.compile(rf"\b[Tt]he (?:[\w-]+ ){{0,2}}?(?:{words})\b")


def find_subject(text: str, people: People, start: int, end: int) -> Subject | None:
    """Return who says something in text[start:end]: the subject nearest to a verb of saying.

    The subject stands before its verb (`Roe said`, `he added`) or, failing that, behind it (`said Roe`).
    """
    verbs = list(SAYING.finditer(text, start, end))
    subjects = people.subjects(text, start, end) if verbs else []
    starts = [subject.start for subject in subjects]
    verbs.reverse()
    verbs.sort(key=lambda verb: verb.group().casefold().endswith("ing"))
    for verb in verbs:  # finite ones first: in `Roe met Arden, noting that` it is Roe who notes
        n_before = bisect_left(starts, verb.start())
        behind = _right_behind(subjects, starts, verb.end())
        if verb.group().casefold() == "according to" or (not n_before and behind):
            return behind
        if n_before:
            return subjects[n_before - 1]
    return None


def _right_behind(subjects: list[Subject], starts: list[int], end: int) -> Subject | None:
    following = bisect_left(starts, end)
    if following == len(starts) or starts[following] - end > _BEHIND:
        return None
    return subjects[following]
