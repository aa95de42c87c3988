"""Deviation of proportions: worked examples of the papers, chance by hand and by brute force."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import product
from math import comb

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from analysis.errors import InputError
from analysis.statistics import dispersion
from analysis.statistics.dispersion import measure_dispersion
from examples import examples

# The corpus of five parts and fifty letters on which Gries (2008) explains his measure: the sizes of the
# parts, and how often some of the letters stand in each.
GRIES_SIZES = [9, 10, 10, 10, 11]
GRIES_USES = {"a": [1, 2, 3, 4, 5], "b": [2, 2, 2, 2, 2], "e": [1, 1, 1, 1, 1]}


def words_of(sizes: list[int]) -> pd.DataFrame:
    return pd.DataFrame({"part": range(len(sizes)), "n_words": sizes})


def uses_of(counts: dict[str, list[int]]) -> pd.DataFrame:
    rows = [(group, part, n) for group, row in counts.items() for part, n in enumerate(row)]
    return pd.DataFrame(rows, columns=["group", "part", "n"])


def measure(counts: list[int], sizes: list[int]) -> pd.Series:
    return measure_dispersion(uses_of({"x": counts}), words_of(sizes)).iloc[0]


def deviation(counts: tuple[int, ...], sizes: list[int]) -> Fraction:
    n, words = sum(counts), sum(sizes)
    pairs = zip(counts, sizes, strict=True)
    return sum(abs(Fraction(count, n) - Fraction(size, words)) for count, size in pairs) / 2


def percentile_by_hand(counts: list[int], sizes: list[int]) -> float:
    """Put each use on each word in turn, and count on how many of these ways the deviation is smaller."""
    part_of = [part for part, size in enumerate(sizes) for _ in range(size)]
    ways = Counter()
    for places in product(part_of, repeat=sum(counts)):
        ways[tuple(places.count(part) for part in range(len(sizes)))] += 1
    observed = deviation(tuple(counts), sizes)
    smaller = sum(n for way, n in ways.items() if deviation(way, sizes) < observed)
    same = sum(n for way, n in ways.items() if deviation(way, sizes) == observed)
    return float(100 * (smaller + Fraction(same, 2)) / ways.total())


def test_worked_example_of_gries_2008():
    table = measure_dispersion(uses_of(GRIES_USES), words_of(GRIES_SIZES)).set_index("group")
    assert table["dp"].round(2).to_dict() == {"a": 0.18, "b": 0.02, "e": 0.02}
    assert table.loc["a", ["n", "k", "n_parts", "reason"]].tolist() == [15, 5, 5, ""]


def test_normalised_by_the_smallest_part_after_lijffijt_and_gries_2012():
    table = measure_dispersion(uses_of(GRIES_USES), words_of(GRIES_SIZES))
    assert table["dp_norm"].to_list() == pytest.approx((table["dp"] / (1 - 9 / 50)).to_list())
    assert measure([4, 0, 0], [10, 20, 70])["dp_norm"] == pytest.approx(1)  # all uses in the smallest part


def test_two_uses_in_two_equal_parts_by_hand():
    # Four ways: both left, both right (dp 1/2), or one each (dp 0), each way as likely.
    together, apart = measure([2, 0], [50, 50]), measure([1, 1], [50, 50])
    assert together[["dp", "dp_norm", "percentile"]].tolist() == [0.5, 1.0, 75.0]
    assert apart[["dp", "dp_norm", "percentile"]].tolist() == [0.0, 0.0, 25.0]


def test_two_uses_in_unequal_parts_by_hand():
    # Both in the part of 3/4: chance 9/16, dp 1/4; one each: 6/16, dp 1/4; both in the other: 1/16, dp 3/4.
    assert measure([0, 2], [30, 10])["percentile"] == pytest.approx(100 * (15 + 1 / 2) / 16)
    assert measure([2, 0], [30, 10])["percentile"] == measure([1, 1], [30, 10])["percentile"] == 46.875


@pytest.mark.parametrize(
    ("counts", "sizes", "reason"),
    [([0, 0], [5, 5], "no uses"), ([1, 0], [5, 5], "a single use"), ([3], [5], "a single part")],
)
def test_what_has_no_spread_is_missing_with_its_reason(counts, sizes, reason):
    row = measure(counts, sizes)
    assert row["reason"] == reason
    assert row[["dp", "dp_norm", "percentile"]].isna().all()


def test_part_without_words_does_not_count_as_part():
    assert measure([1, 2, 0], [5, 5, 0])["n_parts"] == 2


def test_use_in_part_without_words_is_an_error():
    with pytest.raises(InputError, match=r"'x' stands in part '1', which has no words"):
        measure([1, 2], [5, 0])


def test_parts_and_uses_may_come_in_several_rows_or_not_at_all():
    uses, words = uses_of({"x": [2, 1, 0]}), words_of([10, 10, 10])
    split = pd.DataFrame([("x", 0, 1), ("x", 1, 1), ("x", 0, 1)], columns=["group", "part", "n"])
    assert_frame_equal(measure_dispersion(split, words), measure_dispersion(uses, words))


def test_no_uses_at_all_give_an_empty_table():
    table = measure_dispersion(uses_of({"x": [1]})[:0], words_of([10, 10]))
    assert table.empty
    assert list(table) == ["group", "n", "k", "n_parts", "dp", "dp_norm", "percentile", "reason"]


small_parts = st.lists(st.tuples(st.integers(0, 2), st.integers(1, 3)), min_size=2, max_size=3)


@examples(10)
@given(small_parts.filter(lambda parts: 2 <= sum(n for n, _ in parts) <= 4))
def test_percentile_equals_brute_force(parts):
    counts, sizes = map(list, zip(*parts, strict=True))
    row = measure(counts, sizes)
    assert row["dp"] == pytest.approx(float(deviation(tuple(counts), sizes)))
    assert row["percentile"] == pytest.approx(percentile_by_hand(counts, sizes), abs=1e-5)


MANY_TURNS = [40, 200, 10, 90, 150, 60, 300, 30, 80, 120, 75, 55]
BUNCHED = {"bunched": [0, 0, 7, 0, 1, 0, 0, 0, 0, 0, 0, 0], "spread": [1, 2, 0, 1, 1, 0, 2, 0, 0, 1, 0, 0]}


def test_draws_agree_with_the_list_of_all_allocations(monkeypatch):
    uses, words = uses_of({"x": [5, 1, 0], "y": [2, 2, 2], "z": [4, 2, 0]}), words_of([1, 1, 2])
    listed = measure_dispersion(uses, words)
    monkeypatch.setattr(dispersion, "MOST_ALLOCATIONS", 0)
    drawn = measure_dispersion(uses, words)
    assert drawn["percentile"].to_numpy() == pytest.approx(listed["percentile"].to_numpy(), abs=1.5)
    assert (drawn["percentile"] != listed["percentile"]).any()  # so the draws were made


def test_draws_tell_bunched_from_spread():
    assert comb(8 + 12 - 1, 8) > dispersion.MOST_ALLOCATIONS
    table = measure_dispersion(uses_of(BUNCHED), words_of(MANY_TURNS)).set_index("group")
    assert table.loc["bunched", "percentile"] == 100
    assert table.loc["spread", "percentile"] < 50


@given(st.randoms(use_true_random=False), st.permutations(range(12)))
@examples(4)
def test_order_of_rows_and_names_of_parts_change_nothing(random, names):
    uses, words = uses_of(BUNCHED), words_of(MANY_TURNS)
    shuffled = [table.sample(frac=1, random_state=random.randrange(999)) for table in (uses, words)]
    renamed = [table.assign(part=table["part"].map(dict(enumerate(names)))) for table in shuffled]
    expected = measure_dispersion(uses, words).to_csv()
    assert measure_dispersion(*shuffled).to_csv() == measure_dispersion(*renamed).to_csv() == expected


def test_a_group_is_measured_alike_alone_and_among_others():
    words = words_of(MANY_TURNS)
    alone = measure_dispersion(uses_of({"spread": BUNCHED["spread"]}), words)
    among = measure_dispersion(uses_of(BUNCHED | {"more": [9] * 12}), words)
    assert_frame_equal(alone, among[among["group"] == "spread"].reset_index(drop=True))


def test_memory_stays_bounded_whatever_the_number_of_uses(monkeypatch):
    words = words_of(MANY_TURNS)
    whole = measure_dispersion(uses_of(BUNCHED), words)
    monkeypatch.setattr(dispersion, "DRAWN_AT_ONCE", 100)
    assert_frame_equal(measure_dispersion(uses_of(BUNCHED), words), whole)
