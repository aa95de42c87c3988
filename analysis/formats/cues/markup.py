"""What a page's source code leaves in its text: tags, entities, the marks of a link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.formats.role_map import Paragraph

_LONGEST = 300  # characters of a tag
# `<i>`, `</p>`, `<br/>`, `<a href="...">`, `<!-- -->`, `<laughs>`, `<00:03:29>`, `<...>`; not `2 < 3` nor `<<We wait>>`
_TAG = re.compile(
    rf"(?<!<)<(?!https?:|www\.)(?:[/!?]?[^\W_]|[.…#])[^<>]{{0,{_LONGEST}}}>(?!>)|(?<!<)<(?:\.\.\.|…)>"
)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}\d{0,2}|#\d{1,6}|#[xX][0-9A-Fa-f]{1,5});")
_BARE_LINK = re.compile(r"<(?:https?:|www\.)[^<>\s]{1,300}>")
_IMAGE = re.compile(r"!\[[^\]]{0,200}\]\([^)\s]{1,300}\)")
# `[the words](https://example.org)`: the words are the text's own
_LINK = re.compile(
    r"(?P<open>\[)(?P<words>[^\[\]]{1,200})(?P<address>\]\((?:https?:|/|#|mailto:)[^)\s]{0,300}\))"
)


def may_hold_markup(text: str) -> bool:
    """Say whether a sign stands in a text without which there is no markup: most texts have none."""
    return any(sign in text for sign in ("<", "&", "]("))


def find_markup(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Yield where tags, entities and the marks of links stand in a paragraph; the words of a link are none."""
    bounds = paragraph.start, paragraph.end
    for mark, pattern in (("<", _TAG), ("&", _ENTITY), ("<", _BARE_LINK), ("![", _IMAGE)):
        if text.find(mark, *bounds) >= 0:
            yield from (match.span() for match in pattern.finditer(text, *bounds))
    for match in _find_links(text, paragraph):
        yield match.span("open")
        yield match.span("address")


def find_link_words(text: str, paragraph: Paragraph) -> set[int]:
    """Return where the brackets open that hold the words of a link."""
    return {match.start() for match in _find_links(text, paragraph)}


def _find_links(text: str, paragraph: Paragraph) -> Iterator[re.Match[str]]:
    bounds = paragraph.start, paragraph.end
    return _LINK.finditer(text, *bounds) if text.find("](", *bounds) >= 0 else iter(())


def blank_markup(text: str) -> str:
    """Return a text of the same length with spaces for tags and entities."""
    for mark, pattern in (("<", _TAG), ("&", _ENTITY)):
        if mark in text:
            text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text
