"""Which styles of an OpenDocument file hide their text."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from analysis.readers.xml_tree import attribute, local

Name = tuple[str, str]  # of a style: its family and what it is called


def list_hidden_styles(roots: Sequence[Element]) -> set[Name]:
    """Return the styles whose text is not displayed, by themselves or by a style above them.

    roots: where styles stand; of two with one name, that of the first counts.
    """
    styles = {_name(e): e for root in reversed(roots) for e in root.iter() if local(e) == "style"}
    return {name for name in styles if _hides(name, styles)}


def _name(style: Element) -> Name:
    return attribute(style, "family"), attribute(style, "name")


def _hides(name: Name, styles: dict[Name, Element]) -> bool:
    seen: set[Name] = set()
    while name in styles and name not in seen:
        seen.add(name)
        style = styles[name]
        displays = [attribute(e, "display") for e in style if local(e) == "text-properties"]
        if any(displays):
            return "none" in displays
        name = name[0], attribute(style, "parent-style-name")
    return False
