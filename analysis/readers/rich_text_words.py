"""What control words of RTF stand for: what a group holds, and which character a word is."""

from __future__ import annotations

from enum import Enum

from analysis.readers.fields import Field


class Holds(Enum):
    """What a group holds."""

    TEXT = "text"
    NOTHING = "nothing of the text"
    DRAWING = "a drawing, whose text boxes are text"
    INSTRUCTION = "the instruction of a field"
    FONTS = "the table of fonts"
    MARGIN = "a header or footer"
    TWICE = "the same words twice, of which those in Unicode are read"


_MARGINS = ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
_NO_TEXT = (
    "colortbl", "stylesheet", "info", "listtext", "pntext", "pntxta", "pntxtb", "nonshppict", "ftnsep", "ftnsepc",
    "ftncn", "aftnsep", "aftnsepc", "aftncn", "xe", "tc", "tcn", "rxe", "txe", "filetbl", "shprslt", "sn", "sv",
    "nonesttables", "private", "NeXTGraphic", "bkmkstart", "bkmkend",
)  # fmt: skip
DESTINATIONS = {
    **dict.fromkeys(_NO_TEXT, Holds.NOTHING),
    **dict.fromkeys(_MARGINS, Holds.MARGIN),
    **{"fonttbl": Holds.FONTS, "shpinst": Holds.DRAWING, "do": Holds.DRAWING, "upr": Holds.TWICE},
}
CHARACTERS = {
    "tab": " ", "emspace": " ", "enspace": " ", "qmspace": " ", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "zwj": "\u200d", "zwnj": "\u200c",
    "line": "\n", "lbr": "\n", "page": "\n", "column": "\n",
}  # fmt: skip
SYMBOLS = {"~": "\u00a0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\t": " "}


class Group:
    """What holds inside a group, and inside those in it until they say otherwise."""

    def __init__(self) -> None:
        self.holds = Holds.TEXT
        self.fallback = 1  # characters behind \u that stand in for it
        self.font: int | None = None
        self.hidden = self.deleted = self.moved = self.in_table = self.raised = False
        self.bold = self.slanted = False
        self.field: Field | None = None
        self.apart = ""  # "note" or "box" if it stands apart from the paragraph in which it hangs

    @property
    def type_name(self) -> str:
        """The type of its letters, where it is not that of all others."""
        return "bold" if self.bold else "slanted" if self.slanted else ""

    @property
    def is_gone(self) -> bool:
        """Whether its text is not to be seen."""
        return self.hidden or self.deleted or self.moved
