"""Which styles of an OpenDocument file hide their text, and which set it higher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from analysis.readers.xml_tree import attribute, local

Name = tuple[str, str]  # of a style: its family and what it is called


def list_hidden_styles(roots: Sequence[Element]) -> set[Name]:
    """Return the styles whose text is not displayed, by themselves or by a style above them.

    roots: where styles stand; of two with one name, that of the first counts.
    """
    styles = _list_styles(roots)
    return {name for name in styles if _find_property(name, styles, "display") == "none"}


def list_raised_styles(roots: Sequence[Element]) -> set[Name]:
    """Return the styles whose text is set higher: `super`, or by a share of a line."""
    styles = _list_styles(roots)
    return {
        name for name in styles if re.match(r"super|[1-9]", _find_property(name, styles, "text-position"))
    }


def list_styles_by_type(roots: Sequence[Element]) -> dict[Name, str]:
    """Return the type of each style whose letters are bold or slanted, by itself or by a style above it."""
    styles = _list_styles(roots)
    slanted = {name: "slanted" for name in styles if _find_property(name, styles, "font-style") == "italic"}
    bold = {name: "bold" for name in styles if _find_property(name, styles, "font-weight") == "bold"}
    return slanted | bold


def _list_styles(roots: Sequence[Element]) -> dict[Name, Element]:
    return {_name(e): e for root in reversed(roots) for e in root.iter() if local(e) == "style"}


def _name(style: Element) -> Name:
    return attribute(style, "family"), attribute(style, "name")


def _find_property(name: Name, styles: dict[Name, Element], what: str) -> str:
    """Return what a style says of its text, or else the style above it; '' where none does."""
    seen: set[Name] = set()
    while name in styles and name not in seen:
        seen.add(name)
        style = styles[name]
        said = [attribute(e, what) for e in style if local(e) == "text-properties"]
        if any(said):
            return next(filter(None, said))
        name = name[0], attribute(style, "parent-style-name")
    return ""
