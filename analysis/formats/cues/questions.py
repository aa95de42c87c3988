"""Questions without a label: set off by bold or slanted type, a heading, a dash."""

from __future__ import annotations

import re

from analysis.formats.paragraphs import ends_as_question

_FEWEST = 2
_SET_OFF = {
    "bold": re.compile(r"(?:\*\*|__)(?!\s)[^*]{3,1500}(?:\*\*|__)\W*|<(?:b|strong)>.{3,1500}</(?:b|strong)>\W*", re.S),
    "slanted": re.compile(r"(?:\*|_)(?![\s*_])[^*_]{3,1500}(?:\*|_)\W*|<(?:i|em)>.{3,1500}</(?:i|em)>\W*", re.S),
    "heading": re.compile(r"\#{1,6}\s.{3,1500}|<h\d>.{3,1500}</h\d>", re.S),
    "dash": re.compile(r"[–—-]\s.{3,}", re.S),
}  # fmt: skip
_TYPE = re.compile(r"</?\w{1,6}>|[*_#]")


def find_set_off_questions(bodies: list[str], furniture: set[int]) -> list[int]:
    """Return the paragraphs that ask, told by their type: two or more of one type, half of them with a question mark.

    Where a dash opens answers too, those with a question mark ask.
    """
    rest = [i for i in range(len(bodies)) if i not in furniture]
    for name, pattern in _SET_OFF.items():
        marked = [i for i in rest if pattern.fullmatch(bodies[i])]
        asking = [i for i in marked if ends_as_question(_TYPE.sub("", bodies[i]).strip())]
        answered = [i for i in asking if i + 1 < len(bodies)]
        if len(answered) >= _FEWEST and len(asking) >= len(marked) / 2:
            return asking if name in ("dash", "heading") else marked
        if name == "dash" and len(answered) >= _FEWEST and len(marked) > len(rest) / 2:
            return asking
    return []
