"""Where in a corpus a quotation may come from: the same words in a row, or a stretch with most of its rare ones."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

import numpy as np

from analysis.quotes.index import ASKED, OTHER, OWN, Index, Span
from analysis.quotes.wording import Wording

_SOUGHT = 12  # stems, the rarest
_FEWEST = 3  # stems that are sought however common they are
_LOOKED_AT = 200_000  # uses of stems that are looked at for one quotation, so that a large corpus is quick
_REGIONS = {OWN: 5, ASKED: 2, OTHER: 2}
_AROUND = 40  # words looked at beside a likely place
_AROUND_MARKED = 150  # the same, where the outlet marks that it left words out


class Region(NamedTuple):
    """A stretch of text that may be what a quotation quotes.

    sentences: its likeliest sentences. span: these with what stands around them. covered: the share of the
    quotation's content, weighed by rarity, whose stems stand in these sentences. n_stems: how many stems. bits:
    how rare these are together. voice: whose words these are.
    """

    sentences: Span
    span: Span
    covered: float
    n_stems: int
    bits: float
    voice: int


def find_exact(wording: Wording, index: Index) -> np.ndarray:
    """Return at which places all words of a quotation stand in a row, in order."""
    if not len(wording) or (wording.number < 0).any():
        return np.zeros(0, dtype=np.int64)
    rarest = int(wording.bits.argmax())
    starts = index.places_of(int(wording.number[rarest])).astype(np.int64) - rarest
    starts = starts[(starts >= 0) & (starts + len(wording) <= len(index.arrays.key))]
    for i in np.argsort(-wording.bits, kind="stable").tolist():
        starts = starts[index.arrays.key[starts + i] == wording.number[i]]
    return starts


def find_regions(wording: Wording, index: Index) -> list[Region]:
    """Return the likeliest stretches for a quotation, of each voice, the likeliest first."""
    stems = _choose_stems(wording, index)
    if not stems or not len(index.arrays.sentence):
        return []
    likely = np.zeros(len(index.arrays.sentence))
    found = {stem: _find_sentences(stem, index) for stem in stems}
    for stem, sentences in found.items():
        likely[sentences] += stems[stem]
    n = max(1, wording.n_sentences)
    windows = _sum_windows(likely, n)
    margin = max(len(wording), _AROUND_MARKED if wording.is_marked.any() else _AROUND)
    return [
        _describe(at, n, margin, wording, index)
        for voice, most in _REGIONS.items()
        for at in _list_peaks(np.where(index.sentence_voice == voice, windows, 0), most, n)
    ]


def _choose_stems(wording: Wording, index: Index) -> dict[int, float]:
    """Return the rarest stems of a quotation that the corpus has, with how rare each is."""
    is_known = (wording.stem >= 0) & wording.is_content
    uses = {stem: _count_uses(stem, index) for stem in set(wording.stem[is_known].tolist())}
    ranked = sorted(uses, key=lambda stem: (uses[stem], stem))[:_SOUGHT]
    seen = accumulate(uses[stem] for stem in ranked)
    chosen = [
        stem for i, (stem, n) in enumerate(zip(ranked, seen, strict=True)) if i < _FEWEST or n <= _LOOKED_AT
    ]
    return {stem: float(np.log2(index.n_words / max(1, uses[stem]))) for stem in chosen}


def _count_uses(stem: int, index: Index) -> int:
    first = index.arrays.first
    relatives = index.list_relatives(stem)
    return int((first[relatives + 1] - first[relatives]).sum())


def _find_sentences(stem: int, index: Index) -> np.ndarray:
    """Return the numbers of the sentences that have a stem."""
    places = [index.places_of(key) for key in index.list_relatives(stem).tolist()]
    at = np.searchsorted(index.arrays.sentence, np.concatenate(places), side="right") - 1
    return np.unique(np.maximum(at, 0))


def _sum_windows(likely: np.ndarray, n: int) -> np.ndarray:
    """Return the sum over each n sentences that follow each other, at the first of them."""
    sums = np.concatenate([[0], np.cumsum(likely)])
    last = np.minimum(np.arange(len(likely)) + n, len(likely))
    return sums[last] - sums[:-1]


def _list_peaks(windows: np.ndarray, most: int, n: int) -> list[int]:
    """Return where the highest windows begin that do not overlap, the highest first."""
    many = min(len(windows), 4 * most * n)
    top = np.argpartition(-windows, many - 1)[:many]
    ranked = sorted(top.tolist(), key=lambda at: (-windows[at], at))
    peaks: list[int] = []
    for at in ranked:
        if windows[at] > 0 and len(peaks) < most and all(abs(at - peak) >= n for peak in peaks):
            peaks.append(at)
    return peaks


def _describe(at: int, n: int, margin: int, wording: Wording, index: Index) -> Region:
    first = int(index.arrays.sentence[at])
    stretch = index.stretch_of(first)
    behind = at + n
    is_last = behind >= len(index.arrays.sentence)
    last = stretch.last if is_last else min(stretch.last, int(index.arrays.sentence[behind]))
    sentences = Span(first, last)
    span = Span(max(stretch.first, first - margin), min(stretch.last, last + margin))
    covered, n_stems, bits = _cover(wording, sentences, index)
    return Region(sentences, span, covered, n_stems, bits, index.voice_at(first))


def _cover(wording: Wording, sentences: Span, index: Index) -> tuple[float, int, float]:
    """Return which share of a quotation's content has its stem in some sentences, how many stems, how rare."""
    keys = index.arrays.key[sentences.first : sentences.last]
    there = set(index.arrays.stem[keys[keys >= 0]].tolist())
    weights = {
        stem if stem >= 0 else (stem, i): bits
        for i, (stem, bits) in enumerate(zip(wording.stem.tolist(), wording.bits.tolist(), strict=True))
        if wording.is_content[i]
    }
    kept = {stem: bits for stem, bits in weights.items() if stem in there}
    return sum(kept.values()) / max(1e-9, sum(weights.values())), len(kept), sum(kept.values())
