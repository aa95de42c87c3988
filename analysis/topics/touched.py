"""The own paragraphs that touch a topic, turn by turn, and these turns drawn anew."""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

import numpy as np

from analysis.topics.placed import Events, Placed

RESAMPLES = 2000
LEADING_SEED = 55


class Touched:
    """How many own paragraphs of each turn touch each topic; turns that touch none are only counted.

    topics: names. source, counts: of each turn that touches a topic its source, in ascending order, and the paragraphs,
    a column a topic.
    n_turns, n_paragraphs: of each source, with own words.
    """

    def __init__(self, placed: Placed) -> None:
        own = np.flatnonzero(~placed.is_question & (placed.n_words > 0))
        number, first, turn = np.unique(placed.number_turns()[own], return_index=True, return_inverse=True)
        turn_of = np.full(len(placed.source), -1)
        turn_of[own] = turn
        is_own = turn_of[placed.row] >= 0
        row, width = placed.row[is_own], len(placed.topics)
        cell = turn_of[row] * width + placed.topic[is_own]
        once = _list_pairs(cell, placed.paragraph[row])[0]
        n = np.bincount(once, minlength=len(number) * width).reshape(len(number), width)
        source, is_touching = placed.source[own[first]], n.any(axis=1)
        self.topics, self.source, self.counts = placed.topics, source[is_touching], n[is_touching]
        self.n_turns = np.bincount(source, minlength=len(placed.sources))
        of_paragraph = _list_pairs(placed.source[own], placed.paragraph[own])[0]
        self.n_paragraphs = np.bincount(of_paragraph, minlength=len(placed.sources))
        self._drawn: tuple[set, np.ndarray] = set(), np.zeros((RESAMPLES, width), dtype=np.int64)

    def draw_all(self, events: Events, members: Iterable[int]) -> np.ndarray:
        """Draw the turns of each of these events anew: the sums over all, a row a draw, a column a topic.

        The draws of an event do not depend on the others: where a few of those that were drawn before are left out,
        their draws alone are made, and taken off.
        """
        sources_of = events.list_sources()
        named = {(events.names[event], sources_of[event]) for event in members}
        before, total = self._drawn
        missing, is_part = before - named, named <= before
        if is_part and len(missing) < len(named):
            return total - sum(self._draw_event(*event) for event in missing)
        total = sum((self._draw_event(*event) for event in named), np.zeros_like(total))
        self._drawn = named, total
        return total

    def _draw_event(self, name: str, sources: tuple[int, ...]) -> np.ndarray:
        """Draw the turns of an event from a seed of its own; turns that touch the same are one kind, drawn together."""
        rows = [slice(*np.searchsorted(self.source, [source, source + 1])) for source in sources]
        counts = np.concatenate([self.counts[:0], *(self.counts[row] for row in rows)])
        n_turns = int(self.n_turns[list(sources)].sum())
        if not len(counts):
            return np.zeros((RESAMPLES, counts.shape[1]), dtype=np.int64)
        kinds, n = _count_kinds(counts, n_turns - len(counts))
        generator = np.random.default_rng([LEADING_SEED, crc32(name.encode("utf-8"))])
        times = generator.multinomial(n_turns, n / n_turns, size=RESAMPLES)
        return (times.astype(float) @ kinds).astype(
            np.int64
        )  # of whole numbers, so that no order of sums matters


def _list_pairs(one: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """List each pair of numbers once."""
    width = 1 + other.max(initial=0)
    return np.divmod(np.unique(one * width + other), width)


def _count_kinds(counts: np.ndarray, n_silent: int) -> tuple[np.ndarray, np.ndarray]:
    """List the rows that differ, in ascending order, and how often each comes; n_silent: more rows of nothing."""
    silent = np.zeros((1, counts.shape[1]), dtype=counts.dtype)
    order = np.lexsort(counts.T[::-1])
    rows = np.concatenate([silent, counts[order]])
    begins = np.flatnonzero(np.concatenate([[True], (rows[1:] != rows[:-1]).any(axis=1)]))
    n = np.diff(np.append(begins, len(rows)))
    n[0] += n_silent - 1
    is_there = n > 0
    return rows[begins][is_there].astype(float), n[is_there]
