"""Every hit of a topic in its context (KWIC), as a table."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.patterns import cut_context, gather_paragraphs

KWIC = [
    "doc_id",
    "source",
    "turn",
    "role",
    "speaker",
    "topic",
    "pattern",
    "position",
    "left",
    "match",
    "right",
]


def show_in_context(
    hits: pd.DataFrame, tokens: pd.DataFrame, segments: pd.DataFrame, texts: Mapping[str, str]
) -> pd.DataFrame:
    """Show each hit in its paragraph.

    hits: one row a hit in a turn, from `place_hits` (with paragraph). tokens: one row a word, every word of a source
    in texts, the released ones of others, whose start and end then count words. segments: one row a segment. texts:
    the whole text of each source that may leave.
    Returns one row a hit, by source and place, with the columns KWIC.
    """
    words = tokens.merge(segments[["source", "segment", "paragraph"]], on=["source", "segment"])
    paragraphs = gather_paragraphs(words)
    cuts = [
        cut_context(hit, paragraphs.get((hit.source, hit.paragraph)), texts.get(hit.source))
        for hit in hits.itertuples()
    ]
    columns = dict(zip(["left", "match", "right"], zip(*cuts, strict=True), strict=True)) if cuts else {}
    shown = hits.assign(**columns).astype({"topic": "str"}).reindex(columns=KWIC)
    return shown.sort_values(["source", "position", "topic"], ignore_index=True)
