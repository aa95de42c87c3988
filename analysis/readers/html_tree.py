"""A web page as a tree, as a browser would build it where it matters for words.

Python 3.11's html.parser takes 54 s for 120 KB of `<!--`, lxml is no dependency and cuts what is nested too deep;
here each character is looked at once. Nothing is fetched, run or expanded.
"""

from __future__ import annotations

import html
import re
from xml.etree.ElementTree import Element, SubElement

from analysis.errors import InputError
from analysis.language import word_set

DEEPEST = 400  # elements inside each other; a page of a news site has some 40
VOID = word_set("area base br col embed frame hr img input link meta param source track wbr")
INLINE = word_set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr img input button select textarea"
)


def is_inline(name: str) -> bool:
    """Say whether an element splits no paragraph; so do Word's own, which have a colon in their names."""
    return name in INLINE or ":" in name


_RAW = {name: re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE) for name in (
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")}  # fmt: skip
_IN_HEAD = {"title", "meta", "link", "base", "style", "script", "noscript", "template"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# What an opening tag ends: the elements named first, up to one named behind.
_CELL, _PART = {"td", "th"}, {"thead", "tbody", "tfoot"}
_ENDS = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    **dict.fromkeys(("dt", "dd"), ({"dt", "dd"}, {"dl"})),
    "tr": ({"tr", *_CELL, "caption", "colgroup"}, {"table"}),
    **dict.fromkeys(_CELL, (_CELL, {"tr", "table"})),
    **dict.fromkeys(_PART, ({*_PART, "tr", *_CELL, "caption", "colgroup"}, {"table"})),
    **dict.fromkeys(("rt", "rp"), ({"rt", "rp"}, {"ruby"})),
    **dict.fromkeys(_HEADINGS, ({"p", *_HEADINGS}, {"div", "section", *_CELL})),
    **dict.fromkeys(("option", "optgroup"), ({"option"}, {"select"})),
}
_AROUND = {
    *_CELL,
    "caption",
    "table",
    "button",
    "template",
    "object",
    "div",
}  # a paragraph is not ended from inside
_PARAGRAPH = ({"p"}, _AROUND)
# Marks of no width, soft hyphens, and letters of nobody's alphabet (icons).
_UNSEEN = dict.fromkeys([0, 0xAD, 0x200B, 0x2060, 0xFEFF, *range(0xE000, 0xF900)])
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
    tree, at, n_comments = _Tree(), 0, 0
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


def _read_element(text: str, mark: re.Match[str], tree: _Tree) -> int:
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


class _Tree:
    """Puts elements into each other: end tags that a page may leave out are known (HTML Living Standard, 13.2.6)."""

    def __init__(self) -> None:
        self.root = Element("html")
        self._stack = [self.root]
        self._words: list[str] = []  # of the element that is open, or behind the last one in it

    def add(self, text: str) -> None:
        """Add words, with characters for their names."""
        if not text:
            return
        if self._stack[-1].tag == "head" and not text.isspace():
            self._close(-1)
        if self._stack[-1].tag not in ("script", "style"):
            self._words.append(html.unescape(text).translate(_UNSEEN))

    def close(self) -> None:
        """End what is open at the end of the page."""
        self._close(1)

    def _close(self, at: int) -> None:
        """End an open element, by its place, and those inside it."""
        self._put_words()
        del self._stack[at:]

    def _put_words(self) -> None:
        here, words = self._stack[-1], "".join(self._words)
        self._words.clear()
        if len(here):
            here[-1].tail = (here[-1].tail or "") + words
        else:
            here.text = (here.text or "") + words

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element; first end those that it ends."""
        if self._stack[-1].tag == "head" and name not in _IN_HEAD:
            self._close(-1)
        if name in ("html", "body"):
            self.root.set(f"opened {name}", "yes")
            for key, value in attributes.items():
                self.root.attrib.setdefault(key, value)
            return
        self._end_before(name)
        self._put_words()
        element = SubElement(self._stack[-1], name, attributes)
        if name in VOID:
            return
        self._stack.append(element)
        if len(self._stack) > DEEPEST:
            raise InputError(f"its elements stand more than {DEEPEST} deep inside each other; save it anew.")

    def _end_before(self, name: str) -> None:
        if is_inline(name) or name in VOID - {"hr"}:
            return
        self._pop(*_ENDS.get(name, _PARAGRAPH))
        if name in ("li", "dt", "dd"):
            self._pop(*_PARAGRAPH)

    def _pop(self, ended: set[str], up_to: set[str]) -> None:
        """End the outermost of the open elements that are to end, up to one that holds them together."""
        last = None
        for i in range(len(self._stack) - 1, 0, -1):
            tag = self._stack[i].tag
            if tag in ended:
                last = i
            elif tag in up_to:
                break
        if last is not None:
            self._close(last)

    def end(self, name: str) -> None:
        """End an element and those left open inside it; an end tag that ends nothing is passed over."""
        if name in ("html", "body"):
            self.root.set(f"closed {name}", "yes")
            return
        for i in range(len(self._stack) - 1, 0, -1):
            tag = self._stack[i].tag
            if tag == name:
                self._close(i)
                return
            if _holds(tag, name):
                break
        if name == "p":
            self.start(name, {})
            self.end(name)


def _holds(tag: str, ended: str) -> bool:
    """Say whether an open element is not left by an end tag of something outside it."""
    if is_inline(ended):
        return not is_inline(tag)
    return tag in ("table", "template") or (tag in _CELL and ended not in ("table", "tr", *_PART, *_CELL))
