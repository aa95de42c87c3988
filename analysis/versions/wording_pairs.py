"""The same thing in two texts of an event: pairs of wordings, and tracked phrases in both contexts."""

from __future__ import annotations

import pandas as pd

from analysis.versions.side_by_side import KINDS, PAIR

LINK = ["report", "report_sentence", "source", "source_sentence"]
_USE = ["phrase", "source", "position"]
_APART = r" (?=[.,;:!?…)\]”’»])|(?<=[(\[“‘«]) "  # a space that no text has beside such a mark


def pair_wordings(rewordings: pd.DataFrame, passages: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Set what the texts of each pair call the same thing side by side.

    rewordings: one row per pair of wordings (report, report_sentence, source, source_sentence, report_words,
    source_words; at most three words a side). passages: one row per link. pairs: from `list_pairs`.
    Returns one row per (pair, wording of the source, wording of the report), in the order of the source:
    pair, source_words, report_words, kinds (of their links, as printed), n (how often).
    """
    table = rewordings.merge(passages, on=LINK).merge(pairs[[*PAIR, "pair"]].reset_index(), on=PAIR)
    table = table.assign(kind=table["kind"].replace(KINDS))
    order = ["index", "source_sentence", "source_words", "report_words"]
    table = table.sort_values([*order, "kind"])
    found = table.groupby(["index", "pair", "source_words", "report_words"], sort=False)["kind"]
    listed = found.agg(kinds=lambda kind: ", ".join(kind.unique()), n="size")
    return listed.reset_index().drop(columns="index")


def pair_contexts(
    contexts: pd.DataFrame, hits: pd.DataFrame, passages: pd.DataFrame, pairs: pd.DataFrame
) -> pd.DataFrame:
    """Set the uses of tracked phrases in linked sentences side by side, with the words around them.

    contexts: one row per use (phrase, source, position, left, match, right), as released. hits: one row per
    use (phrase, source, position, sentence). passages: one row per link. pairs: from `list_pairs`.
    Returns one row per (pair, phrase, use in the source, use in the report), by phrase and place: pair,
    phrase, in_source and in_report (the uses in context), kind (of the link, as printed).
    """
    uses = hits[[*_USE, "sentence"]].astype({"phrase": object}).merge(contexts, on=_USE)
    joined = (uses["left"] + " " + uses["match"] + " " + uses["right"]).str.strip()
    uses["in"] = joined.str.replace(_APART, "", regex=True)
    sides = [
        uses[["phrase", "source", "sentence", "position", "in"]].set_axis(
            ["phrase", side, f"{side}_sentence", f"{side}_at", f"in_{side}"], axis=1
        )
        for side in PAIR
    ]
    report, source = sides
    both = passages.merge(source, on=["source", "source_sentence"])
    both = both.merge(report, on=["phrase", "report", "report_sentence"])
    both = both.merge(pairs[[*PAIR, "pair"]].reset_index(), on=PAIR)
    ordered = both.sort_values(["index", "phrase", "source_at", "report_at"], ignore_index=True)
    ordered = ordered.assign(kind=ordered["kind"].replace(KINDS))
    return ordered[["pair", "phrase", "in_source", "in_report", "kind"]]
