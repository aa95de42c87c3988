"""Transcripts as programs export them (Otter, Teams, Zoom, Rev, Sonix): a name and a time above or before the words.

`Jane Roe  0:12`, `[00:00:12] Jane Roe: ...`, `Jane Roe (00:12):`, and in Teams a line each for time, name and words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from analysis.readers.marked_rows import read_stamp
from analysis.readers.reading import Reading, Span, Time, Turn

NAME = "transcript with times"
_CLOCK = r"(?P<time>\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?![\d:]))"
_UNTIL = r"(?:\s*(?:-->|[–—-])\s*\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?)?"
_STAMP = rf"[\[(]?{_CLOCK}{_UNTIL}[\])]?+"
# Descript exports Markdown: the name stands between asterisks.
_NAME = r"(?:\*\*)?\[?(?P<name>[^\W\d_][\w'’.&/-]*(?:,?[ ][\w(][\w'’.)&/-]*){0,6})\]?"
_APART = r"(?:[ ]{2,}|[ ]*\t\s*|\s*[–—|•·-]\s*|\s*(?=[\[(]))"
# Each way to print a name and a time: first those with the words on the same line.
_SHAPES = {
    "name, time, words": rf"{_NAME}{_APART}{_STAMP}(?::|\s*[–—|-]|\s|(?<=[\])]))\s*(?P<words>[^\s:].*)",
    "name: time, words": rf"{_NAME}:\s+{_STAMP}\s+(?P<words>[^\s:].*)",
    "time, name: words": rf"{_STAMP}\s*[–—|-]?\s*{_NAME}:\s*(?P<words>[^\s:].*)",
    "name, time": rf"{_NAME}(?:{_APART}|\s){_STAMP}:?",
    "time, name": rf"{_STAMP}\s*[–—|-]?\s*{_NAME}:?",
}
_PATTERNS = {name: re.compile(rf"\s*{shape}\s*") for name, shape in _SHAPES.items()}
_ALONE = re.compile(rf"\s*{_STAMP}\s*")
_NAME_ALONE = re.compile(rf"\s*{_NAME}:?\s*")
_LABEL = re.compile(r"\s*(?P<name>[^\W\d_][^:.!?\n]{0,40}):\s")
# `[Jane Roe] We wait.`, `**Jane Roe** We wait.`
_BOXED = re.compile(r"\s*(?:\[|\(|\*\*|__)(?P<name>[^\W\d_][^\[\](){}*_:.!?\n]{0,40})(?:\]|\)|\*\*|__)\s")
_FULL_NAME = re.compile(r"[A-Z]\S*(?:\s[A-Z]\S*){1,3}")
_ADDED = re.compile(
    r"Transcribed by https?://otter\.ai.*|.{1,60} (?:started|stopped) transcription|(?:SUMMARY KEYWORDS|SPEAKERS)\b.*"
)
_FEWEST = 3  # heads
_RISING = (
    2 / 3
)  # of the times, that are no earlier than the one before: recordings are cut, and clocks set back
_LONGEST = 300  # characters of a line in which a head is looked for


class Head(NamedTuple):
    """The lines that say who speaks and when: the first, and the one behind the last.

    words: where they begin on the last line, 0 if below it.
    """

    first: int
    stop: int
    name: str
    seconds: float
    words: int


def is_timed(text: str) -> bool:
    """Say whether a text is such an export: three heads of one shape, two names, one of which comes back, rising times.

    `Mark 4:12` above a verse is no head: all of its names are alike. A text that also prints labels without a time is
    none: who speaks there is read off its labels.
    """
    lines = text.splitlines()
    heads = _find_heads(lines)
    if len(heads) < _FEWEST or not _rise(heads):
        return False
    names = Counter(head.name for head in heads)
    return 1 < len(names) < len(heads) and not _has_labels(lines, heads, names)


def read_timed(text: str) -> Reading:
    """Read an export with names and times: a turn from each head to the next. The text stays as it is.

    Lines that a program added are notes.
    """
    lines, starts = text.splitlines(), _list_starts(text)
    heads = _find_heads(lines)
    stops = [*(head.first for head in heads[1:]), len(lines)]
    added = [i for i, line in enumerate(lines) if _ADDED.fullmatch(line.strip())]
    turns = [
        _find_turn(text, starts, head, _end(stop, head, added))
        for head, stop in zip(heads, stops, strict=True)
    ]
    notes = [Span(starts[i], starts[i] + len(lines[i])) for i in added]
    times = [Time(turn.start, head.seconds) for turn, head in zip(turns, heads, strict=True) if turn]
    return Reading(text, NAME, tuple(filter(None, turns)), tuple(notes), tuple(times))


def _list_starts(text: str) -> list[int]:
    """Return where each line begins, and the end of the text."""
    lengths = (len(line) for line in text.splitlines(keepends=True))
    return [0, *accumulate(lengths)]


def _end(stop: int, head: Head, added: list[int]) -> int:
    """Return the line at which a turn ends: the next head's, or the first one that a program added."""
    return next((i for i in added if head.stop <= i < stop), stop)


