"""The content words of a text in a row, as numbers: what families of variants are read off."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import compare_as, is_difficult, is_empty
from analysis.own_words import list_references, select_references
from analysis.roles import SPOKEN

LONGEST_JOINT = 3  # function words and numbers that may stand between two content words of a family


class Stream(NamedTuple):
    """Content words in the order they were said; the arrays run in parallel."""

    row: np.ndarray  # where in the sorted tokens the word stands
    code: np.ndarray  # a number for each lemma
    joint: np.ndarray  # a number for the words between it and the next content word
    near: np.ndarray  # whether the next content word belongs to the same sentence and role, close by
    event: np.ndarray  # a number for the event it counts for; -1 outside own words of reference sources
    lemmas: np.ndarray  # the lemma of each code

    @property
    def n_joints(self) -> int:
        """How many numbers `joint` may have."""
        return int(self.joint.max(initial=0)) + 1


def read_stream(
    tokens: pd.DataFrame, sources: pd.DataFrame, equivalents: pd.DataFrame, roles: tuple[str, ...]
) -> tuple[pd.DataFrame, Stream]:
    """Read the content words of running text.

    tokens, sources, equivalents and roles: as for `families.find_occurrences`.
    Returns the words of running text in reading order, one row each, and the stream of those with content.
    """
    spoken = tokens[tokens["role"].isin(SPOKEN) & tokens["sentence"].notna()]
    ordered = spoken.sort_values(["source", "position"], ignore_index=True)
    forms = ordered[["norm", "token"]].drop_duplicates()
    empty = {pair: is_empty(*pair) for pair in forms.itertuples(index=False, name=None)}
    content = ~np.array(
        [empty[pair] for pair in zip(ordered["norm"], ordered["token"], strict=True)], dtype=bool
    )
    row = np.flatnonzero(content)
    lemma = ordered["norm"].iloc[row].map(compare_as(ordered["norm"].unique(), equivalents))
    code, lemmas = pd.factorize(lemma, sort=True)
    events = list_references(sources).set_index("source")["event"]
    event = pd.Categorical(ordered["source"].iloc[row].map(events), categories=sorted(events)).codes.astype(
        int
    )
    event[~ordered["role"].iloc[row].isin(roles).to_numpy()] = -1
    near = _neighbours(ordered, row)
    return ordered, Stream(row, code, _join(ordered, row, near), near, event, np.asarray(lemmas))


def _neighbours(ordered: pd.DataFrame, row: np.ndarray) -> np.ndarray:
    """Tell whether the next content word follows in the same sentence and role, with every word between
    at hand."""
    if not len(row):
        return np.zeros(0, dtype=bool)
    columns = ["source", "sentence", "role"]
    stretch = (ordered[columns] != ordered[columns].shift()).any(axis=1).cumsum().to_numpy()[row]
    position = ordered["position"].to_numpy(dtype=np.int64)[row]
    ahead = np.diff(position)
    near = (np.diff(stretch) == 0) & (ahead == np.diff(row)) & (ahead <= LONGEST_JOINT + 1)
    return np.append(near, False)


def is_compound(lemma: str) -> bool:
    """Say whether a word is a family by itself: hyphenated, and not made of easy words only (`so-called`)."""
    return "-" in lemma and any(is_difficult(part) for part in lemma.split("-") if part)


def _join(ordered: pd.DataFrame, row: np.ndarray, near: np.ndarray) -> np.ndarray:
    """Number what stands between each content word and the next one near: 0 where nothing does."""
    norm = pd.factorize(ordered["norm"], sort=True)[0].astype(np.int64) + 1
    between = np.zeros((len(row), LONGEST_JOINT), dtype=np.int64)
    gap = np.where(near, np.append(np.diff(row), 0) - 1, 0)
    for place in range(LONGEST_JOINT):
        filled = gap > place
        between[filled, place] = norm[row[filled] + place + 1]
    return np.unique(between, axis=0, return_inverse=True)[1].reshape(-1)


def count_lemmas(
    words: pd.DataFrame, sources: pd.DataFrame, equivalents: pd.DataFrame, roles: tuple[str, ...]
) -> pd.Series:
    """Count the lemmas in these roles of reference sources: n, by lemma.

    attrs["n_words"] is the number of words with content. Counts of words know no capitals, so `us` counts
    whole where the acronym is asked for: chance seems likelier.
    """
    said = select_references(words, sources)
    own = said[said["role"].isin(roles)]
    counts = own["n"].groupby(own["norm"].map(compare_as(own["norm"].unique(), equivalents))).sum()
    empty = own["norm"].map({norm: is_empty(norm, norm) for norm in own["norm"].unique()}).astype(bool)
    counts.attrs["n_words"] = max(1, int(own.loc[~empty, "n"].sum()))
    return counts
