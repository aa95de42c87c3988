"""The uses of phrases chosen by the authors: words that two of them claim count once."""

from __future__ import annotations

import pandas as pd

from analysis.own_words import select_own_words
from analysis.patterns import find_matches


def find_chosen(
    tokens: pd.DataFrame, phrases: pd.DataFrame, sources: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Find the uses of the chosen phrases, each word counted once.

    tokens, phrases (phrase, pattern) and sources: as for `patterns.find_matches` by phrase.
    Returns its hits, without those that another phrase claims (see `settle_hits`).
    """
    return settle_hits(find_matches(tokens, phrases, by="phrase", sources=sources), phrases)


def settle_hits(hits: pd.DataFrame, phrases: pd.DataFrame) -> pd.DataFrame:
    """Keep one of the hits of different phrases that share words: the longest, then the first decided.

    hits: one row a hit (phrase, source, position, n_words), none of which shares words with another of the
    same phrase. phrases: the decisions, in order. Returns the rows that count, in the same order.
    """
    return hits[_name_winners(hits, phrases) == hits["phrase"].astype(object)].reset_index(drop=True)


def list_overlaps(tokens: pd.DataFrame, phrases: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """List the hits in own words that do not count for their phrase, since their words count for another.

    Returns one row a hit: phrase, counts_for, source, role.
    """
    hits = find_matches(tokens, phrases, by="phrase", sources=sources)
    hits = hits.assign(phrase=hits["phrase"].astype(object), counts_for=_name_winners(hits, phrases))
    lost = select_own_words(hits[hits["counts_for"] != hits["phrase"]], sources)
    return lost[["phrase", "counts_for", "source", "role"]].reset_index(drop=True)


def _name_winners(hits: pd.DataFrame, phrases: pd.DataFrame) -> pd.Series:
    """Name the phrase for which each hit counts: its own, or the one that takes one of its words first."""
    decided = {phrase: place for place, phrase in enumerate(phrases["phrase"].unique())}
    order = hits["phrase"].astype(object).map(decided)
    ranked = hits.assign(order=order).sort_values(
        ["n_words", "order", "position"], ascending=[False, True, True]
    )
    winners, taken = {}, {}
    columns = ["phrase", "source", "position", "n_words"]
    for row, phrase, source, position, n_words in ranked[columns].itertuples(name=None):
        words = [(source, place) for place in range(position, position + n_words)]
        winners[row] = next((taken[word] for word in words if word in taken), phrase)
        if winners[row] == phrase:
            taken |= dict.fromkeys(words, phrase)
    return pd.Series(winners, index=hits.index, dtype=object)
