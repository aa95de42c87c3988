"""What of one text came back in another: parts, topics and phrases kept or left out, and what was added.

Every function reads `versionmap.mark_sentences`. A sentence counts as kept, with all its words, if at least
one sentence of the report reports it.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.roles import OWN, SPOKEN
from analysis.versionmap import KINDS, NO_LINK, PAIR, carry_words, list_links
from analysis.versionorder import measure_order

PART = [*PAIR, "part"]
FATES = ("in the report", "kept in other words", "left out")


def measure_parts(marked: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Measure how much of each answer (or section) of the source is kept.

    marked: from `mark_sentences`. passages: one row per link.
    Returns one row per (pair, part) that holds own words, in the order of the source: unit, n_sentences,
    n_kept, share_sentences, n_words, n_words_kept, share_words (all of own words), n_report_words (of the
    report's sentences, divided equally among their links), compression (words of the report for each word
    kept; missing where none is), first_link (the first sentence of the report that reports it; missing where
    none does), turn_in_report (the place of that in the order of parts, from 1).
    """
    own = marked[(marked["side"] == "source") & marked["is_own"]]
    own = own.assign(n_kept=own["has_link"], n_words_kept=own["n_words"].where(own["has_link"], 0))
    parts = own.groupby(PART, sort=False).agg(
        unit=("unit", "first"), n_sentences=("sentence", "size"), n_kept=("n_kept", "sum"),
        n_words=("n_words", "sum"), n_words_kept=("n_words_kept", "sum"),
    )  # fmt: skip
    carried = carry_words(list_links(marked, passages)).rename(columns={"source_part": "part"})
    carried = carried[carried["is_own"]].groupby(PART)
    parts = parts.join(
        carried.agg(n_report_words=("n_words", "sum"), first_link=("report_sentence", "min"))
    ).fillna({"n_report_words": 0})
    parts["turn_in_report"] = parts.groupby(PAIR)["first_link"].rank(method="dense")
    return _add_shares(parts.reset_index())


