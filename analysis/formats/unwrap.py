"""Lines broken by hand or by a machine at a column, joined again to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median, quantiles
from typing import NamedTuple

from analysis.formats.cues.line_numbers import blank_line_numbers
from analysis.formats.paragraphs import split_paragraphs
from analysis.formats.role_map import Paragraph

_BREAK = re.compile(r"\r\n?|\n")
_STOPS, _CLOSERS = ".!?:…", "\"”’')]*_"
_BROKEN_WORD = re.compile(r"[^\W\d_][-‐\u00ad]$")
# An opening that may be a label: `Roe:`, `[00:12] Jane Roe:`, `- Q:`; and one without a colon: `Q.`, `ROE —`, `[Roe]`
_COLON = re.compile(r"(?P<name>\W{0,6}(?:\d[\d:.,/ ]{0,20}\W{0,4})?[^\W\d_][^:：\n]{0,60}?)\s?[:：](?!//)")
_OTHER_LABEL = re.compile(
    r"\W{0,6}(?:[^\W\d_][\w'’.]*\s?){1,4}(?:\.|[.,]?\s?[–—-]|\t|  )(?=\s)|\[[^\]\n]{1,60}\]"
)
_NAME_WORDS = 6
_ITEM = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[-–—•*])\s")
_NARROWEST, _WIDEST = 20, 160  # characters of a column
_FEWEST, _SURE = 3, 5  # lines in mid-sentence that show a column
_FITTING = 0.9  # of them, that end where a column makes them end
_SHARE, _SURE_SHARE = 0.3, 0.1  # of all lines that another one follows: those in mid-sentence
_FILLED = 0.75  # of a ragged column: what half of its lines fill
_RAGGED = 0.8  # of a ragged column: a shorter line is a paragraph's last


class Column(NamedTuple):
    """The width at which lines are broken, in characters; exact where each line is filled as far as words go."""

    width: int
    exact: bool


class Lines:
    """The lines of a text that are not blank, and which of them follow each other without an empty line."""

    def __init__(self, text: str, spans: list[Paragraph]):
        self.spans = spans
        self.shown = [text[start:end].rstrip() for start, end in spans]
        self.first_words = [line.split(maxsplit=1)[0] if line.strip() else "" for line in self.shown]
        self.follows = [False, *(len(_BREAK.findall(text, a.end, b.start)) == 1 for a, b in pairwise(spans))]
        letters = [c for c in text[:5000] if c.isalpha()]
        self.in_capitals = 2 * sum(c.isupper() for c in letters) > len(letters)

    def runs_on(self, i: int) -> bool:
        """Say whether a sentence goes on from the line above: no stop there, and then a small letter."""
        above, first = self.shown[i - 1].rstrip(_CLOSERS), self.shown[i].lstrip()[:1]
        is_small = first.isalpha() if self.in_capitals else first.islower()
        return self.follows[i] and is_small and not above.endswith(tuple(_STOPS))

    def needs(self, i: int) -> int:
        """Return how wide the line above would be with the first word of this one."""
        return len(self.shown[i - 1]) + 1 + len(self.first_words[i])


def unwrap(text: str) -> str:
    """Return a text of the same length in which only line breaks that part paragraphs are left, the others spaces.

    A text that is not broken at a column stays as it is, but for words broken by a hyphen at a line's end.
    """
    bare = blank_line_numbers(text)
    spans = split_paragraphs(bare)
    begins = _find_beginnings(bare, spans)
    parts, at = [], 0
    for above, line, begin in zip(spans, spans[1:], begins[1:], strict=False):
        if not begin:
            parts += [text[at : above.end], _BREAK.sub(_blank, text[above.end : line.start])]
            at = line.start
    return "".join([*parts, text[at:]])


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _find_beginnings(text: str, spans: list[Paragraph]) -> list[bool]:
    """Return which lines begin a paragraph."""
    lines = Lines(text, spans)
    column = _find_column(lines)
    return _find_in_column(lines, column) if column else _find_unbroken(lines)


def _find_column(lines: Lines) -> Column | None:
    """Return the column at which lines are broken, None if they are not.

    Lines that end in mid-sentence show it: each is as wide as the column allows, so the column lies between its
    width and its width with the next word. One width lies there for nearly all of them, whatever the others are;
    or, in a ragged column, they are of much the same width.
    """
    running = [i for i in range(1, len(lines.shown)) if lines.runs_on(i) and not _COLON.match(lines.shown[i])]
    n_pairs = sum(lines.follows)
    if len(running) < _FEWEST:
        return None
    width, n = _most_covered([(len(lines.shown[i - 1]), lines.needs(i)) for i in running])
    fits = n >= _FITTING * len(running) and _NARROWEST <= width <= _WIDEST
    if fits and n >= min(_SURE_SHARE if n >= _SURE else _SHARE, 1) * n_pairs:
        return Column(width, exact=True)
    return _find_ragged([len(lines.shown[i - 1]) for i in running], n_pairs)


def _most_covered(ranges: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the number that lies in most half-open ranges, the greatest of equals, and in how many it lies."""
    edges = sorted([(start, 1) for start, _ in ranges] + [(end, -1) for _, end in ranges])
    best, n = (0, 0), 0
    for at, step in edges:
        n += step
        best = max(best, (n, at))
    return best[1], best[0]


