"""Whom a clause lets say something: the subject of a verb of saying, before the verb or behind it."""

from __future__ import annotations

from itertools import takewhile

from analysis.formats.cues.clauses import DASHES, QUOTE, STOP, WORD, Token
from analysis.formats.cues.noun_phrases import Phrase, find_phrases, iterate_phrases, read_phrase
from analysis.formats.cues.saying_verbs import Grammar

_APPOSITION = 25  # words between two commas
_PARTS = frozenset(",;:()") | DASHES
_ADVERB = ("ly", "ment", "mente")
_NO_ADVERBS = frozenset(["family", "ally", "assembly", "supply", "parlament", "parliament", "gouvernement"])


def is_saying_verb(sentence: list[Token], i: int, grammar: Grammar) -> bool:
    """Say whether a verb of saying stands at sentence[i]; `the report` and `her comments` are nouns."""
    token = sentence[i]
    if token.kind != WORD or not grammar.says(token.low) or (token.is_capitalised and i):
        return False
    if i == 0 and token.low in grammar.asked:  # `Asked about the price, Roe was short`
        return False
    before = sentence[i - 1].low if i else ""
    return before in grammar.passed or before not in grammar.determiners


def subject_of(sentence: list[Token], grammar: Grammar, verb: int) -> Phrase | None:
    """Return the subject of the verb sentence[verb], None if it has none that can be found.

    It stands before the verb (`Roe, the mayor, said`), else right behind it (`said Roe`), else it is that of
    the sentence (`Roe smiled and said`).
    """
    if grammar.is_gerund(sentence[verb].low):
        return main_subject(sentence, grammar, verb)
    if grammar.nouns_are_capitalised and verb + 1 < len(sentence) and sentence[verb + 1].low in grammar.he:
        return read_phrase(sentence, grammar, verb + 1, len(sentence))  # `Den Plan nannte er`
    first = _skip_passed(sentence, grammar, verb)
    before = _phrase_before(sentence, grammar, first)
    coordinated = first > 0 and sentence[first - 1].low in grammar.joins and not grammar.nouns_are_capitalised
    if before is None and coordinated:
        return _subject_before_and(sentence, grammar, first - 1)
    behind = before or phrase_behind(sentence, grammar, verb + 1)
    return behind or main_subject(sentence, grammar, first)


def _subject_before_and(sentence: list[Token], grammar: Grammar, end: int) -> Phrase | None:
    """Return the subject in `Roe smiled and said` and in `Roe told how a man came up and said`."""
    opens = (i for i in range(end - 1, 0, -1) if sentence[i].low in grammar.clauses)
    start = next(opens, None)
    inner = _first_free(sentence, grammar, start + 1, end) if start else None
    return inner or main_subject(sentence, grammar, end)


def _skip_passed(sentence: list[Token], grammar: Grammar, i: int) -> int:
    """Go back over auxiliaries and adverbs to where a subject would end."""
    while i and sentence[i - 1].kind == WORD and _is_passed(sentence, i - 1, grammar):
        i -= 1
    return i


def _is_passed(sentence: list[Token], i: int, grammar: Grammar) -> bool:
    low = sentence[i].low
    if sentence[i].is_capitalised and i:
        return False
    if low in grammar.passed or low in grammar.be:
        return True
    behind_word = i > 0 and sentence[i - 1].kind == WORD and sentence[i - 1].low not in grammar.determiners
    return behind_word and low.endswith(_ADVERB) and low not in _NO_ADVERBS


def _phrase_before(sentence: list[Token], grammar: Grammar, end: int) -> Phrase | None:
    """Return the subject that ends before sentence[end], over an apposition or a relative clause."""
    if not end or sentence[end - 1].kind == QUOTE:
        return None
    if sentence[end - 1].kind == STOP:
        return _over_apposition(sentence, grammar, end)
    if _is_relative(sentence, grammar, end - 1):
        end -= 2 if end > 1 and sentence[end - 2].low == "," else 1
    return _last_free(sentence, grammar, end)


def _is_relative(sentence: list[Token], grammar: Grammar, i: int) -> bool:
    """`Roe, who said`; in German the article alone behind a comma."""
    if sentence[i].low in grammar.relatives:
        return True
    article = grammar.nouns_are_capitalised and sentence[i].low in grammar.definite
    return article and i > 0 and sentence[i - 1].low == ","


def _over_apposition(sentence: list[Token], grammar: Grammar, end: int) -> Phrase | None:
    """Return the subject in `Roe, the mayor, said` and in `the mayor, Jane Roe, said`."""
    opening = _opening_of(sentence, end - 1)
    head = _last_free(sentence, grammar, opening) if opening else None
    if head is None:
        return None
    if head.low.isdigit():  # `Jane Roe, 58, the mayor, said`
        return _over_apposition(sentence, grammar, opening)
    return with_apposition(sentence, grammar, head, opening)


