"""The lines of a PDF page in reading order: columns one behind the other, heads and page numbers left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.readers.pdf_glyphs import Run
from analysis.readers.raised_marks import is_raised_mark, write_power

_SMALL = 0.88  # of the size of most letters: a footnote's
_NOTE = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?[.)]?\s*\S")
_FEWEST = 3  # lines on each side of a gutter
_LONGEST_NAME = 6  # words


@dataclass(slots=True)
class Line:
    """A line: its words and place. column: which one of a page it stands in. name: what stands left of it, apart."""

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int
    column: int = 0
    name: str = ""


def find_body_size(pages: Sequence[Sequence[Run]]) -> float:
    """Return the size of most letters."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for run in page:
            sizes[round(run.size * 2) / 2] += len(run.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def join_runs(runs: Sequence[Run], page: int, left_out: Counter[str]) -> list[Line]:
    """Return the lines of a page, from above to below; a raised mark behind a word is left out, and counted."""
    lines: list[Line] = []
    for run in runs:
        before = lines[-1] if lines else None
        if before and _is_raised(run, before):
            _join_raised(before, run, left_out)
        elif before and _goes_on(run, before):
            between = " " if run.left - before.right > 0.15 * before.size else ""
            before.text += between + run.text
            before.right = run.right
        else:
            lines.append(Line(run.text, run.left, run.right, run.base, run.size, page))
    return sorted(lines, key=lambda line: (-round(line.base / 3), line.left))


def _is_beside(run: Run, line: Line) -> bool:
    return -0.3 * line.size < run.left - line.right < 0.8 * line.size


def _is_raised(run: Run, line: Line) -> bool:
    raised = 0.12 * line.size < run.base - line.base < 0.8 * line.size
    return raised and run.size < 0.9 * line.size and _is_beside(run, line) and len(run.text.strip()) <= 8


def _goes_on(run: Run, line: Line) -> bool:
    return abs(run.base - line.base) < 0.12 * line.size and _is_beside(run, line)


def _join_raised(line: Line, run: Run, left_out: Counter[str]) -> None:
    words = run.text.strip()
    if is_raised_mark(words, line.text.rstrip()[-20:]):
        left_out["footnote marks"] += 1
    else:
        line.text = line.text.rstrip() + write_power(words)
    line.right = run.right


def part_notes(lines: list[Line], body: float) -> tuple[list[Line], list[Line]]:
    """Return the lines of a page without its footnotes, and those: small lines below all others, opened by a mark."""
    large = [line for line in lines if line.size >= _SMALL * body]
    below = [line for line in lines if line.size < _SMALL * body and not _has_below(line, large)]
    opens = next((i for i, line in enumerate(below) if _NOTE.match(line.text)), None)
    if opens is None or not large:
        return lines, []
    notes = below[opens:]
    chosen = {id(line) for line in notes}
    return [line for line in lines if id(line) not in chosen], notes


def _has_below(line: Line, others: list[Line]) -> bool:
    return any(
        other.base < line.base and other.left < line.right and line.left < other.right for other in others
    )


def order_lines(lines: list[Line]) -> list[Line]:
    """Return the lines of a page as they are read; a narrow column of names stands before the words of its rows."""
    gutter = _find_gutter(lines)
    if gutter is None:
        return _join_rows(lines, None)
    return _join_rows(lines, gutter) if _holds_names(lines, gutter) else _read_columns(lines, gutter)


def _holds_names(lines: list[Line], gutter: float) -> bool:
    """Say whether what stands left of a gutter are names: short, some of them again and again, or few."""
    left = [line for line in lines if line.right <= gutter + 1]
    n_right = sum(line.left >= gutter for line in lines)
    names = {" ".join(line.text.split()).casefold() for line in left}
    is_short = all(len(name.split()) <= _LONGEST_NAME for name in names)
    return is_short and (len(names) < len(left) or 2 * len(left) <= n_right)


def _find_gutter(lines: list[Line]) -> float | None:
    """Return the left edge of a second column: where several lines begin, that others beside them do not cross."""
    starts = Counter(round(line.left) for line in lines)
    found = []
    for start, n in starts.items():
        gutter = start - 0.5
        left = [line for line in lines if line.right <= gutter + 1]
        right = [line for line in lines if line.left >= gutter]
        crossing = len(lines) - len(left) - len(right)
        if n < _FEWEST or len(left) < _FEWEST or not _are_beside(left, right):
            continue
        found.append((crossing, -n, gutter))
    fewest = min(found, default=None)
    return fewest[2] if fewest and fewest[0] <= len(lines) / 2 else None


def _are_beside(left: list[Line], right: list[Line]) -> bool:
    """Say whether the lines on two sides share their height on the page."""
    low, high = (
        max(min(x.base for x in left), min(x.base for x in right)),
        min(max(x.base for x in left), max(x.base for x in right)),
    )
    return sum(low <= line.base <= high for line in right) >= _FEWEST - 1


def _read_columns(lines: list[Line], gutter: float) -> list[Line]:
    """Return the lines of two or more columns; a line across them ends what stands above it."""
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if line.right <= gutter + 1:
            left.append(line)
        elif line.left >= gutter:
            right.append(line)
        else:
            ordered += [*_end_band(left, right), line]
            left, right = [], []
    return ordered + _end_band(left, right)


def _end_band(left: list[Line], right: list[Line]) -> list[Line]:
    first, second = order_lines(left) if left else [], order_lines(right) if right else []
    step = 1 + max((line.column for line in first), default=0)
    for line in second:
        line.column += step
    return first + second


def _join_rows(lines: list[Line], gutter: float | None) -> list[Line]:
    """Return lines with what stands on one row joined; what stands left of the gutter names the row."""
    rows: list[Line] = []
    for line in lines:
        above = rows[-1] if rows else None
        if above is None or abs(above.base - line.base) > 0.4 * line.size:
            rows.append(line)
        elif gutter is not None and above.right <= gutter + 1 <= line.left + 2 and not above.name:
            above.name, above.text, above.left, above.right = (
                above.text.strip(),
                line.text,
                line.left,
                line.right,
            )
        else:
            above.text += f" {line.text}"
            above.right = max(above.right, line.right)
    return rows
