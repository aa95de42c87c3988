"""Annotated recordings: ELAN (.eaf) and Praat TextGrids. A tier is a voice; what is said stands in its intervals.

pympi-ling 1.70 was last released in 2021 and gives every tier alike, also those that describe another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from analysis.errors import InputError
from analysis.readers.reading import Reading, Writer
from analysis.readers.tiers import Said, Tier, holds_pieces, name_voice, write_tiers
from analysis.readers.xml_tree import local

_VALUE = re.compile(r'"([^"]*(?:""[^"]*)*)"|(?<![\w\[(<])([-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\w\])])')
_BROKEN_OFF = "this TextGrid breaks off inside a tier, or its quotes do not match; save it anew."
_COMMENT = re.compile(r"^[ \t]*!.*$", re.MULTILINE)


def is_elan(root: Element) -> bool:
    """Say whether an XML document is an annotation of ELAN."""
    return local(root) == "ANNOTATION_DOCUMENT"


def is_textgrid(text: str) -> bool:
    """Say whether a text is a TextGrid, long or short."""
    return re.match(r'\s*File type\s*=\s*"ooTextFile', text) is not None and "TextGrid" in text[:300]


def read_elan(root: Element) -> Reading:
    """Read the tiers of an ELAN document that hold speech, each its participant's.

    These are the tiers on the time line; where such a tier holds numbers only, the first one that refers to it. Tiers
    whose type takes its values from a controlled vocabulary are codes.
    """
    writer, times = Writer(), _list_times(root)
    types = root.iter("LINGUISTIC_TYPE")
    coded = {t.get("LINGUISTIC_TYPE_ID") for t in types if t.get("CONTROLLED_VOCABULARY_REF")}
    tiers = list(root.iter("TIER"))
    speech = []
    for tier in tiers:
        if tier.get("LINGUISTIC_TYPE_REF") in coded:
            writer.left_out["tiers of codes"] += 1
        elif tier.get("PARENT_REF"):
            writer.left_out["dependent tiers"] += 1
        else:
            speech.append(Tier(_name_participant(tier), list(_list_said(tier, tiers, times, writer))))
    return write_tiers(speech, writer, "ELAN")


def _list_times(root: Element) -> dict[str | None, float | None]:
    """Return the seconds of each time slot; some have none."""
    slots = ((slot.get("TIME_SLOT_ID"), slot.get("TIME_VALUE")) for slot in root.iter("TIME_SLOT"))
    return {slot: int(value) / 1000 if value and value.isdecimal() else None for slot, value in slots}


def _name_participant(tier: Element) -> str:
    return tier.get("PARTICIPANT") or re.sub(r"^ref@", "", name_voice(tier.get("TIER_ID") or ""))


def _list_said(tier: Element, tiers: list[Element], times: dict, writer: Writer) -> Iterator[Said]:
    """Yield what a tier on the time line says: its own values, or those that refer to its numbers."""
    rows = [(annotation, _value(annotation)) for annotation in tier.iter("ALIGNABLE_ANNOTATION")]
    words = {}
    if rows and all(re.fullmatch(r"[\w.-]*\d[\w.-]*|", value) for _, value in rows):
        words = _read_references(tier.get("TIER_ID"), tiers)
        writer.left_out["dependent tiers"] -= bool(words)
        writer.left_out["numbers of lines"] += len(rows) if words else 0
    for annotation, value in rows:
        begin, end = (times.get(annotation.get(f"TIME_SLOT_REF{n}")) for n in (1, 2))
        yield Said(begin, end, words.get(annotation.get("ANNOTATION_ID"), "") if words else value)


def _read_references(parent: str | None, tiers: list[Element]) -> dict[str | None, str]:
    """Return the values of the first tier that refers to another, by what each refers to."""
    for tier in tiers:
        if tier.get("PARENT_REF") == parent:
            found = {a.get("ANNOTATION_REF"): _value(a) for a in tier.iter("REF_ANNOTATION")}
            if any(found.values()):
                return found
    return {}


def _value(annotation: Element) -> str:
    value = annotation.find("ANNOTATION_VALUE")
    return "" if value is None else "".join(value.itertext()).strip()


def read_textgrid(text: str) -> Reading:
    """Read the interval tiers of a TextGrid, each the voice it is named after; points are left out.

    Long and short files hold the same values in the same order, so only the values are read.
    """
    writer = Writer()
    values = ((found[1], found[2]) for found in _VALUE.finditer(_COMMENT.sub("", text.split("\n", 2)[-1])))
    tiers, n_read, n_stated = [], 0, "0"
    for kind, number in values:
        n_stated = number if not n_read and number else n_stated
        n_read += kind in ("IntervalTier", "TextTier")
        if kind == "IntervalTier":
            name, rows = _read_tier(values, 3)
            if holds_pieces(name):
                writer.left_out["tiers of pieces of words"] += 1
            else:
                said = [Said(float(begin), float(end), words) for begin, end, words in rows]
                tiers.append(Tier(name_voice(name), said))
        elif kind == "TextTier":
            writer.left_out["points"] += len(_read_tier(values, 2)[1])
    if n_read < float(n_stated):
        raise InputError(_BROKEN_OFF)
    return write_tiers(tiers, writer, "TextGrid")


def _read_tier(values: Iterator[tuple[str | None, str | None]], size: int) -> tuple[str, list[list[str]]]:
    """Return the name of a tier and its rows of numbers and a text. Raises InputError where the file breaks off."""
    try:
        name, _, _, n_rows = next(values)[0], next(values), next(values), int(next(values)[1] or 0)
        rows = [[*(next(values)[1] for _ in range(size - 1)), next(values)[0]] for _ in range(n_rows)]
    except (StopIteration, RuntimeError, ValueError):
        rows = [[None]]
    if any(cell is None for row in rows for cell in row):
        raise InputError(_BROKEN_OFF)
    return (name or "").replace('""', '"'), [[*row[:-1], row[-1].replace('""', '"')] for row in rows]
