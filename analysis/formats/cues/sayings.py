"""What can be said of a quotation, and what several rules ask of the words around it."""

from __future__ import annotations

from typing import NamedTuple

from analysis.formats.cues.clauses import QUOTE, STOP, WORD, Token
from analysis.formats.cues.noun_phrases import Phrase, find_phrases, read_phrase
from analysis.formats.cues.saying_verbs import Grammar
from analysis.formats.cues.subjects import is_saying_verb, phrase_behind

VERB = "verb"  # a verb of saying
PLACE = "place"  # another word, or only a stop, where such a verb would stand
LIST = "list"  # said with the quotation before: `“a farce” and “a joke”`
NOT_SAID = "not said"  # a title, an inscription, a question that was put
MANY = "many"  # a verb of saying in the plural without a subject: nobody's words in particular
ELIDED = "elided"  # a verb of saying without a subject
REACH = 40  # words on either side of a quotation that are read


class Saying(NamedTuple):
    """How the words around a quotation lead to who says it, and who that is, None where nobody is named."""

    how: str
    subject: Phrase | None = None


def without_subject(sentence: list[Token], verb: int, grammar: Grammar) -> Saying:
    """Return who is left out at a verb without a subject: `dijo` means one person, `dijeron` nobody in particular."""
    return Saying(MANY if is_plural(sentence, verb, grammar) else ELIDED)


def is_plural(sentence: list[Token], verb: int, grammar: Grammar) -> bool:
    """Say whether a verb of saying, or the auxiliary before it, is in the plural."""
    has_auxiliary = verb > 0 and sentence[verb - 1].low in grammar.passed
    return any(map(grammar.is_plural, (token.low for token in sentence[verb - has_auxiliary : verb + 1])))


def gap_start(sentence: list[Token], q: int) -> int:
    """Return where the words begin that stand between the quotation before sentence[q] and this one.

    A quotation before a colon is part of the words: `told the “Herald”: “...”`.
    """
    first = max(0, q - REACH)
    quoted = (i for i in range(q - 1, first - 1, -1) if sentence[i].kind == QUOTE)
    return next((i + 1 for i in quoted if sentence[i + 1].text != ":"), first)


def last_verb(sentence: list[Token], start: int, end: int, grammar: Grammar) -> int | None:
    """Return where the last verb of saying stands in sentence[start:end]."""
    verbs = (i for i in range(end - 1, start - 1, -1) if is_saying_verb(sentence, i, grammar))
    return next(verbs, None)


def word_before(sentence: list[Token], q: int) -> int | None:
    """Return where the word right before a quotation stands, perhaps with a comma between."""
    i = q - 2 if q and sentence[q - 1].text == "," else q - 1
    return i if i >= 0 and sentence[i].kind == WORD else None


def is_passive(sentence: list[Token], verb: int, grammar: Grammar) -> bool:
    """`Roe was told`; a form of the present (`was saying`) is none."""
    i = verb - 1
    while i >= 0 and sentence[i].low in grammar.passed and sentence[i].low not in grammar.be:
        i -= 1
    has_passive = grammar.language in ("english", "german") and not sentence[verb].low.endswith("ing")
    return has_passive and i >= 0 and sentence[i].low in grammar.be


def according_to(sentence: list[Token], i: int, end: int, grammar: Grammar) -> Phrase | None:
    """Return who stands behind `according to` if that stands at sentence[i]."""
    for phrase in grammar.phrases:
        stop = i + len(phrase)
        if stop < end and tuple(token.low for token in sentence[i:stop]) == phrase:
            behind = phrase_behind(sentence[:end], grammar, stop)
            return behind and behind._replace(governed=True)
    return None


def according_behind(sentence: list[Token], i: int, grammar: Grammar) -> Phrase | None:
    """Return whom `Roe zufolge` names if its last word stands at sentence[i]."""
    phrases = find_phrases(sentence, grammar, 0, i) if sentence[i].low in grammar.according_behind else []
    return phrases[-1]._replace(governed=True) if phrases and phrases[-1].end == i else None


def in_own_view(sentence: list[Token], i: int, grammar: Grammar) -> Phrase | None:
    """Return whose view `in her view` means if that stands at sentence[i]: a possessive as a phrase by itself."""
    for phrase in grammar.own_phrases:
        stop = i + len(phrase)
        if stop <= len(sentence) and tuple(token.low for token in sentence[i:stop]) == phrase:
            owner = next((t for t in sentence[i:stop] if t.low in grammar.possessive), sentence[stop - 1])
            return Phrase((owner,), "", (), True, i, stop)
    return None


def belonging(sentence: list[Token], phrase: Phrase, grammar: Grammar) -> Phrase:
    """Return Roe in `the answer of Roe`, else the phrase."""
    has_of = phrase.end < len(sentence) and sentence[phrase.end].low in grammar.of
    behind = read_phrase(sentence, grammar, phrase.end + 1, len(sentence)) if has_of else None
    return behind or phrase


def opens_sentence(sentence: list[Token], q: int) -> bool:
    """Say whether only stops stand before a quotation."""
    return all(token.kind == STOP for token in sentence[:q])
