"""Which words that results need are withheld, since too long a run would be seen with them."""

from __future__ import annotations

import numpy as np

from analysis.disclosure.gaps import LONG_GAP, fill_gaps, list_stretches, spread_out
from analysis.disclosure.line import WALL
from analysis.disclosure.runs import LONGEST_GUESSED, LONGEST_RUN, Shown

_NEVER = np.iinfo(np.int64).max  # the cost of hiding what does not part


def withhold(shown: Shown, cost: np.ndarray) -> np.ndarray:
    """Tell which of the words that results need may be seen.

    cost: by place in the line, what is lost if the word is hidden; 0 for words that no result needs.
    Withheld are pairs of neighbours that nobody guesses, or LONG_GAP words where there is no such pair: those
    that cost least in each run that is too long. What is withheld in one place is so in equal passages.
    """
    is_kept = cost > 0
    while len(hidden := _list_breaks(shown, is_kept, cost)):
        flags = np.zeros(len(cost), dtype=bool)
        flags[hidden] = True
        is_kept &= ~shown.share(flags)
    return is_kept


def _list_breaks(shown: Shown, is_kept: np.ndarray, cost: np.ndarray) -> np.ndarray:
    """List seen words that are to be hidden, so that no run is too long; none if none is."""
    is_seen = shown.share(is_kept)
    lost = np.where(is_seen, cost, 0)
    start, end = list_long(shown, is_seen)
    hidden = [np.zeros(0, dtype=np.int64)]
    while len(start):  # the next break of every run at once
        cut, after = choose_breaks(shown, start, end, lost)
        hidden.append(spread_out(cut, after))
        is_long = shown.count(after, end) > LONGEST_RUN
        start, end = after[is_long], end[is_long]
    places = np.concatenate(hidden)
    return places[is_seen[places]]


def list_long(shown: Shown, is_seen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """List the runs that are too long, plain or with guesses: from where to before where, in order."""
    plain = list_stretches(is_seen)
    start, end = list_stretches(fill_gaps(is_seen, shown.line.form == WALL, shown.is_hard))
    is_long = shown.count(start, end) > LONGEST_GUESSED
    is_long_plain = shown.count(*plain) > LONGEST_RUN
    is_long[np.searchsorted(start, plain[0][is_long_plain], side="right") - 1] = True
    return start[is_long], end[is_long]


def choose_breaks(
    shown: Shown, start: np.ndarray, end: np.ndarray, lost: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Choose what to hide so that at most LONGEST_RUN words stay before it: from where to before where, a run.

    start, end: one each a run that is too long. lost: by place in the line, what is lost if the word is hidden.
    Of pairs that cost the same the last is chosen.
    """
    last = shown.reach(start)  # the first word that is too much
    at = last[:, None] - np.arange(LONGEST_RUN + 1)  # from the last one back, since no word counts as none
    parts = (at >= start[:, None]) & (at + 1 < end[:, None])
    at = np.maximum(at, 0)
    parts &= shown.is_hard[at]
    price = np.where(parts, lost[at] + lost[np.minimum(at + 1, len(lost) - 1)], _NEVER)
    best = np.argmin(price, axis=1)
    has_pair, pair = parts.any(axis=1), last - best
    first = np.maximum(start, last - LONG_GAP + 1)
    cut = np.where(has_pair, pair, first)
    after = np.where(has_pair, pair + 2, np.minimum(first + LONG_GAP, end))
    return cut, after
