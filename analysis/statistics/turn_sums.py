"""Turns as sums by their length: all that the spread of a rate needs of them, however many turns there are."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike


class TurnSums(NamedTuple):
    """What several rates need of the turns of each length; rates are rows, lengths columns.

    lengths: in words, each once, none of them 0. n_turns: of each length. n, squares: the hits of these turns, and
    the sum of the squares of the hits of each.
    """

    lengths: np.ndarray
    n_turns: np.ndarray
    n: np.ndarray
    squares: np.ndarray

    @property
    def mean(self) -> np.ndarray:
        """The hits of a turn of each length, on average."""
        return self.n / np.maximum(self.n_turns, 1)

    def without(self, some: TurnSums) -> TurnSums:
        """Return the sums over all other turns; some: sums over some of these turns, with the same lengths."""
        left = (all_turns - mine for all_turns, mine in zip(self[1:], some[1:], strict=True))
        return TurnSums(self.lengths, *left)


class TurnHits(NamedTuple):
    """Turns, and the hits in them: those with hits alone, however many turns have none.

    words: the length of each turn. rate, turn, n: one entry for each turn that has hits of a rate. n_rates: how many.
    """

    words: np.ndarray
    rate: np.ndarray
    turn: np.ndarray
    n: np.ndarray
    n_rates: int

    def list_lengths(self) -> np.ndarray:
        """List the lengths of turns, each once; a turn of no words is none."""
        lengths = np.unique(self.words)
        return lengths[lengths > 0]

    def sum_up(self, lengths: np.ndarray, is_meant: np.ndarray | None = None) -> TurnSums:
        """Sum up these turns, or those that are meant, by these lengths."""
        is_meant = self.words > 0 if is_meant is None else is_meant & (self.words > 0)
        place, width = np.searchsorted(lengths, self.words), len(lengths)
        entry = np.flatnonzero(is_meant[self.turn])
        cell, n = self.rate[entry] * width + place[self.turn[entry]], self.n[entry]
        shape = (self.n_rates, width)
        sums = (np.bincount(cell, weights, self.n_rates * width).reshape(shape) for weights in (n, n * n))
        return TurnSums(lengths, np.bincount(place[is_meant], minlength=width), *sums)


def list_turn_hits(counts: ArrayLike, words: ArrayLike) -> TurnHits:
    """List the hits of several rates in the same turns; counts: a row a rate, a column a turn."""
    counts = np.asarray(counts, dtype=float)
    rate, turn = np.nonzero(counts)
    return TurnHits(np.asarray(words, dtype=float), rate, turn, counts[rate, turn], len(counts))
