"""Who speaks a quotation in a report, read off the words around it."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from analysis.formats.names import FULL_NAME, Speaker, fold_name, surname_of

_SAY = ["accus", "acknowledg", "add", "admit", "agre", "announc", "answer", "argu", "ask", "assert", "assur", "believ", "call", "caution", "cit", "claim", "clarif", "comment", "conced", "conclud", "condemn", "confirm", "continu", "criticis", "criticiz", "declar", "defend", "den", "describ", "dismiss", "echo", "emphasis", "emphasiz", "explain", "express", "hint", "highlight", "indicat", "insist", "joke", "label", "lament", "observ", "point", "prais", "pledg", "portray", "predict", "promis", "propos", "quip", "quot", "recall", "recount", "refer", "reiterat", "reject", "remark", "remind", "repeat", "repl", "report", "respond", "reveal", "stat", "stress", "suggest", "testif", "underlin", "underscor", "urg", "voic", "vow", "warn", "welcom", "wonder"]
# Only inflected forms: the bare stems (`report`, `answer`, `call`) are as often nouns.
_VERB = re.compile(
    rf"\b(?:sa(?:id|ys|y|ying)|tell(?:s|ing)|told|writ(?:es|ing)|wrote|not(?:es|ed|ing)"
    rf"|(?:{'|'.join(_SAY)})(?:es|s|ed|d|ied|ies|ing|ring|ting|ted|led|ged|ned))\b|\baccording to\b",
    re.I,
)
_SURNAME_SAYS = re.compile(rf"(?P<name>[A-ZÀ-ÖØ-Þ][\w'’-]+) (?:{_VERB.pattern})")
_OFFICES = {"minister", "diplomat", "politician", "official"}
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.I)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Minister|President|Chancellor|Secretary|Ambassador|Senator|Governor|Mayor|Sir|Lady|Dame)\.?\s+"
    r"(?P<name>[A-ZÀ-ÖØ-Þ][\w'’-]+)\b(?! [A-Z])"
)
_SCARE_WORDS = 4


class Subject(NamedTuple):
    """Who is said to say something: a name ('' for a pronoun or an office), where it stands, and as which word."""

    name: str
    start: int
    word: str = ""


class People:
    """The studied speaker and everybody else whom a report names in full and lets say something."""

    def __init__(self, prose: list[str], speaker: Speaker):
        self.speaker = speaker
        self.others: dict[str, str] = {}
        text = "\n".join(prose)
        for match in (m for paragraph in prose for m in FULL_NAME.finditer(paragraph)):
            name = " ".join(match.group().split()[-2:])
            if not speaker.is_named_by(name) and _says_something(text, name.split()[-1]):
                self.others.setdefault(surname_of(name), name)
        self._offices = _offices_of(text, speaker)
        pronouns = Counter(m.group().casefold() for m in _PRONOUN.finditer(text))
        self._usual = max(sorted(pronouns), key=pronouns.get, default="")

    def is_usual(self, subject: Subject) -> bool:
        """Say whether a subject is an office, or the pronoun that the text uses most."""
        return subject.word.casefold() not in ("he", "she") or subject.word.casefold() == self._usual

    def subjects(self, text: str, start: int, end: int) -> list[Subject]:
        """Return the people named in text[start:end], in order; pronouns and offices have the name ''."""
        found = []
        for match in re.finditer(r"[A-ZÀ-ÖØ-Þ][\w'’-]+", text[start:end]):
            word = re.sub(r"['’]s$", "", match.group())
            folded = fold_name(word)
            possessive = word != match.group()
            if folded in self.speaker.surnames and not possessive:
                found.append(Subject(self.speaker.name, start + match.start()))
            elif folded in self.others and not possessive:
                found.append(Subject(self.others[folded], start + match.start()))
        for pattern in (_PRONOUN, self._offices):
            found += [Subject("", start + m.start(), m.group()) for m in pattern.finditer(text[start:end])]
        for pattern in (_TITLED, _SURNAME_SAYS):
            found += [
                Subject(m["name"], start + m.start())
                for m in pattern.finditer(text[start:end])
                if self._is_new(m)
            ]
        return sorted(found, key=lambda subject: subject.start)

    def _is_new(self, match: re.Match) -> bool:
        folded = fold_name(match["name"])
        return folded not in self.speaker.surnames | set(self.others) | {"he", "she", "who", "they", "it"}


def _says_something(text: str, surname: str) -> bool:
    """Say whether a surname stands right before or behind a verb of saying anywhere."""
    near = rf"\b{re.escape(surname)}(?:,[^,.]{{1,80}},)?(?:\s+(?:also|has|had|later|then|further))?\s+(?:{_VERB.pattern})"
    behind = rf"(?:{_VERB.pattern})\s+(?:[\w.]+\s+){{0,4}}{re.escape(surname)}\b"
    return bool(re.search(near, text, re.I) or re.search(behind, text, re.I))


def _offices_of(text: str, speaker: Speaker) -> re.Pattern:
    """Return how a report names the speaker by office: "the" and a word of the title printed beside the name."""
    name = re.escape(speaker.name)
    beside = re.findall(
        rf"((?:[A-Z][\w-]+ ){{1,4}}){name}|{name}, (?:the )?((?:[A-Z]?[\w-]+ ?){{1,3}})", text
    )
    titles = {w.casefold() for pair in beside for w in " ".join(pair).split() if len(w) > 4} | _OFFICES
    words = "|".join(sorted(map(re.escape, titles)))
    return re.compile(rf"\b[Tt]he (?:[\w-]+ ){{0,2}}?(?:{words})\b")


def subject_of_saying(text: str, people: People, start: int, end: int) -> Subject | None:
    """Return who says something in text[start:end]: the subject nearest to a verb of saying.

    The subject stands before its verb (`Roe said`, `he added`) or, failing that, right behind it (`said Roe`).
    """
    verbs = list(_VERB.finditer(text, start, end))
    if not verbs:
        return None
    subjects = people.subjects(text, start, end)
    for verb in reversed(verbs):
        behind = [s for s in subjects if 0 <= s.start - verb.end() <= 30]
        before = [s for s in subjects if s.start < verb.start()]
        if verb.group().casefold() == "according to" or (not before and behind):
            return behind[0] if behind else None
        if before:
            return before[-1]
    return None


def is_scare_quote(text: str, start: int, end: int) -> bool:
    """Say whether a quotation is so short that, without a verb of saying, it is the outlet's own."""
    return len(text[start:end].split()) <= _SCARE_WORDS
