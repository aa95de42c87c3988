"""Which rows may leave the building: enough to recompute every result, too little to rebuild a text."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.disclosure.choosing import Chosen
from analysis.disclosure.rewordings import list_places
from analysis.disclosure.word_list import list_words
from analysis.vocabulary import measure_diversity


def count_words(full: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the tables that are published whole and counted from all words: words, diversity.

    full: tokens and segments of all sources, by name.
    """
    words = list_words(full["tokens"], full["segments"])
    return {"words": words, "diversity": measure_diversity(full["tokens"], words)}


def list_chosen(chosen: Chosen) -> dict[str, pd.DataFrame]:
    """Return what is shown as tables: rows, one row a word (row, its place in tokens); contexts; rewordings.

    chosen: from `choose_words`.
    """
    shown = np.flatnonzero(chosen.kept | _is_reworded(chosen))
    return {
        "rows": pd.DataFrame({"row": shown}),
        "contexts": chosen.contexts,
        "rewordings": chosen.rewordings,
    }


def release_tables(
    full: dict[str, pd.DataFrame], counted: dict[str, pd.DataFrame], shown: dict[str, pd.DataFrame]
) -> dict[str, pd.DataFrame]:
    """Return the tables that may be published.

    full: segments, sentences, tokens, splittings and doubts of all sources. counted: from `count_words`. shown:
    from `list_chosen`.
    Returns segments, sentences, splittings and doubts whole; words, one row a (source, role, norm) with its counts n
    and n_turns; of tokens those that a result needs or a rewording shows; contexts, one row a use of a tracked phrase,
    with up to six words on either side; rewordings; diversity, one row a (source, role, measure, setting). No 15
    running words can be rebuilt from all of these, and no more than 20 by guessing single hidden words (after the
    non-consumptive practice of HathiTrust's Extracted Features).
    """
    needed = full["tokens"].iloc[shown["rows"]["row"]]
    whole = {name: full[name] for name in ("segments", "sentences", "splittings", "doubts")}
    return whole | {
        "tokens": needed.drop(columns=["start", "end"]).reset_index(drop=True),
        "words": counted["words"],
        "contexts": shown["contexts"],
        "rewordings": shown["rewordings"],
        "diversity": counted["diversity"],
    }


def _is_reworded(chosen: Chosen) -> np.ndarray:
    """Tell which words are part of a rewording that is shown."""
    line = chosen.shown.line
    is_part = np.zeros(len(line.form), dtype=bool)
    is_part[[place for row in chosen.rewordings.itertuples() for place in list_places(row, chosen.shown)]] = (
        True
    )
    return is_part[chosen.at]
