"""Who the words before a quotation say speaks it: `Roe said that “...”`, `Her answer was short: “...”`."""

from __future__ import annotations

from itertools import chain

from analysis.formats.cues.clauses import DASHES, QUOTE, WORD, Token
from analysis.formats.cues.incises import find_incise
from analysis.formats.cues.noun_phrases import Phrase, find_phrases
from analysis.formats.cues.saying_verbs import Grammar
from analysis.formats.cues.sayings import (
    LIST,
    MANY,
    NOT_SAID,
    PLACE,
    VERB,
    Saying,
    according_behind,
    according_to,
    belonging,
    gap_start,
    in_own_view,
    is_passive,
    is_plural,
    last_verb,
    without_subject,
    word_before,
)
from analysis.formats.cues.subjects import first_word, main_subject, phrase_behind, subject_of

_BREAKS = frozenset(";:()") | DASHES
_LISTED = 1  # words that a list may hold between two quotations: `“a farce”, the talks “a joke”`


def read_before(sentence: list[Token], q: int, grammar: Grammar) -> Saying | None:
    """Return what the words before sentence[q] say of it: the verb of saying nearest to it decides."""
    start = gap_start(sentence, q)
    verb = last_verb(sentence, start, q, grammar)
    according = _according(sentence, start if verb is None else verb + 1, q, grammar)
    if according:
        return Saying(VERB, according)
    if _is_hearsay(sentence, start, verb, grammar):
        return Saying(MANY)
    aside = _said_aside(sentence, start, q, grammar)
    if aside and (verb is None or not _is_persons(sentence, verb, grammar)):
        return Saying(VERB, aside)
    if verb is not None:
        return _said_by(sentence, verb, q, grammar)
    if start and _is_list(sentence[start:q], grammar):
        return Saying(LIST)
    if q and sentence[q - 1].text == ":":
        return _introduced(sentence[:q], grammar)
    return _in_words_of(sentence, q, grammar)


def _said_aside(sentence: list[Token], start: int, q: int, grammar: Grammar) -> Phrase | None:
    """Return who says it in `The text, Roe said, is “ready”`; words between two stops say so."""
    if start and sentence[start - 1].kind == QUOTE:
        return None  # what stands behind a quotation says who spoke that one
    incise = find_incise(sentence[start:q], grammar)
    return incise.subject if incise else None


def _is_hearsay(sentence: list[Token], start: int, verb: int | None, grammar: Grammar) -> bool:
    """`Roe, dicono in municipio, è “stanco”`: a plural without a subject right behind a comma tells what others say."""
    if not verb or verb == start or not is_plural(sentence, verb, grammar):
        return False
    return sentence[verb - 1].text == "," and phrase_behind(sentence, grammar, verb + 1) is None


def _is_persons(sentence: list[Token], verb: int, grammar: Grammar) -> bool:
    """Say whether a verb between the words aside and the quotation may have a person for its subject."""
    subject = subject_of(sentence, grammar, verb)
    return subject is not None and bool(subject.name or grammar.has(grammar.personal, subject.low))


def _according(sentence: list[Token], start: int, end: int, grammar: Grammar) -> Phrase | None:
    """Return who stands behind the last `according to`; German `so Roe` only stands right behind a quotation."""
    ready = start + (start < end and sentence[start].text == ",") if start else -1
    places = [
        i
        for i in range(end - 1, start - 1, -1)
        if sentence[i].low != "so" or i == ready or _is_fenced(sentence, i, end, grammar)
    ]
    own = (in_own_view(sentence, i, grammar) for i in places)
    behind = (according_behind(sentence, i, grammar) for i in places)
    others = (according_to(sentence, i, end, grammar) for i in places)
    return next(filter(None, chain(own, behind, others)), None)


def _is_fenced(sentence: list[Token], i: int, end: int, grammar: Grammar) -> bool:
    """`Der Text, so Roe weiter, sei „fertig“`: two commas stand around what German says aside."""
    behind = according_to(sentence, i, end, grammar) if i and sentence[i - 1].text == "," else None
    stop = first_word(sentence, grammar, behind.end) if behind else end
    return stop < end and sentence[stop].text == ","


