"""The words of a whole text, found once: one step after another asks for those of its stretches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from analysis.language.words import find_words, fold_each

_TEXTS = 2  # that are kept: the text as read, and with its lines joined


class Words(NamedTuple):
    """Words by their offsets, and the stretch in which each stands (from 0); one value a word, in order."""

    start: np.ndarray
    end: np.ndarray
    place: np.ndarray


@lru_cache(maxsize=_TEXTS)
def read_words(text: str) -> tuple[np.ndarray, np.ndarray]:
    """Return where the words of a text start and end."""
    return _in_columns(find_words(text))


@lru_cache(maxsize=_TEXTS)
def fold_text(text: str) -> list[str]:
    """Return the counted form of each word of a text by itself, in order."""
    starts, ends = read_words(text)
    spans = zip(starts.tolist(), ends.tolist(), strict=True)
    return fold_each([text[start:end] for start, end in spans], text)


def place_words(text: str, starts: Sequence[int], ends: Sequence[int]) -> Words:
    """Return the words of stretches of a text, as `find_words` finds them in each.

    starts, ends: the offsets of the stretches, in order; none overlaps another. Where white space parts a stretch
    from the rest, its words are those of the whole text; in others they are looked for.
    """
    starts, ends = np.asarray(starts, dtype=np.int64), np.asarray(ends, dtype=np.int64)
    start, end = read_words(text)
    first, last = np.searchsorted(start, starts), np.searchsorted(start, ends)
    before = np.concatenate([[0], end])
    is_clear = (before[first] <= starts) & (before[last] <= ends) & _is_parted(text, starts, ends)
    sizes = np.where(is_clear, last - first, 0)
    place = np.repeat(np.arange(len(starts)), sizes)
    rows = np.arange(len(place)) + np.repeat(first - (np.cumsum(sizes) - sizes), sizes)
    words = Words(start[rows], end[rows], place)
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
    found = [
        find_words(text, *span) for span in zip(starts[places].tolist(), ends[places].tolist(), strict=True)
    ]
    start, end = _in_columns(list(chain.from_iterable(found)))
    place = np.repeat(places, [len(spans) for spans in found])
    joined = Words(*map(np.concatenate, zip(words, (start, end, place), strict=True)))
    order = np.argsort(joined.start, kind="stable")
    return Words(*(column[order] for column in joined))


def _in_columns(spans: list[tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    both = np.fromiter(chain.from_iterable(spans), np.int64, 2 * len(spans)).reshape(-1, 2)
    return both[:, 0].copy(), both[:, 1].copy()
