"""What the page on two texts of one event starts from: every table of the comparison, made once."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.report import Report
from analysis.versions import (
    compare_readings,
    list_checks,
    list_links,
    list_pairs,
    list_part_topics,
    mark_sentences,
    measure_pairs,
    measure_part_order,
    measure_parts,
    name_parts,
)


class Comparison(NamedTuple):
    """The texts of each event set side by side, one table a step; see the function of each in `versions`."""

    pairs: pd.DataFrame
    marked: pd.DataFrame  # with the names of parts
    measured: pd.DataFrame
    parts: pd.DataFrame
    topics: pd.DataFrame
    links: pd.DataFrame
    inside: pd.DataFrame  # the order inside the parts
    checks: pd.DataFrame


def set_side_by_side(report: Report) -> Comparison:
    """Set the texts of each event side by side."""
    pairs, passages = list_pairs(report.sources), report.passages
    marked = mark_sentences(pairs, passages, report.sentences, report.segments)
    parts = measure_parts(marked, passages)
    topics = list_part_topics(marked, report.topic_hits, names=report.topic_names)
    links = list_links(marked, passages)
    read = compare_readings(report.readings, marked, report.sentences)
    return Comparison(
        pairs=pairs,
        marked=name_parts(marked, parts, topics),
        measured=measure_pairs(marked, passages, pairs),
        parts=parts,
        topics=topics,
        links=links,
        inside=measure_part_order(links),
        checks=list_checks(pairs, marked, report.false_links, read),
    )


def find_translated(pairs: pd.DataFrame, report: Report) -> pd.Series:
    """Tell of each pair whether both of its texts are, or are likely to be, translations."""
    deliveries = report.deliveries
    translated = set(deliveries.loc[deliveries["translated"] != "no", "source"])
    return pairs["report"].isin(translated) & pairs["source"].isin(translated)
