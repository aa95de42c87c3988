"""The groups of an RTF file: what each control word means for the text, inside the group in which it stands."""

from __future__ import annotations

import copy

from analysis.errors import InputError
from analysis.readers.code_pages import DEFAULTS, Decoder, Font, name_code_page
from analysis.readers.document import SOFT_RETURN, Draft
from analysis.readers.fields import Field
from analysis.readers.rich_text_tables import Rows
from analysis.readers.rich_text_words import CHARACTERS, DESTINATIONS, SYMBOLS, Group, Holds
from analysis.readers.xml_tree import DEEPEST

_MOST_FALLBACK = 100
_SWITCHES = {
    "v": "hidden",
    "deleted": "deleted",
    "mvf": "moved",
    "intbl": "in_table",
    "super": "raised",
    "b": "bold",
    "i": "slanted",
}  # 0 switches off
_ENTERED = (Holds.TEXT, Holds.DRAWING, Holds.TWICE)  # inside which other destinations count


class Groups:
    """The groups that are open, and the document as far as it was read."""

    def __init__(self) -> None:
        self._draft = Draft()
        self._rows = Rows(self._draft)
        self._decoder = Decoder()
        self._now = Group()
        self._outer: list[Group] = []
        self._fallback = 0  # characters still to come that stand in for the last \u
        self._is_optional = False  # whether \* stands before the next word
        self._is_margin_counted = False

    @property
    def depth(self) -> int:
        """How many groups are open."""
        return len(self._outer)

    def finish(self) -> Draft:
        """Return the document."""
        self._rows.end_row()
        return self._draft

    def open(self) -> None:
        """Open a group."""
        self._decode()
        self._fallback = 0
        if self.depth == DEEPEST:
            raise InputError(f"its groups stand more than {DEEPEST} deep inside each other; write it anew.")
        self._outer.append(self._now)
        self._now = copy.copy(self._now)
        self._now.apart = ""

    def close(self) -> None:
        """Close the innermost group."""
        self._decode()
        self._fallback = 0
        if self._now.apart:
            blocks = self._rows.close_flow()
            add = self._draft.add_note if self._now.apart == "note" else self._draft.add_box
            add(blocks)
        self._now = self._outer.pop()

    def read_bytes(self, found: bytes) -> None:
        """Read bytes of text."""
        stand_in = min(self._fallback, len(found))
        self._fallback -= stand_in
        if self._now.holds != Holds.NOTHING:
            self._decoder.add(found[stand_in:])

    def read_symbol(self, symbol: str) -> None:
        """Read a control symbol."""
        if symbol in "\r\n":
            self._end_paragraph()
        elif symbol == "*":
            self._is_optional = True
        elif symbol in SYMBOLS:
            self._character(SYMBOLS[symbol])

    def read_word(self, word: str, number: int | None) -> int:
        """Read a control word; return how many bytes behind it are no text."""
        is_optional, self._is_optional = self._is_optional, False
        if word in CHARACTERS:
            self._character(CHARACTERS[word])
            return 0
        self._decode()
        self._fallback = 0
        if word in DESTINATIONS:
            self._enter(DESTINATIONS[word])
        elif word in _WORDS:
            _WORDS[word](self, number)
        elif word in _SWITCHES:
            setattr(self._now, _SWITCHES[word], number != 0)
        elif word in DEFAULTS:
            self._decoder.page = DEFAULTS[word]
        elif is_optional:
            self._now.holds = Holds.NOTHING
        elif self._now.holds == Holds.FONTS and self._now.font in self._decoder.fonts:
            self._decoder.fonts[self._now.font].set(word, number or 0)
        return max(number or 0, 0) if word == "bin" else 0

    def _decode(self) -> None:
        if text := self._decoder.decode(self._now.font):
            self._add(text)

    def _character(self, text: str) -> None:
        self._decode()
        if self._fallback:
            self._fallback -= 1
        else:
            self._add(text)

    def _add(self, text: str) -> None:
        now, fonts = self._now, self._decoder.fonts
        if now.holds == Holds.INSTRUCTION and now.field:
            now.field.instruction += text
        elif now.holds == Holds.FONTS and now.font in fonts:
            fonts[now.font].name += text
        elif now.holds == Holds.MARGIN and text.strip() and not self._is_margin_counted:
            self._draft.left_out["headers and footers"] += 1
            self._is_margin_counted = True
        elif now.holds == Holds.TEXT and not now.moved:
            self._add_words(text)

    def _add_words(self, text: str) -> None:
        if self._now.is_gone:
            self._draft.leave("deleted words" if self._now.deleted else "hidden words", text)
        elif text == SOFT_RETURN:
            self._draft.return_softly()
        else:
            self._draft.left_out["unreadable characters"] += text.count("\ufffd")
            self._draft.type_name = self._now.type_name
            add = self._draft.add_raised if self._now.raised else self._draft.add
            add(text)

    def _enter(self, holds: Holds) -> None:
        if self._now.holds in _ENTERED:
            self._now.holds = holds
            self._is_margin_counted = False

    def _picture(self, number: int | None) -> None:
        self._draft.left_out["pictures"] += self._now.holds == Holds.TEXT
        self._now.holds = Holds.NOTHING

    def _note(self, number: int | None) -> None:
        if self._now.holds == Holds.TEXT:
            self._open_apart("note")

    def _box(self, number: int | None) -> None:
        if self._now.holds == Holds.DRAWING:
            self._open_apart("box")

    def _open_apart(self, kind: str) -> None:
        self._now.apart, self._now.holds, self._now.in_table = kind, Holds.TEXT, False
        self._rows.open_flow()

    def _unicode_twin(self, number: int | None) -> None:
        if self._now.holds == Holds.TWICE:
            self._now.holds = Holds.TEXT

    def _field(self, number: int | None) -> None:
        self._now.field = Field()

    def _instruction(self, number: int | None) -> None:
        self._now.holds = Holds.INSTRUCTION if self._now.holds == Holds.TEXT else Holds.NOTHING

    def _result(self, number: int | None) -> None:
        kind = self._now.field.left_out if self._now.field else ""
        if kind and self._now.holds == Holds.TEXT:
            self._draft.left_out[kind] += 1
            self._now.holds = Holds.NOTHING

    def _font(self, number: int | None) -> None:
        self._now.font = number
        if self._now.holds == Holds.FONTS:
            self._decoder.fonts.setdefault(number, Font())

    def _default_font(self, number: int | None) -> None:
        for group in (*self._outer, self._now):
            group.font = number

    def _code_page(self, number: int | None) -> None:
        if number:
            self._decoder.page = name_code_page(number)

    def _unicode(self, number: int | None) -> None:
        if text := self._decoder.join(number or 0):
            self._add(text.replace(SOFT_RETURN, " "))
        self._fallback = self._now.fallback

    def _count_fallback(self, number: int | None) -> None:
        self._now.fallback = min(max(number or 0, 0), _MOST_FALLBACK)

    def _plain(self, number: int | None) -> None:
        self._now.hidden = self._now.deleted = self._now.moved = self._now.raised = False
        self._now.bold = self._now.slanted = False

    def _lower(self, number: int | None) -> None:
        self._now.raised = False

    def _leave_table(self, number: int | None) -> None:
        self._now.in_table = False

    def _end_paragraph(self, number: int | None = None) -> None:
        self._decode()
        if self._now.holds == Holds.TEXT and not self._now.is_gone:
            self._rows.end_paragraph(in_table=self._now.in_table)

    def _cell(self, number: int | None) -> None:
        if self._now.holds == Holds.TEXT:
            self._rows.end_cell()

    def _row(self, number: int | None) -> None:
        if self._now.holds == Holds.TEXT:
            self._rows.end_row()


_WORDS = {
    "pict": Groups._picture, **dict.fromkeys(("footnote", "annotation"), Groups._note), "field": Groups._field,
    **dict.fromkeys(("shptxt", "dptxbxtext"), Groups._box), "ud": Groups._unicode_twin, "shppict": lambda *_: None,
    "fldinst": Groups._instruction, "fldrslt": Groups._result, "f": Groups._font, "deff": Groups._default_font,
    "ansicpg": Groups._code_page, "u": Groups._unicode, "uc": Groups._count_fallback, "plain": Groups._plain,
    **dict.fromkeys(("nosupersub", "sub"), Groups._lower),
    "pard": Groups._leave_table, "cell": Groups._cell, "row": Groups._row,
    **dict.fromkeys(("par", "sect", "nestcell", "nestrow"), Groups._end_paragraph),
}  # fmt: skip
