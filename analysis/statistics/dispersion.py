"""How evenly uses are spread over turns or events, always set beside what chance alone would do."""

from __future__ import annotations

from itertools import combinations
from math import comb

import numpy as np
import pandas as pd
from scipy.special import gammaln

from analysis.errors import InputError

MOST_ALLOCATIONS = 20_000  # up to here every allocation of the uses is listed, beyond it some are drawn
N_DRAWS = 10_000  # the percentile is then off by less than one point in 19 of 20 cases
DRAWN_AT_ONCE = 1_000_000  # uses held in memory
ALLOCATION_SEED = 2008


def measure_dispersion(uses: pd.DataFrame, words: pd.DataFrame) -> pd.DataFrame:
    """Measure how unevenly the uses of each group are spread over the parts of what was said.

    uses: one row per (group, part) with n uses; parts without any may be left out.
    words: one row per part with n_words, all parts in which a use could have stood.
    Returns one row per group, sorted: n, k (parts with a use), n_parts (parts with words), dp, dp_norm,
    percentile, reason (why these three are missing: no uses, a single use, a single part).

    With v a part's share of the uses and s its share of the words, dp is half the sum of |v - s| over the
    parts: 0 where uses follow words, near 1 where all stand in one small part (Gries 2008, Dispersions and
    adjusted frequencies in corpora, International Journal of Corpus Linguistics 13:403-437). dp_norm is
    dp / (1 - min s), which can reach 1 (Lijffijt & Gries 2012, the same journal 17:147-149). Few uses are
    uneven by necessity, hence percentile, from 0 (as even as can be) to 100 (as uneven): the percentage of
    random allocations with a smaller dp, plus half of those with the same. In an allocation each use falls on
    some word, every word as likely, so that a part's chance is s. All allocations are weighed where there are
    at most 20,000; else 10,000 are drawn, the same ones in every run. Raises InputError where a use stands in
    a part without words.
    """
    sizes = words.groupby("part")["n_words"].sum()
    sizes = sizes[sizes > 0].sort_values()  # so that the names of parts do not move the draws
    counts = _count_uses(uses, sizes)
    table = pd.DataFrame({"n": counts.sum(axis=1), "k": (counts > 0).sum(axis=1), "n_parts": len(sizes)})
    table["reason"] = _reasons(table)
    measured = table["reason"] == ""
    table[["dp", "dp_norm", "percentile"]] = np.nan
    if measured.any():
        found = _measure(counts[measured].to_numpy(), sizes.to_numpy())
        table.loc[measured, ["dp", "dp_norm", "percentile"]] = found
    return table.reset_index()[["group", "n", "k", "n_parts", "dp", "dp_norm", "percentile", "reason"]]


def _count_uses(uses: pd.DataFrame, sizes: pd.Series) -> pd.DataFrame:
    """Count the uses, a row per group and a column per part."""
    homeless = uses[(uses["n"] > 0) & ~uses["part"].isin(sizes.index)]
    if len(homeless):
        row = homeless.iloc[0]
        raise InputError(
            f"uses: '{row['group']}' stands in part '{row['part']}', which has no words; give its n_words."
        )
    counts = uses.pivot_table(index="group", columns="part", values="n", aggfunc="sum", observed=True)
    return counts.reindex(columns=sizes.index).fillna(0).astype("int64")


def _reasons(table: pd.DataFrame) -> np.ndarray:
    why = [table["n"] == 0, table["n"] == 1, table["n_parts"] == 1]  # one use always stands in one part
    return np.select(why, ["no uses", "a single use", "a single part"], "")


def _measure(counts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Return dp, dp_norm and percentile, a row per row of counts; equal n share their allocations."""
    n, distance = counts.sum(axis=1), _distances(counts, sizes)
    percentile = np.empty(len(counts))
    for n_uses in np.unique(n):
        same = n == n_uses
        percentile[same] = _percentiles(distance[same], *_allocate(int(n_uses), sizes))
    dp = distance / (2 * n * sizes.sum())
    # Rounded, so that the last bit of a logarithm, which differs between processors, changes no table.
    return np.column_stack([dp, distance / (2 * n * (sizes.sum() - sizes.min())), percentile.round(6)])


def _distances(counts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Return 2 * uses * words * dp of each row: whole numbers, so that equal ones are seen to be equal."""
    return np.abs(counts * sizes.sum() - counts.sum(axis=1, keepdims=True) * sizes).sum(axis=1)


def _allocate(n_uses: int, sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the distances of random allocations of uses to words, sorted, and their probabilities."""
    if comb(n_uses + len(sizes) - 1, n_uses) <= MOST_ALLOCATIONS:
        distance, weight = _list_allocations(n_uses, sizes)
    else:
        distance, weight = _draw_allocations(n_uses, sizes), np.full(N_DRAWS, 1 / N_DRAWS)
    order = np.argsort(distance, kind="stable")
    return distance[order], weight[order]


def _list_allocations(n_uses: int, sizes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """List every allocation: bars among uses in a row, what stands between two bars falling into one part."""
    places = n_uses + len(sizes) - 1
    bars = np.array(list(combinations(range(places), len(sizes) - 1)))
    counts = np.diff(bars, axis=1, prepend=-1, append=places) - 1
    logs = counts @ np.log(sizes / sizes.sum()) + gammaln(n_uses + 1) - gammaln(counts + 1).sum(axis=1)
    return _distances(counts, sizes), np.exp(logs)


def _draw_allocations(n_uses: int, sizes: np.ndarray) -> np.ndarray:
    """Draw allocations; whole numbers are drawn, which come out alike on every machine."""
    random = np.random.Generator(np.random.PCG64([ALLOCATION_SEED, n_uses]))
    part_of, step = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes), max(1, DRAWN_AT_ONCE // n_uses)
    batches = [min(step, N_DRAWS - done) for done in range(0, N_DRAWS, step)]
    drawn = (random.integers(0, len(part_of), size=(batch, n_uses)) for batch in batches)
    return np.concatenate([_measure_drawn(part_of[word], sizes) for word in drawn])


def _measure_drawn(parts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Return what `_distances` does, of the parts into which the uses of each row fall; most parts have none."""
    n_rows, n_uses = parts.shape
    places, n = np.unique(parts + len(sizes) * np.arange(n_rows)[:, None], return_counts=True)
    row, part = np.divmod(places, len(sizes))
    even = n_uses * sizes[part]
    beyond_empty = np.abs(n * sizes.sum() - even) - even
    first = np.searchsorted(row, np.arange(n_rows))
    return n_uses * sizes.sum() + np.add.reduceat(beyond_empty, first)


def _percentiles(distance: np.ndarray, chance: np.ndarray, weight: np.ndarray) -> np.ndarray:
    below = np.concatenate([[0], np.cumsum(weight)])
    smaller, at_most = (below[np.searchsorted(chance, distance, side=side)] for side in ("left", "right"))
    return 100 * (smaller + at_most) / 2 / below[-1]
