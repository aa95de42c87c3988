"""The quotations of an article beside a corpus: a verdict on each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from analysis.formats import ANOTHERS, HIS, NOT_SPOKEN, TOLD
from analysis.quotes.chains import Pair
from analysis.quotes.index import OWN, Index, Span
from analysis.quotes.judging import ABSENT, Judgement, judge
from analysis.quotes.word_keys import is_denial
from analysis.quotes.wording import Wording, read_wording

COLUMNS = ["quote", "verdict", "source", "start", "end", "said", "confidence"]
VERDICTS = ("verbatim", "condensed", "altered", "stitched", "asked", "other", "translation", "absent")
_SCARE = 3  # words: a quotation that nobody is said to speak, and that is not found, is none
_GIVEN = 0.9  # how often a quotation is given to the right person in reports labelled by hand


class Checked(NamedTuple):
    """A quotation with its verdict: its row of the article, its words, and the judgement (None if not judged)."""

    row: object
    wording: Wording
    judgement: Judgement | None


def check_quotations(quoted: pd.DataFrame, index: Index) -> list[Checked]:
    """Judge the quotations of an article; quoted: one row each, as from `formats.list_quoted`.

    What the article gives to somebody else is not judged against the speaker; nor is a title, or a word in
    marks that nobody is said to speak and that the speaker does not say.
    """
    return [_check(row, index) for row in quoted.itertuples(index=False)]


def _check(row: object, index: Index) -> Checked:
    wording = read_wording(row.quote, index)
    if row.given in (ANOTHERS, NOT_SPOKEN) or not len(wording):
        return Checked(row, wording, None)
    judgement = judge(wording, index, before=row.before, told=row.form == TOLD)
    is_scare = row.given != HIS and len(wording) <= _SCARE and judgement.verdict == ABSENT
    return Checked(row, wording, None if is_scare else judgement)


def has_verdict(one: Checked) -> bool:
    """Tell whether a quotation has a verdict: it was judged, or is given to somebody else."""
    return one.judgement is not None or one.row.given == ANOTHERS


def list_verdicts(checked: Iterable[Checked], index: Index) -> pd.DataFrame:
    """List the verdicts.

    Returns one row a quotation: quote, verdict (of VERDICTS), source, start and end (offsets in characters into
    the text as read; of several places those of the first; missing where no text is at hand), said (what the
    text says there), confidence (how likely the verdict is right, 0 to 1). A quotation that the article gives to
    somebody else is `other`, without a place; what nobody is said to speak has no row unless it is judged.
    """
    kept = filter(has_verdict, checked)
    table = pd.DataFrame([_describe(one, index) for one in kept], columns=COLUMNS)
    return table.astype({"start": "Int64", "end": "Int64"})


def _describe(one: Checked, index: Index) -> tuple:
    found = one.judgement
    quote = " ".join(one.row.quote.split())
    if found is None:
        return quote, "other", "", pd.NA, pd.NA, "", _GIVEN
    if not found.spans:
        return quote, found.verdict, "", pd.NA, pd.NA, "", found.confidence
    spans = list_spans(one, index)
    said = " […] ".join(index.cut(*span) for span in spans)
    source = index.sources[index.source_at(spans[0].first)]
    start, end = _offsets(spans[0], index)
    return quote, found.verdict, source, start, end, said, found.confidence


def _offsets(span: Span, index: Index) -> tuple:
    if not index.is_whole:
        return pd.NA, pd.NA
    return int(index.arrays.start[span.first]), int(index.arrays.end[span.last - 1])


def list_spans(one: Checked, index: Index) -> list[Span]:
    """Return the places of a quotation, with the words that were changed at their edges."""
    found = one.judgement
    if found.verdict != "altered" or len(found.chains) != 1:
        return list(found.spans)
    return [_widen(found.chains[0], len(one.wording), index)]


def _widen(chain: list[Pair], n_words: int, index: Index) -> Span:
    """Return a place with as many words before and behind as the quotation has, inside its sentences."""
    first, last = chain[0], chain[-1]
    before = max(index.sentence_of(first.place).first, first.place - first.word)
    behind = min(index.sentence_of(last.place).last, last.place + n_words - last.word)
    if first.word == 0 and index.voice_at(first.place) == OWN:
        before = _with_denial(first.place, index)
    return Span(before, behind)


def _with_denial(place: int, index: Index) -> int:
    key = int(index.arrays.key[place - 1]) if place else -1
    return place - 1 if key >= 0 and is_denial(index.keys[key]) else place
