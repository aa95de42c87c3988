"""Lines that are no sentences but stand over some: headings, and an agency's dateline."""

from __future__ import annotations

import re

from analysis.formats.paragraphs import ends_as_sentence
from analysis.formats.role_map import Paragraph
from analysis.language import count_words_in

HEADING_WORDS = 12
_LONGEST = 400  # characters
_ENDS_AS_CLAUSE = re.compile(r"[.!?…:;,]\W*$")
_OPENS_AS_SPEECH = re.compile(r"[\"“‘«(\[—–-]")
_IN_QUOTES = re.compile(r"[\"“‘«][^.!?…,:;\"”»]+[\"”’»]")
# `PORT ELM, May 3. /CNA/ - ` and `PORT ELM, May 3 (Herald) — `
_SLASHED = re.compile(r"[A-Z]{2,}[A-Z.'’ -]{0,40},?\s[\w\s.,]{0,20}\.?\s/[^/]{2,40}/[.,]?\s(?:[—–-]{1,2}\s)?")
_DASHED = re.compile(
    r"(?:[A-Z]{2,}[A-Z.'’ -]{0,40}|[A-Z][\w.'’-]{0,40}(?: [A-Z][\w.'’-]{0,40}){0,2})"
    r"(?:,\s[\w.,\s]{2,30})?\s*(?:\([^)]{2,40}\)|/[^/]{2,40}/)?\s*[—–-]{1,2}\s"
)
_DATED = re.compile(r"[A-Z]{3}|\d|[(/]")


def is_heading(body: str, following: str) -> bool:
    """Say whether a short paragraph that is no sentence heads a longer one."""
    if len(body) > _LONGEST or not 0 < count_words_in(body) <= HEADING_WORDS:
        return False
    in_quotes = bool(_IN_QUOTES.fullmatch(body))
    ends = _ENDS_AS_CLAUSE.search(body) and (ends_as_sentence(body) or body[-1] in ":;,")
    unfinished = not ends and not _OPENS_AS_SPEECH.match(body)
    return (unfinished or in_quotes) and count_words_in(following) > count_words_in(body)


def dateline_end(text: str, paragraph: Paragraph) -> int:
    """Return where an agency's dateline (`PORT ELM, May 3 (Herald) — `) ends, or the paragraph's start."""
    opening = text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST)]
    match = _SLASHED.match(opening) or _DASHED.match(opening)
    return paragraph.start + (match.end() if match and _DATED.search(match.group()) else 0)
