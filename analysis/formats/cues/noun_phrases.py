"""Who or what a clause names: pronouns, names and nouns with what belongs to them."""

from __future__ import annotations

from typing import NamedTuple

from analysis.formats.cues.clauses import WORD, Token
from analysis.formats.cues.saying_verbs import Grammar

_LONGEST = 12  # words of one phrase


class Phrase(NamedTuple):
    """A pronoun, a name or a noun.

    words: its words without a determiner. determiner: in small letters, '' without one. owner: the words
    before a possessive `'s`. governed: it stands under a preposition or in the genitive. start, end: indexes
    of tokens.
    """

    words: tuple[Token, ...]
    determiner: str
    owner: tuple[Token, ...]
    governed: bool
    start: int
    end: int

    @property
    def low(self) -> str:
        """Its last word in small letters."""
        return self.words[-1].low if self.words else self.determiner

    @property
    def name(self) -> tuple[Token, ...]:
        """The capitalised words at its end, which may be a name."""
        n = len(self.words)
        while n and self.words[n - 1].is_capitalised:
            n -= 1
        return self.words[n:]


def find_phrases(tokens: list[Token], grammar: Grammar, start: int, end: int) -> list[Phrase]:
    """Return the phrases among tokens[start:end] in order; words of other kinds part them."""
    found: list[Phrase] = []
    i, governed = start, False
    while i < end:
        token = tokens[i]
        if token.kind != WORD or token.low in grammar.prepositions:
            governed = token.kind == WORD
            i += 1
            continue
        phrase = read_phrase(tokens, grammar, i, end, governed=governed)
        if phrase is None:
            governed = governed and token.low in grammar.passed
            i += 1
            continue
        found.append(_in_genitive(phrase, found, grammar))
        i, governed = phrase.end, False
    return found


def _in_genitive(phrase: Phrase, before: list[Phrase], grammar: Grammar) -> Phrase:
    """`Die Sprecherin der Ministerin`: the second phrase belongs to the first, which it touches."""
    touches = bool(before) and before[-1].end == phrase.start and phrase.determiner in grammar.genitive
    return phrase._replace(governed=True) if touches else phrase


def read_phrase(
    tokens: list[Token], grammar: Grammar, i: int, end: int, *, governed: bool = False
) -> Phrase | None:
    """Return the phrase that starts at tokens[i], None if none does."""
    end, start = min(end, i + _LONGEST), i
    if i < end and _is_pronoun(tokens[i], grammar):
        return Phrase((tokens[i],), "", (), governed, i, i + 1)
    determiner = ""
    while i < end and tokens[i].low in grammar.determiners:
        determiner, i = tokens[i].low, i + 1
    words: list[Token] = []
    owner: tuple[Token, ...] = ()
    while i < end and _goes_on(words, tokens[i], grammar):
        words.append(tokens[i])
        i += 1
        if _is_possessive(words[-1], grammar):
            owner, words = owner or tuple(words), []
    if not words and not owner and not determiner:
        return None
    return Phrase(tuple(words), determiner, owner, governed, start, i)


def _is_pronoun(token: Token, grammar: Grammar) -> bool:
    return token.low in grammar.he or token.low in grammar.she or token.low in grammar.others


def _goes_on(words: list[Token], token: Token, grammar: Grammar) -> bool:
    """Say whether a word belongs to the phrase: no small word, no verb of saying, no small word behind a name."""
    if token.kind != WORD or (token.low in grammar.closed and not (words and _may_be_name(token, grammar))):
        return False
    if grammar.says(token.low) and not token.is_capitalised:
        return False
    behind_name = bool(words) and words[-1].is_capitalised and not token.is_capitalised
    return not behind_name or (grammar.nouns_are_capitalised and not _is_name(words))


def _may_be_name(token: Token, grammar: Grammar) -> bool:
    """`Karl May said`: in the middle of a phrase, a small word with a capital is part of a name."""
    return token.is_capitalised and token.low in grammar.passed


def _is_name(words: list[Token]) -> bool:
    return len(words) > 1 and all(word.is_capitalised for word in words[-2:])


def _is_possessive(word: Token, grammar: Grammar) -> bool:
    return grammar.language == "english" and word.low.endswith(("'s", "s'"))
