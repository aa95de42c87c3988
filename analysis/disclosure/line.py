"""The words of all sources in one line, with a wall before each source: what is seen is decided and measured on it."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import flag_words, is_empty

WALL, UNKNOWN = -2, -1  # in place of the number of a form
_PART = re.compile(r"\w+")
_MOST_PARTS = 2**16 - 1  # of one word; a run is too long well before


class Line(NamedTuple):
    """One entry a word or wall; the arrays run in parallel."""

    base: pd.Series  # by source: where the wall before its first word stands
    form: np.ndarray  # a number for each form, WALL, or UNKNOWN
    size: np.ndarray  # how many words it counts as: `don't` and `long-term` are two; 0 at a wall
    has_content: np.ndarray  # whether it is neither a function word nor a number

    def place(self, source: pd.Series, position: pd.Series) -> np.ndarray:
        """Tell where words stand in the line."""
        number, names = pd.factorize(source)
        base = self.base.reindex(names).to_numpy(dtype=np.int64)
        return base[number] + position.to_numpy(dtype=np.int64)

    def list_spans(self) -> dict[str, tuple[int, int]]:
        """List by source where the wall before its first word stands, and the wall behind its last one."""
        ends = np.append(self.base.to_numpy()[1:], len(self.form) - 1).tolist()
        return dict(zip(self.base.index, zip(self.base.tolist(), ends, strict=True), strict=True))

    def number_sources(self) -> np.ndarray:
        """Number the source of each place, in the order of the line."""
        base = self.base.to_numpy()
        n = np.diff(base, append=len(self.form))
        return np.repeat(np.arange(len(base), dtype=np.int32), n)


def lay_line(tokens: pd.DataFrame, n_words: pd.Series) -> Line:
    """Lay out sources.

    tokens: one row a word whose letters are known (source, position, token, norm), none twice. n_words: the
    words of each source, by source. Forms are numbered by where they first stand among the tokens.
    """
    ordered = n_words.sort_index().astype("int64")
    base = (ordered + 1).cumsum().shift(fill_value=0)
    n = int(ordered.sum()) + len(ordered) + 1
    form, size = np.full(n, UNKNOWN, dtype=np.int32), np.ones(n, dtype=np.uint16)
    line = Line(base, form, size, np.ones(n, dtype=bool))
    walls = [*base, n - 1]
    line.form[walls], line.size[walls] = WALL, 0
    at = line.place(tokens["source"], tokens["position"])
    number, norms = pd.factorize(tokens["norm"])
    line.form[at] = number
    line.size[at] = measure_parts(tokens["token"])
    line.has_content[at] = ~flag_words(pd.Series(norms), is_empty)[number]
    return line


def measure_parts(printed: pd.Series) -> np.ndarray:
    """Count the parts of each word; at least one."""
    number, spellings = pd.factorize(printed)
    parts = [max(1, len(_PART.findall(spelling))) for spelling in list(spellings.astype(object))]
    return np.array([*parts, 0], dtype=np.int64).clip(max=_MOST_PARTS).astype(np.uint16)[number]


def number_forms(norms: pd.Series, among: pd.Series) -> np.ndarray:
    """Number words by where their form first stands among others; UNKNOWN for those that do not stand there."""
    return pd.Index(among.unique()).get_indexer(norms)
