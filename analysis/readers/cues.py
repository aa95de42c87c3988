"""The cues of a subtitle file: when, and lines with their voices where <v Name> tells; each line once."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from analysis.errors import InputError
from analysis.readers.reading import Writer

_TIME = r"(?:\d+:)?\d{1,2}:\d{2}(?: ?[.,:] ?\d{1,3})?"
# After the times stand settings of the cue: where it is shown.
TIMING = re.compile(rf"^[ \t]*({_TIME})[ \t]*-->[ \t]*({_TIME})(?:[ \t][^\n]*)?$", re.MULTILINE)
_BROKEN = re.compile(r"^[ \t]*[\d:.,]+[ \t]*-->[^\n]*", re.MULTILINE)
_CUT = re.compile(r"^[ \t]*\d{1,3}:\d{2}[:.,][\d:.,]*[ \t]*-{0,2}\s*\Z", re.MULTILINE)
_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_VOICE = re.compile(r"<(/)?v(?:\.[^\s<>]*)?(?:[ \t]+([^<>]*))?>", re.IGNORECASE)
# How a word is pronounced (ruby), and pictures drawn with letters (ASS), are no words.
_UNSPOKEN = re.compile(
    r"<rt[^>]*>[^<]*(?:</rt>)?|\{[^{}]*\\p[1-9][^{}]*\}.*?(?:\{[^{}]*\\p0[^{}]*\}|$)", re.DOTALL
)
_TAG = re.compile(r"</?[A-Za-z\d][^<>]*>|\{(?:\\|[A-Za-z]:)[^{}]*\}")
_BREAK = re.compile(r"\\[Nnh]|[\u200b\u200e\u200f\u2060]|<br\s*/?>", re.IGNORECASE)
_MOST_SHOWN = 20  # lines that stand on a screen at once
_INSTANT = 0.1  # seconds: nobody reads a cue that is so short


class Line(NamedTuple):
    """A line of a cue: who says it, where a tag tells ('' for nobody), and its words."""

    voice: str
    words: str


class Cue(NamedTuple):
    """A cue: when it begins and ends, in seconds, and its lines."""

    begin: float
    end: float
    lines: list[Line]


def list_cues(text: str, writer: Writer, *, blank_ends: bool) -> list[Cue]:
    """Return the cues of a file that have words, none of them twice; what is left out is counted.

    blank_ends: whether an empty line ends a cue, as in WebVTT; in SubRip the next timing does.
    Raises InputError for a timing that is none.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    cues = list(_read_cues(text, writer, blank_ends))
    return _drop_grown(_drop_shown(cues, writer), writer)


def _read_cues(text: str, writer: Writer, blank_ends: bool) -> Iterator[Cue]:
    timings = list(TIMING.finditer(text))
    _check_timings(text, len(timings))
    stops = [timing.start() for timing in timings] + [len(text)]
    number = _skip_header(text[: stops[0]], writer)
    for timing, stop in zip(timings, stops[1:], strict=True):
        body = text[timing.end() + 1 : stop]
        is_last = stop == len(text)
        said = _cut_block(body, writer, is_last) if blank_ends else body
        said, number = (said, number) if is_last else _cut_number(said, number)
        yield Cue(_seconds(timing[1]), _seconds(timing[2]), list(_read_lines(said, writer)))


def _check_timings(text: str, n_read: int) -> None:
    arrows = _BROKEN.finditer(text) if text.count("-->") > n_read else ()
    broken = next((f for f in arrows if not TIMING.match(f[0])), None) or _CUT.search(text[-100:])
    if broken:
        line = text.count("\n", 0, text.rindex(broken[0])) + 1
        raise InputError(
            f"line {line}: '{broken[0].strip()[:60]}' is no timing such as 00:01:02.500 --> 00:01:04.000; mend it."
        )


def _skip_header(head: str, writer: Writer) -> int:
    """Count what stands before the first cue: the lines of the header, notes and styles; return the cue's number."""
    lines, *blocks = head.strip().split("\n\n")
    writer.left_out["header lines"] += len(lines.split("\n")) - 1
    writer.left_out["notes and styles"] += sum(bool(_BLOCK.match(block.strip())) for block in blocks)
    return _cut_number(head, 0)[1]


