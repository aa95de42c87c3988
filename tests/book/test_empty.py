"""A table without a row leaves no title, no lead and no sentence behind; what was found, or not, is still said."""

from __future__ import annotations

import sys

import pandas as pd
from chapters import BOOK
from docutils import nodes
from docutils.utils import new_document

from analysis.figures.html_tables import show_table

sys.path.insert(0, str(BOOK / "_ext"))

from refrain_book.empty import drop_empty

FISH = pd.DataFrame({"fish": ["cod"]})


def cell_of(*tables: pd.DataFrame) -> nodes.container:
    """A cell as MyST-NB has it, with its code, and what it shows in HTML and in plain words."""
    cell = nodes.container("", classes=["cell"])
    cell += nodes.container("", nodes.literal_block("", "show_table(...)"), classes=["cell_input"])
    outputs = nodes.container("", classes=["cell_output"])
    for table in tables:
        shown = show_table(table, name="fish", caption="A row is a fish.")
        html, plain = nodes.raw("", shown.html, format="html"), nodes.literal_block("", shown.plain)
        outputs += nodes.container("", nodes.container("", html), nodes.container("", plain))
    cell += outputs
    return cell


def page_of(*parts: nodes.Node) -> nodes.document:
    """A page with one section; the parts stand below its title."""
    document = new_document("sea")
    inner = nodes.section("", nodes.title("", "Fish"), *parts)
    document += nodes.section("", nodes.title("", "Sea"), nodes.paragraph("", "Deep."), inner)
    return document


def said(document: nodes.document) -> list[str]:
    drop_empty(document)
    return [node.astext() for node in document.findall() if isinstance(node, (nodes.title, nodes.paragraph))]


LEAD = "What swims here?"
FOUND = nodes.paragraph("", "", nodes.inline("", "No fish.", classes=["pasted-text"]))


def test_a_section_with_an_empty_table_and_its_lead_leaves_the_page_but_its_code_stays():
    page = page_of(nodes.paragraph("", LEAD), cell_of(FISH.head(0)))
    assert said(page) == ["Sea", "Deep."]
    assert "show_table(...)" in page.astext() and "There is none" not in page.astext()


def test_what_was_not_found_is_still_said():
    page = page_of(FOUND.deepcopy(), cell_of(FISH.head(0)))
    assert said(page) == ["Sea", "Deep.", "Fish", "No fish."]
    assert "There is none" not in page.astext()


def test_a_table_with_rows_keeps_its_lead():
    page = page_of(nodes.paragraph("", LEAD), cell_of(FISH, FISH.head(0)))
    assert said(page) == ["Sea", "Deep.", "Fish", LEAD]
    assert "cod" in page.astext() and "There is none" not in page.astext()


def test_a_section_with_more_to_say_stays():
    page = page_of(nodes.paragraph("", LEAD), cell_of(FISH.head(0)), nodes.paragraph("", "The sea is deep."))
    assert said(page) == ["Sea", "Deep.", "Fish", "The sea is deep."]
