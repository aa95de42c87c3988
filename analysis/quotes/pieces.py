"""A quotation put together from several places: each of its parts is looked for by itself."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from analysis.quotes.chains import Pair, list_blocks
from analysis.quotes.fits import lay_over, measure_evidence
from analysis.quotes.index import OWN, Index
from analysis.quotes.places import find_exact, find_regions
from analysis.quotes.wording import Wording

SHORTEST = 5  # words of a part
_CONTENT = 2  # content words of a part
_RARE = 3  # bits beyond chance that a part needs
_CLOSE = 8  # words left out inside a part, at most
_MOST = 6  # parts


def find_pieces(wording: Wording, index: Index) -> list[list[Pair]]:
    """Return the chains of parts of a quotation in the speaker's words, in the order of the quotation.

    Each has five words or more, few of the text left out between them.
    """
    bounds = np.searchsorted(wording.sentence, np.unique(wording.sentence)).tolist()
    todo, pieces = list(pairwise([*bounds, len(wording)])), []
    while todo and len(pieces) < _MOST:
        todo.sort(key=lambda part: part[0] - part[1])
        first, last = todo.pop(0)
        if last - first < SHORTEST:
            break
        chain = _find_part(wording.part(first, last), index)
        if chain:
            moved = [Pair(pair.word + first, pair.place) for pair in chain]
            pieces.append(moved)
            todo += [(first, moved[0].word), (moved[-1].word + 1, last)]
    return sorted(pieces)


def _find_part(part: Wording, index: Index) -> list[Pair]:
    exact = [place for place in find_exact(part, index).tolist() if index.voice_at(place) == OWN]
    if exact:
        chain = [Pair(i, exact[0] + i) for i in range(len(part))]
        return chain if _is_telling(chain, part, index) else []
    regions = (region for region in find_regions(part, index) if region.voice == OWN)
    runs = [run for region in regions for run in _list_runs(lay_over(part, region.span, index))]
    telling = [run for run in runs if _is_telling(run, part, index)]
    return max(telling, key=len, default=[])


def _list_runs(chain: list[Pair]) -> list[list[Pair]]:
    """Return the parts of a chain in which no word of the quotation is missing and few of the text."""
    runs: list[list[Pair]] = []
    for pair in chain:
        last = runs[-1][-1] if runs else None
        if last and pair.word == last.word + 1 and pair.place - last.place - 1 <= _CLOSE:
            runs[-1].append(pair)
        else:
            runs.append([pair])
    return runs


def _is_telling(chain: list[Pair], part: Wording, index: Index) -> bool:
    words = [pair.word for pair in chain]
    content = part.is_content[words].sum()
    in_runs = len(chain) >= 2 * len(list_blocks(chain))
    return (
        len(chain) >= SHORTEST
        and in_runs
        and content >= _CONTENT
        and measure_evidence(part, words, index) >= _RARE
    )
