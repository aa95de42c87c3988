"""What chance gives of a figure: values that one can work out by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.statistics import Baseline, count_spread, deal, measure_baseline, summarise_draws


def test_a_fair_coin_thrown_ten_times():
    # Binomial(10, 1/2): mean 5; P(k <= 1) = 11/1024 and P(k <= 2) = 56/1024, so 2.5 % is reached at 2.
    baseline = measure_baseline(9, lambda generator, n: generator.binomial(10, 0.5, n))
    assert baseline.mean == pytest.approx(5, abs=0.1)
    assert (baseline.low, baseline.high, baseline.n_draws) == (2, 8, 2_000)
    assert baseline.is_above and baseline.is_outside


@pytest.mark.parametrize(("seen", "outside"), [(1, True), (2, False), (5, False), (8, False), (9, True)])
def test_only_beyond_the_limits_is_a_figure_outside(seen, outside):
    assert Baseline(seen, 5, 2, 8, 2_000).is_outside == outside


@pytest.mark.parametrize(("seen", "above"), [(1, False), (8, False), (9, True)])
def test_only_beyond_the_upper_limit_is_a_figure_above(seen, above):
    assert Baseline(seen, 5, 2, 8, 2_000).is_above == above


def test_where_nothing_can_be_drawn_nothing_is_outside():
    baseline = measure_baseline(3, lambda generator, n: np.full(n, np.nan), n_draws=5)
    assert baseline.n_draws == 0 and not baseline.is_outside and not baseline.is_above


def test_draws_without_a_figure_are_left_out():
    values = np.array([np.nan, 1.0, 1.0, np.nan])
    assert summarise_draws(1, values).n_draws == 2


def test_the_same_figures_every_time():
    first, second = (
        measure_baseline(0, lambda generator, n: generator.random(n), n_draws=9) for _ in range(2)
    )
    assert first == second


groups = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9)), max_size=30)


@given(groups, st.integers(0, 99))
def test_dealt_labels_stay_inside_their_group(rows, seed):
    within = np.array([group for group, _ in rows], dtype="<U1")
    labels = np.array([label for _, label in rows], dtype=int)
    dealt = deal(labels, np.random.default_rng(seed), 1, within=within)[0]
    for group in set(within):
        assert sorted(dealt[within == group]) == sorted(labels[within == group])


def test_a_deal_inside_groups_is_a_deal():
    labels, within = np.arange(40), np.repeat(["a", "b"], 20)
    dealt = deal(labels, np.random.default_rng(1), 1, within=within)[0]
    assert (dealt != labels).sum() > 20 and set(dealt[:20]) == set(range(20))


def test_without_groups_labels_go_anywhere():
    dealt = deal(np.arange(100), np.random.default_rng(1), 1)[0]
    assert sorted(dealt) == list(range(100)) and (dealt[:50] >= 50).any()


def test_items_are_counted_that_stand_under_enough_labels():
    # Item 0 stands in places 0, 1 and 2, item 1 in place 2 alone; the second deal puts 0 and 1 under one label.
    item, place = np.array([0, 0, 0, 1]), np.array([0, 1, 2, 2])
    dealt = np.array([[0, 1, 2], [0, 0, 2]])
    assert count_spread(item, place, dealt, fewest=3, n_labels=3).tolist() == [1, 0]
    assert count_spread(item, place, dealt, fewest=1, n_labels=3).tolist() == [2, 2]
    assert count_spread(item[:0], place[:0], dealt, fewest=1, n_labels=3).tolist() == [0, 0]


def test_many_draws_at_once_are_those_of_one_after_the_other():
    labels = np.arange(9)
    many = deal(labels, np.random.default_rng(4), 5)
    generator = np.random.default_rng(4)
    assert many.tolist() == [generator.permutation(labels).tolist() for _ in range(5)]


@pytest.mark.parametrize("n_held", [1, 10**6, 10**9])
def test_memory_decides_how_many_draws_are_made_at_once_and_no_figure(n_held):
    drawn = measure_baseline(0, lambda generator, n: generator.random(n), n_draws=20, n_held=n_held)
    assert drawn == measure_baseline(0, lambda generator, n: generator.random(n), n_draws=20)
