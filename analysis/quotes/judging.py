"""The verdict on one quotation, from all places of a corpus that it may come from."""

from __future__ import annotations

import math
from typing import NamedTuple

from analysis.quotes.chains import Pair, span_of
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
from analysis.quotes.likely import find_likely
from analysis.quotes.places import Region, find_exact, find_regions
from analysis.quotes.stitched import find_stitched, split_far
from analysis.quotes.turns import turns_meaning
from analysis.quotes.veiled import find_agreeing, is_veiled
from analysis.quotes.wording import Wording

BY_VOICE = {ASKED: "asked", OTHER: "other"}
TRANSLATION, ABSENT = "translation", "absent"
_RANK = {VERBATIM: 0, CONDENSED: 1, STITCHED: 2, ALTERED: 3}
_RARE = 6  # bits beyond chance that the words of others need


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
    regions: list[Region] = []
    if not any(fit.voice == OWN and fit.verdict == VERBATIM for fit in fits):
        regions = _find_regions(wording, index, told=told)
        fits += _list_fits(wording, regions, index, before)
        stitched = find_stitched(wording, fits, index)
        fits += [stitched] if stitched else []
    best = min(fits, key=_rank, default=None)
    if best and not (told and best.verdict == ALTERED):
        return _settle(best, wording)
    found = _find_told(wording, regions, index, before) if told else None
    return found or _judge_agreeing(wording, regions, index) or _judge_likely(wording, regions, index)


def _find_regions(wording: Wording, index: Index, *, told: bool) -> list[Region]:
    """Return likely stretches; of what is told without marks none of the outlets' own prose, which tells it too."""
    regions = find_regions(wording, index)
    return [region for region in regions if region.voice != OTHER] if told else regions


def _rank(fit: Fit) -> tuple:
    """The best verdict comes first, then the speaker, then what more speaks for, then the first place."""
    return _RANK[fit.verdict], fit.voice, -round(fit.evidence, 6), fit.chain[0].place


def _settle(fit: Fit, wording: Wording) -> Judgement:
    verdict = BY_VOICE.get(fit.voice, fit.verdict)
    share = len(fit.chain) / len(wording)
    chains = tuple(split_far(fit.chain)) if fit.verdict == STITCHED else (fit.chain,)
    spans = tuple(span_of(chain) for chain in chains)
    return Judgement(verdict, chains, spans, rate_fit(fit.verdict, fit.evidence, share))


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


def _judge_agreeing(wording: Wording, regions: list[Region], index: Index) -> Judgement | None:
    """Return the place at which all words that are not withheld agree."""
    agreeing = find_agreeing(wording, regions, index)
    if not agreeing:
        return None
    evidence = measure_evidence(wording, [pair.word for pair in agreeing], index)
    rate = rate_translation(len(agreeing) / len(wording), evidence)
    return Judgement(TRANSLATION, (agreeing,), (span_of(agreeing),), rate)


def _judge_likely(wording: Wording, regions: list[Region], index: Index) -> Judgement:
    """Return the likeliest place in other words, or that there is none."""
    likely = find_likely(wording, regions, index)
    if likely:
        rate = rate_translation(likely.covered, likely.bits - math.log2(index.n_words))
        return Judgement(TRANSLATION, (), (likely.sentences,), rate)
    covered = max((region.covered for region in regions if region.voice == OWN), default=0.0)
    return Judgement(ABSENT, (), (), rate_absent(covered, len(wording)))
