"""Which words are abbreviations: those of the library, without the everyday words in its list.

nupunkt learned its 5,865 abbreviations from pages of law and government, and took for one what often stood before a
full stop: `West`, `code`, `best`. A word that the word list or the pronouncing dictionary has, or a long one, is an
abbreviation only where our own list has it. Each is looked up when a text first has it: few ever are.
"""

from __future__ import annotations

from functools import lru_cache

from nupunkt import PunktSentenceTokenizer
from nupunkt.models import load_default_model

from analysis.language import ABBREVIATIONS, Remembered, is_known, is_pronounced

LONG = 6  # letters from which an unlisted word is taken for a word


class Abbreviations(frozenset[str]):
    """Those of the library and our own, folded, without the last point; only `in` knows that words are none."""

    def __contains__(self, word: object) -> bool:
        return super().__contains__(word) and not _words[word]


@lru_cache(maxsize=1)
def load_library() -> PunktSentenceTokenizer:
    """Return a library of our own, for its list is shared by all who ask for the one at hand."""
    library = load_default_model()
    library.parameters.abbrev_types = Abbreviations(library.abbreviations | ABBREVIATIONS)
    return library


@lru_cache(maxsize=1)
def load_abbreviations() -> Abbreviations:
    """Return what is an abbreviation: ask with `in`."""
    return load_library().parameters.abbrev_types


def _is_word(abbreviation: str) -> bool:
    """Say whether an abbreviation of the library is a word: `u.s.c` is none, nor is `ltd`."""
    if not abbreviation.isalpha() or abbreviation in ABBREVIATIONS or len(abbreviation) == 1:
        return False
    return len(abbreviation) >= LONG or is_known(abbreviation) or is_pronounced(abbreviation)


_words = Remembered(_is_word)
