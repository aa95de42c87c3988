"""What an element of a web page is, by its tag, role and name, if it is no part of an article."""

from __future__ import annotations

import re
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
HOLD_HEADERS = {"article", "main", *_QUOTE}
_SMALL = {"p", "span", "a"}  # of which only screen readers' texts are furniture
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NOTES = re.compile(r"\b(?:foot|end)-?notes?\b|\breflist\b|\breferences\b", re.IGNORECASE)
_LINKED = 0.8  # of its words, that stand in links: a list of links
_FEWEST_LINKS = 3


class Size(NamedTuple):
    """How many words an element holds, how many of them stand in links, and how many links there are."""

    words: int
    linked: int
    links: int


def kind_of(element: Element, size: Size, most: float, around: str) -> str:
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


def is_note_list(element: Element) -> bool:
    """Say whether an element calls itself footnotes."""
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
    return bool(_NOTES.search(names))
