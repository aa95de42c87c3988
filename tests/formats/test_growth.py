"""Long and strange texts are split in steps that grow with their length and not with its square.

Steps are calls of functions, counted and not timed; benchmarks/splitting.py has the seconds.
"""

from __future__ import annotations

import cProfile
from collections.abc import Callable

import pytest

from benchmarks.splitting import STRANGE, split_in_every_way, write

N = 2_500  # characters, then twice as many; what is compared with earlier places grows until each has three
MOST = 2.2  # times the calls; the square would be 4


def count_calls(work: Callable[..., object], *arguments: object) -> int:
    """Count the functions that are called, Python's own ones too."""
    profile = cProfile.Profile()
    profile.runcall(work, *arguments)
    return sum(function.callcount for function in profile.getstats())


@pytest.mark.parametrize("name", STRANGE)
def test_calls_grow_with_length(name):
    split_in_every_way(write(name, 100))  # what is loaded at the first use is no step
    once, twice = (count_calls(split_in_every_way, write(name, n)) for n in (N, 2 * N))
    assert twice < MOST * once


def test_a_square_is_seen():
    def compare_all(lines: list[str]) -> list[bool]:
        return [one.startswith(other) for one in lines for other in lines]

    once, twice = (count_calls(compare_all, ["a: "] * n) for n in (50, 100))
    assert twice > MOST * once
