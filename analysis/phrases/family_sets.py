"""Sets of content words that stand together again and again: what may be families.

A set has the number of words that its uses have, and a number among the sets of that length in alphabetical order.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import occur_in
from analysis.phrases.content_words import LONGEST_JOINT, Stream, is_compound
from analysis.phrases.name_pairs import hold_names
from analysis.phrases.row_numbers import number_columns, number_runs

MOST_WORDS = 4  # content words of a family
WIDE = (2, 3)  # how far apart, in content words, the two words of a wide slot may stand
N_TURNS = 2 ** (MOST_WORDS * (MOST_WORDS - 1) // 2)  # how many numbers `turn` may have


class Uses(NamedTuple):
    """Uses of sets, by key and place; the arrays run in parallel."""

    key: np.ndarray  # a number for the words, from 0
    turn: np.ndarray  # a number for how the words stand, 0 where they do by alphabet
    first: np.ndarray  # where in the stream each use begins
    last: np.ndarray
    n: np.ndarray  # words of the set
    is_gapped: np.ndarray  # with a slot
    is_wide: np.ndarray  # with a wide one

    @property
    def n_keys(self) -> int:
        """How many numbers `key` may have."""
        return int(self.key[-1]) + 1 if len(self.key) else 0

    def keep(self, which: np.ndarray) -> Uses:
        """Return the uses of a mask or of places in order."""
        return Uses(*(column[which] for column in self))


class _Part(NamedTuple):
    """Uses of sets of one length, with a slot or without one; the arrays run in parallel."""

    first: np.ndarray  # where in the stream each use begins
    offsets: np.ndarray  # not parallel: where the words stand, from there
    key: np.ndarray  # a number for the words
    turn: np.ndarray  # a number for how they stand
    is_wide: bool = False


def list_sets(stream: Stream) -> Iterator[Uses]:
    """List the uses of every set of one to four content words that counts for two events or more, by length.

    Neighbours in the text, and pairs with a slot: one other content word between them; or, a wide slot, two, or
    one beside an "and" or many function words.
    """
    recurs = recur_apart(stream.code, stream.event)[stream.code]
    for n in range(1, MOST_WORDS + 1):
        parts = [_find_neighbours(stream, n, recurs)] + (_find_slots(stream, recurs) if n == 2 else [])
        yield _keep_recurring(_join_parts(parts), stream)


def recur_apart(code: np.ndarray, event: np.ndarray) -> np.ndarray:
    """Tell of each code (from 0) whether it counts for two events or more; event: of each place, -1 for none."""
    return occur_in(code, event)


def _find_neighbours(stream: Stream, n: int, recurs: np.ndarray) -> _Part:
    """Find every n neighbouring content words each of which recurs."""
    starts = np.flatnonzero(recurs).astype(np.int32)
    if n == 1:
        starts = starts[_flag_compounds(stream)[stream.code[starts]]]
    for step in range(n - 1):
        starts = starts[stream.near[starts + step]]
        starts = starts[recurs[starts + step + 1]]
    if n == 2:  # two words alone are a formula only inside one clause, or beside a name
        starts = starts[~stream.crosses[starts] | _tell_of_names(starts, starts + 1, stream)]
    return _number_sets(stream, starts, np.arange(n))


def _flag_compounds(stream: Stream) -> np.ndarray:
    return np.array([is_compound(lemma) for lemma in stream.lemmas], dtype=bool)


def _find_slots(stream: Stream, recurs: np.ndarray) -> list[_Part]:
    """Find the pairs with a slot, both of whose words recur: those with a narrow one first, then wider ones."""
    near, far = (_find_apart(stream, recurs, distance) for distance in WIDE)
    is_narrow = ~(stream.parts[near] | stream.parts[near + 1])
    is_narrow &= stream.row[near + 2] - stream.row[near] <= LONGEST_JOINT + 2
    narrow, wide, wider = (
        _number_sets(stream, starts, np.array([0, distance]))
        for starts, distance in ((near[is_narrow], 2), (near[~is_narrow], 2), (far, 3))
    )
    return [narrow, wide._replace(is_wide=True), wider._replace(is_wide=True)]


def _find_apart(stream: Stream, recurs: np.ndarray, distance: int) -> np.ndarray:
    """Find where pairs begin whose words stand so many content words apart, in one clause."""
    starts = np.flatnonzero(recurs[:-distance]).astype(np.int32)
    starts = starts[recurs[starts + distance]]
    for step in range(distance):
        place = starts + step
        starts = starts[stream.near[place] & ~stream.parts_names[place]]
    is_parted = stream.parts_wide[starts]
    for step in range(1, distance):
        is_parted |= stream.parts_wide[starts + step]
    return starts[~is_parted | _tell_of_names(starts, starts + distance, stream)]


def _tell_of_names(first: np.ndarray, last: np.ndarray, stream: Stream) -> np.ndarray:
    """Tell which pairs hold a name, and no more than a relative clause behind the first word parts them."""
    return ~stream.parts_names[first] & hold_names(first, last, stream)


def _number_sets(stream: Stream, starts: np.ndarray, offsets: np.ndarray) -> _Part:
    """Number the words that stand at each start; words that come twice are no set."""
    printed = [stream.code[starts + offset] for offset in offsets]
    words = _sort_across(printed)
    distinct = np.ones(len(starts), dtype=bool)
    for one, next_one in pairwise(words):
        distinct &= one < next_one
    key = number_columns([codes[distinct] for codes in words], len(stream.lemmas))
    return _Part(starts[distinct], offsets, key, _number_turns([codes[distinct] for codes in printed]))


def _number_turns(printed: list[np.ndarray]) -> np.ndarray:
    """Number how the words of each set stand: a bit for each two of them, set where they are not by alphabet."""
    turn = np.zeros(len(printed[0]), dtype=np.int8)
    for bit, (one, later) in enumerate(combinations(printed, 2)):
        turn |= (one > later).astype(np.int8) << bit
    return turn


def _sort_across(columns: list[np.ndarray]) -> list[np.ndarray]:
    """Sort the few numbers of each row, where a row is what stands at one place of all columns."""
    ordered = list(columns)
    for end in range(len(ordered) - 1, 0, -1):
        for place in range(end):
            pair = ordered[place], ordered[place + 1]
            ordered[place], ordered[place + 1] = np.minimum(*pair), np.maximum(*pair)
    return ordered


def _join_parts(parts: list[_Part]) -> Uses:
    """Join uses of sets of one length, by key and place."""
    key, first, turn = (
        np.concatenate([getattr(part, name) for part in parts]) for name in ("key", "first", "turn")
    )
    order = np.argsort(key, kind="stable") if len(parts) == 1 else np.lexsort((first, key))
    order = order.astype(np.int32)
    sizes = [len(part.first) for part in parts]
    widths, gaps, wide = (
        np.repeat(values, sizes)[order]
        for values in (
            np.array([part.offsets[-1] for part in parts], dtype=np.int32),
            [part.offsets[-1] >= len(part.offsets) for part in parts],
            [part.is_wide for part in parts],
        )
    )
    first = first[order]
    n = np.full(len(key), len(parts[0].offsets), dtype=np.int32)
    return Uses(number_runs(key[order]), turn[order], first, first + widths, n, gaps, wide)


def _keep_recurring(uses: Uses, stream: Stream) -> Uses:
    """Keep the uses of sets that count for two events or more, and number these anew."""
    recurs = recur_apart(uses.key, stream.event[uses.first])[uses.key]
    kept = uses.keep(recurs)
    return kept._replace(key=number_runs(kept.key))


def locate_word(uses: pd.DataFrame | Uses, place: int) -> np.ndarray:
    """Return where in the stream the word of each use at a place (from 0) stands; a slot is in the middle of a use.

    uses: one row a use (first, last, n), of more words than that.
    """
    first, last, n = (np.asarray(column) for column in (uses.first, uses.last, uses.n))
    return np.where(place < n // 2, first + place, last - (n - 1 - place))
