"""Where the speaker may have said the same in other words: the place that has most of a quotation's content."""

from __future__ import annotations

import math

from analysis.quotes.chains import Block, list_blocks
from analysis.quotes.fits import lay_over
from analysis.quotes.index import OWN, Index, Span
from analysis.quotes.places import Region, find_exact, find_regions
from analysis.quotes.wording import Wording

# Of such a place: share of the content, lead over the next place, stems, bits beyond chance.
_ALIKE, _AHEAD, _STEMS, _TELLING = 0.35, 0.1, 4, 25
# Of words in a row that stand at one place only: words, content words, share of the quotation.
_RUN, _RUN_CONTENT, _RUN_SHARE = 4, 2, 0.4


def find_likely(wording: Wording, regions: list[Region], index: Index) -> Region | None:
    """Return the likeliest place of all of a quotation, else of one of its sentences, else of a run of its words."""
    likely = _find_leading(regions, index)
    if likely is None and wording.n_sentences > 1:
        parts = (find_regions(part, index) for part in wording.list_sentences())
        found = [place for part in parts if (place := _find_leading(part, index))]
        likely = max(found, key=lambda region: region.bits, default=None)
    return likely or _find_run(wording, regions, index)


def _find_leading(regions: list[Region], index: Index) -> Region | None:
    """Return the stretch of the speaker's words that has most of the content, if it stands out among the others."""
    own = [region for region in regions if region.voice == OWN]
    ranked = sorted(own, key=lambda region: (-region.covered, region.span.first))
    if not ranked or not _is_alike(ranked[0], index):
        return None
    first, others = ranked[0], ranked[1:]
    apart = (region.covered for region in others if not _overlap(region.span, first.span))
    lead = first.covered - max(apart, default=0.0)
    return first if lead >= _AHEAD else None


def _is_alike(region: Region, index: Index) -> bool:
    beyond = region.bits - math.log2(index.n_words)
    return region.n_stems >= _STEMS and region.covered >= _ALIKE and beyond >= _TELLING


def _overlap(one: Span, other: Span) -> bool:
    return one.first < other.last and other.first < one.last


def _find_run(wording: Wording, regions: list[Region], index: Index) -> Region | None:
    """Return the stretch of the speaker's words that has a telling run of the quotation's, if one has."""
    for region in regions:
        if region.voice != OWN:
            continue
        for block in list_blocks(lay_over(wording, region.span, index)):
            if _tells(block, wording, index):
                return region._replace(sentences=index.sentence_of(block.first.place))
    return None


def _tells(block: Block, wording: Wording, index: Index) -> bool:
    """Say whether a run is long, has content, and stands at one place only."""
    if block.n < max(_RUN, _RUN_SHARE * len(wording)):
        return False
    run = wording.part(block.first.word, block.last.word + 1)
    return run.is_content.sum() >= _RUN_CONTENT and len(find_exact(run, index)) == 1
