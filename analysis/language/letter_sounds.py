"""Syllables of a word by its spelling, for words that the pronouncing dictionary does not hold.

A group of vowels is one syllable; rules correct that by one, up or down, where some letters stand in a word:
`Ce$` (a consonant, then e at the end) is one less, `ia` one more. `python -m benchmarks.syllables --learn` learned
them from the dictionary, the one that gains most words first, and letter_sounds.csv says how many words each gained.
"""

from __future__ import annotations

import re
import zlib
from functools import cache
from pathlib import Path

import pandas as pd

VOWELS = "aeiouy"
LETTERS = 6  # the most that a rule looks at, as letters; with every consonant called C one more
FAMILY = 5  # letters: words that share their first five are held out together
HELD_OUT = 11  # one family of so many is held out
_CONSONANT = re.compile(rf"[^{VOWELS}^$]")
_VOWEL = re.compile(rf"[{VOWELS}]")


def sound_letters(word: str) -> int:
    """Count the syllables of a word by its spelling: at least 1. word: folded, without accents."""
    rules = _read_rules()
    letters = word.replace("'", "")
    known = rules.keys() & _list_stretches(letters)  # each of them has a vowel
    return max(1, count_groups(letters) + sum(map(rules.__getitem__, known)))


def count_groups(letters: str) -> int:
    """Count the groups of vowels: the syllables before any rule."""
    return len(re.findall(rf"[{VOWELS}]+", letters))


def list_places(letters: str) -> set[str]:
    """List what a rule may look at: stretches with a vowel, as letters and with consonants called C.

    The beginning of a word is ^ and its end $.
    """
    return {place for place in _list_stretches(letters) if _VOWEL.search(place)}


def _list_stretches(letters: str) -> set[str]:
    spelled = f"^{letters}$"
    shaped = _CONSONANT.sub("C", spelled)
    return _cut_stretches(spelled, LETTERS) | _cut_stretches(shaped, LETTERS + 1)


def is_held_out(word: str) -> bool:
    """Say whether no rule was learned from a word: neither from it nor from those that begin as it does."""
    return zlib.crc32(word[:FAMILY].encode()) % HELD_OUT == 0


def _cut_stretches(text: str, longest: int) -> set[str]:
    edge = len(text) + 1
    return {
        text[start:end] for start in range(edge) for end in range(start + 1, min(edge, start + longest + 1))
    }


@cache
def _read_rules() -> dict[str, int]:
    table = pd.read_csv(Path(__file__).with_name("letter_sounds.csv"), keep_default_na=False)
    return dict(zip(table["place"], table["change"], strict=True))
