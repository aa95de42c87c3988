"""Sets of content words that stand together again and again: what may be families.

A set has the number of words that its uses have, and a number among the sets of that length in alphabetical order;
`key` counts all sets through, shorter ones first.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import occur_in
from analysis.phrases.content_words import LONGEST_JOINT, Stream, is_compound
from analysis.phrases.name_pairs import hold_names
from analysis.phrases.row_numbers import number_columns, rank

MOST_WORDS = 4  # content words of a family
WIDE = (2, 3)  # how far apart, in content words, the two words of a wide slot may stand


class _Part(NamedTuple):
    """Uses of sets of one length, with a slot or without one; the arrays run in parallel."""

    first: np.ndarray  # where in the stream each use begins
    offsets: np.ndarray  # not parallel: where the words stand, from there
    key: np.ndarray  # a number for the words
    order: np.ndarray  # a number for the words in their order
    is_wide: bool = False

    def keep(self, mask: np.ndarray) -> _Part:
        return _Part(self.first[mask], self.offsets, self.key[mask], self.order[mask], self.is_wide)


def list_sets(stream: Stream) -> pd.DataFrame:
    """List the uses of every set of one to four content words that counts for two events or more.

    Neighbours in the text, and pairs with a slot: one other content word between them; or, a wide slot, two, or
    one beside an "and" or many function words.
    Returns one row a use: key, order (a number for the words in their order, by alphabet within a key), joints (a
    number for that and the words between), first and last (in the stream), n (words of the set), is_gapped (with
    a slot), is_wide (with a wide one).
    """
    recurs = recur_apart(stream.code, stream.event)[stream.code]
    tables, n_keys, n_orders = [], 0, 0
    for n in range(1, MOST_WORDS + 1):
        parts = [_find_neighbours(stream, n, recurs)] + (_find_slots(stream, recurs) if n == 2 else [])
        parts = _keep_recurring(parts, stream)
        key, order = (
            rank(np.concatenate([getattr(part, name) for part in parts])) for name in ("key", "order")
        )
        table = pd.concat([_tabulate(part, stream) for part in parts], ignore_index=True)
        joints = pd.factorize(table["joints"])[0].astype(np.int32)
        tables.append(
            table.assign(key=key + np.int32(n_keys), order=order + np.int32(n_orders), joints=joints)
        )
        n_keys += int(key.max(initial=-1)) + 1
        n_orders += int(order.max(initial=-1)) + 1
    return pd.concat(tables, ignore_index=True)


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
    is_parted = stream.parts_wide[starts[:, np.newaxis] + np.arange(distance)].any(axis=1)
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
    key, order = (
        number_columns([codes[distinct] for codes in columns], len(stream.lemmas))
        for columns in (words, printed)
    )
    return _Part(starts[distinct], offsets, key, order)


def _sort_across(columns: list[np.ndarray]) -> list[np.ndarray]:
    """Sort the few numbers of each row, where a row is what stands at one place of all columns."""
    ordered = list(columns)
    for end in range(len(ordered) - 1, 0, -1):
        for place in range(end):
            pair = ordered[place], ordered[place + 1]
            ordered[place], ordered[place + 1] = np.minimum(*pair), np.maximum(*pair)
    return ordered


def _keep_recurring(parts: list[_Part], stream: Stream) -> list[_Part]:
    """Keep the uses whose key counts for two events or more in all parts together."""
    code = pd.factorize(np.concatenate([part.key for part in parts]))[0]
    event = np.concatenate([stream.event[part.first] for part in parts])
    recurs = recur_apart(code, event)[code]
    ends = np.cumsum([len(part.first) for part in parts])[:-1]
    return [part.keep(mask) for part, mask in zip(parts, np.split(recurs, ends), strict=True)]


def _tabulate(part: _Part, stream: Stream) -> pd.DataFrame:
    joints = [stream.joint[part.first + offset] for offset in part.offsets[:-1]]
    columns = {
        "joints": number_columns(joints, stream.n_joints, len(part.first)),
        "first": part.first,
        "last": part.first + np.int32(part.offsets[-1]),
    }
    is_gapped = part.offsets[-1] >= len(part.offsets)
    n = np.int32(len(part.offsets))
    return pd.DataFrame(columns).assign(n=n, is_gapped=is_gapped, is_wide=part.is_wide)


def locate_word(uses: pd.DataFrame, place: int) -> np.ndarray:
    """Return where in the stream the word of each use at a place (from 0) stands; a slot is in the middle of a use.

    uses: one row a use (first, last, n), of more words than that.
    """
    first, last, n = (uses[name].to_numpy(dtype=np.int64) for name in ("first", "last", "n"))
    return np.where(place < n // 2, first + place, last - (n - 1 - place))
