"""Whom a clause lets say something: the subject of a verb of saying, before the verb or behind it."""

from __future__ import annotations

from analysis.formats.cues.clauses import QUOTE, STOP, WORD, Token
from analysis.formats.cues.noun_phrases import Phrase, find_phrases, read_phrase
from analysis.formats.cues.saying_verbs import Grammar

_APPOSITION = 25  # words between two commas
_PARTS = frozenset(",;:()") | {"–", "—", "-", "--"}
_AND = frozenset("and but or then et mais ou e ed ma o y pero und aber oder и а но".split())
_ADVERB = ("ly", "ment", "mente")
_NO_ADVERBS = frozenset(["family", "ally", "assembly", "supply", "parlament", "parliament", "gouvernement"])


def is_saying_verb(sentence: list[Token], i: int, grammar: Grammar) -> bool:
    """Say whether a verb of saying stands at sentence[i]; `the report` and `her comments` are nouns."""
    token = sentence[i]
    if token.kind != WORD or not grammar.says(token.low) or (token.is_capitalised and i):
        return False
    before = sentence[i - 1].low if i else ""
    clitic = before in grammar.passed
    return clitic or before not in grammar.indefinite | grammar.definite | grammar.possessive


def subject_of(tokens: list[Token], grammar: Grammar, verb: int) -> Phrase | None:
    """Return the subject of the verb tokens[verb] of a sentence, None if it has none of its own to be found.

    It stands before the verb (`Roe, the mayor, said`), else right behind it (`said Roe`), else it is that of
    the sentence (`Roe smiled and said`).
    """
    if grammar.is_gerund(tokens[verb].low):
        return main_subject(tokens, grammar, verb)
    first = _skip_passed(tokens, grammar, verb)
    before = _phrase_before(tokens, grammar, first)
    if before:
        return before
    behind = phrase_behind(tokens, grammar, verb + 1)
    if behind and _may_follow(tokens, grammar, first, behind):
        return behind
    return main_subject(tokens, grammar, first)


def _may_follow(tokens: list[Token], grammar: Grammar, first: int, behind: Phrase) -> bool:
    """Say whether a phrase behind a verb is its subject: a pronoun or person behind a verb without one before.

    `Roe called the pact ...` has its subject before; in `and told Arden` it is that of the sentence.
    """
    coordinated = first > 0 and tokens[first - 1].low in _AND
    return not coordinated or grammar.nouns_are_capitalised


def _skip_passed(tokens: list[Token], grammar: Grammar, i: int) -> int:
    """Go back over auxiliaries and adverbs to where a subject would end."""
    while i and tokens[i - 1].kind == WORD and _is_passed(tokens, i - 1, grammar):
        i -= 1
    return i


def _is_passed(tokens: list[Token], i: int, grammar: Grammar) -> bool:
    low = tokens[i].low
    if tokens[i].is_capitalised and i:
        return False
    if low in grammar.passed or low in grammar.be:
        return True
    behind_word = i > 0 and tokens[i - 1].kind == WORD and tokens[i - 1].low not in grammar.determiners
    return behind_word and low.endswith(_ADVERB) and low not in _NO_ADVERBS


def _phrase_before(tokens: list[Token], grammar: Grammar, end: int) -> Phrase | None:
    """Return the subject that ends before tokens[end], over an apposition or a relative clause."""
    if not end or tokens[end - 1].kind == QUOTE:
        return None
    if tokens[end - 1].kind == STOP:
        return _over_apposition(tokens, grammar, end)
    if _is_relative(tokens, grammar, end - 1):
        at = end - 1 - (end > 1 and tokens[end - 2].low == ",")
        return _last_free(tokens, grammar, at)
    return _last_free(tokens, grammar, end)


def _is_relative(tokens: list[Token], grammar: Grammar, i: int) -> bool:
    """`Roe, who said`; in German the article alone behind a comma."""
    low = tokens[i].low
    if low in ("who", "qui", "che", "que", "quien", "который", "которая"):
        return True
    return grammar.nouns_are_capitalised and low in grammar.definite and i > 0 and tokens[i - 1].low == ","


