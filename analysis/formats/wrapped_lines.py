"""Lines broken by hand or by a machine at a column, joined again to paragraphs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property
from itertools import pairwise
from statistics import median, quantiles
from typing import NamedTuple

from analysis.formats.cues.boilerplate import is_furniture
from analysis.formats.cues.label_shapes import read_label
from analysis.formats.cues.line_numbers import blank_line_numbers
from analysis.formats.paragraphs import split_paragraphs
from analysis.formats.role_map import Paragraph

_BREAK = re.compile(r"\r\n?|\n")
_FIRST_WORD = re.compile(r"[ \t]*([^ \t]*)")  # a space that does not break belongs to it
_STOPS, _CLOSERS = ".!?:…", "\"”’')]*_"
_BROKEN_WORD = re.compile(r"[^\W_][-‐\u00ad]$")
# An opening that may be a label: `Roe:`, `[00:12] Jane Roe:`, `- Q:`; and one without a colon: `Q.`, `ROE —`, `[Roe]`
_COLON = re.compile(r"(?P<name>\W{0,6}(?:\d[\d:.,/ ]{0,20}\W{0,4})?[^\W\d_][^:：\n]{0,60}?)\s?[:：](?!//)")
_OTHER_LABEL = re.compile(
    r"\W{0,6}(?:[^\W\d_][\w'’.]*\s?){1,4}(?:\.|[.,]?\s?[–—-]|\t|  )(?=\s)|\[[^\]\n]{1,60}\]"
)
_BRACKET_LINES = 4  # that a bracket may go on
_NAME_WORDS, _LABEL = 6, 120  # words, characters
_FOOTNOTE = re.compile(r"\s*(?:[¹²³⁰⁴-⁹*†‡]|\d{1,2}\[)\S")
_ITEM = re.compile(r"\s*\(?(?P<mark>\d{1,2}(?=[.)])|[-–—•*])[.)]?\s")
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
        self.follows = [False, *(_is_break(text[a.end : b.start]) for a, b in pairwise(spans))]
        self.top = text[:5000]

    @cached_property
    def in_capitals(self) -> bool:
        """Whether most letters are."""
        letters = [c for c in self.top if c.isalpha()]
        return 2 * sum(c.isupper() for c in letters) > len(letters)

    def runs_on(self, i: int) -> bool:
        """Say whether a sentence goes on from the line above: no stop there, and then a small letter."""
        above, first = self.shown[i - 1].rstrip(_CLOSERS), self.shown[i].lstrip()[:1]
        is_small = first.isalpha() if self.in_capitals else first.islower()
        return self.follows[i] and is_small and not above.endswith(tuple(_STOPS))

    def opening(self, i: int) -> str:
        """Return a line with the one below it, on which a long label may go on."""
        below = self.shown[i + 1].lstrip() if i + 1 < len(self.shown) and self.follows[i + 1] else ""
        return f"{self.shown[i][:_LABEL]} {below[:_LABEL]}"

    def needs(self, i: int) -> int:
        """Return how wide the line above would be with the first word of this one."""
        first_word = _FIRST_WORD.match(self.shown[i])[1]
        return len(self.shown[i - 1]) + 1 + len(first_word)


def _is_break(gap: str) -> bool:
    """Say whether one line's end, and no empty line, stands between two lines."""
    return gap in ("\n", "\r\n") or len(_BREAK.findall(gap)) == 1


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
    column = _find_column(lines) if any(lines.follows) else None
    return _find_in_column(lines, column) if column else _find_unbroken(lines)


def _find_column(lines: Lines) -> Column | None:
    """Return the column at which lines are broken, None if they are not.

    Lines that end in mid-sentence show it: each is as wide as the column allows, so the column lies between its
    width and its width with the next word. One width lies there for nearly all of them, whatever the others are;
    or, in a ragged column, they are of much the same width.
    """
    pairs = [i for i, follows in enumerate(lines.follows) if follows]
    running = [i for i in pairs if lines.runs_on(i) and not _COLON.match(lines.shown[i])]
    width, n = _most_covered(lines, running)
    is_shown = n >= _FITTING * len(running) and _is_much(n, len(pairs))
    if _is_width(width) and (is_shown or (n == len(running) and _is_widest(lines, width))):
        return Column(width, exact=True)
    width, n = _most_covered(lines, pairs)
    parted = n > 1 or lines.follows.count(False) > 2  # the first line follows none
    if running and parted and n == len(pairs) and _is_width(width) and _is_widest(lines, width):
        return Column(width, exact=True)
    return _find_ragged([len(lines.shown[i - 1]) for i in running], len(pairs))


