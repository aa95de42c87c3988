"""Footnotes of a web page: the marks in its text, and the notes that they lead to.

Word, LibreOffice, Google Docs, WordPress and MediaWiki write them alike: a short link to a place below that leads back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.readers.html_elements import is_inline

_MARK = re.compile(
    r"[\[(]?\s*(?:(?:note|fn)\s*)?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§]{1,3})\s*[\])]?", re.IGNORECASE
)
_BACK = re.compile(r"[↩↑^⏎⬆\ufe0e\ufe0f\s]+")


class Notes(NamedTuple):
    """The elements that are marks of notes, those that lead back, and those that are notes, by identity."""

    marks: set[int]
    back: set[int]
    notes: set[int]


def find_notes(elements: Sequence[Element]) -> Notes:
    """Return the footnotes of a page. elements: those that are read, in order."""
    place = {id(element): i for i, element in enumerate(elements)}
    parent = {id(child): element for element in elements for child in element}
    targets = _list_targets(elements)
    found = Notes(set(), set(), set())
    for element in elements:
        if element.tag != "a" or "#" not in element.get("href", ""):
            continue
        words = "".join(element.itertext()).strip()
        target = targets.get(element.get("href", "").rpartition("#")[2])
        if _BACK.fullmatch(words) and target is not None:
            found.back.add(id(element))
        elif target is not None and _MARK.fullmatch(words):
            _add(found, element, target, parent, below=place[id(target)] > place[id(element)])
    return found


def _list_targets(elements: Sequence[Element]) -> dict[str, Element]:
    targets: dict[str, Element] = {}
    for element in elements:
        for name in (element.get("id"), element.get("name")):
            if name:
                targets.setdefault(name, element)
    return targets


def _add(found: Notes, link: Element, target: Element, parent: dict[int, Element], *, below: bool) -> None:
    if below:
        found.marks.add(id(link))
        found.notes.add(id(_block_of(target, parent)))
    else:
        found.back.add(id(link))


def _block_of(element: Element, parent: dict[int, Element]) -> Element:
    """Return the paragraph or item in which a target stands."""
    while is_inline(element.tag) and id(element) in parent:
        element = parent[id(element)]
    above = parent.get(id(element))
    return above if element.tag == "p" and above is not None and above.tag == "li" else element
