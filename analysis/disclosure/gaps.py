"""Which hidden words part what is seen, and which a reader would fill in."""

from __future__ import annotations

import numpy as np

from analysis.disclosure.equal_passages import Passages
from analysis.disclosure.line import WALL, Line
from analysis.disclosure.stretches import Stretches, list_stretches, order_places

LONG_GAP = 5  # hidden words that nobody fills in, whatever they are
EASY = 0.05  # chance of guessing two words from the one before them, from which they part nothing


def find_hard_pairs(line: Line, passages: Passages) -> np.ndarray:
    """Tell for each word whether it and the next part what is seen, if both are hidden.

    Two words do that which have content and which a model of pairs of words, counted on everything but this
    passage, guesses from the word before with a chance below EASY. A wall parts always.
    """
    chance = _guess_next(line.form, passages.is_first)
    both = chance * np.append(chance[1:], 0)
    has_content = line.has_content | np.append(line.has_content[1:], False)
    is_wall = line.form == WALL
    return (has_content & (both < EASY)) | is_wall | np.append(is_wall[1:], True)


def _guess_next(form: np.ndarray, is_counted: np.ndarray) -> np.ndarray:
    """Return the share of the uses of the word before that go on with this word, this use left out.

    is_counted: whether the use counts, since equal passages count once.
    """
    word = form.astype(np.int64) - WALL
    before = np.insert(word[:-1], 0, 0)
    n_before = np.bincount(before, weights=is_counted)[before]
    n_pair = _count_pairs(before * (word.max(initial=0) + 1) + word, is_counted)
    return (n_pair - 1).clip(0) / (n_before - 1).clip(1)


def _count_pairs(pair: np.ndarray, is_counted: np.ndarray) -> np.ndarray:
    """Count how often each pair stands among those that are counted, for each place."""
    order, is_new = order_places(pair)
    begins = np.flatnonzero(is_new)
    counted = np.add.reduceat(is_counted[order], begins, dtype=np.int32)
    n = np.empty(len(pair), dtype=np.int32)
    n[order] = np.repeat(counted, np.diff(begins, append=len(pair)))
    return n


def find_next_hard(is_hard: np.ndarray) -> np.ndarray:
    """Find for each place where the next hard pair begins, from there on; the end where none does."""
    n = len(is_hard)
    places = np.where(is_hard, np.arange(n, dtype=np.int32), np.int32(n))
    return np.minimum.accumulate(places[::-1])[::-1]


def fill_gaps(start: np.ndarray, end: np.ndarray, is_wall: np.ndarray, next_hard: np.ndarray) -> Stretches:
    """Return the stretches of what is seen once a reader has filled in every gap that does not part.

    start, end: the stretches that are seen. next_hard: from `find_next_hard`. A gap parts if it has a wall, a hard pair
    or LONG_GAP words.
    """
    parts = np.ones(len(start) + 1, dtype=bool)
    first, after = end[:-1], start[1:]
    parts[1:-1] = (after - first >= LONG_GAP) | (next_hard[first] < after - 1) | is_wall[first]
    return start[parts[:-1]], end[parts[1:]]


def measure_stretches(is_seen: np.ndarray, size: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return where each stretch of seen words begins and ends, and how many words it counts as."""
    start, end = list_stretches(is_seen)
    so_far = np.concatenate(([0], np.cumsum(size, dtype=np.int64)))
    return start, end, so_far[end] - so_far[start]
