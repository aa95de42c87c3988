"""The fields of Word and RTF: only their results are words, and not those that are numbers of the page."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from analysis.readers.xml_tree import attribute, local

# What a field prints that nobody wrote, by the first word of its instruction.
_LEFT_OUT = {
    **dict.fromkeys(("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF"), "page numbers"),
    **dict.fromkeys(("SEQ", "NOTEREF", "FTNREF", "AUTONUM", "AUTONUMLGL", "LISTNUM"), "automatic numbers"),
    **dict.fromkeys(("TOC", "TOA", "INDEX"), "tables of contents"),
}  # fmt: skip
_GONE = ("del", "moveFrom")


class Field:
    """A field that is open: its instruction, and whether its result has begun."""

    def __init__(self, instruction: str = "", *, has_result: bool = False) -> None:
        self.instruction = instruction
        self.has_result = has_result

    @property
    def left_out(self) -> str:
        """What its result is called if it is no words; '' if it is."""
        words = self.instruction.split(maxsplit=1)
        return _LEFT_OUT.get(words[0].upper(), "") if words else ""

    @property
    def is_words(self) -> bool:
        """Whether what stands here is words of the text."""
        return self.has_result and not self.left_out


class Fields:
    """The fields of a story that are open, one inside the other."""

    def __init__(self, story: Element | None = None) -> None:
        self._open: list[Field] = []
        self._marks = list_whole_fields(story) if story is not None else set()

    @property
    def are_words(self) -> bool:
        """Whether what stands here is words of the text."""
        return all(field.is_words for field in self._open)

    def read_mark(self, mark: Element) -> str:
        """Begin a field, its result, or end it; return what its result is called if it was no words, else ''."""
        kind = attribute(mark, "fldCharType") if mark in self._marks else ""
        if kind == "begin":
            self._open.append(Field())
        elif self._open and kind == "separate":
            self._open[-1].has_result = True
        elif self._open and kind:
            return self.close()
        return ""

    def add_instruction(self, words: str) -> None:
        """Add words of the instruction of the innermost field."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].instruction += words

    def open(self, instruction: str) -> None:
        """Begin a field whose instruction is known and whose result follows."""
        self._open.append(Field(instruction, has_result=True))

    def close(self) -> str:
        """End the innermost field; return what its result is called if it was no words, '' inside another such."""
        kind = self._open.pop().left_out
        return kind if self.are_words else ""


def list_whole_fields(root: Element) -> set[Element]:
    """Return the marks (`fldChar`) of the fields that are begun and ended; others swallow no text."""
    whole: set[Element] = set()
    opened: list[list[Element]] = []
    for mark in list_marks(root):
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            opened.append([mark])
        elif opened:
            opened[-1].append(mark)
            whole.update(opened.pop() if kind == "end" else ())
    return whole


def list_marks(root: Element) -> Iterator[Element]:
    """Yield the marks of fields in order, without those that were deleted and those that stand there twice."""
    stack = [root]
    while stack:
        element = stack.pop()
        name = local(element)
        if name == "fldChar":
            yield element
        elif name == "AlternateContent":
            stack.extend(element[:1])
        elif name not in _GONE:
            stack.extend(reversed(element))
