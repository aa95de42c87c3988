"""What is known of a line, to be filled in and wiped again."""

from __future__ import annotations

import numpy as np

from analysis.disclosure.line import UNKNOWN, WALL


class Sheet:
    """By place in a line: the number of the form known there, and the place it was read from.

    is_known: whether a form is known there, as plain bytes, in which stretches are found fast; flags: the same.
    """

    def __init__(self, form: np.ndarray) -> None:
        self.form, self.read_at = form.astype(np.int32), np.arange(len(form), dtype=np.int32)
        self.is_known = bytearray((self.form >= 0).tobytes())

    @property
    def flags(self) -> np.ndarray:
        return np.frombuffer(self.is_known, dtype=bool)

    def note(self, places: np.ndarray, form: np.ndarray, read_at: np.ndarray) -> None:
        """Note what is known in some places, in none of which anything was known."""
        self.form[places], self.read_at[places], self.flags[places] = form, read_at, True

    def wipe(self, places: np.ndarray) -> None:
        """Forget what is known in some places."""
        self.note(places, np.int32(UNKNOWN), places)
        self.flags[places] = False


def make_blank(form: np.ndarray) -> Sheet:
    """Return a sheet on which nothing is known of a line but its walls; form: that of the line."""
    return Sheet(np.where(form == WALL, np.int32(WALL), np.int32(UNKNOWN)))
