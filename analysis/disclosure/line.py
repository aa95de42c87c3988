"""The words of all sources in one line, with a wall before each source: what is seen is decided and measured on it."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import flag_words, is_empty

WALL, UNKNOWN = -2, -1  # in place of the number of a form
_PART = re.compile(r"\w+")


class Line(NamedTuple):
    """One entry a word or wall; the arrays run in parallel."""

    base: pd.Series  # by source: where the wall before its first word stands
    form: np.ndarray  # a number for each form, WALL, or UNKNOWN
    size: np.ndarray  # how many words it counts as: `don't` and `long-term` are two; 0 at a wall
    has_content: np.ndarray  # whether it is neither a function word nor a number

    def place(self, source: pd.Series, position: pd.Series) -> np.ndarray:
        """Tell where words stand in the line."""
        return source.map(self.base).to_numpy(dtype=np.int64) + position.to_numpy(dtype=np.int64)


def lay_line(tokens: pd.DataFrame, n_words: pd.Series) -> Line:
    """Lay out sources.

    tokens: one row a word whose letters are known (source, position, token, norm), none twice. n_words: the
    words of each source, by source.
    """
    ordered = n_words.sort_index().astype("int64")
    base = (ordered + 1).cumsum().shift(fill_value=0)
    n = int(ordered.sum()) + len(ordered) + 1
    line = Line(base, np.full(n, UNKNOWN), np.ones(n, dtype=np.int64), np.ones(n, dtype=bool))
    walls = [*base, n - 1]
    line.form[walls], line.size[walls] = WALL, 0
    at = line.place(tokens["source"], tokens["position"])
    line.form[at] = number_forms(tokens["norm"], tokens["norm"])
    line.size[at] = measure_parts(tokens["token"])
    line.has_content[at] = ~flag_words(tokens["norm"], is_empty)
    return line


def measure_parts(printed: pd.Series) -> np.ndarray:
    """Count the parts of each word; at least one."""
    number, spellings = pd.factorize(printed)
    parts = [max(1, len(_PART.findall(spelling))) for spelling in spellings]
    return np.array([*parts, 0], dtype=np.int64)[number]


def number_forms(norms: pd.Series, among: pd.Series) -> np.ndarray:
    """Number words by where their form first stands among others; UNKNOWN for those that do not stand there."""
    return pd.Index(among.unique()).get_indexer(norms)
