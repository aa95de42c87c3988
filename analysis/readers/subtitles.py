"""Subtitles: WebVTT (W3C 2019) and SubRip. Cues are joined, so that a phrase runs over their edges.

webvtt-py 0.5 and pycaption 2.2 lose voices or write them as words, so cues are read here.
"""

from __future__ import annotations

import re

from analysis.errors import InputError
from analysis.readers.captions import Caption, write_captions
from analysis.readers.cues import TIMING, list_cues
from analysis.readers.reading import Reading, Writer


def is_webvtt(text: str) -> bool:
    """Say whether a text is WebVTT: its first line says so."""
    return re.match(r"\s*WEBVTT(?:[ \t\r\n]|$)", text) is not None


def is_subrip(text: str) -> bool:
    """Say whether a text is SubRip: a timing with an arrow, as a rule below a number, and then words."""
    lines = [line.strip() for line in text[:2000].splitlines() if line.strip()][:2]
    first = next((i for i, line in enumerate(lines) if TIMING.fullmatch(line)), None)
    return first == 0 or (first == 1 and lines[0].isdecimal())


def read_webvtt(text: str) -> Reading:
    """Read WebVTT: a turn for each voice that <v Name> marks; notes, styles, identifiers and tags are left out."""
    return _read(text, "WebVTT", blank_ends=True)


def read_subrip(text: str) -> Reading:
    """Read SubRip: numbers, times and tags are left out; printed labels begin paragraphs."""
    return _read(text, "SubRip", blank_ends=False)


def _read(text: str, name: str, *, blank_ends: bool) -> Reading:
    writer = Writer()
    cues = list_cues(text, writer, blank_ends=blank_ends)
    if not cues:
        raise InputError(f"this {name} file has no cue with words; check that it is whole.")
    write_captions(
        (Caption(line.voice, line.words, cue.begin, cue.end) for cue in cues for line in cue.lines), writer
    )
    return writer.finish(name)
