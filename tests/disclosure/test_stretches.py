"""Places in order, and stretches of them; equal shingles are found whatever codes they have."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.disclosure import equal_passages
from analysis.disclosure.equal_passages import list_shingles
from analysis.disclosure.stretches import join_places, list_stretches, order_places


@given(st.lists(st.integers(0, 5), max_size=9), st.sampled_from([1, 2**60]))
def test_places_in_order_of_their_numbers(numbers: list[int], factor: int):
    order, is_new = order_places(np.array(numbers, dtype=np.int64) * factor)
    assert order.tolist() == sorted(range(len(numbers)), key=lambda place: (numbers[place], place))
    ordered = [numbers[place] for place in order]
    assert is_new.tolist() == [not i or ordered[i] != ordered[i - 1] for i in range(len(numbers))]


@given(st.lists(st.booleans(), max_size=9))
def test_stretches_of_places_are_those_of_flags(flags: list[bool]):
    places = np.flatnonzero(np.array(flags, dtype=bool))
    ends = [side.tolist() for side in list_stretches(np.array(flags, dtype=bool))]
    assert [side.tolist() for side in join_places(places)] == ends


@pytest.mark.parametrize("has_codes", [True, False])
def test_shingles_that_say_the_same_are_one_group(has_codes: bool, monkeypatch: pytest.MonkeyPatch):
    if not has_codes:  # all codes begin alike, so that the words alone tell which say the same

        def number_all_alike(form: np.ndarray, start: np.ndarray) -> np.ndarray:
            return np.zeros(len(start), dtype=np.uint64)

        monkeypatch.setattr(equal_passages, "number_shingles", number_all_alike)
    first, second = [1, 2, 3, 4, 5], [6, 7, 8, 9, 10]
    shingles = list_shingles(np.array([-2, *first, -2, *second, -2, *first, -2, *second, -2, 9, *first, -2]))
    groups = [shingles.list_members(np.array([group])).tolist() for group in range(len(shingles.bounds) - 1)]
    assert sorted(groups) == [[1, 13, 26], [7, 19]]
    assert (shingles.group >= 0).sum() == 5
