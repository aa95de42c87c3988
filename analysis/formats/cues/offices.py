"""Offices under the names that reports vary: `the foreign minister`, `the head of diplomacy`, `the Elmish premier`."""

from __future__ import annotations

from typing import NamedTuple

from analysis.formats.cues.clauses import WORD, Token
from analysis.formats.cues.people import fold_name, is_office_word
from analysis.formats.cues.saying_verbs import Grammar

_STEM = 2  # letters at a Russian word's end that its cases change
_SAME_PLACE = 4  # first letters that a place shares with its adjective: `Elmland`, `Elmish` do not
MINISTER = "minister"  # of whatever field
MINISTRIES = ("foreign", "finance", "defence")
_GAP = 6  # words between an office and the name of who has it


class Office(NamedTuple):
    """An office in a sentence, by the indexes of its words; places: words that say whose, where some do."""

    office: str
    start: int
    end: int
    places: tuple[str, ...]


def find_offices(sentence: list[Token], grammar: Grammar) -> list[Office]:
    """Return the offices that a sentence names, in order, by the longest name at each place."""
    found: list[Office] = []
    for start, token in enumerate(sentence):
        if token.kind == WORD and (not found or start >= found[-1].end):
            office = read_office(sentence, start, grammar)
            found += [office] if office else []
    return found


def read_office(sentence: list[Token], start: int, grammar: Grammar) -> Office | None:
    """Return the office whose name begins at sentence[start], None for none."""
    for name, office in grammar.offices.items():
        end, inside = _match(sentence, start, name, grammar)
        if end:
            places = [*list_places_before(sentence, start, grammar), *inside]
            behind = list_places(sentence, end, grammar) or _list_fields(
                sentence, start, end, office, grammar
            )
            return Office(office, start, end, (*places, *behind))
    return None


def _match(
    sentence: list[Token], start: int, name: tuple[str, ...], grammar: Grammar
) -> tuple[int, list[str]]:
    """Return where a name ends, 0 where it does not stand, and the adjectives of places inside it."""
    at, inside = start, []
    for word in name:
        if start < at < len(sentence) - 1 and _stands_before(sentence, at, word, grammar):
            inside.append(sentence[at].low)
            at += 1
        if at >= len(sentence) or not _is_form(sentence[at].low, word, grammar):
            return 0, []
        at += 1
    return at, inside


def _stands_before(sentence: list[Token], at: int, word: str, grammar: Grammar) -> bool:
    """Say whether an adjective of a place stands before a word of a name: `глава эльмского МИД`."""
    is_next = _is_form(sentence[at + 1].low, word, grammar) and not _is_form(sentence[at].low, word, grammar)
    return is_next and grammar.is_of_place(sentence[at].low)


def _is_form(low: str, word: str, grammar: Grammar) -> bool:
    """Say whether a word is the listed one, in Russian perhaps in another case."""
    if low == word or grammar.language != "russian":
        return low == word
    stem = word[:-_STEM] if len(word) > _STEM + 2 else word
    return low.startswith(stem) and abs(len(low) - len(word)) <= _STEM


def list_places_before(sentence: list[Token], start: int, grammar: Grammar) -> list[str]:
    """Return the adjectives of places that stand before a noun, where adjectives do."""
    if not grammar.head_is_last or not start:
        return []
    before = sentence[start - 1]
    from_there = grammar.language == "german" and before.is_capitalised and before.low.endswith("er")
    is_place = before.kind == WORD and (grammar.is_of_place(before.low) or from_there)
    return [before.low] if is_place else []


def list_places(sentence: list[Token], end: int, grammar: Grammar) -> list[str]:
    """Return the words behind a noun that say whose office it is: an adjective, or a name behind `of`."""
    places, at = [], end
    if at < len(sentence) and not grammar.head_is_last and grammar.is_of_place(sentence[at].low):
        places, at = [sentence[at].low], at + 1
    leads = at < len(sentence) and sentence[at].kind == WORD and sentence[at].low in grammar.of
    while leads and at < len(sentence) and sentence[at].low in grammar.of | grammar.determiners:
        at += 1
    named = leads and at < len(sentence) and sentence[at].is_capitalised
    bare = not grammar.has_articles and at < len(sentence) and sentence[at].is_capitalised
    return [*places, sentence[at].low] if named or bare else places


def _list_fields(sentence: list[Token], start: int, end: int, office: str, grammar: Grammar) -> list[str]:
    """Return what a minister is minister of, in small letters: `ministro della cultura`, `culture minister`."""
    if office != MINISTER:
        return []
    before, behind = sentence[max(0, start - 1) : start], sentence[end : end + 3]
    listed = [*before, *behind[:1]] if grammar.head_is_last else []
    words = [token for token in listed if token.kind == WORD and is_office_word(token.low)]
    of = bool(behind) and behind[0].low in grammar.of and not grammar.nouns_are_capitalised
    words += [t for t in behind[1:] if of and t.kind == WORD and t.low not in grammar.small][:1]
    return [token.low for token in words]


def is_same_place(one: str, other: str) -> bool:
    """Say whether two words are of one place: `Nordmark` and `nordmärkisch` begin alike."""
    one, other = fold_name(one), fold_name(other)
    n = min(_SAME_PLACE, len(one), len(other))
    return one[:n] == other[:n]


def words_between(
    sentence: list[Token], office: Office, start: int, end: int, grammar: Grammar
) -> list[Token] | None:
    """Return the words between an office and the name sentence[start:end] beside it; None where it is not beside.

    `the foreign minister of Elm, Jane Roe`, `Jane Roe, the foreign minister`
    """
    if office.end <= start:
        gap = sentence[office.end : start]
        inner = gap[:-1] if gap and gap[-1].text == "," else gap
        beside = all(_belongs(token, grammar) for token in inner)
    else:
        gap = sentence[end : office.start]
        determiners = grammar.determiners | grammar.likened
        beside = bool(gap) and gap[0].text == "," and all(token.low in determiners for token in gap[1:])
    return gap if beside and len(gap) <= _GAP else None


def _belongs(token: Token, grammar: Grammar) -> bool:
    """Say whether a word may stand between an office and a name: a place, with what leads to it."""
    if token.kind != WORD:
        return False
    leads = token.low in grammar.prepositions | grammar.determiners | grammar.of
    return leads or token.is_capitalised or is_office_word(token.low) or grammar.is_of_place(token.low)
