"""Which words that results need are withheld, since too long a run would be seen with them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from analysis.disclosure.gaps import LONG_GAP, fill_gaps, measure_stretches
from analysis.disclosure.line import WALL
from analysis.disclosure.runs import LONGEST_GUESSED, LONGEST_RUN, Shown


def withhold(shown: Shown, cost: np.ndarray) -> np.ndarray:
    """Tell which of the words that results need may be seen.

    cost: by place in the line, what is lost if the word is hidden; 0 for words that no result needs.
    Withheld are pairs of neighbours that nobody guesses, or LONG_GAP words where there is no such pair: those
    that cost least in each run that is too long. What is withheld in one place is so in equal passages.
    """
    is_kept = cost > 0
    while len(hidden := np.array(list(_list_breaks(shown, is_kept, cost)), dtype=np.int64)):
        flags = np.zeros(len(cost), dtype=bool)
        flags[hidden] = True
        is_kept &= ~shown.share(flags)
    return is_kept


def _list_breaks(shown: Shown, is_kept: np.ndarray, cost: np.ndarray) -> Iterator[int]:
    """Yield seen words that are to be hidden, so that no run is too long; none if none is."""
    line, is_seen = shown.line, shown.share(is_kept)
    for start, end in list_long(shown, is_seen):
        while line.size[start:end].sum() > LONGEST_RUN:
            cut, after = choose_break(shown, start, end, np.where(is_seen, cost, 0))
            yield from (place for place in range(cut, after) if is_seen[place])
            start = after


def list_long(shown: Shown, is_seen: np.ndarray) -> list[tuple[int, int]]:
    """List the runs that are too long, plain or with guesses: from where to before where, in order."""
    filled = fill_gaps(is_seen, shown.line.form == WALL, shown.is_hard)
    plain, guessed = (measure_stretches(flags, shown.line.size) for flags in (is_seen, filled))
    at_plain, at_guessed = plain[2] > LONGEST_RUN, guessed[2] > LONGEST_GUESSED
    spans = {(start, end) for start, end in zip(guessed[0][at_guessed], guessed[1][at_guessed], strict=True)}
    inside = np.searchsorted(guessed[0], plain[0][at_plain], side="right") - 1
    spans |= set(zip(guessed[0][inside], guessed[1][inside], strict=True))
    return sorted((int(start), int(end)) for start, end in spans)


def choose_break(shown: Shown, start: int, end: int, cost: np.ndarray) -> tuple[int, int]:
    """Choose what to hide so that at most LONGEST_RUN words stay before it: from where to before where."""
    sizes = np.cumsum(shown.line.size[start:end])
    last = start + int(np.searchsorted(sizes, LONGEST_RUN, side="right"))  # the first that is too much
    pairs = [at for at in range(start, last + 1) if at + 1 < end and shown.is_hard[at]]
    if not pairs:
        first = max(start, min(last, end - 1) - LONG_GAP + 1)
        return first, min(first + LONG_GAP, end)
    best = min(pairs, key=lambda at: (cost[at] + cost[at + 1], -at))
    return best, best + 2
