"""How wide words are in a picture, and where a text breaks into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.textpath import text_to_path

FONT = "DejaVu Sans"  # comes with matplotlib
_PIXELS_A_POINT = 96 / 72
_MOST_LINES, _ELLIPSIS = 4, "…"  # of a label
_WIDE, _NARROW = "—", "n"  # letters of the font for those that it lacks
_SHORTEST_END = 0.3  # of a line; a last line that holds one short word looks like a slip


@cache
def text_width(text: str, *, size: float, weight: str = "normal") -> float:
    """Return the width of one line in CSS pixels; size in points. Letters that the font lacks are guessed."""
    font = FontProperties(family=FONT, size=size, weight=weight)
    known = "".join(map(_stand_in, text))
    return text_to_path.get_text_width_height_descent(known, font, ismath=False)[0] * _PIXELS_A_POINT


@cache
def _stand_in(letter: str) -> str:
    """Return a letter, or one about as wide as the box that is drawn where the font lacks it."""
    if letter.isspace() or get_font(findfont(FONT)).get_char_index(ord(letter)):
        return letter
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _NARROW


def break_lines(text: str, room: float, *, size: float, weight: str = "normal") -> list[str]:
    """Break a text at its spaces into the fewest lines of at most `room` pixels; a longer word stays whole.

    The last line is no shorter than three tenths of the room where the lines above can spare the words.
    """
    lines = _fill(text, room, size, weight)
    for narrower in _narrower(text, room, len(lines), size, weight):
        if text_width(lines[-1], size=size, weight=weight) >= _SHORTEST_END * room:
            break
        lines = narrower
    return lines


def fit_label(text: str, room: float, *, size: float) -> str:
    """Break a label into lines of at most `room` pixels; a word longer than that is cut into pieces.

    A label of more than four lines ends in an ellipsis: a name that long would push the picture off the page.
    """
    pieces = [piece for word in _words(text) for piece in _cut(word, room, size)]
    lines = break_lines(" ".join(pieces), room, size=size)
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], _shorten(lines[_MOST_LINES - 1], room, size)]
    return "\n".join(lines)


def _shorten(line: str, room: float, size: float) -> str:
    """Take letters from the end of a line until an ellipsis has room behind it."""
    while line and text_width(line + _ELLIPSIS, size=size) > room:
        line = line[:-1]
    return line.rstrip() + _ELLIPSIS


def _words(text: str) -> list[str]:
    """Return the words of a text; a no-break space parts none."""
    return [word for word in re.split(r"[ \n\t]+", text) if word]


def _cut(word: str, room: float, size: float) -> list[str]:
    """Cut a word that is wider than a line, at its hyphens if it has some."""
    width = text_width(word, size=size)
    if width <= room:
        return [word]
    parts = re.findall(r"[^-]+-*|-+", word)
    if len(parts) > 1:
        return [piece for part in parts for piece in _cut(part, room, size)]
    n_letters = max(1, int(len(word) * room / width * 0.9))  # letters differ in width
    return [word[i : i + n_letters] for i in range(0, len(word), n_letters)]


def _fill(text: str, room: float, size: float, weight: str) -> list[str]:
    lines = [""]
    for word in _words(text):
        longer = f"{lines[-1]} {word}".strip()
        fits = text_width(longer, size=size, weight=weight) <= room
        lines = [*lines[:-1], longer] if fits or not lines[-1] else [*lines, word]
    return lines


def _narrower(text: str, room: float, n_lines: int, size: float, weight: str) -> Iterator[list[str]]:
    """Yield the same text in ever narrower lines, while they do not become more."""
    for percent in range(97, 50, -3):
        lines = _fill(text, room * percent / 100, size, weight)
        if n_lines == 1 or len(lines) > n_lines:
            return
        yield lines
