"""Quotations beside texts of which most words are withheld: what can be seen may agree, and proves nothing more."""

from __future__ import annotations

from collections import Counter

import numpy as np

from analysis.quotes.chains import Pair
from analysis.quotes.fits import Fit, lay_over
from analysis.quotes.index import BREAK, OWN, UNSEEN, Index, Span
from analysis.quotes.places import Region
from analysis.quotes.wording import Wording

_FEWEST, _SHARE = 2, 0.3  # content words that must be seen, and share of all words


def is_veiled(fit: Fit, wording: Wording, index: Index) -> bool:
    """Say whether a word is withheld between the first and the last that a quotation shares, or at its ends."""
    if index.is_whole:
        return False
    first, last = fit.chain[0], fit.chain[-1]
    span = Span(first.place - first.word, last.place + len(wording) - last.word)
    stretch = index.stretch_of(first.place)
    if span.first < stretch.first or span.last > stretch.last:  # what was said there is withheld
        return True
    inside = index.arrays.key[span.first : max(fit.span.last, span.last)]
    return bool((inside == UNSEEN).any())


def find_agreeing(wording: Wording, regions: list[Region], index: Index) -> list[Pair]:
    """Return the words of a place at which each word that can be seen is that of the quotation."""
    if index.is_whole:
        return []
    own = [region for region in regions if region.voice == OWN]
    found = (_agree(lay_over(wording, region.span, index), wording, index) for region in own)
    return max(found, key=len, default=[])


def _agree(chain: list[Pair], wording: Wording, index: Index) -> list[Pair]:
    if not chain:
        return []
    offset, _ = Counter(pair.place - pair.word for pair in chain).most_common(1)[0]
    if offset < 0 or offset + len(wording) > len(index.arrays.key):
        return []
    keys = index.arrays.key[offset : offset + len(wording)]
    same = keys == wording.number
    if (keys == BREAK).any() or (~same & (keys != UNSEEN)).any() or not _is_enough(same, wording):
        return []
    return [Pair(int(i), int(offset + i)) for i in np.flatnonzero(same)]


def _is_enough(same: np.ndarray, wording: Wording) -> bool:
    n_seen, n_content = same.sum(), wording.is_content[same].sum()
    return n_content >= _FEWEST and n_seen >= _SHARE * len(wording)
