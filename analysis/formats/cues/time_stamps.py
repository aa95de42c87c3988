"""Times that a recording machine prints among the words: `00:12:03`, `#00:13:02-4#`, `12:03`."""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.formats.role_map import Paragraph

# Hours, minutes and seconds, in two figures each; nobody says them so, unless it is told when something was.
_FULL = re.compile(r"#?(?<![\d:.,])\d\d:\d\d:\d\d(?:[.,:-]\d{1,3})?(?![\d:])#?")
_SHORT = re.compile(r"(?<![\d:.,#])\d{1,2}:\d\d(?::\d\d)?(?![\d:.,]*\d)")
_MAY_BE_TIME = re.compile(r":\d\d")  # most texts have none, and it is found quickly
_WHEN = re.compile(
    r"\b(?:at|by|until|till|from|before|after|around|about|in|of|to|was|is|um|gegen|bis|von|à|vers|las|alle|в|до)\s+\Z",
    re.IGNORECASE,
)
_STOP_BEFORE = re.compile(r"(?:[.!?…:][\"”’»)\]]*|\A)\s*\Z")
_OPENS_BEHIND = re.compile(r"[\s–—-]*(?:[\"“‘«(\[]?[^\W\d_]|\Z)")
_NEAR = 12  # characters
_FEWEST = 3  # short times that stand between sentences, ever later
Span = tuple[int, int]


def find_stamps(text: str, paragraphs: list[Paragraph]) -> list[Span]:
    """Return the bare times, by their offsets, that are no words of anybody's.

    `4:30` may well be said. Short times are stamps where three or more stand between sentences, and rise.
    """
    timed = [p for p in paragraphs if _MAY_BE_TIME.search(text, *p)]
    stamps = [
        m.span() for p in timed for m in _FULL.finditer(text, *p) if not _tells_when(text, p, m.start())
    ]
    short = [m.span() for p in timed for m in _SHORT.finditer(text, *p) if _stands_apart(text, p, m.span())]
    return stamps + (short if _rise([text[slice(*span)] for span in short]) else [])


def _tells_when(text: str, paragraph: Paragraph, start: int) -> bool:
    return bool(_WHEN.search(text[max(paragraph.start, start - _NEAR) : start]))


def _stands_apart(text: str, paragraph: Paragraph, span: Span) -> bool:
    """Say whether a time stands between two sentences, or opens a paragraph."""
    start, end = span
    before = text[max(paragraph.start, start - _NEAR) : start]
    opens = start - paragraph.start < _NEAR and not before.strip()
    stops = opens or bool(before and _STOP_BEFORE.search(before))
    behind = _OPENS_BEHIND.match(text, end, paragraph.end)
    return stops and bool(behind) and not behind.group().strip()[-1:].islower()


def _rise(times: list[str]) -> bool:
    seconds = [_seconds(time) for time in times]
    return len(seconds) >= _FEWEST and all(a < b for a, b in pairwise(seconds))


def _seconds(time: str) -> int:
    parts = [int(part) for part in time.split(":")]
    return sum(part * 60**n for n, part in enumerate(reversed(parts)))
