"""A web page as a tree, as a browser would build it where it matters for words.

Python 3.11's html.parser takes 54 s for 120 KB of `<!--`, lxml is no dependency and cuts what is nested too deep;
here each character is looked at once. Nothing is fetched, run or expanded.
"""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import Element

from analysis.errors import InputError
from analysis.readers.html_elements import Tree

_RAW = {name: re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE) for name in (
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")}  # fmt: skip
_MARK = re.compile(
    r"<(?:(?P<comment>!--)|(?P<bogus>[!?]|/(?![A-Za-z]))|(?P<end>/)?(?P<name>[A-Za-z][^\s/>]*))"
)
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(
    r"[\s/]*(?P<key>[^\s/>=][^\s/>=]*)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>\"'][^\s>]*)))?"
)


def parse_html(text: str) -> tuple[Element, int]:
    """Return the root of a page, with names and attributes in small letters, and the number of its comments.

    Scripts and styles are empty. What is not seen, such as a soft hyphen, is no part of a word.
    Raises InputError for a page that breaks off inside a tag, a comment or a script, and for one that is nested
    deeper than DEEPEST.
    """
    tree, at, n_comments = Tree(), 0, 0
    while mark := _MARK.search(text, at):
        tree.add(text[at : mark.start()])
        if mark["comment"]:
            at, n_comments = _skip_comment(text, mark), n_comments + 1
        elif mark["bogus"]:
            at = _skip(text, mark)
        elif mark["end"]:
            at = _skip(text, mark)
            tree.end(mark["name"].lower())
        else:
            at = _read_element(text, mark, tree)
    tree.add(text[at:])
    tree.close()
    return tree.root, n_comments


def _read_element(text: str, mark: re.Match[str], tree: Tree) -> int:
    """Open the element of a tag, with the raw words of a script or a title; return where the page goes on."""
    name = mark["name"].lower()
    attributes, at = _read_attributes(text, mark)
    tree.start(name, attributes)
    if name not in _RAW:
        return at
    end = _RAW[name].search(text, at)
    if end is None:
        raise _cut(text, mark.start(), f"inside <{name}>")
    tree.add(text[at : end.start()])
    tree.end(name)
    return _skip(text, end)


def _read_attributes(text: str, mark: re.Match[str]) -> tuple[dict[str, str], int]:
    attributes: dict[str, str] = {}
    at = mark.end()
    while found := _ATTRIBUTE.match(text, at):
        value = found["double"] or found["single"] or found["bare"] or ""
        attributes.setdefault(found["key"].lower(), html.unescape(value))
        at = found.end()
    return attributes, _skip(text, mark, at)


def _skip(text: str, mark: re.Match[str], at: int | None = None) -> int:
    """Return where a tag ends."""
    end = text.find(">", mark.end() if at is None else at)
    if end < 0:
        raise _cut(text, mark.start(), "inside a tag")
    return end + 1


def _skip_comment(text: str, mark: re.Match[str]) -> int:
    if text.startswith((">", "->"), mark.end()):
        return text.index(">", mark.end()) + 1
    end = _COMMENT_END.search(text, mark.end())
    if end is None:
        raise _cut(text, mark.start(), "inside a comment")
    return end.end()


def _cut(text: str, at: int, where: str) -> InputError:
    line = text.count("\n", 0, at) + 1
    return InputError(f"line {line}: the page breaks off {where}; save it anew.")
