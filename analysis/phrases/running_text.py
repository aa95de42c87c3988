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
    row = _list_rows(tokens)
    norm, norms = pd.factorize(tokens["norm"])
    spelling, spellings = pd.factorize(tokens["token"])
    stretch = _number_stretches(tokens, row)
    return RunningText(row, norm[row], norms.tolist(), spelling[row], spellings.tolist(), stretch)


def _list_rows(tokens: pd.DataFrame) -> np.ndarray:
    """List the rows of words of running text in reading order."""
    is_running = tokens["role"].isin(SPOKEN) & tokens["sentence"].notna()
    row = np.flatnonzero(is_running)
    source, _ = pd.factorize(tokens["source"], sort=True)
    source, position = source[row], tokens["position"].to_numpy()[row]
    next_source = np.diff(source) > 0
    goes_on = (np.diff(source) == 0) & (position[1:] >= position[:-1])
    is_in_order = (next_source | goes_on).all()
    return row if is_in_order else row[np.lexsort((position, source))]


def _number_stretches(tokens: pd.DataFrame, row: np.ndarray) -> np.ndarray:
    columns = ["source", "sentence", "segment", "role", "position", "follows"]
    return number_stretches(tokens[[name for name in columns if name in tokens]].iloc[row])


def flag_forms(norms: list[str], test: Callable[[str], bool]) -> np.ndarray:
    """Tell of each form whether a test holds."""
    return np.array([test(norm) for norm in norms], dtype=bool)
