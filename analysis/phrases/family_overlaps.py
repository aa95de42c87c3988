"""Uses that reach into each other: of one family, and of families of fewer words inside those of more."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.phrases.content_words import Stream
from analysis.phrases.family_sets import MOST_WORDS


def drop_overlaps(found: pd.DataFrame, stream: Stream) -> pd.DataFrame:
    """Count a place once a family: of two uses that share words stays the one without a slot, or the closer.

    found: one row a use, as from `family_sets.list_sets`.
    """
    doubtful = found[_may_overlap(found)]
    length = stream.row[doubtful["last"]] - stream.row[doubtful["first"]]
    by = ["key", "is_gapped", "is_wide", "length", "first"]
    ranked = doubtful.assign(length=length).sort_values(by, kind="stable")
    lost, taken = [], set()
    for index, key, first, last, is_gapped in ranked[["key", "first", "last", "is_gapped"]].itertuples(
        name=None
    ):
        places = {(key, place) for place in ((first, last) if is_gapped else range(first, last + 1))}
        if taken.isdisjoint(places):
            taken |= places
        else:
            lost.append(index)
    return found.drop(index=lost)


def _may_overlap(found: pd.DataFrame) -> np.ndarray:
    """Tell which uses stand in a row of uses of one key that reach into each other."""
    order = np.lexsort((found["first"], found["key"]))
    key, first, last = (found[name].to_numpy()[order] for name in ("key", "first", "last"))
    before_key = key * (np.int64(last.max(initial=0)) + 1)  # lays the text out anew for each key
    reach = np.maximum.accumulate(before_key + last)
    begins = np.append(True, (before_key + first)[1:] > reach[:-1])[: len(key)]
    row = np.cumsum(begins) - 1
    meets = np.zeros(len(key), dtype=bool)
    meets[order] = np.bincount(row)[row] > 1
    return meets


def are_inside(own: pd.DataFrame, stream: Stream) -> np.ndarray:
    """Tell which uses lie inside a use of a family that has all their words, and more.

    own: one row a use (first, last, n, is_gapped).
    """
    first, last, n = (own[name].to_numpy() for name in ("first", "last", "n"))
    is_gapped = own["is_gapped"].to_numpy()
    inside = _lie_in_slots(own, stream)
    for longer in range(2, MOST_WORDS + 1):
        begins = np.zeros(len(stream.code), dtype=bool)
        begins[first[(n == longer) & ~is_gapped]] = True
        so_far = np.append(0, np.cumsum(begins))
        earliest = np.maximum(last - longer + 1, 0)
        n_around = so_far[first + 1] - so_far[np.minimum(earliest, first + 1)]
        inside |= (n < longer) & (n_around > 0)
    return inside


def _lie_in_slots(own: pd.DataFrame, stream: Stream) -> np.ndarray:
    """Tell which single words lie inside a pair with a slot that holds them."""
    is_narrow = own["is_gapped"] & ~own["is_wide"]
    first = own.loc[is_narrow, "first"].to_numpy()
    slot, last = first + 1, first + 2
    in_slot = stream.code[slot]
    says_again = (in_slot == stream.code[first]) | (in_slot == stream.code[last])
    held = np.zeros(len(stream.code), dtype=bool)
    for places in (first, last, slot[says_again]):
        held[places] = True
    is_single = own["n"].to_numpy() == 1
    return is_single & held[own["first"].to_numpy()]


def lie_inside(uses: pd.DataFrame, longer: pd.DataFrame, *, n_places: int) -> np.ndarray:
    """Tell which uses lie inside a longer one.

    uses, longer: one row a use (first, last). n_places: how many places there are.
    """
    reach = np.full(n_places + 1, -1)
    np.maximum.at(reach, longer["first"].to_numpy() + 1, longer["last"].to_numpy())
    first, last = uses["first"].to_numpy(), uses["last"].to_numpy()
    begun_before = np.maximum.accumulate(reach)[first]
    return (begun_before >= last) | (reach[first + 1] > last)
