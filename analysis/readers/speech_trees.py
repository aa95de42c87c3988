"""XML in which a speech is an element: walked by a scheme that says what each element of a format is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.readers.reading import Writer
from analysis.readers.xml_tree import local

UNNAMED = "speeches whose speaker is not named"


class Scheme:
    """What the elements of a format are, by their local names.

    speeches: what somebody says. labels: names before a speech, no words of it. notes: what nobody says, also among
    words. headings: words of the page. paragraphs: their words belong together. left_out: what each is called in the
    count. name: who says a speech, '' where nobody is named.
    """

    def __init__(
        self,
        *,
        speeches: str,
        labels: str,
        notes: str,
        headings: str,
        paragraphs: str,
        left_out: Mapping[str, str],
        name: Callable[[Element], str],
    ) -> None:
        self.speeches, self.labels = set(speeches.split()), set(labels.split())
        self.notes, self.headings = set(notes.split()), set(headings.split())
        self.paragraphs, self.left_out = set(paragraphs.split()), left_out
        self.name = name

    @cached_property
    def blocks(self) -> set[str]:
        """What is no part of a running paragraph."""
        return self.speeches | self.labels | self.headings | self.paragraphs

    def is_block(self, element: Element) -> bool:
        """Say whether an element stands for itself: a block, or something that holds one."""
        return local(element) in self.blocks or self.holds_block(element)

    def holds_block(self, element: Element) -> bool:
        """Say whether a block stands inside an element; the paragraphs of a note are none."""
        return any(local(child) not in self.notes and self.is_block(child) for child in element)


class Words(NamedTuple):
    """The words of an element, and those of the notes among them."""

    said: str
    notes: list[str]


def read_part(part: Element, scheme: Scheme, writer: Writer, voice: str = "") -> None:
    """Write what stands in a part, in order; voice: whose its words are, '' for nobody's."""
    for element in _list_parts(part, scheme):
        kind = local(element)
        if kind in scheme.left_out:
            writer.left_out[scheme.left_out[kind]] += 1
        elif kind in scheme.notes:
            writer.note(_read_all(element, scheme))
        elif kind in scheme.headings:
            writer.write(_read_all(element, scheme))
        elif kind in scheme.speeches:
            read_speech(element, scheme, writer)
        elif kind not in scheme.labels and element is not part:
            _read_other(element, scheme, writer, voice)


def read_speech(speech: Element, scheme: Scheme, writer: Writer) -> None:
    """Write a speech under its speaker; one inside it is another's, and behind it the first goes on."""
    voice = scheme.name(speech)
    writer.left_out[UNNAMED] += not voice
    read_part(speech, scheme, writer, voice)


def _read_other(element: Element, scheme: Scheme, writer: Writer, voice: str) -> None:
    if scheme.holds_block(element):
        read_part(element, scheme, writer, voice)
        return
    words = read_inline(element, scheme)
    writer.say(voice, words.said, paragraph=True)
    for note in words.notes:
        writer.note(note)


def _list_parts(part: Element, scheme: Scheme) -> Iterator[Element]:
    """Yield the blocks and notes of a part; words and inline elements between them are gathered to paragraphs."""
    loose = Element("loose")
    loose.text = part.text
    for child in part:
        if local(child) in scheme.notes | set(scheme.left_out) or scheme.is_block(child):
            yield loose
            yield child
            loose = Element("loose")
            loose.text = child.tail
        else:
            loose.append(child)
    yield loose


def read_inline(element: Element, scheme: Scheme) -> Words:
    """Return the words of a paragraph, notes apart; labels and what is left out are no words."""
    notes: list[str] = []
    return Words(" ".join("".join(_list_words(element, scheme, notes)).split()), list(filter(None, notes)))


def _read_all(element: Element, scheme: Scheme) -> str:
    """Return all words of a note or a heading, notes inside it too."""
    left = set(scheme.left_out)
    parts = _walk(element, lambda child: local(child) in left)
    return " ".join("".join(parts).split())


def _walk(element: Element, is_left: Callable[[Element], bool]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if not is_left(child):
            yield " " if len(child) else ""
            yield from _walk(child, is_left)
            yield " " if len(child) or local(child) in _PARTS else ""
        yield child.tail or ""


_PARTS = {"p", "para", "br", "eol", "item", "li", "td", "th", "num"}  # where one ends, the next word begins


def _list_words(element: Element, scheme: Scheme, notes: list[str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        kind = local(child)
        if kind in scheme.notes:
            notes.append(_read_all(child, scheme))
            yield " "
        elif kind not in scheme.left_out and kind not in scheme.labels:
            yield from _list_words(child, scheme, notes)
            yield " " if kind in _PARTS else ""
        yield child.tail or ""


def strip_label(words: str) -> str:
    """Return the name in a printed label: without what parts it from the words, on one line."""
    return re.sub(r"[\s:.,–—-]+$", "", " ".join(words.split()))
