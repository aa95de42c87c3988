"""A quotation beside what the text says: the runs of both, the sentences, the places, the weighty changes."""

from __future__ import annotations

from typing import NamedTuple

from analysis.quotes.checking import Checked, list_spans
from analysis.quotes.differences import KEPT, WORD, Change, Run, list_changes, list_runs
from analysis.quotes.index import Index, Span
from analysis.quotes.judging import Judgement
from analysis.quotes.turns import denial_before

_SHOWN = ("condensed", "altered", "asked", "other")  # verdicts on one place that shares words


class Place(NamedTuple):
    """Where a quotation comes from: source, and offsets in characters into its text, None where it is withheld."""

    source: str
    start: int | None
    end: int | None


def lay_beside(one: Checked, index: Index) -> list[Run]:
    """Return a quotation run by run: in both, in the text alone, in the quotation alone."""
    found = one.judgement
    if not _has_one_place(found) or found.verdict not in _SHOWN:
        return [Run(KEPT, " ".join(one.row.quote.split()))]
    return list_runs(found.chains[0], one.wording, index)


def _has_one_place(found: Judgement | None) -> bool:
    return found is not None and len(found.chains) == 1


def list_weighty(one: Checked, index: Index) -> list[Change]:
    """Return the numbers, denials and names that an altered quotation changes."""
    if not _has_one_place(one.judgement) or one.judgement.verdict != "altered":
        return []
    return [
        change
        for change in list_changes(one.judgement.chains[0], one.wording, index)
        if change.weight != WORD
    ]


def list_sentences(one: Checked, index: Index) -> list[str]:
    """Return the sentences of the text that a quotation comes from, each place by itself."""
    spans = list_spans(one, index)
    return [_cut_sentences(span, index) for span in spans]


def _cut_sentences(span: Span, index: Index) -> str:
    first = index.sentence_of(span.first)
    last = index.sentence_of(span.last - 1)
    return index.cut(first.first, last.last)


def list_places(one: Checked, index: Index) -> list[Place]:
    """Return the places of a quotation."""
    return [_place(span, index) for span in list_spans(one, index)]


def _place(span: Span, index: Index) -> Place:
    source = index.sources[index.source_at(span.first)]
    if not index.is_whole:
        return Place(source, None, None)
    return Place(source, int(index.arrays.start[span.first]), int(index.arrays.end[span.last - 1]))


def tell_denial(one: Checked, index: Index) -> str:
    """Return the denial that the text has right before the words of a quotation, '' without one."""
    found = one.judgement
    shares = _has_one_place(found) and found.verdict in ("verbatim", "condensed", "altered")
    return denial_before(found.spans[0].first, index) if shares else ""
