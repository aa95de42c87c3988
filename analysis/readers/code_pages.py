"""The code pages of RTF (specification 1.9.1, 2008): which bytes are which characters, by document and by font."""

from __future__ import annotations

import codecs
import re

from analysis.errors import InputError

WINDOWS = "cp1252"
DEFAULTS = {"ansi": WINDOWS, "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
# By \fcharset of a font. 1 is that of the document.
_CHARSETS = {
    0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
    177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}  # fmt: skip
_OTHER_NAMES = {10000: "mac_roman", 10007: "mac_cyrillic", 1361: "johab", 65001: "utf-8", 20127: "ascii"}
_SIGNS = re.compile(r"symbol|dingbats|wingdings|webdings|marlett", re.IGNORECASE)
SIGNS = "signs"  # in place of a code page: a font that has no letters
SIGN = "\ue000"  # stands for what is written in one


def name_code_page(number: int) -> str:
    """Return the name of a code page; InputError for one that is not known."""
    name = _OTHER_NAMES.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        raise InputError(f"its code page {number} is not known; save it as .docx or .odt.") from None
    return name


class Font:
    """A font of the table: what it is called, and its code page; '' for that of the document."""

    def __init__(self) -> None:
        self.name = ""
        self._charset = 1
        self._page = 0

    def set(self, word: str, number: int) -> None:
        """Take a property of the table of fonts."""
        if word == "fcharset":
            self._charset = number
        elif word == "cpg":
            self._page = number

    @property
    def code_page(self) -> str:
        """The code page of its bytes; SIGNS if it has no letters."""
        if self._charset == 2 and _SIGNS.search(self.name):
            return SIGNS
        number = self._page or _CHARSETS.get(self._charset, 0)
        return name_code_page(number) if number else ""


class Decoder:
    """Turns the bytes and numbers of an RTF file into characters."""

    def __init__(self) -> None:
        self.page = WINDOWS  # of the document
        self.fonts: dict[int | None, Font] = {}
        self._bytes = bytearray()  # not decoded yet: one character may have two
        self._high = 0  # the first half of a character beyond U+FFFF

    def add(self, found: bytes) -> None:
        """Take bytes that stand behind each other."""
        self._bytes += found

    def decode(self, font: int | None) -> str:
        """Return the characters of the bytes so far, in the code page of a font or else of the document."""
        if not self._bytes:
            return ""
        page = self.fonts[font].code_page if font in self.fonts else ""
        text = SIGN if page == SIGNS else self._bytes.decode(page or self.page, errors="replace")
        self._bytes.clear()
        return text

    def join(self, number: int) -> str:
        """Return the character of a number of 16 bits, with its sign; of the first of two halves, nothing yet."""
        code = number % 0x10000
        high, self._high = self._high, 0
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return ""
        if 0xDC00 <= code < 0xE000:
            return chr(0x10000 + (high - 0xD800) * 0x400 + code - 0xDC00) if high else "\ufffd"
        return chr(code)
