"""Pairs of a name and another word, which stand in any order, with whatever between them (the bridge at Petrosk)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from analysis.language import PLACE_WORDS, TITLE_WORDS, is_proper
from analysis.phrases.content_words import Stream

if TYPE_CHECKING:
    from analysis.phrases.family_sets import Uses

_PARTS_OF_NAMES = TITLE_WORDS | PLACE_WORDS


def are_about_names(uses: Uses, stream: Stream) -> np.ndarray:
    """Tell which uses are pairs of a name and a word that is no part of one."""
    is_pair = uses.n == 2
    is_pair[is_pair] = hold_names(uses.first[is_pair], uses.last[is_pair], stream)
    return is_pair


def hold_names(first: np.ndarray, last: np.ndarray, stream: Stream) -> np.ndarray:
    """Tell which pairs of places hold a name and a word that is no part of one, in whatever order."""
    one, other = stream.code[first], stream.code[last]
    lemmas, known = stream.lemmas, np.flatnonzero(np.bincount(np.concatenate([one, other])))
    is_name, is_part = np.zeros((2, len(lemmas)), dtype=bool)
    is_name[known] = list(map(is_proper, lemmas[known]))
    is_part[known] = [lemma in _PARTS_OF_NAMES for lemma in lemmas[known]]
    is_other = ~is_name & ~is_part
    return (is_name[one] & is_other[other]) | (is_other[one] & is_name[other])
