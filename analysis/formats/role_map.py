"""Whose words each character of a source is: rules assign voices, runs of one voice become segments."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from analysis.language import find_blanks
from analysis.roles import SPOKEN


class Voice(NamedTuple):
    """A role and the person who has it ('' where nobody does)."""

    role: str
    speaker: str = ""


APPARATUS = Voice("apparatus")
NOTE = Voice("note", "editor")
NARRATION = Voice("narration")


class Paragraph(NamedTuple):
    """A paragraph by its offsets into the source text."""

    start: int
    end: int


class Segment(NamedTuple):
    """A run of text with one role inside one paragraph; paragraph counts from 1."""

    paragraph: int
    role: str
    speaker: str
    start: int
    end: int


class Doubt(NamedTuple):
    """A place where a rule could not know, by its offsets: what kind, what was decided, and what to do."""

    start: int
    end: int
    kind: str
    decided: str
    remedy: str


class RoleMap:
    """A text with one voice a character; later rules overrule earlier ones, and tell what they doubt."""

    def __init__(self, text: str, paragraphs: list[Paragraph]):
        self.text = text
        self.paragraphs = paragraphs
        self.voices = [APPARATUS]
        self.codes = np.zeros(len(text), dtype=np.int64)  # index into voices, one a character
        self._code_of = {APPARATUS: 0}
        self.doubts: list[Doubt] = []

    def assign(self, start: int, end: int, voice: Voice) -> None:
        """Give text[start:end] to a voice."""
        self.codes[start:end] = self._code(voice)

    def reassign(self, start: int, end: int, voice: Voice, *, roles: tuple[str, ...] = SPOKEN) -> None:
        """Give to a voice what in text[start:end] now has one of some roles, and leave the rest."""
        codes = self.codes[start:end]
        codes[self._having(codes, roles)] = self._code(voice)

    def doubt(self, start: int, end: int, kind: str, *, decided: str, remedy: str) -> None:
        """Note that text[start:end] could have been decided otherwise."""
        self.doubts.append(Doubt(start, end, kind, decided, remedy))

    def voice_at(self, offset: int) -> Voice:
        """Return the voice of one character."""
        return self.voices[self.codes[offset]]

    def spoken(self) -> np.ndarray:
        """Return which characters belong to somebody's words, one boolean a character."""
        return self._having(self.codes, SPOKEN)

    def segments(self) -> list[Segment]:
        """Return the runs of one voice, paragraph by paragraph, without the white space at their edges."""
        numbers = np.zeros(len(self.text), dtype=np.int64)
        for number, (start, end) in enumerate(self.paragraphs, 1):
            numbers[start:end] = number
        inked = np.flatnonzero(~find_blanks(self.text))
        if not len(inked):
            return []
        numbers, codes = numbers[inked], self.codes[inked]
        cuts = np.flatnonzero((np.diff(numbers) != 0) | (np.diff(codes) != 0)) + 1
        firsts, lasts = [0, *cuts.tolist()], [*(cuts - 1).tolist(), len(inked) - 1]
        columns = numbers[firsts], codes[firsts], inked[firsts], inked[lasts] + 1
        rows = zip(*(column.tolist() for column in columns), strict=True)
        return [Segment(number, *self.voices[code], start, end) for number, code, start, end in rows]

    def _code(self, voice: Voice) -> int:
        if voice not in self._code_of:
            self._code_of[voice] = len(self.voices)
            self.voices.append(voice)
        return self._code_of[voice]

    def _having(self, codes: np.ndarray, roles: tuple[str, ...]) -> np.ndarray:
        return np.array([voice.role in roles for voice in self.voices])[codes]
