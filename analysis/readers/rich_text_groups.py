"""The groups of an RTF file: what each control word means for the text, inside the group in which it stands."""

from __future__ import annotations

import copy

from analysis.errors import InputError
from analysis.readers.code_pages import DEFAULTS, SIGNS, WINDOWS, Font, name_code_page
from analysis.readers.document import Cell, Draft
from analysis.readers.fields import Field
from analysis.readers.xml_tree import DEEPEST

# What a group holds: text; nothing of the text; a drawing, whose text boxes are text; an instruction of a field;
# the table of fonts; a header or footer; the same words twice, of which \ud are read.
TEXT, NOTHING, DRAWING, INSTRUCTION, FONTS, MARGIN, TWICE = range(7)

_DESTINATIONS = {
    **dict.fromkeys(
        ("colortbl", "stylesheet", "info", "listtext", "pntext", "pntxta", "pntxtb", "nonshppict", "ftnsep", "ftnsepc",
         "ftncn", "aftnsep", "aftnsepc", "aftncn", "xe", "tc", "tcn", "rxe", "txe", "filetbl", "shprslt", "sn", "sv",
         "nonesttables", "private", "NeXTGraphic", "bkmkstart", "bkmkend"),
        NOTHING,
    ),
    **dict.fromkeys(("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"), MARGIN),
    "fonttbl": FONTS, "shpinst": DRAWING, "do": DRAWING, "upr": TWICE,
}  # fmt: skip
_CHARACTERS = {
    "tab": " ", "emspace": " ", "enspace": " ", "qmspace": " ", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "zwj": "\u200d", "zwnj": "\u200c",
    "line": "\n", "lbr": "\n", "page": "\n", "column": "\n",
}  # fmt: skip
_SYMBOLS = {"~": "\u00a0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\t": " "}


class _Group:
    """What holds inside a group, and inside those in it until they say otherwise."""

    def __init__(self) -> None:
        self.holds = TEXT
        self.fallback = 1  # characters behind \u that stand in for it
        self.font: int | None = None
        self.hidden = self.deleted = self.moved = self.in_table = False
        self.field: Field | None = None
        self.apart = ""  # "note" or "box" if it stands apart from the paragraph


