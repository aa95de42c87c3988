"""The words of running text, whose phrases are looked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language import number_stretches, number_values, order_by, rank_values
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
    (norm, norms), (spelling, spellings) = (number_values(tokens[name]) for name in ("norm", "token"))
    stretch = number_stretches(tokens, row)
    return RunningText(row, norm[row], norms.tolist(), spelling[row], spellings.tolist(), stretch)


def _list_rows(tokens: pd.DataFrame) -> np.ndarray:
    """List the rows of words of running text in reading order."""
    is_running = tokens["role"].isin(SPOKEN) & tokens["sentence"].notna()
    row = np.flatnonzero(is_running).astype(np.int32)
    source, position = rank_values(tokens["source"])[row], tokens["position"].to_numpy()[row]
    return row[order_by(source, position)]


def flag_forms(norms: list[str], test: Callable[[str], bool]) -> np.ndarray:
    """Tell of each form whether a test holds."""
    return np.array([test(norm) for norm in norms], dtype=bool)
