"""The words of an element of TEI, without what stands between them and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.readers.xml_tree import local

NOTES = {"note", "kinesic", "vocal", "incident", "gap", "desc", "stage", "writing", "figure"}
LEFT_OUT = {"del", "linkGrp", "spanGrp", "fw", "pb", "cb", "lb", "milestone", "anchor", "pause", "shift", "timeline",
            "teiHeader", "standOff", "fs", "link", "span", "surplus"}  # fmt: skip
_TOKENS = {"w", "pc"}
_JOINS = "\ue000"  # before a word that says that no blank is before it
_NOTED = "\ue001"  # where a note stood: a blank, unless a stop stands behind it
_BEFORE_STOP = re.compile(rf"\s*{_NOTED}[\s{_NOTED}]*(?=[,.;:!?)\]}}»”’…])")
# Where one of these stands, the next word begins; a line or a page that breaks a word says so (break="no").
_BREAKS = {"lb", "pb", "cb", "s", "seg", "p", "l", "gap", "lg", "cell", "row", "item", "head", "ab", "pause"}
# Of a choice, what a reader is meant to read stands before what the page has.
_PREFERRED = ("corr", "reg", "expan", "sic", "orig", "abbr")


class Words(NamedTuple):
    """The words of an element, and those of the notes in it."""

    said: str
    notes: list[str]


def read_words(element: Element, *, with_notes: bool = False) -> Words:
    """Return the words of an element and of its notes; `with_notes` keeps these in their place among the words.

    Words that stand in an element each (`w`, `pc`) are parted by blanks, but where `join` says that none is there.
    """
    notes: list[str] = []
    written = "".join(_list_parts(element, notes, with_notes, _is_tokenised(element)))
    joined = re.sub(rf"\s*{_JOINS}", "", _BEFORE_STOP.sub("", written).replace(_NOTED, " "))
    return Words(" ".join(joined.split()), notes)


def _is_tokenised(element: Element) -> bool:
    return any(local(token) == "w" for token in element.iter())


def _list_parts(element: Element, notes: list[str], with_notes: bool, tokenised: bool) -> Iterator[str]:
    yield _JOINS if local(element) in _TOKENS and element.get("join") in ("left", "both") else ""
    yield _between(element.text, tokenised)
    for child in element:
        kind = local(child)
        if kind in NOTES and not with_notes:
            notes.append(read_words(child, with_notes=True).said)
            yield _NOTED
        elif kind == "choice":
            yield from _list_parts(_choose(child), notes, with_notes, tokenised)
        elif kind not in LEFT_OUT:
            yield from _list_parts(child, notes, with_notes, tokenised)
        yield _part(child, kind)
        yield _between(child.tail, tokenised)


def _between(text: str | None, tokenised: bool) -> str:
    """Return what stands between elements; where each word has one, blanks and line ends there are none of the text."""
    return "" if not text or (tokenised and not text.strip()) else text


def _part(child: Element, kind: str) -> str:
    """Return the blank behind an element, if its kind parts words."""
    if kind in _TOKENS:
        return "" if child.get("join") in ("right", "both") else " "
    return " " if kind in _BREAKS and child.get("break") != "no" else ""


def _choose(choice: Element) -> Element:
    """Return the child of a choice that is meant to be read."""
    by_name = {local(child): child for child in choice}
    return next((by_name[name] for name in _PREFERRED if name in by_name), choice)
