"""What the links of a pair can bear: beside links to other interviews, and beside links that were read."""

from __future__ import annotations

import pandas as pd

from analysis.versions.readings import list_answered
from analysis.versions.side_by_side import PAIR

READ = ["n_read", "n_answered", "n_missed", "n_false", "n_own_read"]


def list_checks(
    pairs: pd.DataFrame, marked: pd.DataFrame, false_links: pd.DataFrame, compared: pd.DataFrame
) -> pd.DataFrame:
    """List what is known of the links of each pair.

    pairs: from `list_pairs`. marked: from `mark_sentences`. false_links: from `measure_false_links`.
    compared: from `compare_readings`.
    Returns one row per pair, in order: the columns of pairs, n_sentences (of the report), n_linked (to its
    source), n_tried (interviews that it does not report), false_low and false_high (the fewest and most of its
    sentences linked to one of these; missing where none was tried), is_above (whether more are linked to its
    source than to any of these; False where none was tried), and the counts of `compare_readings` (0: not read).
    """
    sides = marked[marked["side"] == "report"].groupby(PAIR)["has_link"]
    counts = sides.agg(n_sentences="size", n_linked="sum").reset_index()
    tried = false_links.groupby("report")["n_linked"].agg(n_tried="size", false_low="min", false_high="max")
    table = pairs.merge(counts, on=PAIR, how="left").merge(tried.reset_index(), on="report", how="left")
    table = table.merge(compared, on=PAIR, how="left")
    whole = ["n_sentences", "n_linked", "n_tried", *READ]
    table = table.fillna(dict.fromkeys(whole, 0)).astype(dict.fromkeys(whole, "int64"))
    return table.assign(is_above=table["n_linked"] > table["false_high"].fillna(float("inf")))


def list_unlinked(
    marked: pd.DataFrame, readings: pd.DataFrame, sentences: pd.DataFrame, pairs: pd.DataFrame
) -> pd.DataFrame:
    """List the sentences of reports for which the rules find no counterpart, and what a reading says of them.

    marked: from `mark_sentences`. readings, sentences: as for `compare_readings`. pairs: from `list_pairs`.
    Returns one row per (pair, sentence): pair, sentence (its number in the report), role, n_words, read ("has
    one", "has none", or "not read").
    """
    alone = marked[(marked["side"] == "report") & ~marked["has_link"].astype(bool)]
    table = alone.merge(list_answered(readings, sentences), on=[*PAIR, "sentence"], how="left")
    table = table.merge(pairs[[*PAIR, "pair"]], on=PAIR)
    said = {True: "has one", False: "has none"}
    return table.assign(read=table["answered"].map(said).fillna("not read"))[
        ["pair", "sentence", "role", "n_words", "read"]
    ]
