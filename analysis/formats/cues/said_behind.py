"""Who the words right behind a quotation say speaks it: `“...,” said Roe`, `“...” – Jane Roe, mayor`."""

from __future__ import annotations

from analysis.formats.cues.clauses import DASHES, QUOTE, STOP, WORD, Token
from analysis.formats.cues.noun_phrases import Phrase, find_free, read_phrase
from analysis.formats.cues.saying_verbs import Grammar
from analysis.formats.cues.sayings import (
    PLACE,
    REACH,
    VERB,
    Saying,
    according_to,
    belonging,
    is_passive,
    opens_sentence,
    without_subject,
)
from analysis.formats.cues.subjects import first_word, is_saying_verb, phrase_behind, subject_of

_READY = frozenset(",?!…–—-")  # what a quotation ends with that a verb may follow
_BREAKS = frozenset(";:().!?") | DASHES
_BEFORE_VERB = frozenset(",(") | DASHES
_SENTENCE = 12  # words of a sentence that only says who asked


def leads_on(sentence: list[Token], q: int, grammar: Grammar) -> bool:
    """Say whether the verb behind a quotation leads to the next: `“no”, Roe said “yes”`."""
    verb = _first_verb(sentence[: q + REACH], q + 1, grammar)
    behind = verb is not None and verb + 1 < len(sentence) and sentence[verb + 1]
    return bool(behind) and (behind.kind == QUOTE or behind.text == ":")


def read_behind(sentence: list[Token], q: int, grammar: Grammar) -> Saying | None:
    """Return who is said, right behind the quotation sentence[q], to say it."""
    stop = q + 1
    while stop < len(sentence) and sentence[stop].text in _BEFORE_VERB:
        stop += 1
    marks = {token.text for token in sentence[q + 1 : stop]}
    rest = sentence[stop : stop + REACH]
    if not rest or rest[0].kind != WORD:
        return None
    ready = bool(marks) or sentence[q].low in _READY
    said = _attributed(rest, grammar, ready=ready, opens=opens_sentence(sentence, q))
    return said or (read_signature(rest, grammar) if marks - {","} else None)


def _attributed(rest: list[Token], grammar: Grammar, *, ready: bool, opens: bool) -> Saying | None:
    """Return who says it; ready: a comma leads to a verb; opens: the quotation opens its sentence."""
    according = according_to(rest, 0, len(rest), grammar)
    if according:
        return Saying(VERB, according)
    rest = rest[1:] if rest[0].low in grammar.likened else rest
    if not rest or rest[0].low in grammar.links or not (ready or opens):
        return None
    said = _subject_first(rest, grammar) or _verb_first(rest, grammar)
    return said or (_by_place(rest, grammar) if ready and opens else None)


def _subject_first(rest: list[Token], grammar: Grammar) -> Saying | None:
    """`Roe said`, `a spokesman for Roe, who is ill, said`, `a-t-elle dit`."""
    first = read_phrase(rest, grammar, first_word(rest, grammar, 0), len(rest))
    verb = _first_verb(rest, first.end, grammar) if first else None
    if verb is None or is_passive(rest, verb, grammar):
        return None
    subject = subject_of(rest, grammar, verb)
    is_first = subject is not None and (subject.start == first.start or _is_apposed(rest, first, subject))
    return Saying(VERB, subject) if is_first else None


def _is_apposed(rest: list[Token], first: Phrase, subject: Phrase) -> bool:
    """`the mayor, Jane Roe, said`"""
    return subject.start == first.end + 1 and rest[first.end].text == ","


def _first_verb(rest: list[Token], start: int, grammar: Grammar) -> int | None:
    """Return where the first verb of saying stands before the next quotation or clause."""
    for i in range(start, len(rest)):
        if rest[i].kind == QUOTE or rest[i].text in _BREAKS:
            return None
        if is_saying_verb(rest, i, grammar) and not grammar.is_gerund(rest[i].low):
            return i
    return None


def _verb_first(rest: list[Token], grammar: Grammar) -> Saying | None:
    """`said Roe`, `a déclaré Roe`, `sagte am Montag Roe`, `expresó`."""
    verb = first_word(rest, grammar, 0)
    if verb >= len(rest) or not is_saying_verb(rest, verb, grammar) or grammar.is_gerund(rest[verb].low):
        return None
    end = next((i for i in range(verb + 1, len(rest)) if rest[i].kind != WORD), len(rest))
    behind = phrase_behind(rest, grammar, verb + 1) or next(
        iter(find_free(rest, grammar, verb + 1, end)), None
    )
    return Saying(VERB, behind) if behind else without_subject(rest, verb, grammar)


def _by_place(rest: list[Token], grammar: Grammar) -> Saying | None:
    """`grinned Roe`, `Roe deadpanned`, `was the reply of Roe`: what stands where a verb of saying would."""
    if rest[0].low in grammar.be:
        return _was_answer_of(rest, grammar)
    verb = first_word(rest, grammar, 0)
    if verb < len(rest) and _is_open(rest[verb], grammar):
        behind = read_phrase(rest, grammar, verb + 1, len(rest))
        return Saying(PLACE, behind) if behind else None
    first = read_phrase(rest, grammar, 0, len(rest))
    acts = first is not None and first.end < len(rest) and _is_open(rest[first.end], grammar)
    return Saying(PLACE, first) if acts else None


def _was_answer_of(rest: list[Token], grammar: Grammar) -> Saying | None:
    """`was Roe's answer`, `came the reply from Roe`."""
    answer = read_phrase(rest, grammar, 1, len(rest))
    if answer is None or grammar.has(grammar.titled, answer.low):
        return None
    return Saying(PLACE, answer if answer.owner else belonging(rest, answer, grammar))


def _is_open(token: Token, grammar: Grammar) -> bool:
    """Say whether a word may be a verb that is not listed."""
    return token.kind == WORD and token.text[0].islower() and token.low not in grammar.small


def read_signature(rest: list[Token], grammar: Grammar) -> Saying | None:
    """Return whose name opens some words, as in `— Jane Roe, mayor of Elm` behind the dash."""
    signature = read_phrase(rest, grammar, 0, len(rest))
    if signature is None or not _is_name(signature, grammar):
        return None
    ends = signature.end >= len(rest) or rest[signature.end].kind == STOP
    return Saying(PLACE, signature) if ends or signature.is_full_name else None


def _is_name(phrase: Phrase, grammar: Grammar) -> bool:
    return bool(phrase.name) and phrase.determiner not in grammar.possessive


def read_next(following: list[Token], grammar: Grammar) -> Saying | None:
    """Return who asked in `“Who pays?” Roe asked.`: a sentence of its own with hardly more than that."""
    if len(following) > _SENTENCE or any(t.kind == QUOTE or t.text == ":" for t in following):
        return None
    first = read_phrase(following, grammar, 0, len(following))
    verb = _first_verb(following, first.end, grammar) if first else None
    if verb is None or subject_of(following, grammar, verb) != first:
        return None
    adds = verb + 1 < len(following) and _adds(following[verb + 1], grammar)
    return None if adds else Saying(VERB, first)


def _adds(token: Token, grammar: Grammar) -> bool:
    """Say whether a word behind a verb of saying tells what is said."""
    return token.kind != STOP and token.low not in grammar.prepositions and token.low not in grammar.passed
