"""Annotated recordings: ELAN (.eaf) and Praat TextGrids. A tier is a voice; what is said stands in its intervals.

pympi-ling 1.70 was last released in 2021 and gives every tier alike, also those that describe another.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.errors import InputError
from analysis.readers.reading import Reading, Writer
from analysis.readers.xml_tree import local

_SILENT = re.compile(r"<[^<>]*>|\b(?:sil|sp|spn)\b|#+|[.…]+|[xX]{3}")
_NUMBER = r"[-+]?\d+(?:\.\d+)?"


class Said(NamedTuple):
    """What stands in one interval of a tier: from when, on which tier, and the words."""

    begin: float
    tier: int
    voice: str
    words: str


def is_elan(root: Element) -> bool:
    """Say whether an XML document is an annotation of ELAN."""
    return local(root) == "ANNOTATION_DOCUMENT"


def is_textgrid(text: str) -> bool:
    """Say whether a text is a TextGrid, long or short."""
    return re.match(r'\s*File type = "ooTextFile', text) is not None and "TextGrid" in text[:200]


def read_elan(root: Element) -> Reading:
    """Read the tiers of an ELAN document that hold speech: those on the time line that depend on no other tier."""
    writer = Writer()
    slots = {slot.get("TIME_SLOT_ID"): slot.get("TIME_VALUE") for slot in root.iter("TIME_SLOT")}
    said = []
    for number, tier in enumerate(root.iter("TIER")):
        if tier.get("PARENT_REF"):
            writer.left_out["dependent tiers"] += 1
            continue
        voice = tier.get("PARTICIPANT") or tier.get("TIER_ID") or ""
        for annotation in tier.iter("ALIGNABLE_ANNOTATION"):
            begin = float(slots.get(annotation.get("TIME_SLOT_REF1")) or 0) / 1000
            words = "".join(annotation.find("ANNOTATION_VALUE").itertext())
            said.append(Said(begin, number, voice, words))
    return _write(said, writer, "ELAN")


def read_textgrid(text: str) -> Reading:
    """Read the interval tiers of a TextGrid, each the voice it is named after; points are left out.

    Long and short files hold the same values in the same order, so only the values are read.
    """
    values = re.findall(rf'"((?:[^"]|"")*)"|(?<![\w\[(])({_NUMBER})(?![\w\])])', text.split("\n", 2)[-1])
    writer, said = Writer(), []
    cells = iter(values)
    tiers = 0
    for quoted, _ in cells:
        if quoted not in ("IntervalTier", "TextTier"):
            continue
        name, _, _, count = (next(cells, ("", "0")) for _ in range(4))
        size = 3 if quoted == "IntervalTier" else 2
        for _ in range(int(float(count[1] or 0))):
            cell = [next(cells, ("", "0")) for _ in range(size)]
            said.append(Said(float(cell[0][1] or 0), tiers, name[0], cell[-1][0].replace('""', '"')))
            if size == 2:
                said.pop()
                writer.left_out["points"] += 1
        tiers += 1
    return _write(said, writer, "TextGrid")


def _write(said: list[Said], writer: Writer, name: str) -> Reading:
    """Write what is said in the order in which it begins; tiers of words below a tier of phrases stay out."""
    spoken = [row for row in said if row.words.strip() and not _SILENT.fullmatch(row.words.strip())]
    writer.left_out["silent intervals"] += len(said) - len(spoken)
    for row in sorted(spoken):
        writer.say(row.voice, row.words, time=row.begin)
    reading = writer.finish(name)
    if not reading.text:
        raise InputError(f"this {name} file has no interval with words; check that it is whole.")
    return reading
