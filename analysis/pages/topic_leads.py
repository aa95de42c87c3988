"""What the page on topics says of which topic leads: by resampled answers, and by hand coding."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.figures import translate_stored
from analysis.messages import translate
from analysis.pages.phrasing import count, itemise, join, most
from analysis.pages.topics import note_chosen
from analysis.report import Report
from analysis.topics import EVERYWHERE, tell_kept


def tell_leads(leads: pd.DataFrame, report: Report) -> str:
    """Say which topic most paragraphs touch in each interview and in all, and how surely it leads.

    leads: as from `measure_leads`, topics by their labels.
    """
    names = dict(zip(report.events["event"], report.events["label"], strict=True))
    names[EVERYWHERE] = (
        translate("all but excerpts together") if note_chosen(report) else translate("all together")
    )
    found = leads[(leads["topic"] != "") & ((leads["event"] != EVERYWHERE) | (len(names) > 2))]
    if found.empty:
        return translate("No topic is mentioned.")
    said = {names[row.event]: _say_lead(row) for row in found.itertuples()}
    return translate(
        "Most paragraphs touched: {itemise}.", itemise=itemise(pd.Series(said, dtype=object), ": ")
    )


def _say_lead(row: NamedTuple) -> str:
    if row.k == row.next_k:
        return translate("several topics, {k} of {n} each (not certain)", k=row.k, n=row.n)
    sure = (
        translate("certain")
        if not row.reason
        else translate("not certain: {reason}", reason=translate_stored(row.reason))
    )
    return translate(
        "{topic}, {k} of {n}, first in {tell_kept} of redrawn answers ({sure})",
        topic=row.topic,
        k=row.k,
        n=row.n,
        tell_kept=translate_stored(tell_kept(row.kept)),
        sure=sure,
    )


def tell_coded(settled: pd.DataFrame, predicted: pd.DataFrame, names: dict[str, str]) -> str:
    """Say which topic comes first in the paragraphs coded by hand, by the codings and by the word lists.

    settled: one row per (source, paragraph, topic), from `settle_codings`. predicted: the same, found by
    patterns, from `code_paragraphs`. names: the label of each topic.
    """
    paragraphs = settled[["source", "paragraph"]].drop_duplicates()
    coded = _say_first(settled[settled["topic"] != ""], names)
    if not coded:
        return translate("No paragraph is coded by hand, so nothing else tells which topic leads.")
    found = _say_first(predicted.merge(paragraphs, on=["source", "paragraph"]), names) or translate("none")
    on = translate("On the {paragraphs} coded by hand", paragraphs=count(len(paragraphs), "paragraph"))
    if coded == found:
        return translate("{on}, coding and word lists alike put {coded} first.", on=on, coded=coded)
    return translate(
        "{on}, the coding puts {coded} first, the word lists {found}.", on=on, coded=coded, found=found
    )


def _say_first(rows: pd.DataFrame, names: dict[str, str]) -> str:
    """Name the topic of most paragraphs, those that tie together, with how many; '' where there is none."""
    counts = rows["topic"].map(names).value_counts().sort_index()
    first = most(counts)
    return f"{join(first)} ({counts.max()}{' each' if len(first) > 1 else ''})" if first else ""