def _over_apposition(tokens: list[Token], grammar: Grammar, end: int) -> Phrase | None:
    """Return the subject in `Roe, the mayor, said` and in `the mayor, Jane Roe, said`."""
    opening = _opening_of(tokens, end - 1)
    if opening is None:
        return None
    head = _last_free(tokens, grammar, opening)
    if head and head.low.isdigit() and opening > 1:  # `Jane Roe, 58, the mayor, said`
        return _over_apposition(tokens, grammar, opening)
    return head and with_apposition(tokens, grammar, head, opening)


def _opening_of(tokens: list[Token], closing: int) -> int | None:
    """Return where a parenthesis between commas, dashes or brackets begins that ends at tokens[closing]."""
    mark = "(" if tokens[closing].text == ")" else tokens[closing].text
    if mark not in _PARTS:
        return None
    first = max(0, closing - _APPOSITION)
    found = [i for i in range(closing - 1, first - 1, -1) if tokens[i].text == mark]
    return found[0] if found else None


def with_apposition(tokens: list[Token], grammar: Grammar, head: Phrase, comma: int) -> Phrase:
    """Return the name behind the comma rather than the noun before: `the mayor, Jane Roe`."""
    behind = read_phrase(tokens, grammar, comma + 1, len(tokens))
    if behind is None or not is_name_of_two(behind) or (head.name and not head.determiner and not head.owner):
        return head
    return behind


def is_name_of_two(phrase: Phrase) -> bool:
    """Say whether a phrase is a name in full, perhaps behind a title, without article."""
    return len(phrase.name) > 1 and not phrase.owner


def _last_free(tokens: list[Token], grammar: Grammar, end: int) -> Phrase | None:
    """Return the last phrase of the clause before tokens[end] that stands under no preposition."""
    start = end
    while start and not _parts_clauses(tokens[start - 1], grammar):
        start -= 1
    free = [phrase for phrase in find_phrases(tokens, grammar, start, end) if not phrase.governed]
    return free[-1] if free else None


def _parts_clauses(token: Token, grammar: Grammar) -> bool:
    if token.kind == WORD:
        return token.low in grammar.links or (grammar.says(token.low) and not token.is_capitalised)
    return token.kind == QUOTE or token.text in _PARTS


def phrase_behind(tokens: list[Token], grammar: Grammar, i: int) -> Phrase | None:
    """Return the phrase that starts at tokens[i], over adverbs, auxiliaries and object pronouns."""
    while i < len(tokens) and tokens[i].low in grammar.passed and not tokens[i].is_capitalised:
        i += 1
    phrase = read_phrase(tokens, grammar, i, len(tokens))
    if phrase and phrase.end + 1 < len(tokens) and tokens[phrase.end].text == ",":
        return with_apposition(tokens, grammar, phrase, phrase.end)
    return phrase


def main_subject(tokens: list[Token], grammar: Grammar, end: int) -> Phrase | None:
    """Return the subject of the sentence that tokens[:end] begins: its first phrase under no preposition.

    A clause that leads to the main one (`When he left, Roe said`) is passed over.
    """
    start = _main_start(tokens, grammar, end)
    return _first_free(tokens, grammar, start, end) or (_first_free(tokens, grammar, 0, start) if start else None)


def _first_free(tokens: list[Token], grammar: Grammar, start: int, end: int) -> Phrase | None:
    """Return the first phrase under no preposition, by name where an apposition gives one."""
    phrases = find_phrases(tokens, grammar, start, end)
    head = next((phrase for phrase in phrases if not phrase.governed), None)
    if head is None:
        return None
    comma = next((i for i in range(head.end, end) if tokens[i].text == ","), None)
    between = comma is None or [p for p in phrases if head.end <= p.start < comma and not p.governed]
    return head if between else with_apposition(tokens, grammar, head, comma)


def _main_start(tokens: list[Token], grammar: Grammar, end: int) -> int:
    """Return where the main clause begins: behind the first comma if the sentence opens with another clause."""
    if not end or tokens[0].kind != WORD:
        return 0
    low = tokens[0].low
    leads = low in grammar.links or low in grammar.asked or grammar.says(low) and grammar.is_gerund(low)
    comma = next((i for i in range(end) if tokens[i].text == ","), None) if leads else None
    return 0 if comma is None else comma + 1