def _said_by(sentence: list[Token], verb: int, q: int, grammar: Grammar) -> Saying:
    """Return who is the subject of a verb, or, in the passive, who stands behind `by`."""
    if sentence[verb].low == "saying" and verb and sentence[verb - 1].low == "as":
        return _quoted_as_saying(sentence, verb - 1, grammar)
    if _is_denied(sentence, verb, q, grammar):
        return Saying(MANY)
    has_agent = q + 1 < len(sentence) and sentence[q + 1].low in grammar.by
    if is_passive(sentence, verb, grammar) or (has_agent and verb == q - 1):
        return Saying(VERB, phrase_behind(sentence, grammar, q + 2)) if has_agent else Saying(NOT_SAID)
    subject = subject_of(sentence, grammar, verb)
    return Saying(VERB, subject) if subject else without_subject(sentence, verb, grammar)


def _is_denied(sentence: list[Token], verb: int, q: int, grammar: Grammar) -> bool:
    """`Roe denied that she was “deaf”`: the words are those of who said so, and hardly Roe's.

    Her own stand behind a colon or `as`: `Roe denied it: “...”`, `Roe dismissed the charge as “absurd”`.
    """
    between = {token.low for token in sentence[verb + 1 : q]}
    if sentence[q - 1].text == ":" or not between.isdisjoint(grammar.likened):
        return False
    low, before = sentence[verb].low, sentence[verb - 1].low if verb else ""
    if low in grammar.alleged and before in grammar.denying | grammar.rejecting:
        return True  # `rejected claims that`
    return low in grammar.denying or (low in grammar.rejecting and not between.isdisjoint(grammar.alleged))


def _quoted_as_saying(sentence: list[Token], at: int, grammar: Grammar) -> Saying:
    """`Roe was quoted as saying` and `the paper quoted Roe as saying`: Roe says it."""
    if at and grammar.says(sentence[at - 1].low):
        return Saying(VERB, subject_of(sentence, grammar, at - 1))
    phrases = find_phrases(sentence, grammar, 0, at)
    return Saying(VERB, phrases[-1]) if phrases else Saying(NOT_SAID)


def _is_list(between: list[Token], grammar: Grammar) -> bool:
    """`“a farce” and “a waste”`: next to nothing stands between two quotations."""
    if all(token.text in DASHES for token in between):
        return True
    if any(token.text in _BREAKS or token.is_capitalised for token in between):
        return False
    words = [token for token in between if token.kind == WORD and token.low not in grammar.small]
    return len(words) <= _LISTED


def find_author(words: list[Token], grammar: Grammar) -> Phrase | None:
    """Return who wrote what is introduced: `He read a statement by the police: “...”`."""
    places = (
        i
        for i, word in enumerate(words[:-1])
        if word.low in grammar.spoken and words[i + 1].low in grammar.by
    )
    return next(filter(None, (phrase_behind(words, grammar, i + 2) for i in places)), None)


def _introduced(words: list[Token], grammar: Grammar) -> Saying | None:
    """`Roe: “...”`, `Her answer was short: “...”`: who or what the words before a colon are about."""
    if author := find_author(words, grammar):
        return Saying(PLACE, author)
    subject = main_subject(words, grammar, len(words))
    at = word_before(words, len(words) - 1)
    if subject is None or (at is not None and grammar.has(grammar.titled, words[at].low)):
        return None  # `Roe held up a sign: “...”`
    is_spoken = grammar.has(grammar.spoken, subject.low) and not subject.owner and not subject.name
    return Saying(PLACE, belonging(words, subject, grammar) if is_spoken else subject)


def _in_words_of(sentence: list[Token], q: int, grammar: Grammar) -> Saying | None:
    """`in Roe's words, “...”`"""
    at = word_before(sentence, q)
    if at is None or sentence[at].low not in grammar.spoken:
        return None
    phrases = find_phrases(sentence, grammar, max(0, at - 4), at + 1)
    owned = bool(phrases) and bool(phrases[-1].owner or phrases[-1].determiner in grammar.possessive)
    return Saying(PLACE, phrases[-1]) if owned else None
