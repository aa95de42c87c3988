"""How well a stretch of text fits a quotation: word for word, shortened, changed, or only by chance."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from analysis.quotes.chains import Block, Pair, drop_loose, find_chain, list_blocks, span_of
from analysis.quotes.index import UNSEEN, Index, Span
from analysis.quotes.turns import Gap, turns_meaning
from analysis.quotes.wording import Wording

VERBATIM, CONDENSED, STITCHED, ALTERED = "verbatim", "condensed", "stitched", "altered"
FAR = 40  # words left out without a mark behind which another place begins
FAR_MARKED = 150  # the same, where the outlet marks that it left words out
_APART = 15  # words between runs that a changed quotation does not reach over
_SHARE = 0.6  # of the words, and of the content words, that a changed quotation keeps
_MOST_CONTENT = 0.7  # of the content words, unless a whole sentence is as it was said
_RUN = 3  # words in a row that it keeps
_SITES, _WORDS_A_SITE = 2, 8  # places that a changed quotation changes, and more of them in a long one
_SHORTEST = 3  # words of a quotation of which some may have been left out
_BLOCK = 2.5  # words that a run has on average, or they are scattered
_RARE = 6  # bits beyond chance that a changed quotation needs
_RARE_WHOLE = 0  # the same, of one whose words all are there
_SMALL = 0.5  # what the rarity of function words counts


class Fit(NamedTuple):
    """A quotation laid over a stretch of text.

    verdict: what it is by its words. chain: the words that both have, as pairs. voice: whose words the text is.
    evidence: how many bits rarer these words are than what some place of the corpus has by chance.
    """

    verdict: str
    chain: list[Pair]
    voice: int
    evidence: float

    @property
    def span(self) -> Span:
        """The places from the first word to the last."""
        return span_of(self.chain)


def lay_over(wording: Wording, span: Span, index: Index, *, told: bool = False) -> list[Pair]:
    """Return the chain of words that a quotation and a stretch of text share; told: tense and person aside."""
    keys = index.arrays.key[span.first : span.last]
    quoted, said = (wording.stem, _as_told(keys, index)) if told else (wording.number, keys)
    if told:
        quoted = _shift(wording, index)
    chain = find_chain(quoted, said, span.first, wording.is_content, wording.is_marked)
    return drop_loose(chain, wording.is_content)


def _as_told(keys: np.ndarray, index: Index) -> np.ndarray:
    known = np.maximum(keys, 0)
    return np.where(keys >= 0, index.told[known], UNSEEN)


def _shift(wording: Wording, index: Index) -> np.ndarray:
    known = wording.number >= 0
    return np.where(known, index.told[np.maximum(wording.number, 0)], wording.stem)


def measure_evidence(wording: Wording, words: list[int], index: Index) -> float:
    """Return how many bits rarer some words of a quotation are than what stands somewhere by chance.

    That is their information, each word by itself and those that come again once, less the binary logarithm of
    the number of words of the corpus: of 2 to the power of minus that, as many places are expected.
    """
    once = {wording.keys[i]: i for i in words}
    weights = [wording.bits[i] * (1 if wording.is_content[i] else _SMALL) for i in once.values()]
    return float(sum(weights) - np.log2(index.n_words))


def list_gaps(chain: list[Pair], wording: Wording) -> list[Gap]:
    """Return the gaps between the runs of a chain."""
    marks = wording.is_marked
    return [
        Gap(one.last, other.first, bool(marks[one.last.word + 1 : other.first.word + 1].any()))
        for one, other in pairwise(list_blocks(chain))
    ]


def grade_chain(chain: list[Pair], wording: Wording, index: Index, *, before: str = "") -> Fit | None:
    """Say what a quotation is, laid over a stretch; None if that does not fit.

    before: the article's own words before the quotation.
    """
    if len(wording) < _SHORTEST or not chain:
        return None
    if len(chain) == len(wording):
        return _grade_whole(chain, wording, index, before)
    return _grade_changed(_take_main(chain, wording), wording, index)


def _grade_whole(chain: list[Pair], wording: Wording, index: Index, before: str) -> Fit | None:
    """All words are there: how many are left out between, and do those matter?"""
    evidence = measure_evidence(wording, list(range(len(wording))), index)
    gaps = list_gaps(chain, wording)
    if evidence < _RARE_WHOLE or _is_scattered(chain, gaps, wording):
        return None
    voice = index.voice_at(chain[0].place)
    if any(gap.skipped > (FAR_MARKED if gap.is_marked else FAR) for gap in gaps):
        return Fit(STITCHED, chain, voice, evidence)
    if turns_meaning(chain, gaps, index, wording=wording, before=before):
        return Fit(ALTERED, chain, voice, evidence)
    return Fit(CONDENSED if gaps else VERBATIM, chain, voice, evidence)


def _is_scattered(chain: list[Pair], gaps: list[Gap], wording: Wording) -> bool:
    """Say whether words stand here and there rather than in runs."""
    unmarked = [gap.skipped for gap in gaps if not gap.is_marked]
    n_gaps, skipped = len(unmarked), sum(unmarked)
    most = max(FAR * n_gaps, 2 * len(wording))
    return len(chain) < _BLOCK * n_gaps or skipped > most


def _take_main(chain: list[Pair], wording: Wording) -> list[Pair]:
    """Return the part of a chain without far leaps that is worth most."""
    parts: list[list[Block]] = []
    for block in list_blocks(chain):
        if parts and block.first.place - parts[-1][-1].last.place - 1 <= _APART:
            parts[-1].append(block)
        else:
            parts.append([block])
    main = max(parts, key=lambda blocks: sum(_weigh(block, wording) for block in blocks))
    words = range(main[0].first.word, main[-1].last.word + 1)
    return drop_loose([pair for pair in chain if pair.word in words], wording.is_content)


def _weigh(block: Block, wording: Wording) -> float:
    inside = wording.is_content[block.first.word : block.last.word + 1]
    return float(block.n + inside.sum())


def _grade_changed(chain: list[Pair], wording: Wording, index: Index) -> Fit | None:
    """Some words are not there: is the rest so much that it comes from here?"""
    words = [pair.word for pair in chain]
    evidence = measure_evidence(wording, words, index)
    n_content = wording.is_content.sum()
    content = wording.is_content[words].sum() / max(1, n_content)
    longest = max(block.n for block in list_blocks(chain))
    share = len(words) / len(wording)
    is_near = share >= _SHARE and content >= _SHARE - 0.1 and longest >= _RUN
    is_near &= _count_sites(chain, wording) <= max(_SITES, len(wording) / _WORDS_A_SITE)
    is_near &= content >= _MOST_CONTENT or _has_sentence(chain, wording)
    if not is_near or evidence < _RARE:
        return None
    return Fit(ALTERED, chain, index.voice_at(chain[0].place), evidence)


def _count_sites(chain: list[Pair], wording: Wording) -> int:
    """Return at how many places a quotation is not as the text has it, its ends included."""
    first, last = chain[0], chain[-1]
    lacks_begin = first.word > 0
    lacks_end = last.word < len(wording) - 1
    n_gaps = len(list_blocks(chain)) - 1
    return n_gaps + lacks_begin + lacks_end


def _has_sentence(chain: list[Pair], wording: Wording) -> bool:
    """Say whether a quotation of several sentences has one of them as the text has it."""
    bounds = np.searchsorted(wording.sentence, np.unique(wording.sentence)).tolist()
    sentences = list(pairwise([*bounds, len(wording)]))
    blocks = [(block.first.word, block.last.word + 1) for block in list_blocks(chain)]
    return any(first <= start and end <= last for first, last in blocks for start, end in sentences)