class Groups:
    """The groups that are open, and the document as far as it was read."""

    def __init__(self) -> None:
        self.draft = Draft()
        self.depth = 0
        self._now = _Group()
        self._outer: list[_Group] = []
        self._fonts: dict[int | None, Font] = {}
        self._page = WINDOWS
        self._bytes = bytearray()  # of characters that are not decoded yet: one may have two
        self._fallback = 0  # characters still to come that stand in for the last \u
        self._high = 0  # the first half of a character of two
        self._is_optional = False  # whether \* stands before the next word
        self._margin_counted = False
        self._rows: list[list[Cell]] = [[]]  # the row that is open, in each flow
        self._starts = [0]  # the block with which the open cell begins, in each flow

    def open(self) -> None:
        """Open a group."""
        self._decode()
        self._fallback = 0
        self.depth += 1
        if self.depth > DEEPEST:
            raise InputError(f"its groups stand more than {DEEPEST} deep inside each other; write it anew.")
        self._outer.append(self._now)
        self._now = copy.copy(self._now)
        self._now.apart = ""

    def close(self) -> None:
        """Close the innermost group."""
        self._decode()
        self._fallback = 0
        if self._now.apart:
            self._close_apart()
        self.depth -= 1
        self._now = self._outer.pop()

    def _open_apart(self, kind: str) -> None:
        self._now.apart, self._now.holds, self._now.in_table = kind, TEXT, False
        self.draft.open_flow()
        self._rows.append([])
        self._starts.append(0)

    def _close_apart(self) -> None:
        self._end_row()
        self._rows.pop()
        self._starts.pop()
        blocks = self.draft.close_flow()
        if self._now.apart == "note":
            self.draft.add_note(blocks)
        else:
            self.draft.add_box(blocks)

    def read_bytes(self, found: bytes) -> None:
        """Read bytes of text."""
        stand_in = min(self._fallback, len(found))
        self._fallback -= stand_in
        if self._now.holds != NOTHING:
            self._bytes += found[stand_in:]

    def _decode(self) -> None:
        if not self._bytes:
            return
        font = self._fonts.get(self._now.font)
        page = (font.code_page if font and self._now.holds != FONTS else "") or self._page
        if page == SIGNS:
            text = "\ue000" * (self._now.holds == TEXT)
        else:
            text = self._bytes.decode(page, errors="replace")
        self._bytes.clear()
        self._add(text)

    def _add(self, text: str) -> None:
        now = self._now
        if now.holds == INSTRUCTION and now.field:
            now.field.instruction += text
        elif now.holds == FONTS and now.font in self._fonts:
            self._fonts[now.font].name += text
        elif now.holds == MARGIN and text.strip():
            self.draft.left_out["headers and footers"] += not self._margin_counted
            self._margin_counted = True
        elif now.holds == TEXT and not now.moved:
            self._add_words(text)

    def _add_words(self, text: str) -> None:
        if self._now.deleted or self._now.hidden:
            self.draft.leave("deleted words" if self._now.deleted else "hidden words", text)
        elif text == "\n":
            self.draft.return_softly()
        else:
            self.draft.left_out["unreadable characters"] += text.count("\ufffd")
            self.draft.add(text)

    def read_symbol(self, symbol: str) -> None:
        """Read a control symbol."""
        if symbol in "\r\n":
            self._end_paragraph()
        elif symbol == "*":
            self._is_optional = True
        elif symbol in _SYMBOLS:
            self._character(_SYMBOLS[symbol])

    def _character(self, text: str) -> None:
        self._decode()
        if self._fallback:
            self._fallback -= 1
        else:
            self._add(text)

    def read_word(self, word: str, number: int | None) -> int:
        """Read a control word; return how many bytes behind it are no text."""
        optional, self._is_optional = self._is_optional, False
        if word in _CHARACTERS:
            self._character(_CHARACTERS[word])
            return 0
        self._decode()
        self._fallback = 0
        if word in _DESTINATIONS:
            self._enter(_DESTINATIONS[word])
        elif word in _WORDS:
            _WORDS[word](self, number)
        elif word in DEFAULTS:
            self._page = DEFAULTS[word]
        elif optional:
            self._now.holds = NOTHING
        elif self._now.holds == FONTS and self._now.font in self._fonts:
            self._fonts[self._now.font].set(word, number or 0)
        return max(number or 0, 0) if word == "bin" else 0

    def _enter(self, holds: int) -> None:
        if self._now.holds in (TEXT, DRAWING, TWICE):
            self._now.holds = holds
            self._margin_counted = False

    def _picture(self, number: int | None) -> None:
        self.draft.left_out["pictures"] += self._now.holds == TEXT
        self._now.holds = NOTHING

    def _note(self, number: int | None) -> None:
        if self._now.holds == TEXT:
            self._open_apart("note")

    def _box(self, number: int | None) -> None:
        if self._now.holds == DRAWING:
            self._open_apart("box")

    def _unicode_twin(self, number: int | None) -> None:
        if self._now.holds == TWICE:
            self._now.holds = TEXT

    def _field(self, number: int | None) -> None:
        self._now.field = Field(has_result=True)

    def _instruction(self, number: int | None) -> None:
        self._now.holds = INSTRUCTION if self._now.holds == TEXT else NOTHING

    def _result(self, number: int | None) -> None:
        kind = self._now.field.left_out if self._now.field else ""
        if kind and self._now.holds == TEXT:
            self.draft.left_out[kind] += 1
            self._now.holds = NOTHING

    def _pick_font(self, number: int | None) -> None:
        self._now.font = number
        if self._now.holds == FONTS:
            self._fonts.setdefault(number, Font())

    def _pick_page(self, number: int | None) -> None:
        if number:
            self._page = name_code_page(number)

    def _default_font(self, number: int | None) -> None:
        for group in (*self._outer, self._now):
            group.font = number

    def _unicode(self, number: int | None) -> None:
        """Add a character by its number, of 16 bits with their sign; two make one beyond U+FFFF."""
        code = (number or 0) % 0x10000
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            self._add(
                chr(0x10000 + (self._high - 0xD800) * 0x400 + code - 0xDC00) if self._high else "\ufffd"
            )
            self._high = 0
        else:
            self._add(chr(code).replace("\n", " "))
        self._fallback = self._now.fallback

    def _count_fallback(self, number: int | None) -> None:
        self._now.fallback = min(max(number or 0, 0), 100)

    def _plain(self, number: int | None) -> None:
        self._now.hidden = self._now.deleted = self._now.moved = False

    def _hide(self, number: int | None) -> None:
        self._now.hidden = number != 0

    def _delete(self, number: int | None) -> None:
        self._now.deleted = number != 0

    def _move(self, number: int | None) -> None:
        self._now.moved = number != 0

    def _paragraph(self, number: int | None) -> None:
        self._now.in_table = False

    def _in_table(self, number: int | None) -> None:
        self._now.in_table = True

    def _end_paragraph(self, number: int | None = None) -> None:
        now = self._now
        self._decode()
        if now.holds != TEXT or now.deleted or now.hidden or now.moved:
            return
        self.draft.end_paragraph()
        if not now.in_table:
            self._starts[-1] = self.draft.count_blocks()

    def _cell(self, number: int | None) -> None:
        if self._now.holds == TEXT:
            self.draft.end_paragraph()
            blocks = self.draft.take(self._starts[-1])
            self._rows[-1].append(Cell(len(self._rows[-1]), 1, blocks))

    def _row(self, number: int | None) -> None:
        if self._now.holds == TEXT:
            self._end_row()

    def _end_row(self) -> None:
        """End the row that is open; what stands behind its last \\cell is a cell too."""
        if not self._rows[-1]:
            return
        self.draft.end_paragraph()
        if self.draft.count_blocks() > self._starts[-1]:
            self._cell(None)
        self.draft.add_row(self._rows[-1])
        self._rows[-1] = []
        self._starts[-1] = self.draft.count_blocks()

    def finish(self) -> Draft:
        """Return the document."""
        self._end_row()
        return self.draft


_WORDS = {
    "pict": Groups._picture, **dict.fromkeys(("footnote", "annotation"), Groups._note), "field": Groups._field,
    **dict.fromkeys(("shptxt", "dptxbxtext"), Groups._box), "ud": Groups._unicode_twin, "shppict": lambda *_: None,
    "fldinst": Groups._instruction, "fldrslt": Groups._result, "f": Groups._pick_font,
    "deff": Groups._default_font, "ansicpg": Groups._pick_page, "u": Groups._unicode, "uc": Groups._count_fallback,
    "plain": Groups._plain, "v": Groups._hide, "deleted": Groups._delete, "mvf": Groups._move,
    "pard": Groups._paragraph, "intbl": Groups._in_table, "cell": Groups._cell, "row": Groups._row,
    **dict.fromkeys(("par", "sect", "nestcell", "nestrow"), Groups._end_paragraph),
}  # fmt: skip
