"""The body of an OpenDocument text, element by element: what each means for the text."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element

from analysis.readers.document import Draft, OpenTables
from analysis.readers.open_document_styles import Name
from analysis.readers.xml_tree import attribute, local

# What is in the file and is no words of the text, with what it is called in the count; '' is not counted.
_LEFT_OUT = {
    **dict.fromkeys(("page-number", "page-count", "page-variable-get", "page-continuation"), "page numbers"),
    **dict.fromkeys(("sequence", "note-ref"), "automatic numbers"), "number": "",
    **dict.fromkeys(
        ("table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index", "user-index"),
        "tables of contents",
    ),
    **dict.fromkeys(("image", "object", "object-ole", "plugin", "applet", "floating-frame"), "pictures"),
    "placeholder": "placeholders", "script": "scripts", "forms": "forms", "ruby-text": "ruby readings",
    **dict.fromkeys(("event-listeners", "note-citation", "change-info"), ""),
}  # fmt: skip
# What stands apart from the paragraph in which it hangs.
_BOXES = {
    "text-box", "g", "rect", "ellipse", "circle", "polygon", "polyline", "path", "custom-shape", "caption", "line",
    "connector", "measure",
}  # fmt: skip
_COVERED = "covered-table-cell"


class OpenBody:
    """Walks through the elements of a body; what an element means stands in `_VISITS`."""

    def __init__(
        self,
        hidden_styles: set[Name],
        raised_styles: set[Name],
        types: Mapping[Name, str] = MappingProxyType({}),
    ) -> None:
        self.draft = Draft()
        self._hidden_styles, self._raised_styles, self._types = hidden_styles, raised_styles, types
        self._is_hidden = self._is_raised = False
        self._deletions: set[str] = set()  # the changes that delete
        self._deleting: set[str] = set()  # those of them that are open here
        self._is_inline = False  # whether text between elements is words: inside a paragraph
        self._tables = OpenTables()

    def read(self, body: Element) -> None:
        """Read a body."""
        self._enter(body)

    def _enter(self, element: Element) -> None:
        self._text(element.text)
        for child in element:
            name = local(child)
            if name in _LEFT_OUT:
                self._leave(child)
            elif name in _BOXES:
                self._box(child)
            else:
                _VISITS.get(name, OpenBody._enter)(self, child)
            self._text(child.tail)

    def _text(self, text: str | None) -> None:
        if not text or not self._is_inline:
            return
        if self._deleting or self._is_hidden:
            self.draft.leave("deleted words" if self._deleting else "hidden words", text)
        elif self._is_raised:
            self.draft.add_raised(text)
        else:
            self.draft.add(text)

    def _leave(self, element: Element) -> None:
        if kind := _LEFT_OUT[local(element)]:
            self.draft.left_out[kind] += not self._is_hidden

    def _paragraph(self, element: Element) -> None:
        hides = any(local(e) == "hidden-paragraph" and _is_true(e, "is-hidden") for e in element.iter())
        outer, self._is_inline = self._is_inline, True
        type_name = self._set_type("paragraph", element)
        self._enter_hidden(element, hides or self._names_hidden("paragraph", element))
        self._is_inline, self.draft.type_name = outer, type_name
        if not self._deleting:
            self.draft.end_paragraph()

    def _span(self, element: Element) -> None:
        outer = self._is_raised
        self._is_raised = outer or ("text", attribute(element, "style-name")) in self._raised_styles
        type_name = self._set_type("text", element)
        self._enter_hidden(element, self._names_hidden("text", element))
        self._is_raised, self.draft.type_name = outer, type_name

    def _set_type(self, family: str, element: Element) -> str:
        """Set the type of the words that follow, if an element names one; return the type before it."""
        before = self.draft.type_name
        self.draft.type_name = self._types.get((family, attribute(element, "style-name")), before)
        return before

    def _names_hidden(self, family: str, element: Element) -> bool:
        return (family, attribute(element, "style-name")) in self._hidden_styles

    def _enter_hidden(self, element: Element, hides: bool) -> None:
        """Enter an element whose words are hidden if it says so, or if they are already."""
        outer = self._is_hidden
        self._is_hidden = outer or hides
        self._enter(element)
        self._is_hidden = outer

    def _hidden_text(self, element: Element) -> None:
        self._enter_hidden(element, attribute(element, "is-hidden") != "false")

    def _section(self, element: Element) -> None:
        hidden = attribute(element, "display") == "none" or _is_true(element, "is-hidden")
        self._enter_hidden(element, hidden)

    def _variable(self, element: Element) -> None:
        self._enter_hidden(element, attribute(element, "display") == "none")

    def _blanks(self, element: Element) -> None:
        self._text(" ")

    def _soft_return(self, element: Element) -> None:
        if not self._is_hidden and not self._deleting:
            self.draft.return_softly()

    def _changes(self, element: Element) -> None:
        """What was deleted is kept here; in a file of LibreOffice that is one file, at its place in the text."""
        for region in element:
            for deletion in (e for e in region if local(e) == "deletion"):
                self._deletions.add(attribute(region, "id"))
                parts = [e for e in deletion if local(e) != "change-info"]
                texts = (text for part in parts for text in part.itertext())
                self.draft.leave("deleted words", " ".join(texts))

    def _change_start(self, element: Element) -> None:
        self._deleting |= self._deletions & {attribute(element, "change-id")}

    def _change_end(self, element: Element) -> None:
        self._deleting.discard(attribute(element, "change-id"))

    def _note(self, element: Element) -> None:
        body = next((e for e in element if local(e) == "note-body"), None)
        if body is not None:
            self._read_note(body)

    def _comment(self, element: Element) -> None:
        """Read a comment without who wrote it, and when."""
        for child in list(element):
            if local(child) in ("creator", "date", "date-string", "creator-initials", "sender-initials"):
                element.remove(child)
        self._read_note(element)

    def _read_note(self, element: Element) -> None:
        if self._is_hidden or self._deleting:
            return
        self.draft.add_note(self._read_apart(element))

    def _read_apart(self, element: Element) -> list:
        """Return the blocks of an element that stands apart from the paragraph in which it hangs."""
        outer, self._is_inline = self._is_inline, False
        self.draft.open_flow()
        self._enter(element)
        self._is_inline = outer
        return self.draft.close_flow()

    def _box(self, element: Element) -> None:
        self.draft.add_box(self._read_apart(element))

    def _frame(self, element: Element) -> None:
        """Read a frame: it shows the first of what it holds, the others stand in for it."""
        shown = [e for e in element if local(e) in ("text-box", "table") or local(e) in _LEFT_OUT]
        outer, self._is_inline = self._is_inline, False
        for child in shown[:1]:
            visit = OpenBody._leave if local(child) in _LEFT_OUT else OpenBody._box
            visit(self, child)
        self._is_inline = outer

    def _table(self, element: Element) -> None:
        self._tables.begin()
        self._enter(element)
        self.draft.add_table(self._tables.end())

    def _row(self, element: Element) -> None:
        self._tables.begin_row()
        self._enter(element)

    def _cell(self, element: Element) -> None:
        """Read a cell; a covered one belongs to the one above or before it, and only takes its place."""
        if not self._tables.in_row:
            return self._enter(element)
        blocks = [] if local(element) == _COVERED else self._read_apart(element)
        self._tables.add_cell(_number(element, "number-columns-repeated"), blocks)


def _is_true(element: Element, name: str) -> bool:
    return attribute(element, name) == "true"


def _number(element: Element, name: str) -> int:
    number = attribute(element, name)
    return int(number) if number.isdecimal() and len(number) < 4 else 1


_VISITS = {
    **dict.fromkeys(("p", "h"), OpenBody._paragraph), "span": OpenBody._span,
    **dict.fromkeys(("s", "tab"), OpenBody._blanks), "line-break": OpenBody._soft_return,
    **dict.fromkeys(("hidden-text", "hidden-paragraph"), OpenBody._hidden_text), "section": OpenBody._section,
    **dict.fromkeys(("variable-set", "variable-get", "variable-input", "user-field-get"), OpenBody._variable),
    "tracked-changes": OpenBody._changes, "change-start": OpenBody._change_start,
    "change-end": OpenBody._change_end, "note": OpenBody._note, "annotation": OpenBody._comment,
    "frame": OpenBody._frame, "table": OpenBody._table, "table-row": OpenBody._row,
    **dict.fromkeys(("table-cell", _COVERED), OpenBody._cell),
}  # fmt: skip
