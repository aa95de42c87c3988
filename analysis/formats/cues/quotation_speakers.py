"""Who speaks each quotation of a paragraph."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest
from typing import NamedTuple

from analysis.formats.cues.attributions import read_saying
from analysis.formats.cues.clauses import DASHES, QUOTE, STOP, WORD, Token
from analysis.formats.cues.discourse import THING, UNNAMED, Discourse
from analysis.formats.cues.incises import Incise
from analysis.formats.cues.noun_phrases import find_phrases
from analysis.formats.cues.persons import Person
from analysis.formats.cues.said_before import find_author
from analysis.formats.cues.said_behind import read_signature
from analysis.formats.cues.sayings import ELIDED, LIST, MANY, NOT_SAID, PLACE, VERB, Saying, opens_sentence

CONTINUED = "continued"  # as the quotation before, with no word but its attribution between
INTRODUCED = "introduced"  # by a line above or below
_HEADING_WORDS = 14


class Verdict(NamedTuple):
    """Who speaks a quotation, None if nobody is known to; how: as in Saying, CONTINUED, or '' without cue.

    incise: the words inside the marks that say who speaks.
    """

    person: Person | None
    how: str
    incise: Incise | None = None


OPEN = Verdict(None, "")


def find_speakers(
    sentences: list[list[Token]],
    discourse: Discourse,
    *,
    last: Verdict,
    inside: Callable[[Token], Incise | None],
) -> list[Verdict]:
    """Return a verdict on each quotation of a paragraph, in order, and note in the discourse who was named.

    last: who speaks where the paragraph begins, because a line introduces it or a quotation ends there. inside: returns
    the words inside a quotation that say who speaks it; asked where none outside do.
    """
    verdicts: list[Verdict] = []
    for sentence, following in zip_longest(sentences, sentences[1:], fillvalue=[]):
        here: list[Verdict] = []
        for q in (i for i, token in enumerate(sentence) if token.kind == QUOTE):
            saying = read_saying(sentence, q, following, discourse.grammar)
            verdict = _judge(saying, sentence, discourse, here) if saying else _continue(sentence, q, last)
            incise = inside(sentence[q]) if verdict.how in ("", CONTINUED) else None
            verdict = _judge_inside(incise, sentence, discourse) if incise else verdict
            last = last if verdict.how == NOT_SAID and here else verdict
            here.append(verdict)
        discourse.note(sentence, [verdict.person for verdict in here if verdict.person])
        last = last if here else _still(last, discourse.about)
        verdicts += here
    return verdicts


def _judge(saying: Saying, sentence: list[Token], discourse: Discourse, here: list[Verdict]) -> Verdict:
    """Return who is said to speak; here: the verdicts on the quotations before in the sentence."""
    if saying.how == LIST:
        return here[-1] if here else OPEN
    if saying.how == MANY:
        return OPEN
    if saying.how == NOT_SAID:
        return Verdict(None, NOT_SAID)
    if saying.how == ELIDED and here and here[-1].person:
        return here[-1]
    person = discourse.who(saying.subject, sentence)
    return OPEN if saying.how == PLACE and person == THING else Verdict(person, saying.how)


def _judge_inside(incise: Incise, sentence: list[Token], discourse: Discourse) -> Verdict:
    """Return whom the words inside a quotation name: where nobody is known by them, it is no continuation either."""
    person = discourse.who(incise.subject, sentence, inside=incise.words)
    return Verdict(person, VERB, incise)


def _continue(sentence: list[Token], q: int, last: Verdict) -> Verdict:
    """A quotation that is a sentence of its own goes on with what the same person said right before."""
    if last.how == INTRODUCED and opens_sentence(sentence, q):
        return Verdict(last.person, VERB)
    alone = all(token.kind != WORD for i, token in enumerate(sentence) if i != q)
    return Verdict(last.person, CONTINUED) if alone and last.person else OPEN


def _still(last: Verdict, about: Person | None) -> Verdict:
    """Return who may go on speaking behind a sentence: nobody if it is about another person."""
    if about is None or last.person is None:
        return last
    return last if about.name and about.name == last.person.name else OPEN


def find_introduced(line: list[Token], discourse: Discourse) -> Person | None:
    """Return whom a line above a quotation introduces: `From Mayor Jane Roe:`, `Jane Roe, mayor`."""
    n_words = sum(token.kind == WORD for token in line)
    if not 0 < n_words <= _HEADING_WORDS or line[0].kind == STOP:
        return None
    phrases = find_phrases(line, discourse.grammar, 0, len(line))
    if line[-1].text == ":":
        if author := find_author(line[:-1], discourse.grammar):
            return discourse.people.named(author) or UNNAMED
        named = (discourse.people.named(phrase) for phrase in phrases)
        return next(filter(None, named), UNNAMED)
    ends = bool(phrases) and (phrases[0].end == len(line) or line[phrases[0].end].text == ",")
    return discourse.people.named(phrases[0]) if ends else None


def find_signed(line: list[Token], discourse: Discourse) -> Person | None:
    """Return who signs for a quotation on the line below it: `— Jane Roe, mayor`."""
    signed = len(line) > 1 and line[0].text in DASHES
    saying = read_signature(line[1:], discourse.grammar) if signed else None
    return discourse.who(saying.subject, line) if saying else None
