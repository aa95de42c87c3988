"""Which hidden words part what is seen, and which a reader would fill in."""

from __future__ import annotations

import numpy as np

from analysis.disclosure.line import WALL, Line

LONG_GAP = 5  # hidden words that nobody fills in, whatever they are
EASY = 0.05  # chance of guessing two words from the one before them, from which they part nothing


def find_hard_pairs(line: Line, passage: np.ndarray) -> np.ndarray:
    """Tell for each word whether it and the next part what is seen, if both are hidden.

    passage: from `number_passages`. Two words do that which have content and which a model of pairs of words,
    counted on everything but this passage, guesses from the word before with a chance below EASY. A wall parts
    always.
    """
    chance = _guess_next(line.form, passage)
    both = chance * np.append(chance[1:], 0)
    has_content = line.has_content | np.append(line.has_content[1:], False)
    is_wall = line.form == WALL
    return (has_content & (both < EASY)) | is_wall | np.append(is_wall[1:], True)


def _guess_next(form: np.ndarray, passage: np.ndarray) -> np.ndarray:
    """Return the share of the uses of the word before that go on with this word, this use left out."""
    before = np.insert(form[:-1], 0, WALL)
    is_counted = np.zeros(len(form), dtype=bool)
    is_counted[np.unique(passage, return_index=True)[1]] = True  # equal passages count once
    pair = (before.astype(np.int64) + 2) * (form.max(initial=0) + 3) + form + 2
    n_pair, n_before = (_count(number, is_counted) for number in (pair, before))
    return (n_pair - 1).clip(0) / (n_before - 1).clip(1)


def _count(number: np.ndarray, is_counted: np.ndarray) -> np.ndarray:
    """Count how often each number stands among the words that are counted, for each word."""
    inverse = np.unique(number, return_inverse=True)[1].reshape(-1)
    return np.bincount(inverse, weights=is_counted)[inverse]


def fill_gaps(is_seen: np.ndarray, is_wall: np.ndarray, is_hard: np.ndarray) -> np.ndarray:
    """Tell what is seen once a reader has filled in every gap that does not part.

    is_hard: from `find_hard_pairs`. A gap parts if it has a wall, a hard pair or LONG_GAP words.
    """
    start, end = list_stretches(~is_seen)
    parts = _count_in(is_hard, start, end - 1) + _count_in(is_wall, start, end) > 0
    weak = ~parts & (end - start < LONG_GAP)
    change = np.zeros(len(is_seen) + 1, dtype=np.int64)
    np.add.at(change, start[weak], 1)
    np.add.at(change, end[weak], -1)
    return is_seen | (np.cumsum(change)[:-1] > 0)


def list_stretches(flags: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return where each stretch of true flags begins, and the place after its end."""
    edges = np.flatnonzero(np.diff(flags.astype(np.int8), prepend=0, append=0))
    return edges[::2], edges[1::2]


def measure_stretches(is_seen: np.ndarray, size: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return where each stretch of seen words begins and ends, and how many words it counts as."""
    start, end = list_stretches(is_seen)
    return start, end, _count_in(size, start, end)


def _count_in(values: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Add up values from start to before end."""
    so_far = np.concatenate(([0], np.cumsum(values, dtype=np.int64)))
    return so_far[np.maximum(end, start)] - so_far[start]
