"""Footnotes at the end of a text, and the marks in it that point to them."""

from __future__ import annotations

import re
from collections.abc import Set

from analysis.formats.paragraphs import body_of
from analysis.formats.role_map import APPARATUS, NOTE, RoleMap

_SUPERSCRIPT = re.compile(r"[¹²³⁰⁴-⁹][¹²³⁰⁴-⁹]*")  # found quickly, by its first sign
# `the harbour.2`, `the harbour2 was`: digits glued to a word or its stop, and no number goes on
_GLUED = re.compile(
    r"(?<=[a-z])[.,;:!?”\"’)]*(?P<printed>(?P<mark>\d{1,2}))(?![\w.,]*\d)(?=[\s.,;:!?”\"’)]|$)"
)
_PARENTHESISED = re.compile(r"(?<=[\w.,;:!?”\"’])\s?(?P<printed>\((?P<mark>\d{1,2})\))")
_BRACKETED = re.compile(r"(?<=[\w.,!?”\"])\[(?P<mark>\d{1,2})\]")
# `the harbour.*`, `the harbour†`: glued to a word or its stop
_SYMBOL = re.compile(r"(?<=[\w.,;:!?”\"’)])(?P<printed>(?P<mark>\*{1,3}|[†‡]))(?=[\s.,;:!?”\"’)]|$)")
_SIGNS = "*†‡"
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])[^*]{1,300}(?<=\S)\1(?!\*)")
# `2. ...`, `[2] ...`, `² ...`, `* ...`; asterisks that close again are bold type
_FOOTNOTE = re.compile(
    r"\s*[\[(]?(?P<mark>\d{1,2}|[¹²³⁰⁴-⁹]+|\*{1,3}(?![^*\n]*\*)|[†‡])[\])]?[.):]?\s*(?P<bracket>\[)?(?=\S)"
)
_HEAD = re.compile(
    r"\W*(?:(?:foot|end)?notes?|(?:translator|editor)s?['’]?s?['’]? notes?)\W*$|[_—–-]{3,}$", re.IGNORECASE
)


def find_footnotes(bodies: list[str], furniture: set[int], labelled: Set[int] = frozenset()) -> set[int]:
    """Return the paragraphs at the end, page furniture aside, that are footnotes.

    They are a last run of paragraphs that start with a mark, and that stand in brackets, below a line or the
    word "Notes", or carry a mark that also stands in the text above. A footnote with an asterisk or a dagger may
    stand anywhere below its mark. labelled: paragraphs that somebody is said to speak, so no footnotes.
    """
    run = _marked_run(bodies, furniture, labelled)
    anywhere = _find_starred(bodies, labelled)
    if not run:
        return anywhere
    if _HEAD.match(bodies[run[0] - 1]):
        return set(run) | anywhere
    above = _marks_in(bodies[: run[0]])
    return anywhere | {
        i for i in run if _FOOTNOTE.match(bodies[i])["bracket"] or _mark_of(bodies[i]) in above
    }


def _find_starred(bodies: list[str], labelled: Set[int]) -> set[int]:
    """Return the paragraphs that open with an asterisk or a dagger which stands, glued to a word, above them.

    Each mark is answered once; where the next paragraph opens with the same mark, they are a list.
    """
    found, open_marks = set(), set()
    for i, body in enumerate(bodies):
        mark = "" if body[:1].isalnum() or i in labelled else _symbol_of(body)
        if mark in open_marks and mark != _symbol_of("".join(bodies[i + 1 : i + 2])):
            found.add(i)
            open_marks.discard(mark)
        else:
            open_marks |= _symbols_in(body)
    return found


def _symbol_of(body: str) -> str:
    match = _FOOTNOTE.match(body)
    return match["mark"] if match and match["mark"][0] in "*†‡" else ""


def _symbols_in(body: str) -> set[str]:
    places = [at for sign in _SIGNS for at in (body.find(sign), body.rfind(sign)) if at >= 0]
    if not places:
        return set()
    near = body[max(0, min(places) - 1) : max(places) + 2]  # no more is looked at
    plain = _EMPHASIS.sub(" ", near)
    return {match["mark"] for match in _SYMBOL.finditer(plain)}


def _marked_run(bodies: list[str], furniture: set[int], labelled: Set[int]) -> list[int]:
    """Return the last paragraphs that start with a mark, in order."""
    run = []
    for i in range(len(bodies) - 1, 0, -1):
        if _FOOTNOTE.match(bodies[i]) and i not in labelled:
            run.append(i)
        elif i not in furniture:
            break
    return run[::-1]


def _marks_in(bodies: list[str]) -> set[str]:
    patterns = (_GLUED, _PARENTHESISED, _BRACKETED)
    numbers = {m["mark"] for body in bodies for pattern in patterns for m in pattern.finditer(body)}
    symbols = {mark for body in bodies for mark in _symbols_in(body)}
    return numbers | symbols | {m.group() for body in bodies for m in _SUPERSCRIPT.finditer(body)}


def _mark_of(body: str) -> str:
    return _FOOTNOTE.match(body)["mark"]


def assign_footnotes(role_map: RoleMap, footnotes: set[int]) -> None:
    """Give footnotes and the marks that point to them to the editor; the word above them is a title."""
    bodies = {i: body_of(role_map.text, role_map.paragraphs[i]) for i in footnotes}
    marks = {_mark_of(body) for body in bodies.values()}
    for i in footnotes:
        role_map.assign(*role_map.paragraphs[i], NOTE)
        above = role_map.paragraphs[i - 1]
        if i - 1 not in footnotes and _HEAD.match(body_of(role_map.text, above)):
            role_map.assign(*above, APPARATUS)
    last = max(footnotes, default=len(role_map.paragraphs))
    end = role_map.paragraphs[last - 1].end if last else 0
    for match in _SUPERSCRIPT.finditer(role_map.text, 0, end):
        role_map.reassign(*match.span(), NOTE)
    for paragraph in role_map.paragraphs[:last] if marks else ():
        _assign_marks(role_map, *paragraph, marks)


def _assign_marks(role_map: RoleMap, start: int, end: int, marks: set[str]) -> None:
    for pattern in (_GLUED, _PARENTHESISED, _SYMBOL):
        for match in pattern.finditer(role_map.text, start, end):
            if match["mark"] in marks:
                role_map.reassign(*match.span("printed"), NOTE)