def _cut_block(body: str, writer: Writer, is_last: bool) -> str:
    """Return what a cue holds: the lines up to the first empty one; behind them stand notes and an identifier."""
    if body.startswith("\n"):
        return ""
    said, _, rest = body.partition("\n\n")
    blocks = [block for block in rest.split("\n\n") if block.strip()]
    if blocks and not is_last and not rest.endswith("\n\n") and not _BLOCK.match(blocks[-1].strip()):
        blocks[-1:] = []  # the identifier of the next cue
    for block in blocks:
        kind = "notes and styles" if _BLOCK.match(block.strip()) else "paragraphs without a time"
        writer.left_out[kind] += 1
    return said


def _cut_number(said: str, number: int) -> tuple[str, int]:
    """Return the words before the number of the next cue, and that number: the last line, even without a blank one."""
    before, _, last = said.rstrip().rpartition("\n")
    last = last.strip()
    if not (last.isascii() and last.isdecimal()):
        return said, number
    if before.endswith("\n") or not before.strip() or (number and int(last[:9]) == number + 1):
        return before, int(last[:9])
    return said, number


def _seconds(stamp: str) -> float:
    clock = stamp.replace(" ", "").replace(",", ".")
    if clock.count(":") == 3:  # 00:00:01:500
        clock = ".".join(clock.rsplit(":", 1))
    parts = [float(part) for part in clock.split(":")]
    return sum(part * 60**i for i, part in enumerate(reversed(parts)))


def _read_lines(said: str, writer: Writer) -> Iterator[Line]:
    """Yield the lines of a cue that have words; a voice goes on until another one, or its end."""
    if "<" not in said and "{" not in said:
        for line in said.split("\n"):
            if words := _plain(line):
                yield Line("", words)
        return
    said, n = _UNSPOKEN.subn(" ", said)
    writer.left_out["pronunciations and drawings"] += n
    before, *parts = _VOICE.split(said)
    yield from _list_lines("", before, writer)
    for ends, name, words in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        voice = "" if ends else " ".join(html.unescape(name or "").split())
        yield from _list_lines(voice, words, writer)


def _list_lines(voice: str, said: str, writer: Writer) -> Iterator[Line]:
    said, n = _TAG.subn("", _BREAK.sub(" ", said))
    writer.left_out["tags"] += n
    for line in said.split("\n"):
        if words := _plain(line):
            yield Line(voice, words)


def _plain(line: str) -> str:
    """Return the words of a line without tags: with characters for their names, and blanks for breaks."""
    if "&" in line:
        line = html.unescape(line)
    return " ".join(_BREAK.sub(" ", line).split())


def _drop_shown(cues: list[Cue], writer: Writer) -> list[Cue]:
    """Drop the lines that a rolling caption shows again: those with which the cue before it ended."""
    shown: list[Line] = []
    kept, last = [], Cue(-1.0, -1.0, [])
    for cue in cues:
        again = _count_again(cue, last, shown)
        writer.left_out["lines shown twice"] += again
        kept.append(cue._replace(lines=cue.lines[again:]))
        shown, last = cue.lines or shown, cue
    return [cue for cue in kept if cue.lines]


def _count_again(cue: Cue, last: Cue, shown: list[Line]) -> int:
    """Return how many lines of a cue stood there before.

    Said again in earnest is a whole cue; a rolling caption shows lines above a new one, or for an instant; a layer
    of the same picture shows them at the same time.
    """
    lines = cue.lines
    longest = min(len(lines), len(shown), _MOST_SHOWN)
    again = next((n for n in range(longest, 0, -1) if _words(shown[-n:]) == _words(lines[:n])), 0)
    at_once = cue.begin == last.begin and cue.end == last.end
    return again if again < len(lines) or cue.end - cue.begin < _INSTANT or at_once else 0


def _words(lines: list[Line]) -> list[str]:
    return [line.words for line in lines]


def _drop_grown(cues: list[Cue], writer: Writer) -> list[Cue]:
    """Drop cues that the next one repeats and goes on, where a third of a file does so, as live captions do."""
    grown = [_grows(cue, following) for cue, following in pairwise(cues)]
    if sum(grown) < 3 or sum(grown) * 3 < len(cues):
        return cues
    kept, begin = [], None
    for cue, is_grown in zip(cues, [*grown, False], strict=True):
        begin = cue.begin if begin is None else begin
        if not is_grown:
            kept.append(cue._replace(begin=begin))
            begin = None
    writer.left_out["lines shown twice"] += sum(grown)
    return kept


def _grows(cue: Cue, following: Cue) -> bool:
    if following.begin - cue.end >= 1:
        return False
    return " ".join(_words(following.lines)).startswith(" ".join(_words(cue.lines)) + " ")
