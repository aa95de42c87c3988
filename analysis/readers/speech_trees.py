"""XML in which a speech is an element: walked by a scheme that says what each element of a format is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.errors import InputError
from analysis.readers.reading import Writer
from analysis.readers.xml_tree import gather_loose, local

UNNAMED = "speeches whose speaker is not named"
DEEPEST = 100  # elements inside each other; a debate has some 20
_PARTS = {"p", "para", "br", "eol", "item", "li", "td", "th", "num"}  # where one ends, the next word begins


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

        self.blocks = self.speeches | self.labels | self.headings | self.paragraphs
        self.apart = self.notes | set(left_out)


class SpeechReader:
    """Reads one document by a scheme, into a writer. Raises InputError where it is nested too deep."""

    def __init__(self, root: Element, scheme: Scheme, writer: Writer) -> None:
        self._scheme, self._writer = scheme, writer
        self._holders = _find_holders(root, scheme)

    def read(self, part: Element, voice: str = "") -> None:
        """Write what stands in a part, in order; voice: whose its words are, '' for nobody's."""
        for element in self._list_parts(part):
            kind = local(element)
            if kind in self._scheme.left_out:
                self._writer.left_out[self._scheme.left_out[kind]] += 1
            elif kind in self._scheme.notes:
                self._writer.note(_read_all(element, self._scheme))
            elif kind in self._scheme.headings:
                self._writer.write(_read_all(element, self._scheme))
            elif kind in self._scheme.speeches:
                self._read_speech(element)
            elif element in self._holders:
                self.read(element, voice)
            elif kind not in self._scheme.labels:
                self._say(element, voice)

    def _read_speech(self, speech: Element) -> None:
        """Write a speech under its speaker; one inside it is another's, and behind it the first goes on."""
        voice = self._scheme.name(speech)
        self._writer.left_out[UNNAMED] += not voice
        self.read(speech, voice)

    def _say(self, paragraph: Element, voice: str) -> None:
        words = read_inline(paragraph, self._scheme)
        self._writer.say(voice, words.said, paragraph=True)
        for note in words.notes:
            self._writer.note(note)

    def _list_parts(self, part: Element) -> Iterator[Element]:
        """Return the blocks and notes of a part; words and inline elements between them are gathered to paragraphs."""
        return gather_loose(part, self._stands_apart)

    def _stands_apart(self, element: Element) -> bool:
        kind = local(element)
        return kind in self._scheme.apart or kind in self._scheme.blocks or element in self._holders


def _find_holders(root: Element, scheme: Scheme) -> set[Element]:
    """Return the elements with a block inside them; the paragraphs of a note are none."""
    holders: set[Element] = set()
    stack = [(root, (root,))]
    while stack:
        element, path = stack.pop()
        if len(path) > DEEPEST:
            raise InputError(f"its elements stand more than {DEEPEST} deep inside each other; write it anew.")
        if local(element) in scheme.blocks:
            holders.update(path[:-1])
        if local(element) not in scheme.notes:
            stack.extend((child, (*path, child)) for child in element)
    return holders


class Words(NamedTuple):
    """The words of an element, and those of the notes among them."""

    said: str
    notes: list[str]


def read_inline(element: Element, scheme: Scheme) -> Words:
    """Return the words of a paragraph, notes apart; labels and what is left out are no words."""
    notes: list[str] = []
    return Words(" ".join("".join(_list_words(element, scheme, notes)).split()), list(filter(None, notes)))


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


def _read_all(element: Element, scheme: Scheme) -> str:
    """Return all words of a note or a heading, notes inside it too."""
    return " ".join("".join(_walk(element, scheme)).split())


def _walk(element: Element, scheme: Scheme) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if local(child) not in scheme.left_out:
            parts = len(child) or local(child) in _PARTS
            yield " " if parts else ""
            yield from _walk(child, scheme)
            yield " " if parts else ""
        yield child.tail or ""


def strip_label(words: str) -> str:
    """Return the name in a printed label: without what parts it from the words, on one line."""
    return re.sub(r"[\s:.,–—-]+$", "", " ".join(words.split()))
