"""Whose words each character of a source is: rules paint a text, runs of one voice become segments."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

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


class Canvas:
    """A text with one voice a character; later rules paint over earlier ones."""

    def __init__(self, text: str, paragraphs: list[Paragraph]):
        self.text = text
        self.paragraphs = paragraphs
        self.voices = [APPARATUS]
        self.codes = np.zeros(len(text), dtype=int)

    def paint(self, start: int, end: int, voice: Voice) -> None:
        """Give text[start:end] to a voice."""
        if voice not in self.voices:
            self.voices.append(voice)
        self.codes[start:end] = self.voices.index(voice)

    def voice_at(self, offset: int) -> Voice:
        """Return the voice of one character."""
        return self.voices[self.codes[offset]]

    def spoken(self) -> np.ndarray:
        """Return which characters belong to somebody's words, one boolean a character."""
        return np.array([voice.role in SPOKEN for voice in self.voices])[self.codes]

    def segments(self) -> list[Segment]:
        """Return the runs of one voice, paragraph by paragraph, without the white space at their edges."""
        return [run for number, p in enumerate(self.paragraphs, 1) for run in self._runs(number, p)]

    def _runs(self, number: int, paragraph: Paragraph) -> list[Segment]:
        inked = [i for i in range(*paragraph) if not self.text[i].isspace()]
        if not inked:
            return []
        codes = self.codes[inked]
        firsts = [0, *(np.flatnonzero(np.diff(codes)) + 1), len(inked)]
        return [
            Segment(number, *self.voices[codes[a]], inked[a], inked[b - 1] + 1)
            for a, b in zip(firsts, firsts[1:], strict=False)
        ]
