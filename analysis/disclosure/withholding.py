"""Which words that results need are withheld, since too long a run would be seen with them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.disclosure.gaps import LONG_GAP, fill_gaps
from analysis.disclosure.runs import LONGEST_GUESSED, LONGEST_RUN, Shown
from analysis.disclosure.stretches import Stretches, join_places, list_stretches, spread_out

_NEVER = np.iinfo(np.int32).max  # the cost of hiding what does not part
_FEW = 128  # runs; they are broken faster one after the other than all at once


class Kept(NamedTuple):
    """Which of the words that results need may be seen, by place in the line, and what is seen with them."""

    is_kept: np.ndarray
    is_seen: np.ndarray


class Withholder:
    """Tells again and again which of the words that results need may be seen, as more and more must not be.

    A run in which nothing more is refused is broken where it was broken before.
    """

    def __init__(self, shown: Shown, cost: np.ndarray) -> None:
        """cost: by place in the line, what is lost if the word is hidden; 0 for words that no result needs."""
        self._shown, self._lost = shown, cost.astype(np.int32)
        self._needed = Kept(cost > 0, shown.share(cost > 0))
        self._refused = np.zeros(len(cost), dtype=bool)
        self._runs = list_long(shown, list_stretches(self._needed.is_seen))
        self._hidden = _list_breaks(shown, *self._runs, self._lost)

    def withhold(self, refused: np.ndarray) -> Kept:
        """Tell which words may be seen.

        refused: by place in the line, words that must not be seen, each with those in the same place of equal passages;
        those that were refused before are among them. Withheld are pairs of neighbours that nobody guesses, or LONG_GAP
        words where there is no such pair: those that cost least in each run that is too long. What is withheld in one
        place is so in equal passages.
        """
        self._refuse(np.flatnonzero(refused & ~self._refused))
        kept = Kept(*(flags.copy() for flags in self._needed))
        hidden = self._hidden[kept.is_seen[self._hidden]]
        while len(hidden):
            equal = self._shown.passages.spread(hidden)
            kept.is_kept[equal] = kept.is_seen[equal] = False
            runs = list_long(self._shown, list_stretches(kept.is_seen))
            lost = self._lost * kept.is_seen if len(runs[0]) else self._lost
            hidden = _list_breaks(self._shown, *runs, lost)
            hidden = hidden[kept.is_seen[hidden]]
        return kept

    def _refuse(self, places: np.ndarray) -> None:
        """Take words away for good, and break the runs anew that they stand in."""
        for flags in (*self._needed, self._lost):
            flags[places] = 0
        self._refused[places] = True
        is_met = _tell_met(*self._runs, places)
        inside = spread_out(*(side[is_met] for side in self._runs))
        runs = list_long(self._shown, join_places(inside[self._needed.is_seen[inside]]))
        stays = ~is_met[np.searchsorted(self._runs[0], self._hidden, side="right") - 1]
        broken = _list_breaks(self._shown, *runs, self._lost)
        self._hidden = np.concatenate([self._hidden[stays], broken])
        left = (side[~is_met] for side in self._runs)
        start, end = (np.concatenate(sides) for sides in zip(left, runs, strict=True))
        order = np.argsort(start)
        self._runs = start[order], end[order]


def _tell_met(start: np.ndarray, end: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Tell which stretches hold one of some places, which are in order."""
    return np.searchsorted(places, start) < np.searchsorted(places, end)


def _list_breaks(shown: Shown, start: np.ndarray, end: np.ndarray, lost: np.ndarray) -> np.ndarray:
    """List words of runs that are to be hidden, so that none is too long; some may be hidden already.

    start, end: one each a run that is too long. lost: by place in the line, what is lost if the word is hidden.
    """
    hidden = [np.zeros(0, dtype=np.int64)]
    while len(start) > _FEW:  # the next break of every run at once
        cut, after = choose_breaks(shown, start, end, lost)
        hidden.append(spread_out(cut, after))
        is_long = shown.count(after, end) > LONGEST_RUN
        start, end = after[is_long], end[is_long]
    hidden += [_break_run(shown, *run, lost) for run in zip(start.tolist(), end.tolist(), strict=True)]
    return np.concatenate(hidden)


def _break_run(shown: Shown, start: int, end: int, lost: np.ndarray) -> np.ndarray:
    """List the words of all breaks of one run, chosen as by `choose_breaks`."""
    price = np.full(end - start, _NEVER)
    pair = start + np.flatnonzero(shown.is_hard[start : end - 1])
    price[pair - start] = lost[pair] + lost[pair + 1]
    price, reach = price.tolist(), shown.reach(np.arange(start, end)).tolist()
    left = shown.count_left(start, end).tolist()
    places, at = [], start
    while at < end and left[at - start] > LONGEST_RUN:
        last = reach[at - start]
        first = max(at, last - LONGEST_RUN)
        prices = price[first - start : last + 1 - start][::-1]
        cheapest = min(prices)
        if cheapest < _NEVER:
            cut = first + len(prices) - 1 - prices.index(cheapest)
            after = cut + 2
        else:
            cut = max(at, last - LONG_GAP + 1)
            after = min(cut + LONG_GAP, end)
        places += range(cut, after)
        at = after
    return np.array(places, dtype=np.int64)


def list_long(shown: Shown, plain: Stretches) -> Stretches:
    """List the runs that are too long, plain or with guesses: from where to before where, in order.

    plain: the stretches of what is seen.
    """
    start, end = fill_gaps(*plain, shown.is_wall, shown.next_hard)
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
