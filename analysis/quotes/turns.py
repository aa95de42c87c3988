"""Whether what a quotation leaves out turns what it says: a denial, a condition."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.quotes.chains import Pair
from analysis.quotes.index import Index
from analysis.quotes.word_keys import is_denial, keys_of, turning_words

_CLAUSE_ENDS = re.compile(r"[,;:–—()…]|\s-+\s|[.!?]")
_SENTENCE_ENDS = re.compile(r"[.!?…]")
_ASIDE = 3  # words of a clause that can be left out with its denial: `and nobody doubts it`


class Gap(NamedTuple):
    """What stands between two runs of a chain; is_marked: the outlet shows that it left words out."""

    before: Pair
    behind: Pair
    is_marked: bool

    @property
    def skipped(self) -> int:
        """How many words of the text it has."""
        return self.behind.place - self.before.place - 1


def turns_meaning(chain: list[Pair], gaps: list[Gap], index: Index, before: str) -> bool:
    """Say whether a denial or a condition is lost between the first word and the last, or right before them.

    before: the article's own words before the quotation, which may say the denial.
    """
    return _is_denied(chain[0].place, index, before) or any(_turns(gap, index) for gap in gaps)


def _is_denied(place: int, index: Index, before: str) -> bool:
    """`recognise the border`, of which the text says `not`."""
    if place <= index.sentence_of(place).first:
        return False
    key = int(index.arrays.key[place - 1])
    denied = key >= 0 and is_denial(index.keys[key])
    touches = not _CLAUSE_ENDS.search(index.between(place - 1)) or not index.is_whole
    return denied and touches and not any(map(is_denial, keys_of(before)))


def _turns(gap: Gap, index: Index) -> bool:
    places = range(gap.before.place + 1, gap.behind.place)
    keys = index.arrays.key[places.start : places.stop].tolist()
    kinds = {turning_words().get(index.keys[key], "") for key in keys if key >= 0} - {""}
    if not kinds:
        return False
    edges = index.between(gap.before.place), index.between(gap.behind.place - 1)
    if all(map(_SENTENCE_ENDS.search, edges)):
        return False
    is_aside = all(map(_CLAUSE_ENDS.search, edges)) and len(places) >= _ASIDE
    return not (is_aside and kinds == {"denial"})
