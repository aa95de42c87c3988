"""Two texts in the same order: which units stand for each other, and how sure that is.

A path through the lattice takes units of both texts from first to last; a step links one unit with one, one with two
that follow each other, or leaves one alone. The confidence of a link is the share of all paths, each weighed by its
probability, that hold it (forward-backward; Rabiner 1989, Proceedings of the IEEE 77:257-286).
"""

from __future__ import annotations

import numpy as np

# Steps (units of the one, units of the other) and how often they are taken: as Gale & Church (1993, Computational
# Linguistics 19:75-102) counted them, but with more that is left out, since excerpts are translated too.
STEPS = {(1, 1): 0.75, (1, 2): 0.05, (2, 1): 0.05, (1, 0): 0.075, (0, 1): 0.075}
LINKS = ((1, 1), (1, 2), (2, 1))
NEVER = -1e9


def weigh_links(scores: dict[tuple[int, int], np.ndarray]) -> np.ndarray:
    """Return how probable it is that each unit of one text (row) stands for each of the other (column).

    scores: for each kind of link, by the first units it takes, the log of how much likelier it is what two units that
    belong together look like than what two others do.
    """
    n, m = scores[1, 1].shape
    logs = {step: np.log(STEPS[step]) + scores[step] for step in LINKS}
    forth = _sum_paths(logs, n, m)
    turned = {step: logs[step][::-1, ::-1] for step in LINKS}
    back = _sum_paths(turned, n, m)[::-1, ::-1]
    weights = np.zeros((n, m))
    for (high, wide), log in logs.items():
        rows, columns = log.shape
        if not log.size:
            continue
        behind = back[high : high + rows, wide : wide + columns]
        share = np.exp(np.minimum(forth[:rows, :columns] + log + behind - forth[n, m], 0))
        for down in range(high):
            for aside in range(wide):
                weights[down : down + rows, aside : aside + columns] += share
    return weights.clip(0, 1)


def _sum_paths(logs: dict[tuple[int, int], np.ndarray], n: int, m: int) -> np.ndarray:
    """Return the log of the summed weights of all ways from the start to each corner, a diagonal at a time."""
    sums = np.full((n + 1, m + 1), NEVER)
    sums[0, 0] = 0
    for diagonal in range(1, n + m + 1):
        row = np.arange(max(0, diagonal - m), min(n, diagonal) + 1)
        column = diagonal - row
        for (high, wide), share in STEPS.items():
            before, left = row - high, column - wide
            can = (before >= 0) & (left >= 0)
            step = logs[high, wide][before[can], left[can]] if high and wide else np.log(share)
            came = sums[before[can], left[can]] + step
            sums[row[can], column[can]] = np.logaddexp(sums[row[can], column[can]], came)
    return sums
