"""Which words results need, and how much is lost with each of them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.language import list_words_of
from analysis.phrases import find_recurring_rows, find_reused_rows

# A hit of a topic keeps its row without its letters, so it is given up first; a chosen phrase last.
COSTS = {"topics": 1, "reused": 2, "recurring": 3, "asked": 4, "families": 8, "phrases": 16}


def find_needed(tokens: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Tell which words results need though nobody named them.

    tokens: one row a word. sources: one row a source (source, event, date, is_reference). Returns one row per row
    of tokens: recurring and reused, whether the word is part of a phrase, of a passage, that recurs in two or more
    independent events.
    """
    recurring, reused = find_recurring_rows(tokens, sources), find_reused_rows(tokens, sources)
    return pd.DataFrame({"recurring": recurring.to_numpy(), "reused": reused.to_numpy()})


def weigh_words(tokens: pd.DataFrame, needed: pd.DataFrame, found: Mapping[str, pd.DataFrame]) -> np.ndarray:
    """Weigh each word by what results need it for; 0 for a word that none needs.

    tokens: one row a word. needed: from `find_needed`. found: what was found in these tokens, by a name in COSTS,
    with one row a match of a pattern, a use of a family (source, position, n_words). Returns one number per row of
    tokens: the sum of the costs of the tables that cover the word, and of its phrases and passages that recur in two
    or more independent events.
    """
    cost = np.zeros(len(tokens), dtype=np.int64)
    for name in needed:
        cost += COSTS[name] * needed[name].to_numpy()
    for name, is_covered in _find_covered(tokens, found).items():
        cost += COSTS[name] * is_covered
    return cost


def _find_covered(tokens: pd.DataFrame, found: Mapping[str, pd.DataFrame]) -> dict[str, np.ndarray]:
    """Tell of each table which tokens lie inside its matches."""
    matches = pd.concat([table[["source", "position", "n_words"]] for table in found.values()])
    words = list_words_of(matches, tokens)
    ends = np.cumsum([len(table) for table in found.values()])
    row = np.split(words["row"].to_numpy(), np.searchsorted(words["hit"], ends[:-1]))
    return {name: np.bincount(rows, minlength=len(tokens)) > 0 for name, rows in zip(found, row, strict=True)}
