"""By what type a web page sets words apart: bold or slanted letters, a heading, a term, a class that says question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

_TAGS = {
    **dict.fromkeys(("b", "strong"), "bold"), **dict.fromkeys(("i", "em"), "slanted"),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "heading"), "dt": "term", "summary": "term",
    "blockquote": "quoted",
}  # fmt: skip
_STYLES = {
    "bold": re.compile(r"font-weight:\s*(?:bold|[6-9]00)"),
    "slanted": re.compile(r"font-style:\s*italic"),
}
_QUESTION = re.compile(
    r"(?:^|[\s_-])(?:q|questions?|frage|pregunta|domanda|vopros)(?:$|[\s_-])", re.IGNORECASE
)


def name_type(element: Element) -> str:
    """Return the type in which an element sets its words, '' for that of all others."""
    if _QUESTION.search(element.get("class", "")):
        return "question"
    style = element.get("style", "").casefold()
    styled = next((name for name, pattern in _STYLES.items() if pattern.search(style)), "")
    return styled or _TAGS.get(element.tag, "")


def choose_type(types: Sequence[str]) -> str:
    """Return the type of words inside elements, the outermost first: a question, else the innermost that is named."""
    return "question" if "question" in types else next(filter(None, reversed(types)), "")
