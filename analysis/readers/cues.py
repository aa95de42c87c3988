"""The cues of a subtitle file: when, and lines with their voices where <v Name> tells."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from analysis.errors import InputError
from analysis.readers.reading import Writer
from analysis.readers.rolling import Cue, Line, drop_repeated

_TIME = r"(?:\d+:)?\d{1,2}:\d{2}(?: ?[.,:] ?\d{1,3})?"
_USUAL = re.compile(r"([0-9]{2}):([0-9]{2}):([0-9]{2})[.,]([0-9]{3})")
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
_BREAK = re.compile(r"\\[Nnh]|<br\s*/?>", re.IGNORECASE)
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060]")  # marks of direction and of places for a break
# Most cues are one voice, or none, and words without a mark: they are read at once.
_SIMPLE = re.compile(r"\s*(?:<v ([^<>&\n]*)>)?([^<>&{\\\u200b\u200e\u200f\u2060]*)(?:</v>)?\s*")


def list_cues(text: str, writer: Writer, *, blank_ends: bool) -> list[Cue]:
    """Return the cues of a file that have words, none of them twice; what is left out is counted.

    blank_ends: whether an empty line ends a cue, as in WebVTT; in SubRip the next timing does.
    Raises InputError for a timing that is none.
    """
    text = (
        text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    )  # files put together have marks inside
    return drop_repeated(list(_read_cues(text, writer, blank_ends)), writer)


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
    if not is_last and "\n" not in rest[:-1] and not _BLOCK.match(rest):
        return said  # behind it stands one line, an identifier, or none
    blocks = [block for block in rest.split("\n\n") if block.strip()]
    if blocks and not is_last and not rest.endswith("\n\n") and not _BLOCK.match(blocks[-1].strip()):
        blocks[-1:] = []  # the identifier of the next cue
    for block in blocks:
        kind = "notes and styles" if _BLOCK.match(block.strip()) else "paragraphs without a time"
        writer.left_out[kind] += 1
    return said


def _cut_number(said: str, number: int) -> tuple[str, int]:
    """Return the words before the number of the next cue, and that number: the last line, even without a blank one."""
    if not said.rstrip()[-1:].isdecimal():
        return said, number
    before, _, last = said.rstrip().rpartition("\n")
    last = last.strip()
    if not (last.isascii() and last.isdecimal()):
        return said, number
    if before.endswith("\n") or not before.strip() or (number and int(last[:9]) == number + 1):
        return before, int(last[:9])
    return said, number


def _seconds(stamp: str) -> float:
    if usual := _USUAL.fullmatch(stamp):  # read at once, as most are
        hours, minutes, seconds, thousandths = map(int, usual.groups())
        return (hours * 60 + minutes) * 60 + seconds + thousandths / 1000
    clock = stamp.replace(" ", "").replace(",", ".")
    if clock.count(":") == 3:  # 00:00:01:500
        clock = ".".join(clock.rsplit(":", 1))
    seconds = 0.0
    for part in clock.split(":"):
        seconds = seconds * 60 + float(part)
    return seconds


def _read_lines(said: str, writer: Writer) -> Iterator[Line]:
    """Yield the lines of a cue that have words; a voice goes on until another one, or its end."""
    if simple := _SIMPLE.fullmatch(said):
        voice = " ".join((simple[1] or "").split())
        for line in simple[2].split("\n"):
            if words := " ".join(line.split()):
                yield Line(voice, words)
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
    return " ".join(_INVISIBLE.sub("", _BREAK.sub(" ", line)).split())
