"""What looks like a label at a paragraph's start, before it is known whom it announces."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.formats.cues.people import PARTICLES
from analysis.formats.role_map import Paragraph, Voice
from analysis.language import word_set

INTERVIEWER = "interviewer"
ASKING = Voice("question", INTERVIEWER)
_LINKS = PARTICLES | word_set("and for from in of on the to via with")
_NAME_WORDS = 8
# White space and marks of no width, a time, and the marks of bold type, brackets or quotes around a name.
_PAD = r"[\s\ufeff\u200b\u200e\u200f\u2060]*"
_OPEN = r"[*_\[(\"“]{0,3}"
_CLOSE = r"[*_\])\"”]{0,3}"
_TIME = r"(?P<time>[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s*[–—-]?\s*)?"
_MARK = rf"{_PAD}[*_]{{0,3}}{_TIME}{_OPEN}"
# `Jane Roe:`, `[ROE]:`, `**Roe (laughs):**`, `[00:01:02] HOST:`; no address (`https://`) and no second colon.
_WITH_COLON = re.compile(
    rf"{_MARK}(?P<name>[^\W\d_][^:\n\[\](){{}}*_?!“”\"]{{0,70}}?){_CLOSE}\s*"
    rf"(?:[(\[](?P<aside>[^)\]\n]{{1,40}})[)\]]\s*)?{_CLOSE}[:：]{_CLOSE}(?!//)"
)
# `Q.`, `A)`, `Q12.`, `Q –`
_SHORT = re.compile(rf"{_MARK}(?P<name>[QA])\d{{0,3}}{_CLOSE}\s*(?:[.)]|[–—-](?=\s)){_CLOSE}(?=\s)")
# A name that fills its paragraph.
_ALONE = re.compile(rf"{_MARK}(?P<name>[^\W\d_][^:\n*_?!]{{0,60}}?){_CLOSE}{_PAD}$")
# `Question from the hall`
_ASKED_FROM = re.compile(
    r"(?:question|reporter|journalist|correspondent)s? (?:from|of|by|via|in|for)\b", re.I
)
# Labels that nobody would glue to a word for another reason.
_ALWAYS_GLUED = {
    form(w) for w in ("question", "answer", "interviewer", "reporter") for form in (str.title, str.upper)
}


class Label(NamedTuple):
    """A printed label: its name and offsets, and whom it announces.

    alone: it fills its paragraph. marked: a colon or a time shows that it is a label.
    """

    name: str
    start: int
    end: int
    voice: Voice
    alone: bool
    marked: bool


def read_label(text: str, paragraph: Paragraph) -> Label | None:
    """Return what looks like a label at the start of a paragraph, as if an interviewer's."""
    line = text[paragraph.start : paragraph.end]
    match = _WITH_COLON.match(line) or _SHORT.match(line) or _ALONE.match(line)
    if not match or not _looks_like_name(match["name"]):
        return None
    end = paragraph.start + match.end()
    alone = not text[end : paragraph.end].strip()
    marked = bool(match["time"]) or match.group().rstrip('*_)]"”').endswith((":", "："))
    return Label(match["name"].strip(" .,"), paragraph.start, end, ASKING, alone, marked)


def _looks_like_name(name: str) -> bool:
    if _ASKED_FROM.match(name):
        return True
    words = name.replace(".", ". ").split()
    return 0 < len(words) <= _NAME_WORDS and all(
        word[0].isupper() or word[0].isdigit() or word.casefold() in _LINKS for word in words
    )


def find_glued(text: str, paragraphs: list[Paragraph], names: set[str]) -> list[int]:
    """Return where a label is glued to the end of the text before it (`2031Question: ...`).

    names: labels that open paragraphs elsewhere in the source.
    """
    names = names | _ALWAYS_GLUED
    lengths = sorted({len(name) for name in names}, reverse=True)
    starts = [
        start
        for paragraph in paragraphs
        for colon in re.finditer(":", text[paragraph.start : paragraph.end])
        if (start := _glued_start(text, paragraph, paragraph.start + colon.start(), names, lengths))
        is not None
    ]
    return starts


def _glued_start(
    text: str, paragraph: Paragraph, colon: int, names: set[str], lengths: list[int]
) -> int | None:
    """Return where the longest name before a colon starts, if it touches a word or a stop."""
    for start in (colon - length for length in lengths if colon - length > paragraph.start):
        before = text[start - 1]
        if (before.isalnum() or before in '_.!?”"') and text[start:colon] in names:
            return start
    return None
