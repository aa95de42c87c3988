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
