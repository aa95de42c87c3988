"""What on a web page is the article, and what is furniture around it: menus, banners, related links, comments.

trafilatura 2.3 reads hidden elements, glues the marks of notes to words, and says nothing of what it drops: so it is
told here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.language import word_set

_DROPPED = {
    "scripts and styles": "script style template noscript head link meta title",
    "pictures and media": "img svg picture source iframe object embed audio video canvas map frame frameset",
    "formulas": "math",
    "form fields": "input select textarea button datalist progress meter",
    "deleted words": "del s strike",
    "ruby readings": "rt rp",
    "page furniture": "nav aside",
}
_KIND_OF = {tag: kind for kind, tags in _DROPPED.items() for tag in tags.split()}
FURNITURE, HIDDEN, LINKS = "page furniture", "hidden elements", "lists of links"
_DOUBTED = {
    FURNITURE,
    "form fields",
    "deleted words",
}  # not believed of what holds most of the words of a page
_ROLES = word_set(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar"
)
# Parts of the names that pages give to what is no article; names in two parts stand together.
_NAMES = word_set(
    "nav navbar navigation menu submenu breadcrumb breadcrumbs cookie cookies consent gdpr sidebar "
    "newsletter subscribe subscription signup share sharing sharebar social related recommended "
    "recommendations comments respond disqus advert adverts advertisement ads sponsored promo popup modal "
    "pagination pager masthead toolbar sitemap screen-reader skip-link sr-only relatedposts sharedaddy "
    "site-header site-footer global-header global-footer visually-hidden visuallyhidden read-also "
    "read-more see-also also-read"
)
_NOT_ABOUT_ITSELF = ("has-", "no-", "with-", "is-", "tag-", "category-", "js-has")
_CONTAINERS = word_set("div section ul ol form header footer table p span a")
_QUOTE = {"blockquote", "figure"}  # whose footer says who wrote it
_HOLD_HEADERS = {"article", "main", *_QUOTE}
_SMALL = {"p", "span", "a"}  # of which only screen readers' texts are furniture
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTES = re.compile(r"\b(?:foot|end)-?notes?\b|\breflist\b|\breferences\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_MOST = 0.5  # of the words of a page: what holds more is no furniture
_ARTICLE = 0.9  # of the words of the largest candidate: the innermost that holds more is the article
_RIVAL = 0.25  # of them: another article as large is as much the page's text
_LINKED = 0.8  # of its words, that stand in links: a list of links
_FEWEST_LINKS = 3


class Size(NamedTuple):
    """How many words an element holds, how many of them stand in links, and how many links there are."""

    words: int
    linked: int
    links: int


class Article(NamedTuple):
    """The part of a page that is read, and the elements in it that are not, by identity."""

    root: Element
    dropped: set[int]


def find_article(root: Element, left_out: Counter[str]) -> Article:
    """Return the article of a page; count in left_out what is in the page and not in it."""
    sizes = _measure(root)
    dropped = _drop(root, sizes, left_out)
    article = _choose(root, sizes, dropped)
    outside = _count_outside(root, article, dropped)
    left_out["parts outside the article"] += outside
    return Article(article, dropped)


def is_note_list(element: Element) -> bool:
    """Say whether an element calls itself footnotes."""
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
    return bool(_NOTES.search(names))


def _measure(root: Element) -> dict[int, Size]:
    """Return the size of each element; scripts and their like hold no words."""
    sizes: dict[int, Size] = {}
    for element in reversed(list(root.iter())):
        size = _count_own(element)
        for child in element:
            inside = sizes[id(child)]
            behind = len(_WORD.findall(child.tail or ""))
            size = Size(
                size.words + inside.words + behind, size.linked + inside.linked, size.links + inside.links
            )
        if element.tag == "a" and element.get("href"):
            size = Size(size.words, size.words, 1)
        sizes[id(element)] = size
    return sizes


def _count_own(element: Element) -> Size:
    is_silent = element.tag in ("script", "style", "template", "noscript", "head")
    return Size(0 if is_silent else len(_WORD.findall(element.text or "")), 0, 0)


def _drop(root: Element, sizes: dict[int, Size], left_out: Counter[str]) -> set[int]:
    """Return the elements that are left out, the outermost of each; count them."""
    dropped: set[int] = set()
    most = _MOST * sizes[id(root)].words
    stack = [(child, "") for child in root]
    while stack:
        element, around = stack.pop()
        kind = _kind_of(element, sizes[id(element)], most, around)
        if kind:
            dropped.add(id(element))
            left_out[kind] += kind != FURNITURE or sizes[id(element)].words > 0
            continue
        around = element.tag if element.tag in _HOLD_HEADERS else around
        stack.extend((child, around) for child in element)
    return dropped


def _kind_of(element: Element, size: Size, most: float, around: str) -> str:
    """Return as what an element is left out, '' if it is read."""
    if is_note_list(element):
        return ""
    kind = _KIND_OF.get(element.tag, "")
    if kind and (kind not in _DOUBTED or size.words <= most):
        return kind
    if _is_hidden(element):
        return HIDDEN
    if size.words > most:
        return ""
    if _is_furniture(element, around):
        return FURNITURE
    return LINKS if _is_list_of_links(element, size) else ""


def _is_hidden(element: Element) -> bool:
    hidden = element.get("hidden")
    return (
        (hidden is not None and hidden != "until-found")
        or element.get("aria-hidden", "").casefold() == "true"
        or bool(_HIDING.search(element.get("style", "")))
        or (element.tag == "dialog" and element.get("open") is None)
    )


def _is_furniture(element: Element, around: str) -> bool:
    """Say whether an element calls itself something that is no article, by its tag, role or name.

    around: the innermost article or quotation that holds it.
    """
    if (element.tag == "header" and not around) or (element.tag == "footer" and around not in _QUOTE):
        return True
    if element.get("role", "").casefold() in _ROLES:
        return True
    if element.tag == "div" and element.get("title") in ("header", "footer"):  # LibreOffice's
        return True
    if element.tag not in _CONTAINERS:
        return False
    if not around and any(name.casefold() in ("header", "footer") for name in _list_names(element)):
        return True
    names = {part for name in _list_names(element) for part in _parts_of(name)}
    if element.tag in _SMALL:
        names &= {"screen-reader", "sr-only", "visually-hidden", "visuallyhidden", "skip-link"}
    return not names.isdisjoint(_NAMES)


def _list_names(element: Element) -> list[str]:
    names = [*element.get("class", "").split(), element.get("id", "")]
    return [name for name in names if not name.startswith(_NOT_ABOUT_ITSELF)]


def _parts_of(name: str) -> Iterator[str]:
    """Yield the parts of a name such as `post-relatedLinks`, and each two of them together."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
    parts = [part for part in re.split(r"[-_:.]+", apart) if part]
    yield from parts
    yield from map("-".join, pairwise(parts))


