"""The verdict on one quotation, from all places of a corpus that it may come from."""

from __future__ import annotations

import math
from typing import NamedTuple

from analysis.quotes.chains import Pair, list_blocks, span_of
from analysis.quotes.confidence import rate_absent, rate_fit, rate_translation
from analysis.quotes.differences import changes_weighty
from analysis.quotes.fits import (
    ALTERED,
    CONDENSED,
    STITCHED,
    VERBATIM,
    Fit,
    grade_chain,
    lay_over,
    measure_evidence,
)
from analysis.quotes.index import ASKED, LEFT_OUT, OTHER, OWN, Index, Span
from analysis.quotes.pieces import SHORTEST, find_pieces
from analysis.quotes.places import Region, find_exact, find_regions
from analysis.quotes.turns import turns_meaning
from analysis.quotes.veiled import find_agreeing, is_veiled
from analysis.quotes.wording import Wording

BY_VOICE = {ASKED: "asked", OTHER: "other"}
TRANSLATION, ABSENT = "translation", "absent"
_RANK = {VERBATIM: 0, CONDENSED: 1, STITCHED: 2, ALTERED: 3}
_RARE = 6  # bits beyond chance that the words of others need
# Of a place in other words: share of the content, lead over the next place, stems, bits beyond chance.
_ALIKE, _AHEAD, _STEMS, _TELLING = 0.35, 0.1, 4, 25
# Of words in a row that stand at one place only: words, content words, share of the quotation.
_RUN, _RUN_CONTENT, _RUN_SHARE = 4, 2, 0.4
_NEARLY = 0.75  # share of the words at one place that make it needless to look for others
_KEPT = 0.8  # share of the words that parts from several places keep


class Judgement(NamedTuple):
    """What a quotation is, and where.

    verdict: see `check_quotations`. chains: the words it shares with each place, as pairs; none where it is in
    other words. spans: the places, in the order of the quotation. confidence: how likely the verdict is right.
    """

    verdict: str
    chains: tuple[list[Pair], ...]
    spans: tuple[Span, ...]
    confidence: float


def judge(wording: Wording, index: Index, *, before: str = "", told: bool = False) -> Judgement:
    """Judge a quotation.

    before: the article's own words before it in the sentence. told: it is told without marks, so that tense and
    person may be shifted.
    """
    fits = _list_exact(wording, index, before, told=told)
    if not any(fit.voice == OWN and fit.verdict == VERBATIM for fit in fits):
        found = find_regions(wording, index)
        regions = [region for region in found if not (told and region.voice == OTHER)]
        fits += _list_fits(wording, regions, index, before)
        fits += _list_stitched(wording, fits, index)
    else:
        regions = []
    best = min(fits, key=_rank, default=None)
    if best and not (told and best.verdict == ALTERED):
        return _settle(best, wording)
    if told and (fit := _find_told(wording, regions, index, before)):
        return fit
    agreeing = find_agreeing(wording, regions, index)
    if agreeing:
        rate = rate_translation(
            len(agreeing) / len(wording), measure_evidence(wording, [p.word for p in agreeing], index)
        )
        return Judgement(TRANSLATION, (agreeing,), (span_of(agreeing),), rate)
    return _judge_likely(wording, regions, index)


def _rank(fit: Fit) -> tuple:
    """The best verdict comes first, then the speaker, then what more speaks for, then the first place."""
    return _RANK[fit.verdict], fit.voice, -round(fit.evidence, 6), fit.chain[0].place


def _settle(fit: Fit, wording: Wording) -> Judgement:
    verdict = BY_VOICE.get(fit.voice, fit.verdict)
    share = len(fit.chain) / len(wording)
    chains = tuple(_split_far(fit.chain)) if fit.verdict == STITCHED else (fit.chain,)
    spans = tuple(span_of(chain) for chain in chains)
    return Judgement(verdict, chains, spans, rate_fit(fit.verdict, fit.evidence, share))


def _split_far(chain: list[Pair]) -> list[list[Pair]]:
    """Return the parts of a chain from different places."""
    parts: list[list[Pair]] = []
    for pair in chain:
        last = parts[-1][-1] if parts else None
        if last and 0 < pair.place - last.place <= SHORTEST * 2 + 1:
            parts[-1].append(pair)
        else:
            parts.append([pair])
    return parts


def _list_exact(wording: Wording, index: Index, before: str, *, told: bool) -> list[Fit]:
    """Return the places at which all words stand in a row, one of each voice and verdict.

    What is told without marks is not looked for in the outlets' own prose, which tells it too.
    """
    evidence = measure_evidence(wording, list(range(len(wording))), index)
    found: dict[tuple[int, str], Fit] = {}
    for place in find_exact(wording, index).tolist():
        voice = index.voice_at(place)
        if voice == LEFT_OUT or (told and voice == OTHER):
            continue
        chain = [Pair(i, place + i) for i in range(len(wording))]
        if voice == OWN or evidence >= _RARE:
            is_turned = turns_meaning(chain, [], index, wording=wording, before=before)
            verdict = ALTERED if is_turned else VERBATIM
            found.setdefault((voice, verdict), Fit(verdict, chain, voice, evidence))
        if (OWN, VERBATIM) in found:
            break
    return list(found.values())


