"""The elements of a web page put into each other: which of them split a paragraph, and which end others.

End tags that a page may leave out are known, as the HTML Living Standard, 13.2.6, has them.
"""

from __future__ import annotations

import html
from xml.etree.ElementTree import Element, SubElement

from analysis.errors import InputError
from analysis.language import word_set

DEEPEST = 400  # elements inside each other; a page of a news site has some 40
VOID = word_set("area base br col embed frame hr img input link meta param source track wbr")
INLINE = word_set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr img input button select textarea"
)
_KNOWN = VOID | word_set(
    "address applet article aside audio blockquote body button canvas caption center col colgroup datalist dd details "
    "dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup "
    "html iframe legend li listing main map marquee math menu meter nav noembed noframes noscript object ol optgroup "
    "option p picture plaintext pre progress script search section select slot style summary svg table tbody td "
    "template textarea tfoot th thead title tr ul video xmp"
)
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
# Inside these, no paragraph around them is ended.
_AROUND = {*_CELL, "caption", "table", "button", "template", "object", "div"}
_PARAGRAPH = ({"p"}, _AROUND)
# Marks of no width, soft hyphens, and letters of nobody's alphabet (icons).
_UNSEEN = dict.fromkeys([0, 0xAD, 0x200B, 0x2060, 0xFEFF, *range(0xE000, 0xF900)])


def is_inline(name: str) -> bool:
    """Say whether an element splits no paragraph: so do Word's, with a colon in their names, and unknown ones.

    An element of a site's own has a hyphen in its name; it may be either, so it splits.
    """
    return name in INLINE or ":" in name or (name not in _KNOWN and "-" not in name)


class Tree:
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
