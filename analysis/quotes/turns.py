"""Whether what a quotation leaves out turns what it says: a denial, a condition."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.quotes.chains import Pair
from analysis.quotes.index import Index
from analysis.quotes.word_keys import is_denial, keys_of, turning_words
from analysis.quotes.wording import Wording

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


def turns_meaning(chain: list[Pair], gaps: list[Gap], index: Index, *, wording: Wording, before: str) -> bool:
    """Say whether a denial or a condition is lost between the first word and the last, or right before them.

    before: the article's own words before the quotation, which may say the denial.
    """
    is_cut = reads_as_sentence(wording, chain[0].place, index) and denial_before(chain[0].place, index)
    is_lost = bool(is_cut) and not any(map(is_denial, keys_of(before)))
    return is_lost or any(_turns(gap, index) for gap in gaps)


def denial_before(place: int, index: Index) -> str:
    """Return the denial right before a word in its sentence, '' without one: `not` of `recognise the border`."""
    if place <= index.sentence_of(place).first:
        return ""
    key = int(index.arrays.key[place - 1])
    denied = key >= 0 and is_denial(index.keys[key])
    touches = not index.is_whole or not _CLAUSE_ENDS.search(index.between(place - 1))
    return index.keys[key] if denied and touches else ""


def reads_as_sentence(wording: Wording, place: int, index: Index) -> bool:
    """Say whether a quotation that begins inside a sentence of the text is printed as a sentence of its own.

    It has a capital that the text has not, or only the denial stands before it: `Not all agree`.
    """
    if index.sentence_of(place).first == place - 1:
        return True
    here = wording.text[wording.span[0][0]]
    return here.isupper() and not index.cut(place, place + 1)[:1].isupper()


def _turns(gap: Gap, index: Index) -> bool:
    """Say whether one of the words left out turns what is left; one in a clause that is left out whole does not."""
    places = range(gap.before.place + 1, gap.behind.place)
    edges = index.between(gap.before.place), index.between(gap.behind.place - 1)
    if all(map(_SENTENCE_ENDS.search, edges)):
        return False
    return any(_turns_here(place, gap, index) for place in places)


def _turns_here(place: int, gap: Gap, index: Index) -> bool:
    key = int(index.arrays.key[place])
    kind = turning_words().get(index.keys[key], "") if key >= 0 else ""
    return kind == "condition" or (kind == "denial" and not _is_aside(place, gap, index))


def _is_aside(place: int, gap: Gap, index: Index) -> bool:
    """Say whether the clause of a word lies between two runs as a whole: `, and nobody doubts it,`."""
    before = _list_ends(range(gap.before.place, place), index)
    behind = _list_ends(range(place, gap.behind.place), index)
    if not before or not behind:
        return False
    return behind[0] - before[-1] >= _ASIDE


def _list_ends(places: range, index: Index) -> list[int]:
    """Return behind which words a clause ends."""
    return [place for place in places if _CLAUSE_ENDS.search(index.between(place))]
