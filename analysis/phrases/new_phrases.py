"""Of phrases found word for word, those that say something new beside the chosen ones and the longer ones."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analysis.language import choose_lists, fold_words_of
from analysis.phrases.everyday import find_stock

MOSTLY = 0.5  # of a phrase's occurrences, from which it is a piece of a longer phrase


def list_new(found: pd.DataFrame, uses: pd.DataFrame, languages: Iterable[str] = ()) -> pd.DataFrame:
    """Keep the expressions that are neither chosen phrases nor mostly pieces of longer phrases.

    found: one row per phrase, from `recurring.find_phrases`. uses: one row per use, from `ledger.list_uses`;
    of the chosen phrases every wording counts. A phrase that holds a wording is not new. languages: of the texts,
    English unless told otherwise. Returns the rows left, those of most events, then uses, first; what anybody says
    (`language.is_stock`) stands behind the others.
    """
    chosen = uses.loc[uses["is_own"].astype(bool) & (uses["kind"] == "named"), "variant"].value_counts()
    wordings, text = dict(chosen), found["phrase"].map(_fold).tolist()
    most = _count_longer(wordings | dict(zip(text, found["n"], strict=True)))
    is_new = [
        wordings.keys().isdisjoint(_list_pieces(words)) and most.get(words, 0) < MOSTLY * n
        for words, n in zip(text, found["n"], strict=True)
    ]
    left = found[np.array(is_new, dtype=bool) & (found["kind"] == "expression")]
    stock = find_stock(left["phrase"].map(_fold), choose_lists(languages))
    keys = ["is_stock", "n_events", "n", "n_words", "phrase"]
    ranked = left.assign(is_stock=left.index.isin(list(stock))).sort_values(
        keys, ascending=[True, False, False, False, True], ignore_index=True
    )
    return ranked.drop(columns="is_stock")


def _fold(phrase: str) -> str:
    return " ".join(fold_words_of(phrase))


def _count_longer(counts: dict[str, int]) -> dict[str, int]:
    """Return for each piece of a longer phrase the most occurrences that a phrase around it has."""
    most: dict[str, int] = {}
    for words, n in counts.items():
        for piece in _list_pieces(words) - {words}:
            most[piece] = max(n, most.get(piece, 0))
    return most


def _list_pieces(words: str) -> set[str]:
    """List all runs of neighbours in a phrase, the whole included."""
    parts = words.split()
    ends = range(1, len(parts) + 1)
    return {" ".join(parts[first:end]) for end in ends for first in range(end)}
