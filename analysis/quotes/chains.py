"""Which words of a quotation stand in a stretch of text, in the same order: the best chain of equal words.

A chain is worth what its words are worth, less what each gap costs. It is found among all pairs of equal words by
dynamic programming over sparse matches (Eppstein et al. 1992, Journal of the ACM 39:519-545, section 1).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from analysis.quotes.index import Span

WORTH, WORTH_SMALL = 1.0, 0.4  # of a content word, of a function word
_GAP = 0.1  # what a gap costs by itself
_UNMATCHED = 0.1  # for each word of the quotation in it
_SKIPPED, _MOST_SKIPPED = 0.01, 0.6  # for each word of the text in it, and at most
_SKIPPED_MARKED = 0.1  # at most, where the outlet marks that words are left out
MOST_COSTS = 5_000  # that are found at once; more are no quicker
_LOOSE = 2  # function words that are no anchor


class Pair(NamedTuple):
    """A word of a quotation, by its number, and the place of the same word in an index."""

    word: int
    place: int


class Block(NamedTuple):
    """Pairs that follow each other without a gap on either side."""

    first: Pair
    last: Pair

    @property
    def n(self) -> int:
        """How many words it has."""
        return self.last.word - self.first.word + 1


def find_chain(
    quote: np.ndarray, text: np.ndarray, first: int, is_content: np.ndarray, is_marked: np.ndarray
) -> list[Pair]:
    """Return the best chain of equal words.

    quote, text: the numbers of keys of either. first: the place of the first word of text. is_content,
    is_marked: of each word of the quotation, whether it is no function word, whether a mark of words left
    out stands before it.
    """
    word, at = np.nonzero(quote[:, None] == text[None, :])
    if not len(word):
        return []
    score, before = np.where(is_content, WORTH, WORTH_SMALL)[word], np.full(len(word), -1)
    for first_here, end, costs in _cost_runs(word, at, np.cumsum(is_marked)[word]):
        gains = score[:first_here, None] - costs
        best = gains.argmax(axis=0)
        gain = gains[best, np.arange(len(best))]
        score[first_here:end] += np.maximum(gain, 0)
        before[first_here:end] = np.where(gain > 0, best, -1)
    return _trace(word, at + first, before, int(score.argmax()))


def _cost_runs(word: np.ndarray, at: np.ndarray, marks: np.ndarray) -> Iterator[tuple[int, int, np.ndarray]]:
    """Yield the pairs of each word but the first, by first and end, with what it costs to go on to them.

    word, at: of each pair. marks: how many marks stand before it. Costs have a row for each pair of an earlier word, a
    column for each of this one; they are found for several words at once.
    """
    edges = [*np.flatnonzero(np.diff(word, prepend=-1)).tolist(), len(word)]
    at_once, begin, known = max(1, MOST_COSTS // len(word)), 0, 0
    for first_here, end in pairwise(edges[1:]):
        if end > known:
            begin, known = first_here, max(end, edges[bisect_right(edges, first_here + at_once) - 1])
            costs = _cost_gaps(word[:known], at[:known], marks[:known], begin)
        yield first_here, end, costs[:first_here, first_here - begin : end - begin]


def _cost_gaps(word: np.ndarray, at: np.ndarray, marks: np.ndarray, begin: int) -> np.ndarray:
    """Return what it costs to go on from each pair to each from begin on: infinitely much to what stands before."""
    unmatched, skipped = (place[begin:] - place[:, None] - 1 for place in (word, at))
    most = np.where(marks[begin:] > marks[:, None], _SKIPPED_MARKED, _MOST_SKIPPED)
    cost = np.minimum(_SKIPPED * skipped, most)
    cost += _GAP + _UNMATCHED * unmatched
    np.copyto(cost, np.inf, where=skipped < 0)
    np.copyto(cost, 0, where=(skipped == 0) & (unmatched == 0))
    return cost


def _trace(word: np.ndarray, place: np.ndarray, before: np.ndarray, last: int) -> list[Pair]:
    chain, at = [], last
    while at >= 0:
        chain.append(Pair(int(word[at]), int(place[at])))
        at = int(before[at])
    return chain[::-1]


def list_blocks(chain: list[Pair]) -> list[Block]:
    """Return the runs of a chain in order."""
    blocks: list[Block] = []
    for pair in chain:
        if blocks and _follows(blocks[-1].last, pair):
            blocks[-1] = Block(blocks[-1].first, pair)
        else:
            blocks.append(Block(pair, pair))
    return blocks


def _follows(before: Pair, pair: Pair) -> bool:
    step = Pair(pair.word - before.word, pair.place - before.place)
    return step == (1, 1)


def drop_loose(chain: list[Pair], is_content: np.ndarray) -> list[Pair]:
    """Drop the function words at the ends of a chain that a gap parts from the rest: they stand anywhere."""
    blocks = list_blocks(chain)
    while len(blocks) > 1 and _is_loose(blocks[0], blocks[1], is_content):
        del blocks[0]
    while len(blocks) > 1 and _is_loose(blocks[-1], blocks[-2], is_content):
        del blocks[-1]
    kept = range(blocks[0].first.word, blocks[-1].last.word + 1) if blocks else range(0)
    return [pair for pair in chain if pair.word in kept]


def _is_loose(block: Block, neighbour: Block, is_content: np.ndarray) -> bool:
    one, other = sorted((block, neighbour))
    skipped = other.first.place - one.last.place - 1
    inside = is_content[block.first.word : block.last.word + 1]
    return block.n <= _LOOSE and not inside.any() and skipped > _LOOSE


def span_of(chain: list[Pair]) -> Span:
    """Return the places from the first word of a chain to the last."""
    return Span(chain[0].place, chain[-1].place + 1)
