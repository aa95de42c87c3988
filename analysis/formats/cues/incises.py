"""Words inside a quotation that say who speaks it: `« Le fleuve, dit Roe, est à nous »`."""

from __future__ import annotations

from typing import NamedTuple

from analysis.formats.cues.clauses import STOP, Token
from analysis.formats.cues.noun_phrases import Phrase
from analysis.formats.cues.saying_verbs import Grammar
from analysis.formats.cues.subjects import first_word, is_saying_verb, phrase_behind


class Incise(NamedTuple):
    """Who is said to speak inside a quotation, and the offsets of the words that say so."""

    subject: Phrase
    start: int
    end: int


def find_incise(words: list[Token], grammar: Grammar) -> Incise | None:
    """Return the first words between two stops that are a verb of saying and its subject."""
    stops = (i for i in range(len(words) - 2) if words[i].kind == STOP)
    return next(filter(None, (_read_incise(words, i, grammar) for i in stops)), None)


def _read_incise(words: list[Token], stop: int, grammar: Grammar) -> Incise | None:
    verb = first_word(words, grammar, stop + 1)
    if verb >= len(words) or not is_saying_verb(words, verb, grammar):
        return None
    subject = phrase_behind(words, grammar, verb + 1)
    if subject is None or subject.end >= len(words) or words[subject.end].kind != STOP:
        return None
    while words[stop - 1].kind == STOP and stop:
        stop -= 1
    is_somebody = bool(subject.name) or subject.low in grammar.pronouns or bool(subject.determiner)
    return Incise(subject, words[stop].start, words[subject.end].start) if is_somebody else None
