"""The second reports of a corpus: each of their quotations beside the texts that stand for the events."""

from __future__ import annotations

import pandas as pd

from analysis.formats import Speaker, list_quoted
from analysis.language import base_language
from analysis.own_words import select_references
from analysis.quotes.checking import check_quotations, has_verdict, list_verdicts
from analysis.quotes.index import Index
from analysis.quotes.streams import build_index

REPORT = "report"  # the kind of text that quotes
_VERDICT = ["verdict", "confidence", "source"]
_PLACE = ["start", "end", "position", "n_words"]
_SIDES = ("", "source_")
COLUMNS = ["report", "quotation", *_PLACE, "form", *_VERDICT, *(f"source_{name}" for name in _PLACE)]
_NUMBERS = [f"{side}{name}" for side in _SIDES for name in _PLACE]


def list_reports(sources: pd.DataFrame) -> list[str]:
    """List the second reports: what reports an event for which another text stands, in the same language.

    sources: one row a source (source, event, kind, is_reference, and language where it is known).
    """
    is_second = (sources["kind"] == REPORT) & ~sources["is_reference"].astype(bool)
    if "language" in sources:
        references = sources[sources["is_reference"].astype(bool)]
        stands = references.set_index("event")["language"].map(base_language)
        is_second &= sources["language"].map(base_language) == sources["event"].map(stands)
    return sorted(sources.loc[is_second, "source"])


def check_reports(
    tokens: pd.DataFrame,
    segments: pd.DataFrame,
    sources: pd.DataFrame,
    texts: dict[str, str],
    speaker: Speaker,
) -> pd.DataFrame:
    """Check every quotation of the second reports against the texts that stand for their events.

    tokens, segments: every word and segment, as for `streams.build_index`. sources: one row a source, by date.
    texts: by source. speaker: whose words are studied.
    Returns one row a quotation, by report and place: report, quotation (its number there), start and end (offsets in
    characters), position (of its first word) and n_words (from the first to the last), form ("quotation" in marks,
    "clause" without), verdict (see `checking.VERDICTS`), confidence (0 to 1), and, where a place was found, source
    and the same four numbers of that place; of several places those of the first. No report is evidence for another.
    """
    reports = list_reports(sources)
    if not reports:
        return _shape([])
    references = select_references(sources, sources)
    said = {source: texts[source] for source in references["source"]}
    index = build_index(
        *(select_references(table, sources) for table in (tokens, segments)), references, said
    )
    return _shape([_check_report(report, texts[report], tokens, index, speaker) for report in reports])


def _shape(tables: list[pd.DataFrame]) -> pd.DataFrame:
    table = pd.concat([pd.DataFrame(columns=COLUMNS), *(table for table in tables if len(table))])
    whole = dict.fromkeys(_NUMBERS, "Int64") | {"quotation": "int64", "confidence": "float64"}
    return table[COLUMNS].astype(whole).reset_index(drop=True)


def _check_report(
    report: str, text: str, tokens: pd.DataFrame, index: Index, speaker: Speaker
) -> pd.DataFrame:
    checked = list(filter(has_verdict, check_quotations(list_quoted(text, speaker), index)))
    rows = pd.DataFrame([one.row for one in checked])
    if rows.empty:
        return rows
    verdicts = list_verdicts(checked, index)
    quoted = rows[["start", "end", "form"]].assign(report=report, quotation=range(1, len(rows) + 1))
    found = verdicts.rename(columns={"start": "source_start", "end": "source_end"})
    table = pd.concat([quoted, found[[*_VERDICT, "source_start", "source_end"]]], axis=1)
    return _count_words(_count_words(table, tokens, "report", ""), tokens, "source", "source_")


def _count_words(table: pd.DataFrame, tokens: pd.DataFrame, text: str, side: str) -> pd.DataFrame:
    """Add where the words of each stretch (start and end of a side) begin in its text, and how many they are."""
    words = tokens[tokens["source"].isin(table[text])].sort_values(["source", "position"])
    counted = [_find_words(words[words["source"] == source], start, end) for source, start, end in
               zip(table[text], table[f"{side}start"], table[f"{side}end"], strict=True)]  # fmt: skip
    found = pd.DataFrame(counted, columns=[f"{side}position", f"{side}n_words"], dtype="Int64")
    return table.join(found)


def _find_words(words: pd.DataFrame, start: int, end: int) -> tuple:
    """Return the position of the first word of a stretch and how many words it has, missing without any."""
    if pd.isna(start):
        return pd.NA, pd.NA
    first, behind = words["start"].searchsorted([start, end])
    return (words["position"].iloc[first], behind - first) if behind > first else (pd.NA, pd.NA)