def _is_list_of_links(element: Element, size: Size) -> bool:
    if element.tag not in ("ul", "ol", "div", "p", "section", "td", "table", "footer"):
        return False
    return size.links >= _FEWEST_LINKS and size.linked >= _LINKED * size.words


def _choose(root: Element, sizes: dict[int, Size], dropped: set[int]) -> Element:
    """Return the innermost article that holds most of the words; the page where none calls itself so."""
    candidates = [element for element in list_elements(root, dropped) if _is_article(element)]
    largest = max(candidates, key=lambda element: sizes[id(element)].words, default=root)
    most, inside = sizes[id(largest)].words, {id(element) for element in largest.iter()}
    rivals = [e for e in candidates if id(e) not in inside and sizes[id(e)].words >= _RIVAL * most]
    if not candidates or rivals or most <= _MOST * _count_words(root, dropped):
        return root
    return [e for e in candidates if id(e) in inside and sizes[id(e)].words >= _ARTICLE * most][-1]


def _is_article(element: Element) -> bool:
    named = element.get("role", "").casefold() in ("main", "article")
    return element.tag in ("article", "main") or named or "articleBody" in element.get("itemprop", "").split()


def list_elements(root: Element, dropped: set[int]) -> Iterator[Element]:
    """Yield the elements that are read, in order."""
    stack = [root]
    while stack:
        element = stack.pop()
        if id(element) not in dropped:
            yield element
            stack.extend(reversed(element))


def _count_words(root: Element, dropped: set[int]) -> int:
    read = list_elements(root, dropped)
    return sum(
        len(_WORD.findall(f"{e.text or ''} {' '.join(child.tail or '' for child in e)}")) for e in read
    )


def _count_outside(root: Element, article: Element, dropped: set[int]) -> int:
    """Return how many elements with words of their own stand outside the article."""
    inside = {id(element) for element in article.iter()}
    read = list_elements(root, dropped)
    return sum(1 for element in read if id(element) not in inside and _WORD.search(element.text or ""))
