"""Heads of columns lead to how their numbers were measured: a question mark behind the head, a section of Methods.

Which head leads where is a row of `column_methods.csv`; figures have their own list, `figure_methods.csv`.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from html import escape, unescape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from .raw_html import HEAD, change_raw

PAGE = "methods"
METHODS = Path(__file__).with_name("column_methods.csv")  # a row is a head and the section that tells of it
HEADING = re.compile(r"(<th\b[^>]*>)([^<]+)(?=</th>)")


def setup(app: Sphinx) -> None:
    app.connect("doctree-resolved", link_heads)


def link_heads(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Link the heads of the tables of a page to the sections that tell how they are measured."""
    if app.builder.format == "html" and PAGE in app.env.found_docs and page != PAGE:
        address = app.builder.get_relative_uri(page, PAGE)
        change_raw(doctree, lambda html: HEAD.sub(lambda head: mark_heads(head[0], address), html))


def mark_heads(heads: str, address: str) -> str:
    """Put a link behind each head that the list has; what it is called says what it leads to."""

    from analysis.messages import translate

    def mark(head: re.Match[str]) -> str:
        name = unescape(head[2]).strip()
        section = read_sections().get(name)
        if section is None:
            return head[0]
        told = escape(translate("How “{name}” is measured", name=name))
        link = f'<a class="refrain-method" href="{address}#{section}" aria-label="{told}">?</a>'
        return f"{head[1]}{head[2]} {link}"

    return HEADING.sub(mark, heads)


@cache
def read_sections() -> dict[str, str]:
    """Return the section of each head, as the site's language has it."""
    from analysis.messages import translate_word

    with METHODS.open(encoding="utf-8", newline="") as file:
        return {translate_word(row["heading"]): row["section"] for row in csv.DictReader(file)}
