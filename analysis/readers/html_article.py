"""What on a web page is the article, and what is furniture around it: menus, banners, related links, comments.

trafilatura 2.3 reads hidden elements, glues the marks of notes to words, and says nothing of what it drops: so it is
told here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.readers.html_furniture import FURNITURE, HOLD_HEADERS, Size, kind_of

_WORD = re.compile(r"\w+")
_MOST = 0.5  # of the words of a page: what holds more is no furniture
_ARTICLE = 0.9  # of the words of the largest candidate: the innermost that holds more is the article
_RIVAL = 0.25  # of them: another article as large is as much the page's text


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
        kind = kind_of(element, sizes[id(element)], most, around)
        if kind:
            dropped.add(id(element))
            left_out[kind] += kind != FURNITURE or sizes[id(element)].words > 0
            continue
        around = element.tag if element.tag in HOLD_HEADERS else around
        stack.extend((child, around) for child in element)
    return dropped


def _choose(root: Element, sizes: dict[int, Size], dropped: set[int]) -> Element:
    """Return the innermost article that holds most of the words; the page where none calls itself so."""
    candidates = [element for element in list_elements(root, dropped) if _is_article(element)]
    if not candidates:
        return root
    n_words = {id(element): sizes[id(element)].words for element in candidates}
    largest = max(candidates, key=lambda element: n_words[id(element)])
    most = n_words[id(largest)]
    if most <= _MOST * _count_words(root, dropped) or _has_rival(largest, candidates, n_words):
        return root
    inside = {id(element) for element in largest.iter()}
    return [e for e in candidates if id(e) in inside and n_words[id(e)] >= _ARTICLE * most][-1]


def _has_rival(largest: Element, candidates: list[Element], n_words: dict[int, int]) -> bool:
    """Say whether another article, not inside the largest, is large as well."""
    inside = {id(element) for element in largest.iter()}
    fewest = _RIVAL * n_words[id(largest)]
    return any(id(e) not in inside and n_words[id(e)] >= fewest for e in candidates)


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
