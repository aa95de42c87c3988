"""Transcripts as programs export them (Otter, Teams, Zoom, Rev, Sonix): a name and a time above or before the words.

`Jane Roe  0:12`, `[00:00:12] Jane Roe: ...`, `Jane Roe (00:12):`, and in Teams a line each for time, name and words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from analysis.errors import InputError
from analysis.readers.marked_rows import read_stamp
from analysis.readers.reading import Reading, Writer

_CLOCK = r"(?P<time>\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?(?![\d:]))"
_UNTIL = r"(?:\s*(?:-->|[–—-])\s*\d{1,3}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?)?"
_STAMP = rf"[\[(]?{_CLOCK}{_UNTIL}[\])]?+"
_NAME = r"\[?(?P<name>[^\W\d_][\w'’.&/-]*(?:,?[ ][\w(][\w'’.)&/-]*){0,6})\]?"
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
_FULL_NAME = re.compile(r"[A-Z]\S*(?:\s[A-Z]\S*){1,3}")
_ADDED = re.compile(
    r"Transcribed by https?://otter\.ai.*|.{1,60} (?:started|stopped) transcription|(?:SUMMARY KEYWORDS|SPEAKERS)\b.*"
)
_FEWEST = 3  # heads
_LONGEST = 300  # characters of a line in which a head is looked for


class Head(NamedTuple):
    """The lines that say who speaks and when: the first, the one behind the last, and words on the same line."""

    first: int
    stop: int
    name: str
    seconds: float
    words: str


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
    """Read an export with names and times: a turn each time the voice changes."""
    lines, writer = text.splitlines(), Writer()
    heads = _find_heads(lines)
    if not heads:
        raise InputError("no line of it holds a name and a time; check that it is whole.")
    for paragraph in _drop_added(_list_paragraphs(lines[: heads[0].first]), writer):
        writer.write(paragraph)
    for head, stop in zip(heads, [*(head.first for head in heads[1:]), len(lines)], strict=True):
        said = [head.words, *lines[head.stop : stop]]
        for paragraph in _drop_added(_list_paragraphs(said), writer):
            writer.say(head.name, paragraph, time=head.seconds, paragraph=True)
    return writer.finish("transcript with times")


def _find_heads(lines: list[str]) -> list[Head]:
    """Return the heads of the commonest shape."""
    by_shape = {name: list(_match_lines(lines, name)) for name in _PATTERNS}
    by_shape["lines"] = list(_match_pairs(lines))
    return max(by_shape.values(), key=len)


def _match_lines(lines: list[str], shape: str) -> Iterator[Head]:
    for i, line in enumerate(lines):
        match = _PATTERNS[shape].fullmatch(line) if ":" in line[:_LONGEST] else None
        if match:
            yield Head(i, i + 1, _clean(match["name"]), _seconds(match), match.groupdict().get("words") or "")


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
                yield Head(i, i + 2, _clean(named["name"]), _seconds(clock), "")


def _clean(name: str) -> str:
    return name.strip(" :-–—|")


def _seconds(match: re.Match[str]) -> float:
    return read_stamp(match["time"]) or 0.0


def _rise(heads: list[Head]) -> bool:
    return all(a.seconds <= b.seconds for a, b in pairwise(heads))


def _has_labels(lines: list[str], heads: list[Head], names: Counter[str]) -> bool:
    """Say whether a line that is no head begins with the label of one who speaks, with a full name, or one again."""
    taken = {i for head in heads for i in range(head.first, head.stop)}
    labels = [
        match["name"] for i, line in enumerate(lines) if i not in taken and (match := _LABEL.match(line))
    ]
    often = Counter(labels)
    return any(label in names or n > 1 or _FULL_NAME.fullmatch(label) for label, n in often.items())


def _list_paragraphs(lines: list[str]) -> list[str]:
    """Return lines as paragraphs: an empty line parts them."""
    paragraphs = [""]
    for line in lines:
        if line.strip():
            paragraphs[-1] = f"{paragraphs[-1]} {line.strip()}".strip()
        elif paragraphs[-1]:
            paragraphs.append("")
    return [paragraph for paragraph in paragraphs if paragraph]


def _drop_added(paragraphs: list[str], writer: Writer) -> Iterator[str]:
    """Yield the paragraphs that the program did not add; count the others."""
    for paragraph in paragraphs:
        is_added = _ADDED.fullmatch(paragraph) is not None
        writer.left_out["lines that a program added"] += is_added
        if not is_added:
            yield paragraph