def _list_fits(wording: Wording, regions: list[Region], index: Index, before: str) -> list[Fit]:
    chains = (lay_over(wording, region.span, index) for region in regions)
    fits = (grade_chain(chain, wording, index, before=before) for chain in chains)
    clear = (fit for fit in fits if fit and not is_veiled(fit, wording, index))
    return [fit for fit in clear if fit.voice == OWN or fit.evidence >= _RARE]


def _list_stitched(wording: Wording, fits: list[Fit], index: Index) -> list[Fit]:
    """Return the fit of a quotation from several places, where no single one has all its words."""
    if (
        not index.is_whole
        or len(wording) < 2 * SHORTEST
        or any(_RANK[fit.verdict] <= _RANK[CONDENSED] for fit in fits)
    ):
        return []
    pieces = find_pieces(wording, index)
    chain = [pair for piece in pieces for pair in piece]
    is_one = any(len(fit.chain) >= _NEARLY * len(wording) for fit in fits)
    if (
        len(pieces) < 2
        or len(chain) < _KEPT * len(wording)
        or (is_one and not _are_sentences(pieces, wording))
    ):
        return []
    if len(chain) == len(wording) and _are_in_order(chain, index):
        fit = grade_chain(chain, wording, index)
        return [fit] if fit else []
    evidence = measure_evidence(wording, [pair.word for pair in chain], index)
    verdict = STITCHED if len(chain) == len(wording) else ALTERED
    return [Fit(verdict, chain, OWN, evidence)]


def _are_in_order(chain: list[Pair], index: Index) -> bool:
    """Say whether words stand in one stretch, in the order of the quotation."""
    places = [pair.place for pair in chain]
    stretch = index.stretch_of(places[0])
    return places == sorted(places) and places[-1] < stretch.last


def _are_sentences(pieces: list[list[Pair]], wording: Wording) -> bool:
    """Say whether each part but the first begins a sentence of the quotation."""
    begins = [wording.sentence[piece[0].word] > wording.sentence[piece[0].word - 1] for piece in pieces[1:]]
    return all(begins)


def _find_told(wording: Wording, regions: list[Region], index: Index, before: str) -> Judgement | None:
    """Return where reported speech says the same but for tense and person, or says it with a change."""
    own = [region for region in regions if region.voice == OWN]
    chains = (lay_over(wording, region.span, index, told=True) for region in own)
    fits = [fit for chain in chains if (fit := grade_chain(chain, wording, index, before=before))]
    if not fits:
        return None
    best = min(fits, key=_rank)
    if best.verdict == ALTERED and changes_weighty(best.chain, wording, index):
        return _settle(best, wording)
    rate = rate_translation(len(best.chain) / len(wording), best.evidence)
    return Judgement(TRANSLATION, (best.chain,), (best.span,), rate)


def _judge_likely(wording: Wording, regions: list[Region], index: Index) -> Judgement:
    """Return the likeliest place in other words, of all or of one of its sentences, or that there is none."""
    likely = _find_likely(regions, index)
    if likely is None and wording.n_sentences > 1:
        parts = (find_regions(part, index) for part in wording.list_sentences())
        found = [place for part in parts if (place := _find_likely(part, index))]
        likely = max(found, key=lambda region: region.bits, default=None)
    likely = likely or _find_run(wording, regions, index)
    if likely:
        rate = rate_translation(likely.covered, likely.bits - math.log2(index.n_words))
        return Judgement(TRANSLATION, (), (likely.sentences,), rate)
    covered = max((region.covered for region in regions if region.voice == OWN), default=0.0)
    return Judgement(ABSENT, (), (), rate_absent(covered, len(wording)))


def _find_likely(regions: list[Region], index: Index) -> Region | None:
    """Return the stretch of the speaker's words that says the same, if it stands out among the others."""
    own = [region for region in regions if region.voice == OWN]
    ranked = sorted(own, key=lambda region: (-region.covered, region.span.first))
    if not ranked or ranked[0].n_stems < _STEMS or ranked[0].covered < _ALIKE:
        return None
    beyond = ranked[0].bits - math.log2(index.n_words)
    apart = (region.covered for region in ranked[1:] if not _overlap(region.span, ranked[0].span))
    second = max(apart, default=0.0)
    return ranked[0] if beyond >= _TELLING and ranked[0].covered - second >= _AHEAD else None


def _overlap(one: Span, other: Span) -> bool:
    return one.first < other.last and other.first < one.last


def _find_run(wording: Wording, regions: list[Region], index: Index) -> Region | None:
    """Return the stretch of the speaker's words that has a telling run of the quotation's, if one has."""
    for region in regions:
        blocks = list_blocks(lay_over(wording, region.span, index)) if region.voice == OWN else []
        for block in blocks:
            words = list(range(block.first.word, block.last.word + 1))
            is_long = block.n >= max(_RUN, _RUN_SHARE * len(wording))
            tells = is_long and wording.is_content[words].sum() >= _RUN_CONTENT
            if tells and len(find_exact(wording.part(words[0], words[-1] + 1), index)) == 1:
                return region._replace(sentences=index.sentence_of(block.first.place))
    return None
