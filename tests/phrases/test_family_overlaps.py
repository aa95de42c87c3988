"""Uses inside uses: what reaches into another use of its family, and what lies inside a longer family."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from analysis.phrases.family_overlaps import are_inside, keep_apart, lie_inside
from analysis.phrases.family_sets import Uses

STREAM = SimpleNamespace(row=np.arange(12), code=np.arange(12))  # content words side by side, all different


def uses(*rows: tuple[int, int, int, bool]) -> Uses:
    """Uses by key, first and last word, and whether they have a slot."""
    key, first, last, is_gapped = map(np.array, zip(*rows, strict=True))
    n, none = np.where(is_gapped, 2, last - first + 1), np.zeros(len(rows), dtype=bool)
    return Uses(key, none, first, last, n, is_gapped, is_wide=none)


def test_of_uses_that_share_a_word_stays_the_one_without_a_slot():
    # With a slot from 0 to 2, side by side from 0 to 1, and from 2 to 3, which shares nothing with the second.
    found = uses((7, 0, 2, True), (7, 0, 1, False), (7, 2, 3, False), (8, 1, 2, False))
    assert keep_apart(found, STREAM).tolist() == [False, True, True, True]


def test_of_three_uses_in_a_row_the_middle_one_goes():
    found = uses((7, 0, 1, False), (7, 1, 2, False), (7, 2, 3, False))
    assert keep_apart(found, STREAM).tolist() == [True, False, True]


@pytest.mark.parametrize(
    ("outer", "is_inside"),
    [
        ((3, 5, False), True),  # begins before, ends with it
        ((4, 7, False), True),
        ((5, 7, False), False),  # begins inside it
        ((2, 4, False), False),  # ends inside it
        ((4, 6, True), False),  # two words with a slot hold not more words than two side by side
    ],
)
def test_a_use_lies_inside_one_longer_use_that_holds_all_of_it(outer, is_inside):
    assert are_inside(uses((1, 4, 5, False), (2, *outer)), STREAM).tolist()[0] == is_inside


def test_two_longer_uses_together_hold_nothing():
    inner, before, behind = (1, 4, 6, True), (2, 2, 4, False), (3, 5, 7, False)
    assert not are_inside(uses(inner, before, behind), STREAM).any()


def test_a_compound_lies_inside_a_pair_with_a_slot_that_it_belongs_to():
    compounds = [(1, place, place, False) for place in (4, 5, 6)]
    assert are_inside(uses(*compounds, (2, 4, 6, True)), STREAM).tolist() == [True, False, True, False]
    again = SimpleNamespace(row=np.arange(12), code=np.array([0, 1, 2, 3, 4, 4, *range(6, 12)]))
    assert are_inside(uses(*compounds, (2, 4, 6, True)), again).tolist() == [True, True, True, False]


@pytest.mark.parametrize(
    ("longer", "is_inside"),
    [
        ((3, 5), True),  # begins before, ends with it
        ((4, 6), True),  # begins with it, ends behind
        ((4, 5), False),  # is not longer
        ((5, 9), False),  # begins inside it
        ((0, 4), False),  # ends inside it
    ],
)
def test_words_lie_inside_longer_ones_of_whatever_stream(longer, is_inside):
    first, last = np.array(longer)[:, np.newaxis]
    assert lie_inside(np.array([4]), np.array([5]), (first, last), n_places=12).tolist() == [is_inside]


def test_a_wide_slot_gives_way_to_a_narrow_one():
    found = uses((7, 0, 2, True), (7, 2, 4, True))._replace(is_wide=np.array([True, False]))
    assert keep_apart(found, STREAM).tolist() == [False, True]
