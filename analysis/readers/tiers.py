"""Tiers of an annotated recording: which of them hold speech, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from analysis.errors import InputError
from analysis.readers.captions import Caption, write_captions
from analysis.readers.reading import Reading, Writer

_SILENT = re.compile(r"<[^<>]*>|\b(?:sil|sp|spn|silence)\b|#+|[.…]+|[xX]{3}|\[\]|_+", re.IGNORECASE)
# How tiers are called that hold pieces of words, and those that hold speech without saying whose.
_PIECES = re.compile(
    r"(?:.*[\s_@-])?(?:phones?|phonemes?|segments?|syllables?|MAU|KAN|phonetic|IPA)", re.IGNORECASE
)
_KIND = (
    r"(?:words?|utterances?|sentences?|phrases?|text|transcript(?:ion)?s?"
    r"|orthograph(?:y|ic)|ORT(?:-MAU)?|tx|txt|speech|IPU)"
)
_WITH_KIND = re.compile(
    rf"(?:{_KIND}@(?P<behind>.+)|(?P<before>.+?)(?:\s*[-–_:@]\s*|\s+){_KIND}|{_KIND})", re.IGNORECASE
)


class Said(NamedTuple):
    """What stands in one interval: from when to when in seconds (None where it is not known), and the words.

    order: by which it is sorted, the beginning of what stands before it where its own is not known.
    """

    begin: float | None
    end: float | None
    words: str
    order: float = 0.0


class Tier(NamedTuple):
    """A tier: whose speech it holds ('' for nobody's), and what stands in it, in order."""

    voice: str
    said: list[Said]


def name_voice(tier: str) -> str:
    """Return whose speech a tier holds: `Jane - words` and `tx@Jane` are Jane's, `words` is nobody's."""
    match = _WITH_KIND.fullmatch(tier.strip())
    return (match["behind"] or match["before"] or "").strip() if match else tier.strip()


def holds_pieces(tier: str) -> bool:
    """Say whether a tier is called after pieces of words, such as phones."""
    return _PIECES.fullmatch(tier.strip()) is not None


def write_tiers(tiers: Iterable[Tier], writer: Writer, name: str) -> Reading:
    """Write what is said on all tiers in the order in which it begins, each moment of a voice once.

    Raises InputError where nothing is said.
    """
    spoken = [tier._replace(said=_drop_silence(tier.said, writer)) for tier in tiers]
    kept = _choose([tier for tier in spoken if tier.said], writer)
    rows = [(said, number, tier.voice) for number, tier in enumerate(kept) for said in tier.said]
    rows.sort(key=lambda row: (row[0].order, row[1]))
    write_captions((Caption(voice, said.words, said.begin, said.end) for said, _, voice in rows), writer)
    reading = writer.finish(name)
    if not reading.text:
        raise InputError(f"this {name} file has no interval with words; check that it is whole.")
    return reading


def _drop_silence(said: list[Said], writer: Writer) -> list[Said]:
    """Return what has words; those without a time follow what stands before them."""
    order, kept = 0.0, []
    for row in said:
        order = row.begin if row.begin is not None else order
        if row.words.strip() and not _SILENT.fullmatch(row.words.strip()):
            kept.append(row._replace(order=order))
    writer.left_out["silent intervals"] += len(said) - len(kept)
    return kept


def _choose(tiers: list[Tier], writer: Writer) -> list[Tier]:
    """Return the tiers without those of a voice that describe, at the same time, what another of its tiers says.

    Nobody says two things at once: of two such tiers, the one with more letters is the speech, and of two that say
    the same, the one in longer pieces.
    """
    ranked = sorted(tiers, key=lambda tier: (-_count_letters(tier), len(tier.said)))
    kept: list[Tier] = []
    for tier in ranked:
        if any(other.voice == tier.voice and _overlap(tier, other) for other in kept):
            writer.left_out["other tiers of a voice"] += 1
        else:
            kept.append(tier)
    return [tier for tier in tiers if any(tier is other for other in kept)]


def _count_letters(tier: Tier) -> int:
    return sum(character.isalpha() for said in tier.said for character in said.words)


def _overlap(tier: Tier, other: Tier) -> bool:
    """Say whether most intervals of a tier begin within one of another; both are in order."""
    spans = iter(sorted((said.order, said.end or said.order) for said in other.said))
    span, within = next(spans, None), 0
    for said in sorted(tier.said, key=lambda row: row.order):
        while span and span[1] <= said.order:
            span = next(spans, None)
        within += span is not None and span[0] <= said.order
    return within > len(tier.said) / 2
