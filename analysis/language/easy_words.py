"""Whether readers are expected to know a word: the list of Dale and Chall (1948) and that of Spache (1974).

The list of Dale and Chall is the one that textstat 0.7.8 brings along, that of Spache stands in spache1974.csv.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache, lru_cache
from pathlib import Path

from textstat.backend import utils

from analysis.language.english import MONTHS
from analysis.language.pronunciations import list_spoken
from analysis.language.syllables import CACHED_WORDS, LANGUAGE
from analysis.language.word_parts import drop_accents, has_digit, split_parts
from analysis.language.words import is_plain, word_set

ABBREVIATIONS = frozenset([*word_set("u.s us a.m am p.m pm sept"), *(month.casefold() for month in MONTHS)])
_HISS = re.compile(r"(?:[sxz]|[cs]h)$")
_CLOSED = re.compile(
    r"(?:^|[^aeiou])[aeiou][bdfglmnprt]$|^qu[aeiou][bdfglmnprt]$"
)  # drop, red; not rain, show
_SILENT = re.compile(r"[^aeo]e$|[aeiou]e$")


@lru_cache(maxsize=CACHED_WORDS)
def is_difficult(word: str) -> bool:
    """Tell whether a word is unfamiliar by the rules of Dale and Chall, names aside.

    Source: Dale and Chall (1948), A formula for predicting readability: Instructions, Educational Research Bulletin
    27:37-54. Familiar are the some 3,000 words of their list, and a listed word with one regular ending: the plural,
    the possessive, -s, -ed, -ing and -n of verbs, -er and -est of adjectives, -ly ("asked", "countries", "largest").
    Unfamiliar are two endings ("meaningfully"), any other ending ("treatment"), -er of a doer ("burner"), and
    irregular forms that the list does not have ("oxen").
    Hyphenated words: unfamiliar if one part is ("ice-cold" is easy). Numbers: familiar, and so is a part with a
    digit in it ("9,000", "18th"). Abbreviations: unfamiliar but for those of months and for U.S., a.m. and p.m.
    Names are familiar too, but a word by itself does not tell; see `analysis.counting.names`.
    """
    return _is_missing(word, _list_familiar())


@lru_cache(maxsize=CACHED_WORDS)
def is_unfamiliar(word: str) -> bool:
    """Tell whether a word is missing from the list of some 1,000 words of Spache (1974).

    Hyphens, numbers and possessives as for difficult words; other endings are unfamiliar unless the list has them.
    The list is that of the package spache 2.0.1 (npm).
    """
    return _is_missing(word, _read_spache())


def inflect(word: str) -> Iterator[str]:
    """Yield the regular forms of an English word that Dale and Chall call familiar, whatever its part of speech.

    Only a form in -er may also be that of a doer; it is left to the caller.
    """
    yield from (f"{word}{ending}" for ending in ("s", "ly"))
    if _HISS.search(word) or word.endswith("o"):
        yield f"{word}es"
    if word.endswith(("e", "w")):
        yield f"{word}n"
    for stem in _list_stems(word):
        yield from (f"{stem}{ending}" for ending in ("ed", "est"))
    yield from (f"{stem}ing" for stem in _list_stems(word, keep_y=True))
    if re.search(r"[^aeiou]y$", word):
        yield f"{word[:-1]}ies"


def _list_stems(word: str, *, keep_y: bool = False) -> list[str]:
    """Return a word as it stands before an ending that begins with a vowel."""
    if keep_y and word.endswith("ie"):
        return [f"{word[:-2]}y"]
    if word.endswith("e"):
        return [word[:-1], word] if keep_y and word.endswith(("ee", "oe", "ye")) else [word[:-1]]
    if re.search(r"[^aeiou]y$", word):
        return [word] if keep_y else [f"{word[:-1]}i"]
    if not _CLOSED.search(word):
        return [word]
    is_short = len(re.findall(r"[aeiouy]+", word)) == 1
    return [word + word[-1]] if is_short else [word, word + word[-1]]


@cache
def _list_familiar() -> frozenset[str]:
    listed, spoken = utils.get_lang_easy_words(LANGUAGE), list_spoken("est")
    longer = {word for word in listed if len(word) > 1}
    forms = {form for word in longer for form in inflect(word)}
    # A doer has no superlative (`burner`); a form in -est that is spoken tells an adjective (`longer`).
    stems = {stem for word in longer for stem in _list_stems(word) if f"{stem}est" in spoken}
    # "Woolly" is wool with y, the authors say, and no adverb.
    return frozenset({*listed, *forms - {"woolly"}, *(f"{stem}er" for stem in stems), *ABBREVIATIONS})


@cache
def _read_spache() -> frozenset[str]:
    lines = Path(__file__).with_name("spache1974.csv").read_text(encoding="utf-8").splitlines()
    return frozenset(lines[1:])


def _is_missing(word: str, easy: Set[str]) -> bool:
    if is_plain(word):
        return not _is_listed(word.lower(), easy)
    whole = drop_accents(word).casefold()
    if _is_listed(whole, easy):
        return False
    parts = [part.casefold() for part in split_parts(word)]
    return any(not (has_digit(part) or (part != whole and _is_listed(part, easy))) for part in parts)


def _is_listed(plain: str, easy: Set[str]) -> bool:
    if plain in easy:
        return True
    bare = plain.rstrip("'.").removesuffix("'s")
    return bare in easy or f"{bare}." in easy  # the list writes "mr." with its point
