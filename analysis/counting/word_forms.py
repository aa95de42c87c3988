"""Counts of word forms and of turns."""

from __future__ import annotations

import pandas as pd


def count_forms(tokens: pd.DataFrame) -> pd.DataFrame:
    """Count each word form: one row a (source, role, norm), sorted, with n."""
    return tokens.groupby(["source", "role", "norm"], as_index=False).size().rename(columns={"size": "n"})


def count_turns(words: pd.DataFrame, tokens: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """Count in how many turns each word form occurs.

    words: one row a (source, role, norm), as from `count_forms` of these tokens. segments: one row a run of
    one role (source, segment, turn). Returns words with n_turns: the turns of that source in which the form
    occurs in that role; missing where no use belongs to a turn.
    """
    form = ["source", "role", "norm"]
    placed = tokens[[*form, "segment"]].merge(
        segments[["source", "segment", "turn"]], on=["source", "segment"]
    )
    turns = placed.dropna(subset="turn").drop_duplicates([*form, "turn"]).groupby(form).size()
    return words.join(turns.rename("n_turns").astype("Int64"), on=form)
