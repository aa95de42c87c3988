"""Who or what a clause names: pronouns, names and nouns with what belongs to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from analysis.formats.cues.clauses import WORD, Token
from analysis.formats.cues.saying_verbs import Grammar

_LONGEST = 12  # words of one phrase


class Phrase(NamedTuple):
    """A pronoun, a name or a noun.

    words: its words without determiner and owner. determiner: the last one, in small letters, '' without one.
    owner: the words before a possessive `'s`. governed: it stands under a preposition or in the genitive.
    start, end: indexes of tokens.
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

    @property
    def is_full_name(self) -> bool:
        """Whether it ends in a name of two words or more."""
        return len(self.name) > 1 and not self.owner


def find_phrases(tokens: list[Token], grammar: Grammar, start: int, end: int) -> list[Phrase]:
    """Return the phrases among tokens[start:end] in order."""
    return list(iterate_phrases(tokens, grammar, start, end))


def iterate_phrases(tokens: list[Token], grammar: Grammar, start: int, end: int) -> Iterator[Phrase]:
    """Yield the phrases among tokens[start:end] in order; small words, verbs and stops part them."""
    i, governed, under, last = start, False, False, -1
    while i < end:
        phrase = read_phrase(tokens, grammar, i, end)
        if (
            phrase
        ):  # in `die Sprecherin der Ministerin` the second phrase belongs to the first, which it touches
            touches = phrase.start == last
            in_genitive = touches and phrase.determiner in grammar.genitive
            belongs = touches and under and _is_adjective(phrase, grammar)
            under = governed or in_genitive or belongs
            yield phrase._replace(governed=under)
            last = phrase.end
        governed = not phrase and _governs(tokens[i], grammar, governed)
        i = phrase.end if phrase else i + 1


def _is_adjective(phrase: Phrase, grammar: Grammar) -> bool:
    """`le ministre des Affaires étrangères`: a bare word behind a noun belongs to it."""
    is_bare = not phrase.determiner and not phrase.owner
    return is_bare and not grammar.head_is_last and not phrase.words[0].is_capitalised


def names_somebody(sentence: list[Token], grammar: Grammar) -> bool:
    """Say whether a sentence has words that may be a name."""
    return any(token.is_capitalised and token.low not in grammar.small for token in sentence)


def find_free(tokens: list[Token], grammar: Grammar, start: int, end: int) -> list[Phrase]:
    """Return the phrases that stand under no preposition and may be subjects."""
    return [phrase for phrase in find_phrases(tokens, grammar, start, end) if not phrase.governed]


def _governs(token: Token, grammar: Grammar, governed: bool) -> bool:
    """Say whether what follows stands under a preposition: this one or, over an adverb, the one before."""
    if token.kind != WORD:
        return False
    return token.low in grammar.prepositions or (governed and token.low in grammar.passed)


def read_phrase(tokens: list[Token], grammar: Grammar, start: int, end: int) -> Phrase | None:
    """Return the phrase that starts at tokens[start] and ends before tokens[end], None if none does."""
    end = min(end, start + _LONGEST, len(tokens))
    if start >= end or tokens[start].low in grammar.prepositions:
        return None
    if tokens[start].low in grammar.pronouns:
        return Phrase((tokens[start],), "", (), False, start, start + 1)
    first = start
    while first < end and tokens[first].low in grammar.determiners:
        first += 1
    determiner = tokens[first - 1].low if first > start else ""
    owner, words = _read_noun(tokens, grammar, first, end)
    if not (words or owner or determiner):
        return None
    return Phrase(words, determiner, owner, False, start, first + len(owner) + len(words))


def _read_noun(
    tokens: list[Token], grammar: Grammar, start: int, end: int
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Return the words of the owner (`Roe's`) and those of the noun or name that begins at tokens[start]."""
    owned = stop = start
    while stop < end and _goes_on(tokens[owned:stop], tokens[stop], grammar):
        stop += 1
        if _is_possessive(tokens[stop - 1], grammar):
            owned = stop
    return tuple(tokens[start:owned]), tuple(tokens[owned:stop])


def _goes_on(words: list[Token], token: Token, grammar: Grammar) -> bool:
    """Say whether a word belongs to a phrase; behind a name, a word without a capital does not."""
    if token.kind != WORD or (token.low in grammar.small and not _is_name_part(words, token, grammar)):
        return False
    if grammar.says(token.low) and not token.is_capitalised:
        return False
    is_name = bool(words) and words[-1].is_capitalised and not _opens_with_office(words, token, grammar)
    return token.is_capitalised or not is_name


def _opens_with_office(words: list[Token], token: Token, grammar: Grammar) -> bool:
    """`Министр иностранных дел` has its capital from the start of the sentence, `Premier ministre` its own."""
    opens = not grammar.has_articles and words[0].low in grammar.titles
    return len(words) == 1 and (opens or (words[0].low, token.low) in grammar.offices)


def _is_name_part(words: list[Token], token: Token, grammar: Grammar) -> bool:
    """`Karl May said`: in the middle of a phrase, a small word with a capital is part of a name."""
    return bool(words) and token.is_capitalised and token.low in grammar.passed


def _is_possessive(word: Token, grammar: Grammar) -> bool:
    return grammar.language == "english" and word.low.endswith(("'s", "s'"))
