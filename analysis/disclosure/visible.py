"""Which rows of the tokens may be seen."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis.language import list_words_of
from analysis.phrases import find_recurring_rows, find_reused_rows


def find_visible_rows(
    tokens: pd.DataFrame, sources: pd.DataFrame, found: Iterable[pd.DataFrame]
) -> pd.Series:
    """Tell which words take part in a result, and therefore have to be visible.

    tokens: one row a word. sources: one row a source (source, event, date, is_reference). found: tables of
    what was found in these tokens, with one row a match of a pattern, a use of a family (source, position,
    n_words).
    Returns one boolean per row of tokens: whether one of the tables covers the word, or it is part of a
    phrase or a passage that recurs in two or more independent events.
    """
    visible = find_recurring_rows(tokens, sources) | find_reused_rows(tokens, sources)
    for matches in found:
        visible |= _covered(tokens, matches)
    return visible


def _covered(tokens: pd.DataFrame, matches: pd.DataFrame) -> np.ndarray:
    """Tell which tokens lie inside matches."""
    is_covered = np.zeros(len(tokens), dtype=bool)
    is_covered[list_words_of(matches, tokens)["row"]] = True
    return is_covered
