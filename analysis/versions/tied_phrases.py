"""Sequences of words in two languages that stand in linked sentences more often than chance puts them there."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from analysis.language import choose_lists

LONGEST = 5  # words of a formula or a wording
FEWEST = 2  # linked places in which both stand; one place ties everything in it to everything
SHUFFLES = 20  # times that the linked sentences are dealt anew
FALSE = 0.05  # of the pairs that are told, how many chance may give
MOST_WORDINGS = 5  # of a formula


class Side(NamedTuple):
    """The sequences of one side: what they are called, and which place (row) holds which (column)."""

    names: list[tuple[str, ...]]
    held: csr_array
    printed: dict[tuple[str, ...], str]


def list_sequences(words: pd.DataFrame, code: str, n_places: int) -> Side:
    """List the sequences of one to five words that begin and end with content words and stand in two places."""
    lists = choose_lists([code])
    lemmas = {norm: lists.lemmatise(norm) for norm in words["norm"].unique()}
    is_empty = {norm: lists.is_empty(norm) for norm in lemmas}
    held, printed = {}, {}
    for _, said in words.groupby(["source", "sentence"], sort=True):
        norms, tokens, place = said["norm"].tolist(), said["token"].tolist(), int(said["place"].iloc[0])
        for start in range(len(norms)):
            for end in range(start + 1, min(start + LONGEST, len(norms)) + 1):
                if not (is_empty[norms[start]] or is_empty[norms[end - 1]]):
                    key = tuple(lemmas[norm] for norm in norms[start:end])
                    held.setdefault(key, set()).add(place)
                    printed.setdefault(key, Counter())[" ".join(tokens[start:end])] += 1
    return _make_side(held, printed, n_places)


def _make_side(held: dict, printed: dict, n_places: int) -> Side:
    """Keep what stands in two places or more, and of nested sequences with the same places the longest."""
    often = {key: places for key, places in held.items() if len(places) >= FEWEST}
    names = _drop_parts(often)
    rows = [place for key in names for place in sorted(often[key])]
    columns = np.repeat(np.arange(len(names)), [len(often[key]) for key in names]) if names else []
    table = csr_array((np.ones(len(rows)), (rows, columns)), shape=(n_places, len(names)))
    usual = {key: min(forms, key=lambda form: (-forms[form], form)) for key, forms in printed.items()}
    return Side(names, table, usual)


def _drop_parts(often: dict[tuple[str, ...], set[int]]) -> list[tuple[str, ...]]:
    """Leave out what stands in the same places as a longer sequence around it."""
    parts = {
        key[start:end]
        for key in often
        for start in range(len(key))
        for end in range(start + 1, len(key) + 1)
        if end - start < len(key) and often.get(key[start:end]) == often[key]
    }
    return sorted(set(often) - parts)


def _holds(longer: tuple[str, ...], key: tuple[str, ...]) -> bool:
    return any(longer[i : i + len(key)] == key for i in range(len(longer) - len(key) + 1))


def find_tied(formulas: Side, wordings: Side) -> pd.DataFrame:
    """Return the pairs that stand together more often than chance lets one in twenty of them stand."""
    real = _measure(formulas, wordings, formulas.held)
    if real.empty:
        return real
    choose = np.random.default_rng(1)
    dealt = [
        _measure(formulas, wordings, formulas.held[choose.permutation(formulas.held.shape[0])])[
            "p"
        ].to_numpy()
        for _ in range(SHUFFLES)
    ]
    by_chance, steps = np.sort(np.concatenate(dealt)), np.sort(real["p"].unique())
    n_real = np.searchsorted(np.sort(real["p"]), steps, side="right")
    n_chance = np.searchsorted(by_chance, steps, side="right") / SHUFFLES
    good = steps[n_chance <= FALSE * n_real]
    return real[real["p"] <= good.max()] if len(good) else real.head(0)


def _measure(formulas: Side, wordings: Side, held: csr_array) -> pd.DataFrame:
    """Count the places of each two sequences and the p of as many or more; one of the two has several words."""
    together = (held.T @ wordings.held).tocoo()
    n_places = held.shape[0]
    sizes = [np.asarray(table.sum(axis=0)).ravel() for table in (held, wordings.held)]
    lengths = [np.array([len(name) for name in side.names]) for side in (formulas, wordings)]
    often = together.data >= FEWEST
    row, column, n = together.row[often], together.col[often], together.data[often]
    several = (lengths[0][row] > 1) | (lengths[1][column] > 1) if len(row) else np.zeros(0, dtype=bool)
    row, column, n = row[several], column[several], n[several]
    n_formula, n_wording = sizes[0][row], sizes[1][column]
    p = chance_of(n, n_places, n_formula, n_wording)
    return pd.DataFrame(
        {
            "row": row,
            "column": column,
            "formula": [formulas.printed[formulas.names[i]] for i in row],
            "wording": [wordings.printed[wordings.names[j]] for j in column],
            "length": lengths[1][column] if len(row) else [],
            "key": [formulas.names[i] for i in row],
            "said": [wordings.names[j] for j in column],
            "n_together": n,
            "n_formula": n_formula,
            "n_wording": n_wording,
            "expected": (n_formula * n_wording / max(n_places, 1)).round(3),
            "p": p,
        }
    )


def choose_tied(tied: pd.DataFrame, formulas: Side, wordings: Side) -> pd.DataFrame:
    """Choose of nested formulas and of nested wordings the best tied, of equals the longer; each formula once.

    A wording of one word stands behind those of several, where the formula has several: what renders all of it first.
    A further wording must stand where none of those before it does.
    """
    held = [side.held.tocsc() for side in (formulas, wordings)]
    long = tied["key"].map(len).astype(int)
    ordered = tied.assign(long=long, is_short=(tied["length"] == 1) & (long > 1))
    by = ["is_short", "p", "long", "length", "formula", "wording"]
    ordered = ordered.sort_values(by, ascending=[True, True, False, False, True, True])
    kept: list[tuple] = []
    told: dict[tuple[str, ...], set[int]] = {}
    rows: list[int] = []
    for row in ordered.itertuples():
        others = [(key, said) for key, said in kept if _are_nested(key, row.key)]
        is_same = any(_are_nested(said, row.said) for _, said in others)
        is_other_formula = any(key != row.key for key, _ in others)
        one, other = (
            set(table[:, [n]].indices) for table, n in zip(held, (row.row, row.column), strict=True)
        )
        places = one & other
        is_same |= places <= told.get(row.key, set())
        if is_same or is_other_formula or len(others) >= MOST_WORDINGS:
            continue
        kept.append((row.key, row.said))
        told.setdefault(row.key, set()).update(places)
        rows.append(row.Index)
    return tied.loc[rows]


def _are_nested(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return _holds(one, other) or _holds(other, one)


def chance_of(n, n_places: int, n_formula, n_wording):
    """Return the chance that so many places or more hold both (hypergeometric), for numbers or arrays of them."""
    from scipy.stats import hypergeom  # slow to load, and needed only where an event has two languages

    return hypergeom.sf(n - 1, n_places, n_formula, n_wording)
