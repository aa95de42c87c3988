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
    wordings = {f" {words} ": n for words, n in chosen.items()}
    text = " " + found["phrase"].map(_fold).astype(object) + " "
    longer = wordings | dict(zip(text, found["n"], strict=True))
    is_new = [
        not any(wording in words for wording in wordings) and not _is_piece(words, n, longer)
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


def _is_piece(words: str, n: int, longer: dict[str, int]) -> bool:
    """Tell whether a phrase lies in a longer one that has at least half as many occurrences."""
    return any(words in other and words != other and many >= MOSTLY * n for other, many in longer.items())
