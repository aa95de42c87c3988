"""The body of a Word file, element by element: what each means for the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from analysis.readers.document import Draft, OpenTables
from analysis.readers.fields import Fields, list_marks
from analysis.readers.word_properties import (
    drop_typed_mark,
    find,
    goes_on_above,
    is_gone,
    is_on,
    is_raised,
    name_type,
    span_of,
)
from analysis.readers.xml_tree import attribute, local

NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote", "commentReference": "comment"}
_CHARACTERS = {"tab": " ", "ptab": " ", "noBreakHyphen": "-"}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_IGNORED = {"rt", "moveFrom", "tblGrid"}


class WordBody:
    """Walks through the elements of a body and its notes; what an element means stands in `_VISITS`."""

    def __init__(self, hidden_styles: set[str]) -> None:
        self.draft = Draft()
        self.stories: dict[tuple[str, str], Element] = {}
        self._referred: dict[tuple[str, str], None] = {}  # notes in the order of their references
        self._hidden_styles = hidden_styles
        self._is_hidden = False
        self._style_hides = False  # the paragraph's
        self._style = ""  # the paragraph's, by name
        self._is_raised = False
        self._fields = Fields()
        self._tables = OpenTables()

    def read(self, story: Element) -> None:
        """Read a body or a note."""
        self._fields = Fields(story)
        self._enter(story)

    def read_notes(self) -> None:
        """Read the notes that the text refers to; those it does not are no part of it. Notes may have comments."""
        done = 0
        while len(self._referred) > done:
            key = list(self._referred)[done]
            done += 1
            if key in self.stories:
                self.draft.open_flow()
                self.read(self.stories[key])
                self.draft.add_note(self.draft.close_flow())

    def _enter(self, element: Iterable[Element]) -> None:
        for child in element:
            name = local(child)
            visit = _VISITS.get(name)
            if visit is not None:
                visit(self, child)
            elif name not in _IGNORED and not name.endswith("Pr"):
                self._enter(child)

    def _add(self, text: str) -> None:
        if not self._fields.are_words:
            return
        if self._is_hidden:
            self.draft.leave("hidden words", text)
        elif self._is_raised:
            self.draft.add_raised(text)
        else:
            self.draft.add(text)

    def _text(self, element: Element) -> None:
        text = element.text or ""
        self._add(text if element.get(_SPACE) == "preserve" else text.strip(" \t\r\n"))

    def _character(self, element: Element) -> None:
        self._add(_CHARACTERS[local(element)])

    def _soft_return(self, element: Element) -> None:
        if not self._is_hidden:
            self.draft.return_softly()

    def _symbol(self, element: Element) -> None:
        code = attribute(element, "char")
        if re.fullmatch("[0-9A-Fa-f]{4}", code):
            self._add(chr(int(code, 16)))

    def _paragraph(self, element: Element) -> None:
        outer = self._style_hides, self._style
        style = find(element, "pPr", "pStyle")
        self._style_hides = self._names_hidden(style)
        self._style = attribute(style, "val") if style is not None else ""
        self._enter(element)
        self._style_hides, self._style = outer
        mark = find(element, "pPr", "rPr")
        if mark is None or not is_gone(mark):
            self.draft.end_paragraph()

    def _names_hidden(self, style: Element | None) -> bool:
        return style is not None and attribute(style, "val") in self._hidden_styles

    def _run(self, element: Element) -> None:
        outer, properties = self._is_hidden, find(element, "rPr")
        self._is_hidden = outer or self._hides(properties)
        self._is_raised = is_raised(properties)
        self.draft.type_name = name_type(properties) or self._style
        self._enter(drop_typed_mark(element))
        self._is_hidden, self._is_raised = outer, False

    def _hides(self, properties: Element | None) -> bool:
        """Say whether a run is hidden: it says so itself, or exactly one of its two styles does (17.7.3)."""
        if properties is None:
            return self._style_hides
        own = find(properties, "vanish")
        if own is not None:
            return is_on(own)
        return self._names_hidden(find(properties, "rStyle")) != self._style_hides

    def _deleted(self, element: Element) -> None:
        texts = (e.text or "" for e in element.iter() if local(e) in ("delText", "t"))
        self.draft.leave("deleted words", "".join(texts))

    def _skip(self, element: Element) -> None:
        """Leave an element out; a field that begins or ends inside it still does."""
        for mark in list_marks(element):
            self._field_mark(mark)

    def _field_mark(self, element: Element) -> None:
        self._leave_field(self._fields.read_mark(element))

    def _instruction(self, element: Element) -> None:
        self._fields.add_instruction(element.text or "")

    def _simple_field(self, element: Element) -> None:
        self._fields.open(attribute(element, "instr"))
        self._enter(element)
        self._leave_field(self._fields.close())

    def _leave_field(self, kind: str) -> None:
        if kind:
            self.draft.left_out[kind] += 1

    def _reference(self, element: Element) -> None:
        if not self._is_hidden:
            self._referred.setdefault((NOTES[local(element)], attribute(element, "id")))

    def _control(self, element: Element) -> None:
        """A content control: its content, unless Word put it there."""
        properties = find(element, "sdtPr")
        gallery = find(properties, "docPartObj", "docPartGallery") if properties is not None else None
        if gallery is not None and attribute(gallery, "val") == "Table of Contents":
            self.draft.left_out["tables of contents"] += 1
            self._skip(element)
        elif properties is not None and is_on(find(properties, "showingPlcHdr")):
            self.draft.left_out["placeholders"] += 1
            self._skip(element)
        else:
            self._enter(element)

    def _alternatives(self, element: Element) -> None:
        """The same thing in two ways: the first, which is the newer one."""
        for choice in element[:1]:
            self._enter(choice)

    def _formula(self, element: Element) -> None:
        self.draft.left_out["formulas"] += 1
        self._add(" ")

    def _picture(self, element: Element) -> None:
        if any(local(e) == "txbxContent" for e in element.iter()):
            self._enter(element)
        else:
            self.draft.left_out["pictures"] += 1

    def _box(self, element: Element) -> None:
        self.draft.open_flow()
        self._enter(element)
        self.draft.add_box(self.draft.close_flow())

    def _embedded(self, element: Element) -> None:
        self.draft.left_out["embedded documents"] += 1

    def _table(self, element: Element) -> None:
        self._tables.begin()
        self._enter(element)
        self.draft.add_table(self._tables.end())

    def _row(self, element: Element) -> None:
        properties = find(element, "trPr")
        if properties is not None and is_gone(properties):
            self._deleted(element)
            return self._skip(element)
        self._tables.begin_row()
        self._enter(element)

    def _cell(self, element: Element) -> None:
        if not self._tables.in_row:
            return self._enter(element)
        self.draft.open_flow()
        self._enter(element)
        blocks = self.draft.close_flow()
        self._tables.add_cell(span_of(element), [] if goes_on_above(element) else blocks)


_VISITS = {
    "p": WordBody._paragraph, "r": WordBody._run, "t": WordBody._text, "sym": WordBody._symbol,
    **dict.fromkeys(_CHARACTERS, WordBody._character), "br": WordBody._soft_return, "cr": WordBody._soft_return,
    "del": WordBody._deleted, "fldChar": WordBody._field_mark, "instrText": WordBody._instruction,
    "fldSimple": WordBody._simple_field, **dict.fromkeys(NOTES, WordBody._reference), "sdt": WordBody._control,
    "AlternateContent": WordBody._alternatives, **dict.fromkeys(("drawing", "pict", "object"), WordBody._picture),
    **dict.fromkeys(("oMath", "oMathPara"), WordBody._formula), "txbxContent": WordBody._box,
    **dict.fromkeys(("altChunk", "subDoc"), WordBody._embedded),
    "tbl": WordBody._table, "tr": WordBody._row, "tc": WordBody._cell,
}  # fmt: skip
