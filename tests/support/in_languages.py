"""Invented interviews in other languages, with their hand labels: whose words these are, and where sentences end.

A file of tests/data/languages is a text with marks: `[a]` and the like begin the words of a role, a bar stands behind
each sentence.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parents[1] / "data" / "languages"
ROLES = {
    "a": "answer",
    "q": "question",
    "n": "narration",
    "u": "quote",
    "x": "apparatus",
    "o": "other",
}
SPEAKERS = {
    "de": "Marlene Voss",
    "es": "Lucía Almendra",
    "fr": "Étienne Vasseur",
    "it": "Aldo Ferrante",
    "ru": "Глеб Северин",
}
KINDS = {"transcript": "transcript", "report": "report", "excerpt": "excerpt", "broadcast": "transcript"}
_MARK = re.compile(r"\[([aqnuxo])\]|\|")


class Labelled(NamedTuple):
    """A text without its marks; roles: each run as (start, end, role); ends: where sentences end."""

    text: str
    roles: list[tuple[int, int, str]]
    ends: frozenset[int]


def read_labelled(language: str, name: str) -> Labelled:
    """Read one interview, "transcript", "report", "excerpt" or "broadcast", of a language by its code."""
    return parse_labelled((FOLDER / language / f"{name}.txt").read_text(encoding="utf-8"))


def parse_labelled(marked: str) -> Labelled:
    """Take the marks out of a text."""
    parts, roles, ends = [], [], []
    at, offset, opened, role = 0, 0, 0, ""
    for mark in _MARK.finditer(marked):
        parts.append(marked[at : mark.start()])
        offset, at = offset + len(parts[-1]), mark.end()
        if mark[0] == "|":
            ends.append(offset)
            continue
        if role and offset > opened:
            roles.append((opened, offset, role))
        opened, role = offset, ROLES[mark[1]]
    parts.append(marked[at:])
    text = "".join(parts)
    return Labelled(text, [*roles, (opened, len(text), role)], frozenset(ends))


class Short(NamedTuple):
    """A short report or transcript of a language: its kind, its speaker, and the text with its labels."""

    kind: str
    speaker: str
    labelled: Labelled


def read_more(language: str) -> list[Short]:
    """Read the short texts of a language in folder more: each behind a line `=== kind speaker`."""
    marked = (FOLDER / "more" / f"{language}.txt").read_text(encoding="utf-8")
    texts = [text.partition("\n") for text in re.split(r"^=== ", marked, flags=re.MULTILINE)[1:]]
    heads = [head.partition(" ") for head, _, _ in texts]
    bodies = [body if body.startswith("[") else f"[x]{body}" for _, _, body in texts]
    pairs = zip(heads, bodies, strict=True)
    return [Short(kind, speaker, parse_labelled(body)) for (kind, _, speaker), body in pairs]


class Case(NamedTuple):
    """A paragraph of a report behind a line that introduces the speaker.

    own: the spans of the speaker's words. half: "s" seen while rules were written, "h" held back.
    """

    language: str
    speaker: str
    half: str
    text: str
    opens: int
    own: list[tuple[int, int]]


def read_sayings() -> list[Case]:
    """Read the paragraphs of sayings.txt; braces stand around the speaker's words."""
    cases = []
    for line in (FOLDER / "sayings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            head, intro = line[2:].split(" | ")
            language, _, speaker = head.partition(" ")
        elif not line.startswith("#"):
            half, _, marked = line.partition(" ")
            cases.append(_parse_case(language, speaker, half, f"{intro}\n\n", marked))
    return cases


def _parse_case(language: str, speaker: str, half: str, before: str, marked: str) -> Case:
    text, own, opened = before, [], 0
    for part in re.split(r"([{}])", marked):
        if part == "}":
            own.append((opened, len(text)))
        elif part == "{":
            opened = len(text)
        else:
            text += part
    return Case(language, speaker, half, f"{text}\n", len(before), own)
