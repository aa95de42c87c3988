"""What the properties of Word's elements say: hidden, deleted, merged."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from analysis.readers.xml_tree import attribute, local


def list_hidden_styles(styles: Iterable[Element]) -> set[str]:
    """Return the identifiers of the styles that hide their text, themselves or by the style they are based on."""
    elements = {attribute(e, "styleId"): e for root in styles for e in root if local(e) == "style"}
    return {name for name in elements if _hides(name, elements)}


def _hides(name: str, elements: dict[str, Element]) -> bool:
    seen: set[str] = set()
    while name in elements and name not in seen:
        seen.add(name)
        said = find(elements[name], "rPr", "vanish")
        if said is not None:
            return is_on(said)
        based_on = find(elements[name], "basedOn")
        name = attribute(based_on, "val") if based_on is not None else ""
    return False


def find(element: Element, *path: str) -> Element | None:
    """Return the first element on a path of local names; None where there is none."""
    for name in path:
        element = next((child for child in element if local(child) == name), None)
        if element is None:
            return None
    return element


def is_on(element: Element | None) -> bool:
    """Say whether a property is there and not switched off."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off")


def is_raised(properties: Element | None) -> bool:
    """Say whether the properties of a run set it higher."""
    aligned = find(properties, "vertAlign") if properties is not None else None
    return aligned is not None and attribute(aligned, "val") == "superscript"


def name_type(properties: Element | None) -> str:
    """Return the type that the properties of a run name: bold, slanted, or '' for that of its paragraph."""
    if properties is None:
        return ""
    names = {"b": "bold", "i": "slanted"}
    return next((name for tag, name in names.items() if is_on(find(properties, tag))), "")


def drop_typed_mark(run: Element) -> Iterable[Element]:
    """Return what stands in a run, without the mark that an author typed for a note instead of its number."""
    notes = [e for e in run if attribute(e, "customMarkFollows")]
    typed = any(attribute(e, "customMarkFollows") in ("1", "true", "on") for e in notes)
    return notes if typed else run


def is_gone(properties: Element) -> bool:
    """Say whether a paragraph's mark or a row was deleted, moved away, or hidden."""
    return any(local(e) in ("del", "moveFrom") or (local(e) == "vanish" and is_on(e)) for e in properties)


def span_of(cell: Element) -> int:
    span = find(cell, "tcPr", "gridSpan")
    number = attribute(span, "val") if span is not None else ""
    return int(number) if number.isdecimal() and len(number) < 4 else 1


def goes_on_above(cell: Element) -> bool:
    """Say whether a cell belongs to the one above or before it, or was deleted."""
    merged = [find(cell, "tcPr", name) for name in ("vMerge", "hMerge")]
    deleted = find(cell, "tcPr", "cellDel") is not None
    return deleted or any(m is not None and attribute(m, "val") != "restart" for m in merged)