def _is_much(n: int, n_pairs: int) -> bool:
    """Say whether lines in mid-sentence are enough to show a column."""
    return n >= _SURE_SHARE * n_pairs if n >= _SURE else n >= max(_FEWEST, _SHARE * n_pairs)


def _is_widest(lines: Lines, width: int) -> bool:
    """Say whether no line is wider than a column, but for a single long word."""
    return all(len(line) <= width or " " not in line.strip() for line in lines.shown)


def _is_width(width: int) -> bool:
    return _NARROWEST <= width <= _WIDEST


def _most_covered(lines: Lines, chosen: list[int]) -> tuple[int, int]:
    """Return the width that makes most of the chosen lines begin where they do, and how many; of equals the greatest.

    A line begins where the one above is no wider, and would be with the first word of this one. No line is so wide
    that lies between all that widths allow.
    """
    edges = sorted(
        (at, step) for i in chosen for at, step in ((len(lines.shown[i - 1]), 1), (lines.needs(i), -1))
    )
    best, n = (0, 0, 0), 0
    for (at, step), (following, _) in pairwise([*edges, (_WIDEST, 0)]):
        n += step
        best = max(best, (n, at, following))
    n, low, high = best
    return max([low, *(len(line) for line in lines.shown if low < len(line) < high)]), n


def _find_ragged(widths: list[int], n_pairs: int) -> Column | None:
    if len(widths) < _SURE or len(widths) < _SHARE * n_pairs:
        return None
    width = round(quantiles(widths, n=10)[-1])
    is_filled = median(widths) >= _FILLED * width
    return Column(width, exact=False) if is_filled and _is_width(width) else None


def _find_unbroken(lines: Lines) -> list[bool]:
    """Return which lines begin a paragraph where no column is found: all but the rest of a broken word."""
    return [not (i and _is_rest_of_word(lines, i)) for i in range(len(lines.shown))]


def _is_rest_of_word(lines: Lines, i: int) -> bool:
    broken = lines.follows[i] and _BROKEN_WORD.search(lines.shown[i - 1])
    return bool(broken) and lines.shown[i].lstrip()[:1].islower() and not _COLON.match(lines.shown[i])


def _find_in_column(lines: Lines, column: Column) -> list[bool]:
    """Return which lines begin a paragraph in a text with a column."""
    n = len(lines.shown)
    sure = [_is_sure(lines, i, column) for i in range(n)]
    parted = _is_parted(lines, sure)
    begins = _find_labels(lines, sure, parted=parted) | _find_items(lines) | _find_indented(lines, sure)
    begins |= {i + 1 for i in _find_single_lines(lines, sure)}
    if not parted:
        begins |= _find_apart(lines)
    return [sure[i] or i in begins for i in range(n)]


def _is_sure(lines: Lines, i: int, column: Column) -> bool:
    """Say whether a line begins a paragraph for certain: the first, one behind a blank, one that had room above."""
    return i == 0 or not lines.follows[i] or _had_room(lines, i, column)


def _is_parted(lines: Lines, sure: list[bool]) -> bool:
    """Say whether blank lines begin more paragraphs than room on the line above does."""
    n_blank = lines.follows.count(False)
    n_room = sum(is_sure and follows for is_sure, follows in zip(sure, lines.follows, strict=True))
    return n_blank > n_room


def _find_apart(lines: Lines) -> set[int]:
    """Find lines that stand apart from the one above and do not go on with it."""
    later = range(1, len(lines.shown))
    return {i for i in later if not _goes_on(lines, i) and _stands_apart(lines, i)}


def _had_room(lines: Lines, i: int, column: Column) -> bool:
    """Say whether the next word would have stood on the line above, or either line knows no column."""
    if _is_rest_of_word(lines, i):
        return False
    if _is_beyond(lines.shown[i - 1], column) or _is_beyond(lines.shown[i], column):
        return True
    if _is_word(lines.shown[i], column) or _is_word(lines.shown[i - 1], column):
        return not _is_amid(lines, i)
    return lines.needs(i) <= column.width if column.exact else lines.needs(i) < _RAGGED * column.width


def _is_beyond(line: str, column: Column) -> bool:
    """Say whether a line has several words beyond the column, so that it was not broken there."""
    spare = 0 if column.exact else column.width // 4
    return len(line) > column.width + spare and line.rfind(" ") > column.width + spare


def _is_word(line: str, column: Column) -> bool:
    """Say whether a line is one word as wide as the column or wider: an address."""
    return len(line) >= column.width and " " not in line.strip()


def _is_amid(lines: Lines, i: int) -> bool:
    """Say whether a sentence goes on over an address that has a line of its own, or is one broken at the column."""
    above, here = lines.shown[i - 1].strip(), lines.shown[i].strip()
    if " " not in above:
        return here[:1].islower() or " " not in here
    return not above.endswith((*_STOPS, *_CLOSERS)) and i + 1 < len(lines.shown) and lines.runs_on(i + 1)


