"""The words of running text, whose phrases are looked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import number_stretches
from analysis.roles import SPOKEN


class RunningText(NamedTuple):
    """The words of running text in reading order, those of one source together.

    row: where in the tokens table each word stands. norm: a number for its form. norms: the form of each number.
    spelling, spellings: the same for the word as printed. stretch: a number for what no phrase may leave.
    """

    row: np.ndarray
    norm: np.ndarray
    norms: list[str]
    spelling: np.ndarray
    spellings: list[str]
    stretch: np.ndarray


def read_running_text(tokens: pd.DataFrame) -> RunningText:
    """Read the words of running text, in spoken roles; tokens: as for `families.find_occurrences`."""
    row = np.flatnonzero(tokens["role"].isin(SPOKEN) & tokens["sentence"].notna())
    source = pd.factorize(tokens["source"], sort=True)[0][row]
    row = row[np.lexsort((tokens["position"].to_numpy()[row], source))]
    (norm, norms), (spelling, spellings) = (pd.factorize(tokens[name]) for name in ("norm", "token"))
    stretch = _number_stretches(tokens, row)
    return RunningText(row, norm[row], norms.tolist(), spelling[row], spellings.tolist(), stretch)


def _number_stretches(tokens: pd.DataFrame, row: np.ndarray) -> np.ndarray:
    columns = ["source", "sentence", "segment", "role", "position", "follows"]
    return number_stretches(tokens[[name for name in columns if name in tokens]].iloc[row])


def flag_forms(norms: list[str], test: Callable[[str], bool]) -> np.ndarray:
    """Tell of each form whether a test holds."""
    return np.array([test(norm) for norm in norms], dtype=bool)
