"""Which language a report is in, and what its words do around a quotation."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, lru_cache

from analysis.language import SAYING_WORDS, SayingWords, word_set

_SAMPLE = 40_000  # characters that show a text's language
_LETTERS = re.compile(r"[^\W\d_]+['’]?")
_GERUND = re.compile(r"\w+(?:ing|[áa]ndo\w{0,3}|[iey]endo|ant)")
_COMPOUNDED = 5  # letters of a German noun that stands at the end of a longer one
_PARTS_OF_SPEECH = ("definite", "indefinite", "possessive", "prepositions", "links", "passed")


class Grammar:
    """The words of one language as sets, and its verbs of saying as a pattern."""

    def __init__(self, language: str, words: SayingWords | None):
        self.language = language
        self._words = words
        verbs = words and rf"(?:{'|'.join(word_set(words.verbs))}){words.endings}|{_any_of(words.forms)}"
        self._saying = re.compile(verbs or r"(?!)")

    def __getattr__(self, name: str) -> frozenset[str]:
        """Return one of the lists as a set: `grammar.links`."""
        if name not in SayingWords._fields:
            raise AttributeError(name)
        listed = word_set(getattr(self._words, name)) if self._words else frozenset()
        setattr(self, name, listed)
        return listed

    @cached_property
    def closed(self) -> frozenset[str]:
        """The words that stand in no name and head no phrase."""
        parts = (*_PARTS_OF_SPEECH, "be", "he", "she", "others")
        return frozenset().union(*(getattr(self, part) for part in parts))

    @cached_property
    def determiners(self) -> frozenset[str]:
        """Articles and what stands in their place."""
        return self.definite | self.indefinite | self.possessive

    @cached_property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """What stands before the name in `according to Roe`, longest first."""
        phrases = [tuple(phrase.split("_")) for phrase in self.according]
        return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))

    @property
    def nouns_are_capitalised(self) -> bool:
        """Whether a capital shows no name."""
        return self.language == "german"

    @property
    def head_is_last(self) -> bool:
        """Whether a noun stands behind its adjectives (`the old minister`) rather than before some."""
        return self.language in ("english", "german", "russian", "")

    def says(self, low: str) -> bool:
        """Say whether a word, in small letters, is a form of a verb of saying."""
        return _matches(self._saying, low)

    def is_gerund(self, low: str) -> bool:
        """Say whether a verb's subject is that of another verb: `Roe met Arden, noting that`."""
        return self.language not in ("german", "russian") and bool(_GERUND.fullmatch(low))

    def is_named(self, low: str, listed: frozenset[str]) -> bool:
        """Say whether a noun is listed, in German also as the end of a compound."""
        if low in listed or not self.nouns_are_capitalised:
            return low in listed
        return any(low.endswith(noun) for noun in listed if len(noun) >= _COMPOUNDED)


@lru_cache(maxsize=100_000)
def _matches(pattern: re.Pattern[str], low: str) -> bool:
    return bool(pattern.fullmatch(low))


def _any_of(words: str) -> str:
    return "|".join(sorted(map(re.escape, word_set(words))))


@lru_cache
def grammar_of_language(language: str) -> Grammar:
    """Return the grammar of a language, one without words for a language that is not listed."""
    return Grammar(language, SAYING_WORDS.get(language))


def grammar_of(text: str) -> Grammar:
    """Return the grammar of a text's language: the one most of whose small words it uses."""
    words = Counter(word.casefold() for word in _LETTERS.findall(text[:_SAMPLE]))
    grammars = [grammar_of_language(language) for language in sorted(SAYING_WORDS)]
    shares = {grammar.language: _share_of(words, grammar) for grammar in grammars}
    language = max(shares, key=lambda name: (shares[name], name))
    return grammar_of_language(language if shares[language] >= _FEWEST else "")


_FEWEST = 0.2  # share of a text's words that are small words of its language


def _share_of(words: Counter[str], grammar: Grammar) -> float:
    known = sum(n for word, n in words.items() if word in grammar.closed)
    return known / max(1, words.total())
