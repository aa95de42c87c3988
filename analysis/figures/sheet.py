"""The sheet a figure is drawn on: wide for a screen on a desk, narrow for a phone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from matplotlib.figure import Figure

PIXELS_AN_INCH = 96


class Sheet(NamedTuple):
    """How wide a drawing is and how large its letters are.

    width: in CSS pixels. names: pixels for the names of rows beside them; 0 where names stand above their rows. label,
    small: sizes of letters in points.
    """

    width: int
    names: int
    label: float
    small: float

    @property
    def is_narrow(self) -> bool:
        """Say whether names stand above their rows."""
        return self.names == 0


WIDE = Sheet(width=660, names=240, label=11, small=9.5)
# On a screen of 320 pixels the text is 280 wide: letters of 10.5 points have 12 pixels there.
NARROW = Sheet(width=320, names=0, label=10.5, small=10.5)
_SHEET = ContextVar("sheet", default=WIDE)


class Drawing(Figure):
    """A figure that can be drawn again for a phone.

    narrow: draws it so; None where there is no other way to draw it. row: pixels that a row takes, where it has rows.
    """

    narrow: Callable[[], Drawing] | None = None
    row: float = 0


def find_sheet() -> Sheet:
    """Return the sheet that is drawn on now."""
    return _SHEET.get()


@contextmanager
def drawing_on(sheet: Sheet) -> Iterator[None]:
    """Draw on this sheet for a while."""
    before = _SHEET.set(sheet)
    try:
        yield
    finally:
        _SHEET.reset(before)
