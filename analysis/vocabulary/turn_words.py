"""The words of reference sources in their turns, as numbers: what counts of distinctive words are made of."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.own_words import are_of_references

SPELLING = "spelling"  # a kind of equivalents


def join_spellings(tokens: pd.DataFrame, equivalents: pd.DataFrame) -> pd.DataFrame:
    """Give all spellings of one word one form, as decided; words that only mean the same are left alone.

    tokens: one row a word (norm). equivalents: one row a form that stands for another (form, stands_for, kind),
    as for the ledger; of kind spelling or rendering.
    """
    spellings = equivalents[equivalents["kind"] == SPELLING]
    forms = dict(zip(spellings["form"], spellings["stands_for"], strict=True))
    return tokens.assign(norm=tokens["norm"].astype("str").replace(forms))


def read_turn_words(
    tokens: pd.DataFrame,
    segments: pd.DataFrame,
    sources: pd.DataFrame,
    equivalents: pd.DataFrame,
    *,
    roles: tuple[str, ...],
) -> pd.DataFrame:
    """Return the words in these roles of reference sources, spellings joined.

    tokens: one row a word (source, role, segment, norm). segments: one row a run of one role (source, segment, turn).
    Returns one row a word, in the order given: source, role, norm (categories, sorted), turn (missing where its
    segment has none) and place: a number for its source, role and turn, in their order.
    """
    is_meant = (tokens["role"].isin(roles) & are_of_references(tokens, sources)).to_numpy()
    said = tokens.loc[is_meant, ["source", "role", "segment"]].reset_index(drop=True)
    said = said.assign(
        norm=_read_forms(tokens["norm"].array[is_meant], equivalents), turn=_find_turns(said, segments)
    )
    said = said.astype({"source": "category", "role": "category"}).drop(columns="segment")
    codes = [said["source"].cat.codes, said["role"].cat.codes, said["turn"]]
    return said.assign(place=said.groupby(codes, dropna=False).ngroup())


def _read_forms(norms: pd.api.extensions.ExtensionArray, equivalents: pd.DataFrame) -> pd.Categorical:
    code, forms = pd.factorize(norms)
    joined, known = pd.factorize(
        join_spellings(pd.DataFrame({"norm": forms}), equivalents)["norm"], sort=True
    )
    return pd.Categorical.from_codes(joined[code], categories=known)


def _find_turns(said: pd.DataFrame, segments: pd.DataFrame) -> pd.api.extensions.ExtensionArray:
    """Return the turn of each word's segment, missing where there is none."""
    if said.empty:
        return segments["turn"].array[:0]
    source, names = pd.factorize(said["source"])
    of_segment = pd.Index(names).get_indexer(segments["source"])
    is_spoken = of_segment >= 0
    spoken = segments[is_spoken]
    largest = max(said["segment"].max(), segments["segment"].max())
    places = _number_places(of_segment[is_spoken], spoken["segment"], largest)
    at = pd.Index(places).get_indexer(_number_places(source, said["segment"], largest))
    return spoken["turn"].array.take(at, allow_fill=True)


def _number_places(source: np.ndarray, segment: pd.Series, largest: int) -> np.ndarray:
    """Return one number for each source and segment; largest: number of a segment."""
    return source * (int(largest) + 1) + segment.to_numpy()


def count_in_turns(said: pd.DataFrame) -> pd.DataFrame:
    """Count the words of each turn: one row a (place, norm), with source, role, turn and n; said: as above."""
    n_forms = max(1, len(said["norm"].cat.categories))
    cell, distinct = pd.factorize(said["place"].to_numpy() * n_forms + said["norm"].cat.codes.to_numpy())
    is_first = ~pd.Series(cell).duplicated().to_numpy()
    return said[is_first].assign(n=np.bincount(cell, minlength=len(distinct)))
