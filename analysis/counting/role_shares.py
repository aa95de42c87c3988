"""Whose words the words of the files are, and what a raw count takes for the speaker's."""

from __future__ import annotations

import pandas as pd

from analysis.own_words import are_of_references
from analysis.roles import OWN

# What a word that is not the speaker's own belongs to, in the order in which a reader meets it.
BELONGS = {
    "own": "speaker's own words",
    "question": "interviewers",
    "narration": "outlets and others",
    "other": "other people who speak",
    "apparatus": "titles, labels, page furniture",
    "note": "editors and translators",
    "repeat": "words printed twice",
    "copy": "second texts of an interview",
}


def count_roles(segments: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Count the words of each source by whose they are.

    segments: one row per segment (source, role, n_words). sources: one row per source.
    Returns one row per (source, belongs) with words, in the order of sources and of BELONGS: n_words, share
    (of the source's words). Answers and quotes are the speaker's own.
    """
    counts = segments["n_words"].groupby([segments["source"], _name_owners(segments)]).sum().unstack()
    owners = [owner for owner in BELONGS if owner in counts or owner == "own"]
    counts = counts.reindex(index=sources["source"], columns=owners).fillna(0).astype("int64")
    table = counts.rename_axis(columns="belongs").stack().rename("n_words").reset_index()
    return table.assign(share=_share(table["n_words"], table["source"]))


def _name_owners(table: pd.DataFrame) -> pd.Series:
    """Return whose words those of each role are, for a table with a role: a key of BELONGS."""
    return table["role"].where(~table["role"].isin(OWN), "own")


def _share(counts: pd.Series, whole: pd.Series) -> pd.Series:
    """Return each count as a share of all counts of its whole."""
    return counts / counts.groupby(whole).transform("sum")


def count_unfiltered(
    segments: pd.DataFrame, hits: pd.DataFrame, sources: pd.DataFrame, *, phrases: list[str]
) -> pd.DataFrame:
    """Set the raw count over all files beside what the speaker said.

    segments: one row per segment (source, role, n_words). hits: one row per hit of a tracked phrase (phrase,
    source, role). sources: one row per source (source, is_reference). phrases: the tracked phrases to show
    beside the words.
    Returns one row per (what, belongs): n, what a raw count finds there, and share (of the raw count of this
    what). `what` is "words" or a phrase; `belongs` is a key of BELONGS; every row but `own` is counted
    wrongly. Words of an event's further sources, whoever speaks them, are copies.
    """
    words = segments.assign(what="words", n=segments["n_words"])
    used = hits[hits["phrase"].isin(phrases)]
    used = used.assign(what=used["phrase"].astype(str), n=1)
    table = pd.concat([frame[["what", "source", "role", "n"]] for frame in (words, used)])
    is_copy = ~are_of_references(table, sources)
    table = table.assign(belongs=_name_owners(table).mask(is_copy, "copy"))
    pairs = pd.MultiIndex.from_product([["words", *phrases], BELONGS], names=["what", "belongs"])
    counts = table.groupby(["what", "belongs"])["n"].sum().reindex(pairs, fill_value=0).reset_index()
    return counts.assign(share=_share(counts["n"], counts["what"]))
