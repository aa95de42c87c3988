"""Words inside a quotation that say who speaks it: `« Le fleuve, dit Roe, est à nous »`."""

from __future__ import annotations

from typing import NamedTuple

from analysis.formats.cues.clauses import DASHES, STOP, Token
from analysis.formats.cues.noun_phrases import Phrase, read_phrase
from analysis.formats.cues.saying_verbs import Grammar
from analysis.formats.cues.sayings import is_plural
from analysis.formats.cues.subjects import first_word, is_saying_verb, phrase_behind

_ADDED = 6  # words behind the subject, of its office, place and day


class Incise(NamedTuple):
    """Who is said to speak inside a quotation, None where a verb stands alone, and the offsets of those words.

    words: all words of the quotation.
    """

    subject: Phrase | None
    start: int
    end: int
    words: tuple[Token, ...]


def find_incise(words: list[Token], grammar: Grammar) -> Incise | None:
    """Return the first words between two stops that are a verb of saying and its subject."""
    stops = (i for i in range(len(words) - 2) if words[i].kind == STOP)
    return next(filter(None, (_read_incise(words, i, grammar) for i in stops)), None)


def _read_incise(words: list[Token], stop: int, grammar: Grammar) -> Incise | None:
    verb = first_word(words, grammar, stop + 1)
    subject = read_phrase(words, grammar, verb, len(words)) if words[verb : verb + 1] else None
    inverted = subject is not None and subject.low in grammar.pronouns  # `a-t-il souligné`
    verb = first_word(words, grammar, subject.end) if inverted else verb
    if verb >= len(words) or not is_saying_verb(words, verb, grammar):
        return None
    subject = subject if inverted else phrase_behind(words, grammar, verb + 1)
    end = _end_of(words, verb + 1 if inverted or subject is None else subject.end, grammar)
    if end is None:
        return None
    fenced = words[stop].text in DASHES and any(token.text in DASHES for token in words[end : end + 2])
    named = subject and _is_somebody(subject, grammar, fenced=fenced)
    is_somebody = named if subject else _stands_alone(words, stop, verb, grammar)
    while words[stop - 1].kind == STOP and stop:
        stop -= 1
    last = words[end].start if end < len(words) else words[-1].end
    return Incise(subject, words[stop].start, last, tuple(words)) if is_somebody else None


def _end_of(words: list[Token], end: int, grammar: Grammar) -> int | None:
    """Return where the words stop that go with a subject (`dit le chef de la diplomatie mardi,`), or where all end."""
    last = end + _ADDED + 1
    stop = next((i for i in range(end, last) if i >= len(words) or words[i].kind == STOP), None)
    clear = stop is not None and not any(
        token.low in grammar.links or grammar.says(token.low) for token in words[end:stop]
    )
    return stop if clear else None


def _is_somebody(subject: Phrase, grammar: Grammar, *, fenced: bool) -> bool:
    """Say whether a phrase means a person; a Russian noun does so without an article.

    fenced: dashes on both sides show that the outlet speaks.
    """
    nouns = [word.low for word in subject.words] if not grammar.has_articles else []
    means_person = bool(nouns) and (fenced or any(grammar.has(grammar.personal, noun) for noun in nouns))
    return bool(subject.name or subject.determiner) or subject.low in grammar.pronouns or means_person


def _stands_alone(words: list[Token], stop: int, verb: int, grammar: Grammar) -> bool:
    """`“A —dijo— B”`: between dashes, in the singular, in languages that leave pronouns out."""
    is_one = grammar.drops_pronouns and not is_plural(words, verb, grammar)
    return is_one and words[stop].text in DASHES and words[min(verb + 1, len(words) - 1)].text in DASHES
