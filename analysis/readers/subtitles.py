"""Subtitles: WebVTT (W3C 2019) and SubRip. Cues are joined, so that a phrase runs over their edges.

webvtt-py 0.5 and pycaption 2.2 lose voices or write them as words, so cues are read here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.errors import InputError
from analysis.readers.reading import Reading, Writer

_TIME = r"(?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
_TIMING = re.compile(rf"\s*(?P<begin>{_TIME})\s*-->\s*(?P<end>{_TIME})(?:[ \t].*)?")
_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")
_VOICE = re.compile(r"<(?P<end>/)?v(?:\.[^\s>]*)?(?:\s+(?P<name>[^>]*))?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z\d][^<>\n]*>|\{\\[^}\n]*\}")
# What opens somebody's words inside a cue: `>>`, a dash, `NAME:`.
_OPENING = re.compile(r"\s*(?:>>|[-–—]\s*\S|(?:\[[^\]\n]{1,30}\]\s*)?[^\W\d_][^:.!?<>\n]{0,40}:(?:\s|$))")
_PAUSE = 4.0  # seconds of silence after a sentence that begin a paragraph where nobody is named
_STOPS = ".!?…"


class Cue(NamedTuple):
    """A cue: when it begins and ends, in seconds, and its lines."""

    begin: float
    end: float
    lines: list[str]


def is_webvtt(text: str) -> bool:
    """Say whether a text is WebVTT: its first line says so."""
    return re.match(r"WEBVTT(?:[ \t\r\n]|$)", text) is not None


def is_subrip(text: str) -> bool:
    """Say whether a text is SubRip: a number, a timing with an arrow, and then words."""
    lines = [line.strip() for line in text[:2000].splitlines() if line.strip()]
    return len(lines) > 1 and lines[0].isdecimal() and _TIMING.fullmatch(lines[1]) is not None


def read_webvtt(text: str) -> Reading:
    """Read WebVTT: a turn for each voice that <v Name> marks; notes, styles, identifiers and tags are left out."""
    return _read(text, "WebVTT")


def read_subrip(text: str) -> Reading:
    """Read SubRip: numbers, times and tags are left out; printed labels begin paragraphs."""
    return _read(text, "SubRip")


def _read(text: str, name: str) -> Reading:
    writer = Writer()
    cues = _drop_repeated(list(_list_cues(text, writer)), writer)
    if not cues:
        raise InputError(f"this {name} file has no cue with words; check that it is whole.")
    if any(_VOICE.search(line) for cue in cues for line in cue.lines):
        _write_voices(cues, writer)
    else:
        _write_lines(cues, writer)
    return writer.finish(name)


def _list_cues(text: str, writer: Writer) -> Iterator[Cue]:
    """Yield each cue; notes and styles, which have no timing, are counted as left out."""
    for block in re.split(r"\n[ \t]*\n\s*", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.splitlines()
        timed = next((i for i, line in enumerate(lines[:2]) if _TIMING.fullmatch(line)), None)
        if timed is None:
            writer.left_out["notes and styles"] += bool(_BLOCK.match(block))
            continue
        timing = _TIMING.fullmatch(lines[timed])
        yield Cue(_seconds(timing["begin"]), _seconds(timing["end"]), lines[timed + 1 :])


def _seconds(stamp: str) -> float:
    parts = [float(part) for part in stamp.replace(",", ".").split(":")]
    return sum(part * 60**i for i, part in enumerate(reversed(parts)))


def _drop_repeated(cues: list[Cue], writer: Writer) -> list[Cue]:
    """Drop the lines that a rolling caption shows again: those with which the cue before it ended."""
    shown, kept = [], []
    for cue in cues:
        lines = [line for line in cue.lines if _plain(line)]
        again = next((n for n in range(len(lines), 0, -1) if _ends_with(shown, lines[:n])), 0)
        # Said again in earnest is a cue of one line; a rolling caption shows it above a new one or for an instant.
        rolls = again and (again < len(lines) or cue.end - cue.begin < 0.1)
        writer.left_out["lines shown twice"] += again if rolls else 0
        kept.append(cue._replace(lines=lines[again:] if rolls else lines))
        shown = lines or shown
    return [cue for cue in kept if cue.lines]


def _ends_with(shown: list[str], lines: list[str]) -> bool:
    return [_plain(line) for line in shown[-len(lines) :]] == [_plain(line) for line in lines]


def _plain(line: str) -> str:
    """Return the words of a line: without tags, and with characters for their names."""
    return " ".join(html.unescape(_TAG.sub("", line)).split())


def _write_voices(cues: list[Cue], writer: Writer) -> None:
    """Write what each <v Name> says; what stands outside one is nobody's."""
    for cue in cues:
        said = "\n".join(cue.lines)
        edges = [*_VOICE.finditer(said)]
        before = said[: edges[0].start()] if edges else said
        writer.say("", _plain(before), time=cue.begin)
        stops = [edge.start() for edge in edges[1:]] + [len(said)]
        for edge, stop in zip(edges, stops, strict=True):
            voice = "" if edge["end"] else html.unescape(edge["name"] or "")
            writer.say(voice, _plain(said[edge.end() : stop]), time=cue.begin)


def _write_lines(cues: list[Cue], writer: Writer) -> None:
    """Write cues without marked voices: a paragraph where a line opens somebody's words, or after a pause."""
    end, last = 0.0, ""
    for cue in cues:
        for line in cue.lines:
            words = _plain(line)
            opens = _OPENING.match(words) or (cue.begin - end > _PAUSE and last.endswith(tuple(_STOPS)))
            writer.write(words, time=cue.begin, goes_on=not opens)
            last = words
        end = cue.end
