"""From the lines of a PDF to its paragraphs, over columns and pages: a line begins one where the one above had room."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from analysis import language
from analysis.readers.pdf_lines import Line

_STOPS, _CLOSERS = ".!?:…", "\"”’')]»"
_LABEL = re.compile(r"\s*[^\W\d_][^:.!?]{0,50}:\s")
_BROKEN = re.compile(r"(?P<before>[^\W\d_]+)[-‐]$")
_REST = re.compile(r"[^\W\d_]+")
_SUSPENDING = {"and", "or", "to", "und", "oder", "et", "ou", "y", "e"}
_INDENT = 0.6  # of the size
_LEADING = 1.3  # of the usual distance of lines: a wider one parts paragraphs


class Shape(NamedTuple):
    """How the lines of a document are set: usual distance, right edge of each column, and whether they hang."""

    leading: float
    edges: dict[tuple[int, int], float]
    hangs: bool


class Paragraph(NamedTuple):
    """A paragraph: its words, and the name that stands left of it."""

    words: str
    name: str


def join_paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs of lines in reading order; a word broken by a hyphen at a line's end is joined."""
    if not lines:
        return []
    shape = _find_shape(lines)
    groups = [[lines[0]]]
    for above, line in pairwise(lines):
        if _begins(above, line, shape):
            groups.append([])
        groups[-1].append(line)
    words = Counter(
        word.casefold() for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text)
    )
    return [Paragraph(_join(group, words), group[0].name) for group in groups]


def _find_shape(lines: Sequence[Line]) -> Shape:
    steps: Counter[float] = Counter()
    edges: dict[tuple[int, int], float] = defaultdict(float)
    for line in lines:
        edges[_column(line)] = max(edges[_column(line)], line.right)
    indented = []
    for above, line in pairwise(lines):
        if _is_below(above, line):
            steps[round(above.base - line.base)] += 1
            indented += [line] if line.left - above.left > _INDENT * line.size else []
    leading = max(steps, key=lambda step: (steps[step], -step), default=0)
    n_small = sum(line.text.lstrip()[:1].islower() for line in indented)
    return Shape(leading, dict(edges), 3 * n_small > len(indented) > 0)


def _column(line: Line) -> tuple[int, int]:
    """Return what lines of one column on different pages share: its number, and about where it stands."""
    return line.column, int(line.left // 150)


def _is_below(above: Line, line: Line) -> bool:
    """Say whether a line stands right below another one, on its page and in its column."""
    is_near = above.page == line.page and above.column == line.column
    return is_near and 0 < above.base - line.base < 4 * line.size


def _begins(above: Line, line: Line, shape: Shape) -> bool:
    """Say whether a line begins a paragraph."""
    if line.name or abs(above.size - line.size) > 0.08 * above.size:
        return True
    ends = above.text.rstrip().rstrip(_CLOSERS).endswith(tuple(_STOPS))
    if ends and _LABEL.match(line.text):
        return True
    if _is_below(above, line):
        return _is_parted(above, line, shape) or (_had_room(above, line, shape) and not _runs_on(line, ends))
    return _had_room(above, line, shape) and not _runs_on(line, ends)


def _runs_on(line: Line, ends: bool) -> bool:
    return not ends and line.text.lstrip()[:1].islower()


def _is_parted(above: Line, line: Line, shape: Shape) -> bool:
    """Say whether a gap, an indent, or with hanging lines the end of an indent, stands between two lines."""
    gap = above.base - line.base > _LEADING * max(shape.leading, line.size)
    step = (line.left - above.left) / line.size
    return gap or (step < -_INDENT if shape.hangs else step > _INDENT)


def _had_room(above: Line, line: Line, shape: Shape) -> bool:
    """Say whether the first word of a line would have stood on the line above it."""
    first = (line.text.split() or [""])[0]
    width = (line.right - line.left) * (len(first) + 1) / max(1, len(line.text))
    edge = shape.edges[_column(above)]
    return above.right + 1.1 * width < edge - 0.3 * line.size


def _join(lines: Sequence[Line], words: Counter[str]) -> str:
    text = lines[0].text.strip()
    for line in lines[1:]:
        below = line.text.strip()
        broken, rest = _BROKEN.search(text), _REST.match(below)
        if broken and rest:
            text = text[:-1] + _hyphen(broken["before"], rest.group(), words) + below
        else:
            text = f"{text} {below}"
    return text


def _hyphen(before: str, behind: str, words: Counter[str]) -> str:
    """Return the hyphen of a word broken at a line's end if it is the word's own, '' if it is the line's.

    Of `short-` and `and`, the hyphen stands for a word that comes later.
    """
    plain, hyphened = f"{before}{behind}".casefold(), f"{before}-{behind}".casefold()
    if behind in _SUSPENDING:
        return "- "
    if behind[0].isupper() or words[hyphened] > words[plain]:
        return "-"
    if words[plain] or language.is_pronounced(plain):
        return ""
    both = language.is_pronounced(before.casefold()) and language.is_pronounced(behind.casefold())
    return "-" if both else ""