def _goes_on(lines: Lines, i: int) -> bool:
    """Say whether no sentence ends on the line above."""
    return not lines.shown[i - 1].rstrip(_CLOSERS).endswith((*_STOPS, ";"))


def _find_items(lines: Lines) -> set[int]:
    """Return the lines behind a full stop that begin with the mark of a list, which holds another item."""
    marks = {i: match["mark"] for i, line in enumerate(lines.shown) if (match := _ITEM.match(line))}
    often = Counter(marks.values())
    numbers = {int(mark) for mark in often if mark.isdigit()}
    near = {str(n) for n in numbers if not numbers.isdisjoint((n - 1, n + 1))}
    return {
        i for i, mark in marks.items() if (mark in near or often[mark] > 1) and i and not _goes_on(lines, i)
    }


def _find_indented(lines: Lines, sure: list[bool]) -> set[int]:
    """Return the lines that are indented otherwise than all lines in mid-sentence, which are alike in this."""
    indents = [len(line) - len(line.lstrip()) for line in lines.shown]
    running = {indents[i] for i in range(1, len(sure)) if not sure[i] and lines.runs_on(i)}
    return {i for i, indent in enumerate(indents) if len(running) == 1 and indent not in running}


def _opening_of(line: str) -> str:
    """Return what may be a label at a line's start, figures made equal, or nothing."""
    match = _COLON.match(line) or _OTHER_LABEL.match(line)
    if not match or len(match.group().split()) > _NAME_WORDS:
        return ""
    return re.sub(r"\d", "0", match.group())


def _find_labels(lines: Lines, sure: list[bool], *, parted: bool) -> set[int]:
    """Return the lines with an opening that comes back, and that begins paragraphs more often than not.

    parted: empty lines part the paragraphs, so that only what a colon ends, and a full stop stands before, opens one.
    """
    openings = {i: opening for i in range(len(sure)) if (opening := _opening_of(lines.opening(i)))}
    often = Counter(openings.values())
    surely = Counter(opening for i, opening in openings.items() if sure[i])
    enough = {
        o for o, n in often.items() if n >= (2 if o.endswith((":", "：")) else 3) and 2 * surely[o] >= n
    }
    labels = {o for o in enough if re.search(r"[^\W\d_]", o)}
    found = {i for i, opening in openings.items() if opening in labels and i}
    return {i for i in found if not parted or (openings[i].endswith(":") and not _goes_on(lines, i))}


def _find_single_lines(lines: Lines, sure: list[bool]) -> set[int]:
    """Return the lines that come back, figures apart, to begin different paragraphs: names, times.

    Where the same line follows each time, they are the beginning of a title that comes back.
    """
    begun = [i for i in range(len(sure) - 1) if sure[i] and not lines.runs_on(i + 1)]
    same = defaultdict(list)
    for i in begun:
        same[_without_figures(lines.shown[i])].append(i)
    recurring = [places for line, places in same.items() if len(places) > 1 and _is_whole(line)]
    found = {i for places in recurring if _go_on_apart(lines, places) for i in places}
    return {i for i in found if not _is_part_of_label(lines, i)}


def _without_figures(line: str) -> str:
    return re.sub(r"\d", "0", line.strip())


def _go_on_apart(lines: Lines, places: list[int]) -> bool:
    """Say whether another line follows each time."""
    below = {lines.shown[i + 1] for i in places}
    return len(below) == len(places)


def _is_whole(line: str) -> bool:
    """Say whether what a line opens in brackets it closes."""
    return line.count("(") == line.count(")")


def _is_part_of_label(lines: Lines, i: int) -> bool:
    return len(_opening_of(lines.opening(i))) > len(lines.shown[i])


def _stands_apart(lines: Lines, i: int) -> bool:
    """Say whether a line opens with a label or as a footnote, or is, or stands below, a part of the page."""
    above = "".join(lines.shown[max(0, i - _BRACKET_LINES) : i])
    if max(map(above.rfind, "([{")) > max(map(above.rfind, ")]}")):
        return False
    if _FOOTNOTE.match(lines.shown[i]):
        return True
    return (
        _is_label(lines, i)
        or is_furniture(lines.shown[i].strip())
        or is_furniture(lines.shown[i - 1].strip())
    )


def _is_label(lines: Lines, i: int) -> bool:
    """Say whether a line opens with what a colon or a time shows to be a label."""
    opening = lines.opening(i)
    label = read_label(opening, Paragraph(0, len(opening)))
    return label is not None and label.marked