def _find_turn(text: str, starts: list[int], head: Head, stop: int) -> Turn | None:
    """Return the turn of a head by its offsets, None where nothing is said."""
    label = starts[head.first]
    begin = starts[head.stop - 1] + head.words if head.words else starts[head.stop]
    words = text[begin : starts[stop]]
    start, end = begin + len(words) - len(words.lstrip()), begin + len(words.rstrip())
    return Turn(label, start, end, head.name) if start < end else None


def _find_heads(lines: list[str]) -> list[Head]:
    """Return the heads of the commonest shape."""
    by_shape = {name: list(_match_lines(lines, name)) for name in _PATTERNS}
    by_shape["lines"] = list(_match_pairs(lines))
    return max(by_shape.values(), key=len)


def _match_lines(lines: list[str], shape: str) -> Iterator[Head]:
    for i, line in enumerate(lines):
        match = _PATTERNS[shape].fullmatch(line) if ":" in line[:_LONGEST] else None
        if match:
            yield Head(i, i + 1, _clean(match["name"]), _seconds(match), _find_words(match))


def _match_pairs(lines: list[str]) -> Iterator[Head]:
    """Yield the heads whose time and name have a line each, in either order; other lines follow at once."""
    for i, (first, second) in enumerate(pairwise(lines)):
        opens = i == 0 or not lines[i - 1].strip()
        follows = i + 2 < len(lines) and lines[i + 2].strip()
        if not (opens and follows and len(first) < _LONGEST):
            continue
        for clock, name in ((_ALONE.fullmatch(first), second), (_ALONE.fullmatch(second), first)):
            named = _NAME_ALONE.fullmatch(name) if clock else None
            if named:
                yield Head(i, i + 2, _clean(named["name"]), _seconds(clock), 0)


def _find_words(match: re.Match[str]) -> int:
    """Return where the words begin on the line of a head, 0 where they stand below."""
    return match.start("words") if match.groupdict().get("words") else 0


def _clean(name: str) -> str:
    return name.strip(" :-–—|")


def _seconds(match: re.Match[str]) -> float:
    return read_stamp(match["time"]) or 0.0


def _rise(heads: list[Head]) -> bool:
    n_later = sum(a.seconds <= b.seconds for a, b in pairwise(heads))
    return n_later >= _RISING * (len(heads) - 1)


def _has_labels(lines: list[str], heads: list[Head], names: Counter[str]) -> bool:
    """Say whether a line that is no head begins with the label of one who speaks, with a full name, or one again.

    In brackets or bold only the name of one who speaks is a label: `[laughter]` stands there as well.
    """
    taken = {i for head in heads for i in range(head.first, head.stop)}
    rest = [line for i, line in enumerate(lines) if i not in taken]
    if any(match["name"] in names for match in map(_BOXED.match, rest) if match):
        return True
    often = Counter(match["name"] for match in map(_LABEL.match, rest) if match)
    return any(label in names or n > 1 or _FULL_NAME.fullmatch(label) for label, n in often.items())