def _find_ragged(widths: list[int], n_pairs: int) -> Column | None:
    if len(widths) < _SURE or len(widths) < _SHARE * n_pairs:
        return None
    width = round(quantiles(widths, n=10)[-1])
    is_filled = median(widths) >= _FILLED * width
    return Column(width, exact=False) if is_filled and _NARROWEST <= width <= _WIDEST else None


def _find_unbroken(lines: Lines) -> list[bool]:
    """Return which lines begin a paragraph where no column is found: all but the rest of a broken word."""
    return [not (i and _is_rest_of_word(lines, i)) for i in range(len(lines.shown))]


def _is_rest_of_word(lines: Lines, i: int) -> bool:
    broken = lines.follows[i] and _BROKEN_WORD.search(lines.shown[i - 1])
    return bool(broken) and lines.shown[i].lstrip()[:1].islower() and not _COLON.match(lines.shown[i])


def _find_in_column(lines: Lines, column: Column) -> list[bool]:
    """Return which lines begin a paragraph in a text with a column."""
    sure = [i == 0 or not lines.follows[i] or _had_room(lines, i, column) for i in range(len(lines.shown))]
    indent = _find_indent(lines, sure)
    labels, single = _find_openings(lines, sure), _find_single_lines(lines, sure)
    parted = lines.follows.count(False) > sum(sure[i] and lines.follows[i] for i in range(len(sure)))
    return [
        sure[i]
        or i - 1 in single
        or _opening_of(lines.shown[i]) in labels
        or (indent is not None and _indent_of(lines.shown[i]) != indent)
        or (
            not _goes_on(lines, i)
            and (_ITEM.match(lines.shown[i]) is not None or (not parted and _is_label(lines, i)))
        )
        for i in range(len(lines.shown))
    ]


def _had_room(lines: Lines, i: int, column: Column) -> bool:
    """Say whether the next word would have stood on the line above, or either line knows no column."""
    if _is_rest_of_word(lines, i):
        return False
    if _is_beyond(lines.shown[i - 1], column) or _is_beyond(lines.shown[i], column):
        return True
    if len(lines.first_words[i]) > column.width or " " not in lines.shown[i - 1].strip():
        return not lines.runs_on(i)  # a long address may stand on a line of its own
    return lines.needs(i) <= column.width if column.exact else lines.needs(i) < _RAGGED * column.width


def _is_beyond(line: str, column: Column) -> bool:
    """Say whether a line has several words beyond the column, so that it was not broken there."""
    spare = 0 if column.exact else column.width // 4
    return len(line) > column.width + spare and line.rfind(" ") > column.width + spare


def _goes_on(lines: Lines, i: int) -> bool:
    """Say whether no sentence ends on the line above."""
    return not lines.shown[i - 1].rstrip(_CLOSERS).endswith((*_STOPS, ";"))


def _indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())


def _find_indent(lines: Lines, sure: list[bool]) -> int | None:
    """Return how far all lines in mid-sentence are indented, None if they differ."""
    indents = Counter(
        _indent_of(lines.shown[i]) for i in range(1, len(sure)) if not sure[i] and lines.runs_on(i)
    )
    usual, n = indents.most_common(1)[0] if indents else (0, 0)
    return usual if n and n == indents.total() else None


def _opening_of(line: str) -> str:
    """Return what may be a label at a line's start, figures made equal, or nothing."""
    match = _COLON.match(line) or _OTHER_LABEL.match(line)
    if not match or len(match.group().split()) > _NAME_WORDS:
        return ""
    return re.sub(r"\d", "0", match.group())


def _find_openings(lines: Lines, sure: list[bool]) -> set[str]:
    """Return the openings that come back, and that begin paragraphs more often than they follow a full line."""
    openings = [_opening_of(line) for line in lines.shown]
    often = Counter(openings)
    surely = Counter(opening for opening, begins in zip(openings, sure, strict=True) if begins)
    return {o for o, n in often.items() if o and n > 1 and 2 * surely[o] >= n}


def _find_single_lines(lines: Lines, sure: list[bool]) -> set[int]:
    """Return the lines that come back to the letter, figures apart, at the beginning of a paragraph: names, times."""
    keys = {i: re.sub(r"\d", "0", lines.shown[i].strip()) for i, begins in enumerate(sure) if begins}
    often = Counter(keys.values())
    return {i for i, key in keys.items() if often[key] > 1}


def _is_label(lines: Lines, i: int) -> bool:
    """Say whether a line opens with words in capitals and a colon."""
    match = _COLON.match(lines.shown[i])
    words = match["name"].split() if match else []
    return 0 < len(words) <= _NAME_WORDS and all(word[0].isupper() or not word[0].isalpha() for word in words)
