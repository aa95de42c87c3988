"""What a file gives once it is read: a text, who says which part of it, and a count of what was left out."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

MOST_CHARACTERS = 20_000_000  # of one text; the longest interviews have some 200,000
# No text has them: control characters, marks of byte order, halves of characters.
_NO_CHARACTER = re.compile("[\x00-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
# They are not seen, and would part a word from itself: soft hyphens, marks of direction, places for a break.
_UNSEEN = re.compile("[\xad\u200b\u200e\u200f\u2060\ufeff]")


class Turn(NamedTuple):
    """A stretch that the format gives to one voice.

    label: where its printed label begins. start and end: the words, without the label; all three are offsets in
    characters into the text as read.
    """

    label: int
    start: int
    end: int
    voice: str


class Time(NamedTuple):
    """When something was said: the offset of its first character, and seconds from the beginning."""

    start: int
    seconds: float


class Span(NamedTuple):
    """A stretch of the text as read, by its offsets in characters."""

    start: int
    end: int


class Typed(NamedTuple):
    """A paragraph that a file sets in a type of its own; type: its name, such as "bold"."""

    start: int
    end: int
    type: str


class Reading(NamedTuple):
    """A file as read: text; turns, notes and times in order, none where the format marks none; what was left out.

    left_out: how many things of each kind are not in the text, e.g. {"comments": 2}. typed: the paragraphs that are
    set in a type of their own, in order.
    """

    text: str
    format: str
    turns: tuple[Turn, ...] = ()
    notes: tuple[Span, ...] = ()
    times: tuple[Time, ...] = ()
    left_out: dict[str, int] = {}  # noqa: RUF012 - never changed: a reading is a value
    typed: tuple[Typed, ...] = ()


class Writer:
    """Writes the text of a reading: a paragraph each for what one voice says in a row, its label before it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._turns: list[Turn] = []
        self._notes: list[Span] = []
        self._times: list[Time] = []
        self._typed: list[Typed] = []
        self._open = False  # whether the last turn may go on
        self.left_out: Counter[str] = Counter()

    def say(self, voice: str, words: str, *, time: float | None = None, paragraph: bool = False) -> None:
        """Add what a voice says; right behind the same voice it goes on, in a new paragraph if asked.

        Words of nobody ('') are a paragraph of their own, and no turn. time: seconds from the beginning.
        """
        voice, words = self._clean(voice), self._clean(words)
        if not words:
            return
        if not voice:
            self.write(words, time=time)
        elif self._open and self._turns[-1].voice == voice:
            self._go_on("\n\n" if paragraph else " ", words, time)
        else:
            self._begin(voice, words, time)

    def _begin(self, voice: str, words: str, time: float | None) -> None:
        self._part()
        label = self._length
        self._add(f"{voice}: ")
        start = self._add(words, time)
        self._turns.append(Turn(label, start, self._length, voice))
        self._open = True

    def _go_on(self, between: str, words: str, time: float | None) -> None:
        self._add(between)
        self._add(words, time)
        label, start, _, voice = self._turns[-1]
        self._turns[-1] = Turn(label, start, self._length, voice)

    def write(
        self, words: str, *, time: float | None = None, goes_on: bool = False, type_name: str = ""
    ) -> None:
        """Add a paragraph that the format gives to nobody, or more words of the paragraph before it.

        type_name: of the type in which the whole paragraph is set, if it is not that of all others.
        """
        words = self._clean(words)
        if not words:
            return
        self._open = False
        if goes_on and self._length:
            self._add(" ")
        else:
            self._part()
        start = self._add(words, time)
        if type_name:
            self._typed.append(Typed(start, self._length, type_name))

    def note(self, words: str) -> None:
        """Add a paragraph that is a note, such as a stage direction; the turn before it may go on behind it."""
        words = self._clean(words)
        if not words:
            return
        self._part()
        start = self._add(words)
        self._notes.append(Span(start, self._length))

    def _clean(self, words: str) -> str:
        """Return words on one line, without what is no character."""
        words = " ".join(words.split())
        if words.isprintable():
            return words
        words, n = _NO_CHARACTER.subn("", _UNSEEN.sub("", words))
        self.left_out["control characters"] += n
        return words

    def _part(self) -> None:
        if self._length:
            self._add("\n\n")

    def _add(self, text: str, time: float | None = None) -> int:
        """Add text as it is; return its offset."""
        start = self._length
        if time is not None:
            self._times.append(Time(start, time))
        self._parts.append(text)
        self._length += len(text)
        return start

    def finish(self, format_name: str) -> Reading:
        """Return what was written."""
        text = "".join(self._parts) + "\n" * bool(self._length)
        left_out = {kind: n for kind, n in sorted(self.left_out.items()) if n}
        marks = (tuple(self._turns), tuple(self._notes), tuple(self._times))
        return Reading(text, format_name, *marks, left_out, tuple(self._typed))
