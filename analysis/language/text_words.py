"""The words of a whole text, found once: one step after another asks for those of its stretches."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from analysis.language.folded_words import number_words
from analysis.language.word_shapes import WORD, WORD_OR_ADDRESS, find_address_spots
from analysis.language.words import find_words, fold_each, join_words, may_join

_TEXTS = 2  # that are kept: the text as read, and with its lines joined
_WORDS, _WORDS_OR_ADDRESSES = (
    re.compile(f"({one.pattern})") for one in (WORD, WORD_OR_ADDRESS)
)  # to split by


class Words(NamedTuple):
    """The words of stretches of a text, one value a word, in order: offsets, the number of what is printed, the
    stretch in which it stands (from 0); and what is printed by these numbers.
    """

    start: np.ndarray
    end: np.ndarray
    number: np.ndarray
    place: np.ndarray
    printed: list[str]

    def keep(self, rows: np.ndarray) -> Words:
        """Return some of the words."""
        return Words(*(column[rows] for column in self[:-1]), self.printed)


@lru_cache(maxsize=_TEXTS)
def read_words(text: str) -> Words:
    """Return the words of a text, all in one stretch."""
    start, end, words = _cut_words(text)
    if may_join(text, 0, len(text)):
        spans = join_words(text, list(zip(start.tolist(), end.tolist(), strict=True)))
        start, end = _in_columns(spans)
        words = [text[first:last] for first, last in spans]
    number, printed = number_words(words)
    return Words(start, end, number, np.zeros(len(number), dtype=np.int64), printed)


def _cut_words(text: str) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Return where the words of a text start and end, and the words; none joined to the next.

    To cut a text takes half as long as to look at each match.
    """
    pieces = list(chain.from_iterable(_cut_stretches(text)))
    edges = np.cumsum(np.fromiter(map(len, pieces), np.int64, len(pieces)))
    start, end = edges[::2], edges[1::2]
    is_word = start < end
    return start[is_word], end[is_word], [word for word in pieces[1::2] if word]


def _cut_stretches(text: str) -> Iterator[list[str]]:
    """Yield what stands between words, and words, in turn; an empty word ends each stretch."""
    at = 0
    for first, last in find_address_spots(text, 0, len(text)):
        yield [*_WORDS.split(text[at:first]), ""]
        yield [*_WORDS_OR_ADDRESSES.split(text[first:last]), ""]
        at = last
    yield [*_WORDS.split(text[at:]), ""]


@lru_cache(maxsize=_TEXTS)
def fold_text(text: str) -> tuple[np.ndarray, list[str]]:
    """Return the number of the counted form of each word of a text by itself, in order, and the forms."""
    words = read_words(text)
    form, forms = number_words(fold_each(words.printed, text))
    return form[words.number], forms


def place_words(text: str, starts: Sequence[int], ends: Sequence[int]) -> Words:
    """Return the words of stretches of a text, as `find_words` finds them in each.

    starts, ends: the offsets of the stretches, in order; none overlaps another. Where white space parts a stretch
    from the rest, its words are those of the whole text; in others they are looked for.
    """
    starts, ends = np.asarray(starts, dtype=np.int64), np.asarray(ends, dtype=np.int64)
    words = read_words(text)
    first, last = np.searchsorted(words.start, starts), np.searchsorted(words.start, ends)
    before = np.concatenate([[0], words.end])
    is_clear = (before[first] <= starts) & (before[last] <= ends) & _is_parted(text, starts, ends)
    sizes = np.where(is_clear, last - first, 0)
    place = np.repeat(np.arange(len(starts)), sizes)
    rows = np.arange(len(place)) + np.repeat(first - (np.cumsum(sizes) - sizes), sizes)
    words = words.keep(rows)._replace(place=place)
    return words if is_clear.all() else _add_words(text, words, starts, ends, np.flatnonzero(~is_clear))


def count_in_stretches(text: str, starts: Sequence[int], ends: Sequence[int]) -> np.ndarray:
    """Return the number of words of each stretch of a text; starts, ends: as for `place_words`."""
    return np.bincount(place_words(text, starts, ends).place, minlength=len(starts))


def _is_parted(text: str, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Say of each stretch whether white space, or nothing, stands at both sides."""
    before = [not text[max(0, start - 1) : start].strip() for start in starts.tolist()]
    behind = [not text[end : end + 1].strip() for end in ends.tolist()]
    return np.array(before, dtype=bool) & np.array(behind, dtype=bool)


def _add_words(text: str, words: Words, starts: np.ndarray, ends: np.ndarray, places: np.ndarray) -> Words:
    """Add the words of some stretches, looked for in each."""
    stretches = zip(starts[places].tolist(), ends[places].tolist(), strict=True)
    found = [find_words(text, *stretch) for stretch in stretches]
    spans = list(chain.from_iterable(found))
    known = {word: number for number, word in enumerate(words.printed)}
    number = [known.setdefault(text[start:end], len(known)) for start, end in spans]
    place = np.repeat(places, [len(spans) for spans in found])
    added = (*_in_columns(spans), np.array(number, dtype=np.int64), place)
    columns = map(np.concatenate, zip(words[:-1], added, strict=True))
    joined = Words(*columns, list(known))
    return joined.keep(np.argsort(joined.start, kind="stable"))


def _in_columns(spans: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    both = np.fromiter(chain.from_iterable(spans), np.int64, 2 * len(spans)).reshape(-1, 2)
    return both[:, 0].copy(), both[:, 1].copy()
