"""The words of a whole text, found once: one step after another asks for those of its stretches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from analysis.language.blanks import find_blanks
from analysis.language.chunks import find_in_chunks, number_chunks, spread
from analysis.language.folded_words import fold_forms, number_words
from analysis.language.segmenter import is_cut
from analysis.language.words import JOINING, count_words_in, find_words, join_words, may_join

_TEXTS = 2  # that are kept: the text as read, and with its lines joined
_BLANKS = re.compile(r"[\n\r\t]")  # no word goes over one of these, nor over a space


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
    if is_cut(text):
        return _number_spans(text, find_words(text))
    words = _cut_words(_BLANKS.sub(" ", text))
    if not may_join(text, 0, len(text)) or not _are_joined(text, words):
        return words
    apart = list(zip(words.start.tolist(), words.end.tolist(), strict=True))
    return _number_spans(text, join_words(text, apart))


def _are_joined(text: str, words: Words) -> bool:
    """Say whether any words are one, of those around the signs over which words are joined."""
    behind = np.searchsorted(words.start, [sign.start() for sign in JOINING.finditer(text)])
    rows = np.unique(np.concatenate([behind - 2, behind - 1, behind, behind + 1]))
    rows = rows[(rows >= 0) & (rows < len(words.start))]
    near = list(zip(words.start[rows].tolist(), words.end[rows].tolist(), strict=True))
    return len(join_words(text, near)) < len(near)


def _number_spans(text: str, spans: list[tuple[int, int]]) -> Words:
    start, end = _in_columns(spans)
    number, printed = number_words([text[first:last] for first, last in spans])
    return Words(start, end, number, np.zeros(len(number), dtype=np.int64), printed)


@lru_cache(maxsize=1)  # a text whose lines are joined has the same words
def _cut_words(text: str) -> Words:
    """Return the words of a text without other blanks than spaces; none joined to the next."""
    starts, chunk, chunks = number_chunks(text)
    found = find_in_chunks(chunks)
    sizes = found.sizes[chunk]
    place, row = spread((np.cumsum(found.sizes) - found.sizes)[chunk], sizes)
    at = starts[place]
    start, end = at + found.start[row], at + found.end[row]
    return Words(start, end, found.number[row], np.zeros(len(row), dtype=np.int64), found.printed)


@lru_cache(maxsize=_TEXTS)
def fold_text(text: str) -> tuple[np.ndarray, list[str]]:
    """Return the number of the counted form of each word of a text by itself, in order, and the forms."""
    words = read_words(text)
    form, forms = fold_forms(tuple(words.printed), text)
    return form[words.number], forms


def place_words(text: str, starts: Sequence[int], ends: Sequence[int]) -> Words:
    """Return the words of stretches of a text, as `find_words` finds them in each.

    starts, ends: the offsets of the stretches, in order; none overlaps another. Where white space parts a stretch
    from the rest, its words are those of the whole text; in others they are looked for.
    """
    starts, ends = np.asarray(starts, dtype=np.int64), np.asarray(ends, dtype=np.int64)
    first, sizes, is_clear = _find_rows(text, starts, ends)
    place, rows = spread(first, sizes)
    words = read_words(text).keep(rows)._replace(place=place)
    return words if is_clear.all() else _add_words(text, words, starts, ends, np.flatnonzero(~is_clear))


def count_in_stretches(text: str, starts: Sequence[int], ends: Sequence[int]) -> np.ndarray:
    """Return the number of words of each stretch of a text; starts, ends: as for `place_words`."""
    starts, ends = np.asarray(starts, dtype=np.int64), np.asarray(ends, dtype=np.int64)
    _, sizes, is_clear = _find_rows(text, starts, ends)
    unclear = np.flatnonzero(~is_clear)
    sizes[unclear] = [count_words_in(text, *stretch) for stretch in _list_stretches(starts, ends, unclear)]
    return sizes


def _find_rows(text: str, starts: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return of each stretch of a text its first word, how many words it has, and whether they are those of the text.

    Where they are not they count as none.
    """
    words = read_words(text)
    first, last = np.searchsorted(words.start, starts), np.searchsorted(words.start, ends)
    before = np.concatenate([[0], words.end])
    blank = find_blanks(text)  # also behind the end, which the place before the start stands for
    is_clear = (before[first] <= starts) & (before[last] <= ends) & blank[starts - 1] & blank[ends]
    return first, np.where(is_clear, last - first, 0), is_clear


def _list_stretches(starts: np.ndarray, ends: np.ndarray, places: np.ndarray) -> list[tuple[int, int]]:
    return list(zip(starts[places].tolist(), ends[places].tolist(), strict=True))


def _add_words(text: str, words: Words, starts: np.ndarray, ends: np.ndarray, places: np.ndarray) -> Words:
    """Add the words of some stretches, looked for in each."""
    found = [find_words(text, *stretch) for stretch in _list_stretches(starts, ends, places)]
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
