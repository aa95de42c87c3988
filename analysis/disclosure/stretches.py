"""Stretches of places in a line, and places in order of a number each."""

from __future__ import annotations

import numpy as np

Stretches = tuple[np.ndarray, np.ndarray]  # where each begins, and the place after its end


def list_stretches(flags: np.ndarray) -> Stretches:
    """Return where each stretch of true flags begins, and the place after its end."""
    padded = np.zeros(len(flags) + 2, dtype=bool)
    padded[1:-1] = flags
    edges = np.flatnonzero(padded[1:] != padded[:-1])
    return edges[::2], edges[1::2]


def join_places(places: np.ndarray) -> Stretches:
    """Return the stretches of some places, which are in order, none twice."""
    is_apart = np.ones(len(places) + 1, dtype=bool)
    is_apart[1:-1] = places[1:] != places[:-1] + 1
    return places[is_apart[:-1]], places[is_apart[1:]] + 1


def spread_out(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """List every place from each start to before its end."""
    n = end - start
    before = np.cumsum(n) - n
    return np.arange(n.sum()) + np.repeat(start - before, n)


def changes(numbers: np.ndarray) -> np.ndarray:
    """Tell of each number but the first whether it is not the one before."""
    return numbers[1:] != numbers[:-1]


def begins_new(numbers: np.ndarray) -> np.ndarray:
    """Tell of each number whether it is not the one before; the first is not."""
    is_new = np.ones(len(numbers), dtype=bool)
    is_new[1:] = changes(numbers)
    return is_new


def list_once(numbers: np.ndarray) -> np.ndarray:
    """List numbers in order, each once; NumPy's function takes several times as long."""
    ordered = np.sort(numbers)
    return ordered[begins_new(ordered)]


def mask_places(n: int) -> np.uint64:
    """Return the bits that hold a place of n."""
    return np.uint64(2 ** n.bit_length() - 1)


def order_places(number: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the places in order of their numbers, then of their own, and which of them have a new number.

    number: one a place, none negative. Number and place are sorted as one, where both have room in 64 bits: that is
    faster than to sort places by their numbers.
    """
    low = mask_places(len(number))
    n_bits = int(low).bit_length()
    if int(number.max(initial=0)).bit_length() + n_bits > 64:
        order = np.argsort(number, kind="stable")
        return order, begins_new(number[order])
    keys = number.astype(np.uint64)
    keys <<= np.uint64(n_bits)
    keys |= np.arange(len(keys), dtype=np.uint64)
    keys.sort()
    is_new = np.ones(len(keys), dtype=bool)
    is_new[1:] = (keys[1:] ^ keys[:-1]) > low
    keys &= low
    return keys.view(np.int64), is_new
