"""Turns as sums by their length: all that the spread of a rate needs of them, however many turns there are."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np


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

    @property
    def n_words(self) -> float:
        """The words of all turns."""
        return float(np.sum(self.lengths * self.n_turns))

    def without(self, some: TurnSums) -> TurnSums:
        """Return the sums over all other turns; some: sums over some of these turns, with the same lengths."""
        left = (all_turns - mine for all_turns, mine in zip(self[1:], some[1:], strict=True))
        return TurnSums(self.lengths, *left)


class TurnHits(NamedTuple):
    """Turns, and the hits in them; turns without hits take no room of their own.

    lengths: of turns in words, each once, none of them 0. place: of each turn its length, as a place among these; -1
    for a turn of no words. rate, turn, n: one entry for each turn that has hits of a rate. n_rates: how many.
    """

    lengths: np.ndarray
    place: np.ndarray
    rate: np.ndarray
    turn: np.ndarray
    n: np.ndarray
    n_rates: int

    def sum_up(self, is_meant: np.ndarray | None = None) -> TurnSums:
        """Sum up all turns that have words, or those of them that are meant."""
        is_meant = self.place >= 0 if is_meant is None else is_meant & (self.place >= 0)
        entry, width = np.flatnonzero(is_meant[self.turn]), len(self.lengths)
        cell, n = self.rate[entry] * width + self.place[self.turn[entry]], self.n[entry]
        sums = (np.bincount(cell, weights, self.n_rates * width) for weights in (n, n * n))
        n_turns = np.bincount(self.place[is_meant], minlength=width)
        return TurnSums(self.lengths, n_turns, *(cells.reshape(self.n_rates, width) for cells in sums))


def list_turn_hits(
    words: np.ndarray, entries: tuple[np.ndarray, np.ndarray, np.ndarray], n_rates: int
) -> TurnHits:
    """List the hits of several rates in the same turns.

    words: the length of each turn. entries: rate, turn and n of each rate and turn that has hits.
    """
    lengths, place = np.unique(words, return_inverse=True)
    n_empty = int((lengths <= 0).sum())
    return TurnHits(lengths[n_empty:], np.maximum(place - n_empty, -1), *entries, n_rates)
