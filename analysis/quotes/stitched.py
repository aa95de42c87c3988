"""A quotation that no single place has: put together from several, or condensed more than a search sees."""

from __future__ import annotations

from analysis.quotes.chains import Pair
from analysis.quotes.fits import (
    ALTERED,
    CONDENSED,
    STITCHED,
    VERBATIM,
    Fit,
    grade_chain,
    measure_evidence,
)
from analysis.quotes.index import OWN, Index
from analysis.quotes.pieces import SHORTEST, find_pieces
from analysis.quotes.wording import Wording

_NEARLY = 0.75  # share of the words at one place that only whole sentences from elsewhere outweigh
_KEPT = 0.8  # share of the words that parts from several places keep
_REACH = 2 * SHORTEST + 1  # words of the text from one word to the next of the same part


def find_stitched(wording: Wording, fits: list[Fit], index: Index) -> Fit | None:
    """Return the fit of a quotation from several places, where no single one has all its words.

    fits: those found already.
    """
    is_whole = any(fit.verdict in (VERBATIM, CONDENSED) for fit in fits)
    if is_whole or not index.is_whole or len(wording) < 2 * SHORTEST:
        return None
    pieces = find_pieces(wording, index)
    chain = [pair for piece in pieces for pair in piece]
    if len(pieces) < 2 or len(chain) < _KEPT * len(wording) or not _outweighs(pieces, fits, wording):
        return None
    has_all = len(chain) == len(wording)
    if has_all and _are_in_order(chain, index):
        return grade_chain(chain, wording, index)
    evidence = measure_evidence(wording, [pair.word for pair in chain], index)
    return Fit(STITCHED if has_all else ALTERED, chain, OWN, evidence)


def _outweighs(pieces: list[list[Pair]], fits: list[Fit], wording: Wording) -> bool:
    """Say whether no place has nearly all words, or each part but the first begins a sentence."""
    nearly = _NEARLY * len(wording)
    return all(len(fit.chain) < nearly for fit in fits) or _are_sentences(pieces, wording)


def _are_sentences(pieces: list[list[Pair]], wording: Wording) -> bool:
    firsts = [piece[0].word for piece in pieces[1:]]
    numbers = wording.sentence
    return all(numbers[word] > numbers[word - 1] for word in firsts)


def _are_in_order(chain: list[Pair], index: Index) -> bool:
    """Say whether words stand in one stretch, in the order of the quotation."""
    places = [pair.place for pair in chain]
    stretch = index.stretch_of(places[0])
    return places == sorted(places) and places[-1] < stretch.last


def split_far(chain: list[Pair]) -> list[list[Pair]]:
    """Return the parts of a chain from different places."""
    parts: list[list[Pair]] = []
    for pair in chain:
        last = parts[-1][-1] if parts else None
        if last and 0 < pair.place - last.place <= _REACH:
            parts[-1].append(pair)
        else:
            parts.append([pair])
    return parts