def _opening_of(sentence: list[Token], closing: int) -> int | None:
    """Return where a parenthesis between commas, dashes or brackets begins that ends at sentence[closing]."""
    mark = "(" if sentence[closing].text == ")" else sentence[closing].text
    if mark not in _PARTS:
        return None
    first = max(0, closing - _APPOSITION)
    return next((i for i in range(closing - 1, first - 1, -1) if sentence[i].text == mark), None)


def with_apposition(sentence: list[Token], grammar: Grammar, head: Phrase, comma: int) -> Phrase:
    """Return the name behind the comma rather than the noun before: `the mayor, Jane Roe`."""
    behind = read_phrase(sentence, grammar, comma + 1, len(sentence))
    is_name = bool(head.name) and not head.determiner and not head.owner
    return behind if behind and behind.is_full_name and not is_name else head


def _last_free(sentence: list[Token], grammar: Grammar, end: int) -> Phrase | None:
    """Return the last phrase of the clause before sentence[end] that stands under no preposition."""
    start = end
    while start and not _parts_clauses(sentence[start - 1], grammar):
        start -= 1
    phrases = find_phrases(sentence, grammar, start, end)
    free = [phrase for phrase in phrases if not phrase.governed]
    if free or not phrases or phrases[-1].end != end:
        return free[-1] if free else None
    return _name_behind_noun(phrases[-1], grammar)


def _name_behind_noun(phrase: Phrase, grammar: Grammar) -> Phrase | None:
    """`In his reply Roe said`: the name behind the noun under the preposition is the subject.

    So is, without articles, a title: `на вопрос о цене министр ответил`.
    """
    name = phrase.name
    if not name and not grammar.has_articles and phrase.low in grammar.titles:
        name = phrase.words[-1:]
    if not name or len(name) == len(phrase.words):
        return None
    return Phrase(name, "", (), False, phrase.end - len(name), phrase.end)


def _parts_clauses(token: Token, grammar: Grammar) -> bool:
    if token.kind == WORD:
        return token.low in grammar.links or (grammar.says(token.low) and not token.is_capitalised)
    return token.kind == QUOTE or token.text in _PARTS


def phrase_behind(sentence: list[Token], grammar: Grammar, i: int) -> Phrase | None:
    """Return the phrase that starts at sentence[i], over adverbs, auxiliaries and object pronouns."""
    i = _over_article(sentence, grammar, i, first_word(sentence, grammar, i))
    phrase = read_phrase(sentence, grammar, i, len(sentence))
    if phrase and phrase.end + 1 < len(sentence) and sentence[phrase.end].text == ",":
        return with_apposition(sentence, grammar, phrase, phrase.end)
    return phrase


def _over_article(sentence: list[Token], grammar: Grammar, start: int, i: int) -> int:
    """Go back over an article that is a pronoun as well: `dijo la ministra`."""
    return i - 1 if start < i < len(sentence) and sentence[i - 1].low in grammar.definite else i


def first_word(sentence: list[Token], grammar: Grammar, i: int) -> int:
    """Return the first word from sentence[i] on that is no adverb, auxiliary or object pronoun."""
    while i < len(sentence) and sentence[i].low in grammar.passed and not sentence[i].is_capitalised:
        i += 1
    return i


def main_subject(sentence: list[Token], grammar: Grammar, end: int) -> Phrase | None:
    """Return the subject of the sentence that sentence[:end] begins: its first phrase under no preposition.

    A clause that leads to the main one (`When he left, Roe said`) is passed over.
    """
    start = _main_start(sentence, grammar, end)
    subject = _first_free(sentence, grammar, start, end)
    return subject or (_first_free(sentence, grammar, 0, start) if start else None)


def _main_start(sentence: list[Token], grammar: Grammar, end: int) -> int:
    """Return where the main clause begins: behind the first comma if another clause opens the sentence."""
    if not end or sentence[0].kind != WORD:
        return 0
    low = sentence[0].low
    leads = low in grammar.links or low in grammar.asked or (grammar.says(low) and grammar.is_gerund(low))
    comma = next((i for i in range(end) if sentence[i].text == ","), None) if leads else None
    return 0 if comma is None else comma + 1


def _first_free(sentence: list[Token], grammar: Grammar, start: int, end: int) -> Phrase | None:
    """Return the first phrase under no preposition, or the name that stands beside it between commas."""
    phrases = iterate_phrases(sentence, grammar, start, end)
    head = next((phrase for phrase in phrases if not phrase.governed), None)
    comma = next((i for i in range(head.end, end) if sentence[i].text == ","), None) if head else None
    if head is None or comma is None:
        return head
    between = takewhile(lambda phrase: phrase.start < comma, phrases)
    apart = any(not phrase.governed for phrase in between)
    return head if apart else with_apposition(sentence, grammar, head, comma)
