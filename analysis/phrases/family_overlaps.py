"""Uses that reach into each other: of one family, and of families of fewer words inside those of more."""

from __future__ import annotations

import numpy as np

from analysis.phrases.content_words import Stream
from analysis.phrases.family_sets import MOST_WORDS, Uses


def keep_apart(uses: Uses, stream: Stream) -> np.ndarray:
    """Count a place once a family: of two uses that share words stays the one without a slot, or the closer.

    Returns of each use whether it stays.
    """
    doubtful = np.flatnonzero(_may_overlap(uses))
    key, _, first, last, _, is_gapped, is_wide = uses.keep(doubtful)
    length = stream.row[last] - stream.row[first]
    order = np.lexsort((first, length, is_wide, is_gapped, key))
    stays, taken = np.ones(len(uses.key), dtype=bool), set()
    columns = (column[order].tolist() for column in (doubtful, key, first, last, is_gapped))
    for place, of_key, begin, end, has_slot in zip(*columns, strict=True):
        places = {(of_key, word) for word in ((begin, end) if has_slot else range(begin, end + 1))}
        if taken.isdisjoint(places):
            taken |= places
        else:
            stays[place] = False
    return stays


def _may_overlap(uses: Uses) -> np.ndarray:
    """Tell which uses stand in a row of uses of one key that reach into each other; they are by key and place."""
    before_key = uses.key * (np.int64(uses.last.max(initial=0)) + 1)  # lays the text out anew for each key
    reach = np.maximum.accumulate(before_key + uses.last)
    meets_next = (before_key + uses.first)[1:] <= reach[:-1]
    return np.append(meets_next, False)[: len(reach)] | np.append(False, meets_next)[: len(reach)]


def are_inside(own: Uses, stream: Stream) -> np.ndarray:
    """Tell which uses lie inside a use of a family that has all their words, and more."""
    inside = _lie_in_slots(own, stream)
    for longer in range(2, MOST_WORDS + 1):
        begins = np.zeros(len(stream.code), dtype=bool)
        begins[own.first[(own.n == longer) & ~own.is_gapped]] = True
        so_far = np.append(np.int32(0), np.cumsum(begins, dtype=np.int32))
        places = np.flatnonzero(own.n < longer)
        first, earliest = own.first[places], np.maximum(own.last[places] - longer + 1, 0)
        inside[places] |= so_far[first + 1] > so_far[np.minimum(earliest, first + 1)]
    return inside


def _lie_in_slots(own: Uses, stream: Stream) -> np.ndarray:
    """Tell which single words lie inside a pair with a slot that holds them."""
    first = own.first[own.is_gapped & ~own.is_wide]
    slot, last = first + 1, first + 2
    in_slot = stream.code[slot]
    says_again = (in_slot == stream.code[first]) | (in_slot == stream.code[last])
    held = np.zeros(len(stream.code), dtype=bool)
    for places in (first, last, slot[says_again]):
        held[places] = True
    return (own.n == 1) & held[own.first]


def lie_inside(
    first: np.ndarray, last: np.ndarray, longer: tuple[np.ndarray, np.ndarray], *, n_places: int
) -> np.ndarray:
    """Tell which uses lie inside a longer one.

    first, last: where the uses begin and end; longer: where longer ones do. n_places: how many places there are.
    """
    reach = np.full(n_places + 1, -1, dtype=np.int32)
    np.maximum.at(reach, longer[0] + 1, longer[1].astype(np.int32))
    begun_before = np.maximum.accumulate(reach)[first]
    return (begun_before >= last) | (reach[first + 1] > last)
