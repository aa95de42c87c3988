"""An excerpt: the speaker's words without the questions, under headings of the outlet's."""

from __future__ import annotations

import re

from analysis.formats.canvas import APPARATUS, NARRATION, NOTE, Canvas, Voice
from analysis.formats.fronts import is_prose
from analysis.formats.furniture import body_of, find_furniture, is_heading
from analysis.formats.insertions import find_footnotes, is_editors_note, paint_footnotes, paint_insertions
from analysis.formats.names import Speaker
from analysis.formats.paragraphs import split_paragraphs
from analysis.formats.repeats import paint_repeats
from analysis.words import count_words_in

_THEME = re.compile(r"\W*(?:on|about|regarding|concerning)\b", re.I)
_NUMBERED = re.compile(r"\W*(?:\d{1,2}|[IVX]{1,4})[.)]\s+\S")
_RUN_IN = re.compile(r"\s*(\*\*|__)[^*_\n]{1,80}\1[.:]?")
_BRACKETED_INTRO = re.compile(r"\s*\[(?P<who>[^\]\n]{1,80})\]\s*[–—:-]\s+")
_SEPARATOR = re.compile(r"^[\s*_~#•·—–-]{3,}$")
_HEADING_MAX = 12
_FRONT_MAX = 6


def split_excerpt(text: str, speaker: Speaker, voices: dict[str, Voice]) -> Canvas:
    """Return the text painted with its voices; what is neither heading, front matter nor note is the speaker's."""
    canvas = Canvas(text, split_paragraphs(text))
    bodies = [body_of(text, p) for p in canvas.paragraphs]
    furniture = find_furniture(text, canvas.paragraphs)
    footnotes = find_footnotes(bodies, furniture)
    furniture -= footnotes
    headings = {i for i in range(len(bodies)) if i not in furniture | footnotes and _is_heading(bodies, i)}
    front = _front(bodies, headings, speaker)
    for i, paragraph in enumerate(canvas.paragraphs):
        if i not in furniture | headings:
            canvas.paint(*paragraph, _voice_of(bodies[i], front=i in front, speaker=speaker))
    _paint_openings(canvas, speaker)
    paint_footnotes(canvas, footnotes)
    paint_insertions(canvas)
    paint_repeats(canvas)
    return canvas


def _is_heading(bodies: list[str], i: int) -> bool:
    """A short line over a longer paragraph that is no sentence, or names a theme: `On the harbour.`, `2. Grain`."""
    following = bodies[i + 1] if i + 1 < len(bodies) else ""
    if is_heading(bodies[i], following):
        return True
    n = count_words_in(bodies[i])
    names_theme = _THEME.match(bodies[i]) or _NUMBERED.match(bodies[i]) or _RUN_IN.fullmatch(bodies[i])
    return bool(names_theme) and 0 < n <= _HEADING_MAX and count_words_in(following) > 2 * n


def _front(bodies: list[str], headings: set[int], speaker: Speaker) -> set[int]:
    """The paragraphs above the first separator or heading that are not yet the speaker's words."""
    marks = [i for i, body in enumerate(bodies[: _FRONT_MAX + 1]) if _SEPARATOR.match(body)]
    marks = marks or [i for i in sorted(headings) if 0 < i <= _FRONT_MAX][:1]
    limit = marks[0] if marks else min(_FRONT_MAX, len(bodies))
    front = set()
    for i in range(limit):
        if (marks and i < marks[0] and _SEPARATOR.match(bodies[marks[0]])) or _is_outlets(bodies[i], speaker):
            front.add(i)
        elif i not in headings:
            break
    return front


def _is_outlets(body: str, speaker: Speaker) -> bool:
    return (
        is_editors_note(body) or speaker.is_mentioned_in(body) or not re.search(r"[.!?…][\"”’')\]]*$", body)
    )


def _voice_of(body: str, *, front: bool, speaker: Speaker) -> Voice:
    if is_editors_note(body) or (front and is_prose(body)):
        return NOTE
    if front:
        return APPARATUS
    introduces = body.endswith(":") and speaker.is_mentioned_in(body)
    return NARRATION if introduces else Voice("answer", speaker.name)


def _paint_openings(canvas: Canvas, speaker: Speaker) -> None:
    """A theme in bold type, or the speaker's name in brackets, at the start of a paragraph is the outlet's."""
    for paragraph in canvas.paragraphs:
        name = _BRACKETED_INTRO.match(canvas.text, *paragraph)
        named = name if name and speaker.is_mentioned_in(name["who"]) else None
        match = _RUN_IN.match(canvas.text, *paragraph) or named
        if match and match.end() < paragraph.end and canvas.voice_at(paragraph.end - 1).role == "answer":
            canvas.paint(paragraph.start, match.end(), APPARATUS)
