"""Who speaks each quotation of a report, paragraph by paragraph."""

from __future__ import annotations

from typing import NamedTuple

from analysis.formats.cues.clauses import QUOTE, STOP, WORD, Token
from analysis.formats.cues.discourse import THING, UNNAMED, Discourse
from analysis.formats.cues.noun_phrases import find_phrases
from analysis.formats.cues.persons import Person
from analysis.formats.cues.sayings import ELIDED, LIST, NOT_SAID, PLACE, VERB, Saying, read_saying, read_signature

_HEADING_WORDS = 14
CONTINUED = "continued"  # as the quotation before, with nothing but a stop or an attribution between
INTRODUCED = "introduced"


class Verdict(NamedTuple):
    """Who speaks a quotation, None if nobody is known to; how: as in Saying, CONTINUED, or '' without a cue."""

    person: Person | None
    how: str


OPEN = Verdict(None, "")


def find_speakers(sentences: list[list[Token]], discourse: Discourse, *, last: Verdict) -> list[Verdict]:
    """Return a verdict on each quotation of a paragraph, in order, and note in the discourse who was named.

    last: who speaks where the paragraph begins, because a line introduces it or a quotation ends there.
    """
    verdicts: list[Verdict] = []
    for sentence, following in zip(sentences, [*sentences[1:], []], strict=True):
        here: list[Verdict] = []
        for q in (i for i, token in enumerate(sentence) if token.kind == QUOTE):
            last = _judge(sentence, q, following, discourse, here, last)
            here.append(last)
        discourse.note(sentence, [v.person for v in here if v.person])
        last = _after(sentence, discourse, here, last)
        verdicts += here
    return verdicts


def _judge(
    sentence: list[Token],
    q: int,
    following: list[Token],
    discourse: Discourse,
    here: list[Verdict],
    last: Verdict,
) -> Verdict:
    saying = read_saying(sentence, q, following, discourse.grammar)
    if saying is None and last.how == INTRODUCED and _opens(sentence, q):
        return Verdict(last.person, VERB)
    if saying is None:
        return _continue(sentence, q, last)
    if saying.how == LIST:
        return here[-1] if here else OPEN
    if saying.how == NOT_SAID:
        return Verdict(None, NOT_SAID)
    person = _sayer(saying, sentence, discourse, here)
    return OPEN if saying.how == PLACE and person == THING else Verdict(person, saying.how)


def _sayer(saying: Saying, sentence: list[Token], discourse: Discourse, here: list[Verdict]) -> Person | None:
    """Return who says it; a verb whose subject is left out has that of the quotation before."""
    if saying.how == ELIDED and here and here[-1].person:
        return here[-1].person
    return discourse.who(saying.subject, sentence)


def _continue(sentence: list[Token], q: int, last: Verdict) -> Verdict:
    """A quotation that is a sentence of its own goes on with what the same person said in the paragraph."""
    alone = all(token.kind != WORD for i, token in enumerate(sentence) if i != q)
    return Verdict(last.person, CONTINUED) if alone and last.person else OPEN


def _opens(sentence: list[Token], q: int) -> bool:
    return all(token.kind == STOP for token in sentence[:q])


def _after(sentence: list[Token], discourse: Discourse, here: list[Verdict], last: Verdict) -> Verdict:
    """Return who may go on speaking behind a sentence: nobody once it is about another person."""
    subject = discourse.last_subject
    if here or subject is None or last.person is None:
        return last
    return last if subject.name and subject.name == last.person.name else OPEN


def find_introduced(tokens: list[Token], discourse: Discourse) -> Person | None:
    """Return whom a line above a quotation introduces: `From Mayor Jane Roe:`, `Jane Roe, mayor`."""
    words = [token for token in tokens if token.kind == WORD]
    if not words or len(words) > _HEADING_WORDS or any(token.kind == QUOTE for token in tokens):
        return None
    phrases = find_phrases(tokens, discourse.grammar, 0, len(tokens))
    if tokens[-1].text == ":":
        return _first_named(tokens, discourse)
    ends = phrases and (phrases[0].end == len(tokens) or tokens[phrases[0].end].text == ",")
    return discourse.people.named(phrases[0]) if ends else None


def _first_named(tokens: list[Token], discourse: Discourse) -> Person:
    phrases = find_phrases(tokens, discourse.grammar, 0, len(tokens))
    named = (discourse.people.named(phrase) for phrase in phrases if not phrase.owner or phrase.name)
    return next(filter(None, named), UNNAMED)


def find_signed(tokens: list[Token], discourse: Discourse) -> Person | None:
    """Return who signs for a quotation on the line below it: `— Jane Roe, mayor`."""
    saying = read_signature(tokens, discourse.grammar)
    return discourse.who(saying.subject, tokens) if saying else None
