"""Hits whose letters are withheld: they keep their row, so that results on released words equal those on all."""

from __future__ import annotations

import pandas as pd

UNSEEN = ["topic", "source", "sentence", "segment", "role", "position", "n_words", "counts"]
_KEY = ["topic", "source", "position", "n_words"]


def list_unseen(hits: pd.DataFrame, seen: pd.DataFrame) -> pd.DataFrame:
    """List where the hits in all words and those in released words differ.

    hits, seen: one row a hit of a topic, from `find_matches` on all words, on released words.
    Returns one row a hit: topic, source, sentence, segment, role, position, n_words, counts ("yes" for a hit that
    released words do not give, "no" for one that only they give).
    """
    lost, gained = _leave_out(hits, seen).assign(counts="yes"), _leave_out(seen, hits).assign(counts="no")
    listed = pd.concat([table[UNSEEN].astype({"topic": "str"}) for table in (lost, gained)])
    return listed.sort_values(["source", "position", "topic", "n_words"], ignore_index=True)


def mend_hits(seen: pd.DataFrame, unseen: pd.DataFrame) -> pd.DataFrame:
    """Return the hits in all words, from those in released words and what `list_unseen` says of the others.

    The pattern of a hit whose letters are withheld is ''.
    """
    kept = _leave_out(seen, unseen[unseen["counts"] == "no"])
    added = unseen[unseen["counts"] == "yes"].drop(columns="counts")
    added = added.assign(pattern="", start=added["position"], end=added["position"] + added["n_words"])
    if not len(added):
        return kept.reset_index(drop=True)
    topics = seen["topic"].cat.categories
    joined = pd.concat([kept.astype({"topic": "object"}), added])[seen.columns]
    joined = joined.astype(seen.dtypes.drop("topic").to_dict())
    joined["topic"] = pd.Categorical(joined["topic"], categories=topics)
    return joined.sort_values(["source", "position", "topic", "n_words", "pattern"], ignore_index=True)


def _leave_out(hits: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    places, known = (
        pd.MultiIndex.from_frame(table[_KEY].astype({"topic": "str"})) for table in (hits, others)
    )
    return hits[~places.isin(known)]
