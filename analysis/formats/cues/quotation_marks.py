"""What each quotation mark does where it stands: it opens, it closes, or it is an apostrophe or an inch."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.formats.role_map import Paragraph

OPENS, CLOSES, EITHER = "opens", "closes", "either"
WEAK = "weak"  # it closes if nothing behind it does
_FAMILIES = {
    **dict.fromkeys('"“”„‟', "double"),
    **dict.fromkeys("«»", "angled"),
    **dict.fromkeys("‹›", "single angled"),
    **dict.fromkeys("‘’‚'", "single"),
}
_DOUBLE = re.compile(r"[\"“”„‟«»‹›]")
_ANY = re.compile(r"[\"“”„‟«»‹›‘’‚']")
_OPEN_SINGLE = re.compile(r"(?<![\w.,!?])(?:[‘'](?=\S)|‚)")
_OPEN_DOUBLE = re.compile(r"[“«„]|(?<!\w)\"(?=\w)")
_BACKWARDS = {"angled": (r"(?<!\S)»\w", r"(?<!\S)«\s?\w"), "single angled": (r"(?<!\S)›\w", r"(?<!\S)‹\s?\w")}
_BEFORE_OPENING = "([{—–-/“«‹‘„‚\"'»›"
_BEHIND_STOP = ".,!?…"
_TYPE = "*_"  # marks of bold and italic type, as if they were not there


class Usage(NamedTuple):
    """How a text uses its marks.

    single: it quotes with single marks rather than with double ones. backwards: families of angled marks
    that point inwards, as in `»We wait«`.
    """

    single: bool
    backwards: frozenset[str] = frozenset()


class Mark(NamedTuple):
    """A quotation mark: its offset, its family (marks that go together), and what it does."""

    at: int
    family: str
    kind: str


def read_usage(text: str) -> Usage:
    """Return how a text uses its marks, by the marks that open words."""
    single = len(_OPEN_SINGLE.findall(text)) > len(_OPEN_DOUBLE.findall(text))
    backwards = {
        family
        for family, (inwards, outwards) in _BACKWARDS.items()
        if len(re.findall(inwards, text)) > len(re.findall(outwards, text))
    }
    return Usage(single, frozenset(backwards))


def find_marks(text: str, paragraph: Paragraph, usage: Usage) -> list[Mark]:
    """Return the marks of a paragraph that open or close something, in order."""
    pattern = _ANY if usage.single else _DOUBLE
    marks = (_read_mark(text, m.start(), paragraph, usage) for m in pattern.finditer(text, *paragraph))
    return [mark for mark in marks if mark]


def _read_mark(text: str, at: int, paragraph: Paragraph, usage: Usage) -> Mark | None:
    mark = text[at]
    family = _FAMILIES[mark]
    before = text[max(paragraph.start, at - 4) : at].rstrip(_TYPE)[-1:]
    behind = text[at + 1 : min(paragraph.end, at + 5)].lstrip(_TYPE)[:1]
    if family == "double":
        kind = _kind_of_double(mark, before, behind)
    elif family == "single":
        kind = _kind_of_single(mark, before, behind)
    else:
        kind = OPENS if (mark in "«‹") != (family in usage.backwards) else CLOSES
    return Mark(at, family, kind) if kind else None


def _kind_of_double(mark: str, before: str, behind: str) -> str:
    """Decide by the white space around a mark, then by its shape; `14"` measures something."""
    opens = (not before.strip() or before in _BEFORE_OPENING) and bool(behind.strip())
    closes = bool(before.strip()) and not behind.isalnum()
    if mark in '"”' and before.isdigit():
        return WEAK
    if mark == "„":
        return OPENS
    if opens != closes:
        return OPENS if opens else CLOSES
    return {"“": OPENS, "‟": OPENS, "”": CLOSES}.get(mark, EITHER)


def _kind_of_single(mark: str, before: str, behind: str) -> str:
    """A mark before a word opens, one behind a stop closes, one behind a word may be an apostrophe."""
    in_word = before.isalnum() or before in tuple(_BEHIND_STOP)
    if mark == "‚" or (mark in "‘'" and not in_word and behind.strip()):
        return OPENS
    if behind.isalnum() or not (in_word or before in tuple(";:—–-")):
        return ""
    return CLOSES if before in tuple(_BEHIND_STOP) or mark == "‘" else WEAK
