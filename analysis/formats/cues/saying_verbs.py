"""Which language a report is in, and what its words do around a quotation."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, lru_cache

from analysis.language import load_office_names, load_saying_words, saying_key, word_set

_SAMPLE = 40_000  # characters that show a text's language
_FEWEST, _FEWEST_RUSSIAN = 0.2, 0.08  # share of a text's words that are small words of its language
_LETTERS = re.compile(r"[^\W\d_]+['’]?")
_GERUND = re.compile(r"\w+(?:ing|[áa]ndo\w{0,3}|[iey]endo|ant)")
_OF_PLACE = 6  # letters of an adjective that says where somebody is from
_COMPOUNDED = 5  # letters of a German noun that stands at the end of a longer one
_SMALL = (
    *("definite", "indefinite", "possessive", "prepositions", "links", "passed", "be"),
    *("he", "she", "others"),
)
_NEVER = re.compile(r"(?!)")


class Grammar:
    """The words of one language as sets, each by the name of its part (`grammar.links`), and its verbs."""

    def __init__(self, language: str, words: dict[str, str]):
        self.language = language
        self._words = words
        self._verbs = _compile_verbs(words) if words else _NEVER

    def __getattr__(self, part: str) -> frozenset[str]:
        """Return the words of a part of speech, none for a language without words."""
        if part.startswith("_"):
            raise AttributeError(part)
        listed = word_set(self._words.get(part, ""))
        setattr(self, part, listed)
        return listed

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that stand in no name and head no phrase."""
        return frozenset().union(*(getattr(self, part) for part in _SMALL))

    @cached_property
    def determiners(self) -> frozenset[str]:
        """Articles and what stands in their place."""
        return self.definite | self.indefinite | self.possessive

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """The pronouns that are subjects."""
        return self.he | self.she | self.others

    @cached_property
    def personal(self) -> frozenset[str]:
        """The nouns that mean persons."""
        return self.people | self.anybody | self.men | self.women | self.titles

    @cached_property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """What stands before the name in `according to Roe`, longest first."""
        return _list_phrases(self.according)

    @cached_property
    def own_phrases(self) -> tuple[tuple[str, ...], ...]:
        """What means the words of whoever was spoken of last: `in her view`, longest first."""
        return _list_phrases(self.by_own)

    @cached_property
    def own_markers(self) -> frozenset[str]:
        """The words that stand for the person in such a phrase: a possessive, else the last word."""
        words = ([w for w in phrase if w in self.possessive] or phrase[-1:] for phrase in self.own_phrases)
        return frozenset(word for found in words for word in found)

    @cached_property
    def offices(self) -> dict[tuple[str, ...], str]:
        """The office that each name of one means, longest names first."""
        return load_office_names(self.language)

    @property
    def nouns_are_capitalised(self) -> bool:
        """Whether a capital shows no name."""
        return self.language == "german"

    @property
    def head_is_last(self) -> bool:
        """Whether a noun stands behind its adjectives (`the old minister`) rather than before some."""
        return self.language in ("english", "german", "russian", "")

    @property
    def nouns_show_gender(self) -> bool:
        """Whether a woman is seldom called by a man's noun; `le ministre` and `il ministro` may be one."""
        return self.language in ("german", "spanish")

    @property
    def has_articles(self) -> bool:
        """Whether a noun for one person needs a word before it."""
        return self.language not in ("russian", "")

    @property
    def drops_pronouns(self) -> bool:
        """Whether a verb may stand without a subject."""
        return self.language in ("spanish", "italian", "russian")

    @property
    def has_incises(self) -> bool:
        """Whether words that say who speaks are printed inside the marks: `« Non, dit Roe, jamais »`."""
        return self.language in ("french", "italian", "spanish", "russian")

    def says(self, low: str) -> bool:
        """Say whether a word, in small letters, is a form of a verb of saying."""
        return _matches(self._verbs, low)

    def is_of_place(self, low: str) -> bool:
        """Say whether an adjective may say of which country or town somebody is: `the Elmish mayor`."""
        return len(low) >= _OF_PLACE and low.endswith(tuple(self.origin))

    def is_gerund(self, low: str) -> bool:
        """Say whether a verb's subject is that of another verb: `Roe met Arden, noting that`."""
        return self.language not in ("german", "russian") and bool(_GERUND.fullmatch(low))

    def is_plural(self, low: str) -> bool:
        """Say whether a verb's form means several persons, in languages whose verbs stand without a subject."""
        return bool(self.plural) and low.endswith(tuple(self.plural))

    def has(self, part: frozenset[str], low: str) -> bool:
        """Say whether a noun is in a list, in German also as the end of a compound."""
        if low in part or not self.nouns_are_capitalised:
            return low in part
        return any(low.endswith(noun) for noun in part if len(noun) >= _COMPOUNDED)


def _list_phrases(joined: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    phrases = [tuple(phrase.split("_")) for phrase in joined]
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


def _compile_verbs(words: dict[str, str]) -> re.Pattern[str]:
    stems, forms = ("|".join(sorted(word_set(words[part]))) for part in ("verbs", "forms"))
    return re.compile(rf"(?:{stems}){words['endings']}|{forms}")


@lru_cache(maxsize=100_000)
def _matches(pattern: re.Pattern[str], low: str) -> bool:
    return bool(pattern.fullmatch(low))


@lru_cache
def grammar_of_language(language: str) -> Grammar:
    """Return the grammar of a language, one without words for a language that is not listed."""
    return Grammar(language, load_saying_words().get(language, {}))


def grammar_of(text: str, language: str = "") -> Grammar:
    """Return the grammar of a text's language: the one most of whose small words it uses.

    language: BCP 47, if it is known; one without word lists gets no words of another.
    """
    if language:
        return grammar_of_language(saying_key(language))
    words = Counter(word.casefold() for word in _LETTERS.findall(text[:_SAMPLE]))
    shares = {language: _share_of(words, language) for language in sorted(load_saying_words())}
    language = max(shares, key=lambda name: (shares[name], name))
    fewest = _FEWEST_RUSSIAN if language == "russian" else _FEWEST  # Russian has no articles
    return grammar_of_language(language if shares[language] >= fewest else "")


def _share_of(words: Counter[str], language: str) -> float:
    small = grammar_of_language(language).small
    return sum(n for word, n in words.items() if word in small) / max(1, words.total())
