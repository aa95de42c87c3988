"""One page of all the pages of a built report, to be printed: folded parts open, links inside, nothing to click."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.commands.report_print_tables import part_tables
from analysis.errors import InputError

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

FIRST = "index"
ARTICLE = "article.bd-article"
# What only a screen can do, and the code, which the notebooks have.
NOT_PRINTED = (
    "script, .headerlink, .refrain-tools, .refrain-line, .refrain-figure-line a, details.refrain-code, "
    "picture.refrain-dark, picture source, button, a[download], a.refrain-method, .prev-next-footer"
)
WHOLE = re.compile(r"[a-z][a-z+.-]*:")  # how an address begins that leads elsewhere, or holds what it names
NAMING = ("id", "for", "aria-labelledby", "aria-describedby", "headers")
_PAGE = """<!DOCTYPE html>
<html lang="{language}" data-theme="light">
<head>
<meta charset="utf-8">
<title>{title}</title>
{styles}
<style>
@page {{
  size: A4;
  margin: 20mm 18mm 22mm;
  @bottom-left {{ content: "{running}"; font: 8pt sans-serif; }}
  @bottom-right {{ content: counter(page); font: 8pt sans-serif; }}
}}
@page wide {{ size: A4 landscape; margin: 14mm 14mm 16mm; }}
@page :first {{ @bottom-left {{ content: none; }} @bottom-right {{ content: none; }} }}
</style>
</head>
<body class="refrain-print">
<main class="bd-content">
<header><p class="refrain-print-title">{title}</p><p>{extent}</p></header>
<nav aria-label="Contents"><p class="refrain-print-contents">Contents</p><ol>
{contents}</ol></nav>
{articles}
</main>
</body>
</html>
"""


def list_pages(site: Path, left_out: Iterable[str] = ()) -> list[str]:
    """List the pages of a built report in the order of its contents, the first page first.

    Raises InputError where there is no such report.
    """
    links = _read(site, FIRST).select("nav.bd-links a.reference.internal")
    names = [re.sub(r"\.html$", "", link["href"]) for link in links if link["href"] != "#"]
    left = {FIRST, *left_out}
    return [FIRST, *(name for name in dict.fromkeys(names) if name not in left)]


def join_pages(site: Path, pages: list[str]) -> str:
    """Return all pages as one page, with the styles of the first."""
    read = {page: _read(site, page) for page in pages}
    first = read[FIRST]
    titles = {page: _take_title(document) for page, document in read.items()}
    articles = [_take_article(document, page, set(pages)) for page, document in read.items()]
    title, extent = (_text_of(first, f".refrain-{part}") for part in ("title", "extent"))
    styles = [str(link) for link in first.select('link[rel~="stylesheet"]')]
    entries = [
        f'<li><a href="#{name_place(page)}">{escape(text)}</a></li>\n' for page, text in titles.items()
    ]
    return _PAGE.format(
        language=escape(first.html.get("lang", "en")),
        title=escape(title or titles[FIRST]),
        extent=escape(extent),
        running=_quote(" · ".join(filter(None, [title, extent]))),
        styles="\n".join(styles),
        contents="".join(entries),
        articles="\n".join(articles),
    )


def name_place(page: str, place: str = "") -> str:
    """Return the name of a place of a page in the joined one; '' for the top of the page."""
    return f"{page.replace('/', '--')}--{place or 'top'}"


def _read(site: Path, page: str) -> BeautifulSoup:
    from bs4 import BeautifulSoup

    file = site / f"{page}.html"
    if not file.is_file():
        raise InputError(f"{file}: there is no such page; build the report first.")
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


def _take_title(document: BeautifulSoup) -> str:
    heading = document.select_one(f"{ARTICLE} h1")
    for link in heading.select(".headerlink") if heading else []:
        link.decompose()
    return heading.get_text(" ", strip=True) if heading else ""


def _text_of(document: BeautifulSoup, selector: str) -> str:
    found = document.select_one(selector)
    return found.get_text(" ", strip=True) if found else ""


def _take_article(document: BeautifulSoup, page: str, pages: set[str]) -> str:
    """Return what a page says, with names of its own for its places."""
    article = document.select_one(ARTICLE)
    if article is None:
        return ""
    for part in article.select(NOT_PRINTED):
        part.decompose()
    part_tables(article)
    for folded in article.select("details"):
        folded["open"] = ""
    for image in article.select("img"):
        image.attrs.pop("loading", None)  # a picture that waits to be scrolled to is never printed
        image["src"] = _find(image.get("src", ""), page)
    for element in article.select(", ".join(f"[{name}]" for name in NAMING)):
        _rename(element, page)
    for link in article.select("a[href]"):
        _lead_inside(link, page, pages)
    article["id"] = name_place(page)
    return str(article)


def _find(file: str, page: str) -> str:
    """Return where a file lies that a page names, seen from the first page."""
    return file if WHOLE.match(file) else posixpath.normpath(posixpath.join(posixpath.dirname(page), file))


def _rename(element: Tag, page: str) -> None:
    for name in NAMING:
        if element.get(name):
            value = element[name]
            places = value if isinstance(value, list) else value.split()
            element[name] = " ".join(name_place(page, place) for place in places)


def _lead_inside(link: Tag, page: str, pages: set[str]) -> None:
    """Let a link lead to its place in the joined page; one to a file, or to a page that is not there, is its words."""
    address = link["href"]
    if WHOLE.match(address):
        return
    file, _, place = address.partition("#")
    to = _find(file, page).removesuffix(".html") if file else page
    if to in pages and (not file or file.endswith(".html")):
        link["href"] = "#" + name_place(to, place)
    else:
        link.unwrap()


def _quote(text: str) -> str:
    """Return a text as the inside of a string of a style sheet."""
    return re.sub(r'[\\"<>&]', lambda sign: f"\\{ord(sign.group()):06x}", text)