def measure_pairs(marked: pd.DataFrame, passages: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Measure what the report of each pair keeps of its source.

    marked: from `mark_sentences`. passages: one row per link. pairs: from `list_pairs`.
    Returns one row per pair, in order: the columns of pairs, n_parts, n_parts_kept (of which at least a
    sentence is kept), the columns of `measure_parts` but those of a place, summed over parts, and those of
    `measure_order`.
    """
    parts = measure_parts(marked, passages)
    sums = ["n_sentences", "n_kept", "n_words", "n_words_kept", "n_report_words"]
    counts = parts.assign(n_parts=1, n_parts_kept=parts["n_kept"] > 0).groupby(PAIR)
    table = pairs.merge(counts[["n_parts", "n_parts_kept", *sums]].sum().reset_index(), on=PAIR, how="left")
    ints = dict.fromkeys(["n_parts", "n_parts_kept", *sums[:-1]], "int64")
    table = _add_shares(table.fillna(dict.fromkeys([*ints, "n_report_words"], 0)).astype(ints))
    return table.merge(measure_order(passages), on=PAIR, how="left").fillna({"n_links": 0})


def _add_shares(table: pd.DataFrame) -> pd.DataFrame:
    some = table["n_words_kept"].where(table["n_words_kept"] > 0)
    return table.assign(
        share_sentences=table["n_kept"] / table["n_sentences"].where(table["n_sentences"] > 0),
        share_words=table["n_words_kept"] / table["n_words"].where(table["n_words"] > 0),
        compression=table["n_report_words"] / some,
    )


def _hits_by_part(marked: pd.DataFrame, hits: pd.DataFrame) -> pd.DataFrame:
    """Return the topic hits in own words of sources: pair, part, topic, has_link."""
    own = marked[(marked["side"] == "source") & marked["is_own"]]
    spoken = hits.loc[hits["role"].isin(OWN), ["topic", "source", "sentence"]].astype({"topic": object})
    return own[[*PART, "sentence", "has_link"]].merge(spoken, on=["source", "sentence"])


def count_topics_kept(marked: pd.DataFrame, hits: pd.DataFrame) -> pd.DataFrame:
    """Count which topic hits of the source stand in sentences that the report keeps.

    marked: from `mark_sentences`. hits: one row per topic hit, from `find_matches`; own words count.
    Returns one row per (pair, topic that the source mentions), most hits left out first: n, n_kept, n_left,
    share_kept. Where the source is the reference of its event, n is that of `rate_topics`.
    """
    found = _hits_by_part(marked, hits).assign(n=1, n_kept=lambda hit: hit["has_link"])
    counts = found.groupby([*PAIR, "topic"])[["n", "n_kept"]].sum().astype("int64").reset_index()
    counts = counts.assign(n_left=counts["n"] - counts["n_kept"], share_kept=counts["n_kept"] / counts["n"])
    order = [*PAIR, "n_left", "n", "topic"]
    return counts.sort_values(order, ascending=[True, True, False, False, True], ignore_index=True)


def list_part_topics(marked: pd.DataFrame, hits: pd.DataFrame, *, names: dict[str, str]) -> pd.DataFrame:
    """Tell what each part of the source is about, and which topics are left out of it.

    marked, hits: as for `count_topics_kept`. names: how each topic is printed.
    Returns one row per (pair, part) with a hit: topic (the one with most hits; of equals, the first by name),
    left_out ("Topic (n), ..." of hits in sentences left out, most first; '' where there are none).
    """
    found = _hits_by_part(marked, hits)
    found = found.assign(topic=found["topic"].map(names))
    first = _rank_topics(found).drop_duplicates(PART).set_index(PART)["topic"]
    left = _rank_topics(found[~found["has_link"].astype(bool)])
    listed = (left["topic"] + " (" + left["n"].astype(str) + ")").groupby([left[key] for key in PART])
    table = first.to_frame().join(listed.agg(", ".join).rename("left_out"))
    return table.fillna({"left_out": ""}).reset_index()


def _rank_topics(found: pd.DataFrame) -> pd.DataFrame:
    counts = found.groupby([*PART, "topic"]).size().rename("n").reset_index()
    ranked = counts.sort_values([*PART, "n", "topic"], ascending=[*[True] * len(PART), False, True])
    return ranked.astype({"topic": object})


def trace_phrases(marked: pd.DataFrame, uses: pd.DataFrame) -> pd.DataFrame:
    """Follow each phrase of the source's own words into the report.

    marked: from `mark_sentences`. uses: one row per use of a family, named in advance or found (family, kind,
    source, role, sentence; see `ledger.list_uses`).
    Returns one row per (pair, family), named ones first, then by uses and name: kind, n (uses in the source's
    own words), n_kept (in sentences that are kept), n_report (uses in the report's running text), fate: "in
    the report", "kept in other words" (its sentence is kept, the phrase is not used), or "left out".
    """
    own = marked[(marked["side"] == "source") & marked["is_own"]]
    spoken = uses[uses["role"].isin(OWN)].merge(
        own[[*PAIR, "sentence", "has_link"]], on=["source", "sentence"]
    )
    family = [*PAIR, "family", "kind"]
    traced = spoken.groupby(family)["has_link"].agg(n="size", n_kept="sum").reset_index()
    printed = uses[uses["role"].isin(SPOKEN)].groupby(["source", "family", "kind"]).size().rename("n_report")
    traced = traced.merge(printed.rename_axis(["report", "family", "kind"]).reset_index(), how="left")
    traced = traced.fillna({"n_report": 0}).astype({"n_kept": "int64", "n_report": "int64"})
    fate = np.select([traced["n_report"] > 0, traced["n_kept"] > 0], FATES[:2], FATES[2])
    traced = traced.assign(fate=fate, found=traced["kind"] != "named")
    order = [*PAIR, "found", "n", "family"]
    ranked = traced.sort_values(order, ascending=[True, True, True, False, True], ignore_index=True)
    return ranked.drop(columns="found")


def count_fidelity(marked: pd.DataFrame) -> pd.DataFrame:
    """Count how the sentences of each report stand to the source: by role and kind.

    marked: from `mark_sentences`. Returns one row per (pair, role, kind), closest kinds first: n_sentences,
    n_words, share (of the sentences of this role). kind is a key of KINDS or NO_LINK: what the report adds.
    """
    report = marked[marked["side"] == "report"]
    report = report.assign(kind=report["kind"].where(report["has_link"], NO_LINK), role=_tell_voice(report))
    counts = report.groupby([*PAIR, "role", "kind"])["n_words"].agg(n_sentences="size", n_words="sum")
    counts = counts.reset_index()
    counts["share"] = counts["n_sentences"] / counts.groupby([*PAIR, "role"])["n_sentences"].transform("sum")
    rank = counts["kind"].map({kind: place for place, kind in enumerate([*KINDS, NO_LINK])})
    order = [*PAIR, "role", "rank"]
    ranked = counts.assign(rank=rank).sort_values(
        order, ascending=[True, True, False, True], ignore_index=True
    )
    return ranked.drop(columns="rank")


def _tell_voice(report: pd.DataFrame) -> pd.Series:
    """Answers and quotations are one voice, the speaker's."""
    return report["role"].where(~report["is_own"], "quotation")
