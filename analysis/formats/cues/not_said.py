"""Quotations that nobody says: titles, inscriptions, names, and questions that somebody put."""

from __future__ import annotations

from analysis.formats.cues.clauses import STOP, WORD, Token
from analysis.formats.cues.saying_verbs import Grammar
from analysis.formats.cues.sayings import gap_start, last_verb, word_before

_NAME_WORDS = 5  # of a newspaper or a broadcast


def is_not_said(sentence: list[Token], q: int, grammar: Grammar) -> bool:
    """Say whether the quotation sentence[q] is something else than somebody's words."""
    before = word_before(sentence, q)
    if before is not None and grammar.has(grammar.titled, sentence[before].low):
        return not _is_owned_word(sentence, before, grammar)
    if q + 1 < len(sentence) and sentence[q + 1].text == ":":
        return True
    rules = (_is_asked, _is_attribute, _is_title, _is_outlet)
    return any(rule(sentence, q, grammar) for rule in rules)


def _is_owned_word(sentence: list[Token], i: int, grammar: Grammar) -> bool:
    """`in her words, “...”`"""
    before = sentence[i - 1].low if i else ""
    return sentence[i].low in grammar.spoken and (before in grammar.possessive or before.endswith("'s"))


def _is_asked(sentence: list[Token], q: int, grammar: Grammar) -> bool:
    """`Asked “Will you resign?”, Roe waved`: no verb but a participle without subject leads to it."""
    start = gap_start(sentence, q)
    lows = [token.low for token in sentence[start:q]]
    at = next(
        (i for i in range(len(lows) - 1, -1, -1) if grammar.says(lows[i]) or lows[i] in grammar.asked), None
    )
    if at is None or lows[at] not in grammar.asked:
        return False
    if sentence[q - 1].text == ":" and "," in lows[at:]:
        return False  # `Asked about the price, Roe was short: “...”`
    before = sentence[start + at - 1] if start + at else None
    return before is None or before.kind == STOP or before.low in grammar.links


def _is_attribute(sentence: list[Token], q: int, grammar: Grammar) -> bool:
    """`a “No more dams” banner`, where no verb of saying leads to it."""
    if not q or q + 1 >= len(sentence) or sentence[q - 1].low not in grammar.determiners:
        return False
    behind = sentence[q + 1]
    is_noun = behind.kind == WORD and behind.low not in grammar.small and behind.text[0].islower()
    return is_noun and last_verb(sentence, gap_start(sentence, q), q, grammar) is None


def _is_outlet(sentence: list[Token], q: int, grammar: Grammar) -> bool:
    """`“...”, sagte Roe in einem Gespräch mit dem „Boten“`: behind what is said, a name under a preposition."""
    start = gap_start(sentence, q)
    before = sentence[q - 1] if q else None
    if not start or before is None or not sentence[q].text[:1].isupper() or sentence[q].low in ".!?…":
        return False
    leads = before.low in grammar.prepositions or before.low in grammar.determiners
    says = [i for i in range(start, q) if grammar.says(sentence[i].low) and not sentence[i].is_capitalised]
    first = [
        i
        for i in says
        if all(token.kind != WORD or token.low in grammar.passed for token in sentence[start:i])
    ]
    return leads and len(says) == len(first) == 1 and len(sentence[q].text.split()) <= _NAME_WORDS


def _is_title(sentence: list[Token], q: int, grammar: Grammar) -> bool:
    """`The band played “Sleep My Little Town”`: capitals, and no verb of saying right before."""
    before = sentence[q - 1] if q else None
    if grammar.nouns_are_capitalised or before is None or before.kind != WORD:
        return False
    if grammar.says(before.low) or before.low in grammar.links:
        return False
    words = [word for word in sentence[q].text.split() if word.casefold() not in grammar.small]
    return len(words) > 1 and all(word[0].isupper() for word in words if word[0].isalpha())
