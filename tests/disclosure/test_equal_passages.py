"""Which things are joined by links, however many links lie between them."""

import numpy as np
import pytest
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from analysis.disclosure.equal_passages import number_groups


def number(n: int, *links: tuple[int, int]) -> tuple[int, list[int]]:
    here, there = np.array(links, dtype=int).reshape(-1, 2).T
    n_groups, group = number_groups(n, here, there)
    return n_groups, group.tolist()


def test_groups_are_numbered_in_the_order_of_their_first_things():
    assert number(5, (4, 1), (0, 3)) == (3, [0, 1, 2, 0, 1])


def test_a_chain_of_links_is_one_group():
    assert number(6, (5, 4), (3, 4), (2, 3), (1, 2), (0, 1)) == (1, [0] * 6)


def test_a_thing_without_a_link_is_a_group_of_its_own():
    assert number(2) == (2, [0, 1])
    assert number(0) == (0, [])


@pytest.mark.parametrize("seed", range(20))
def test_groups_are_those_of_a_library(seed: int):
    random = np.random.default_rng(seed)
    n, n_links = 40, seed * 3
    here, there = random.integers(0, n, (2, n_links))
    linked = coo_array((np.ones(n_links), (here, there)), shape=(n, n))
    n_groups, group = connected_components(linked, directed=False)
    assert number(n, *zip(here, there, strict=True)) == (n_groups, group.tolist())
