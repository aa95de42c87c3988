"""Names of phrases and topics lead to the concordance, from tables and sentences; the search finds their rows."""

from __future__ import annotations

import sys
from itertools import pairwise

import pandas as pd
import pytest
from chapters import BOOK, PAGES
from docutils import nodes
from docutils.utils import new_document

sys.path.insert(0, str(BOOK / "_ext"))

from refrain_book import column_methods, entries, searched, terms
from refrain_book.raw_html import link_cells, read_heads

from analysis.figures.html_tables import show_table
from analysis.figures.search_table import write_rows

LISTED = """
<details id="salt-tax" data-kind="phrase" data-n="3"><summary>salt tax (2 wordings) <small>3 uses</small></summary>
<p>Also: tax on salt; the salt tax</p><ol></ol></details>
<details id="open-sea" data-kind="name" data-n="1"><summary>“open sea” (suggested) <small>1 use</small></summary>
</details>
<details id="topic-salt-tax" data-kind="topic" data-n="1"><summary>Salt tax <small>1 use</small></summary>
<p>Nothing.</p></details>
"""
FOUND = list(entries.read_entries(LISTED))


def table(head: str, *cells: str) -> str:
    rows = "".join(f'<tr><th scope="row">{cell}</th><td>1</td></tr>\n' for cell in cells)
    return (
        f'<div aria-label="Table of ledger-table"><table>\n<thead><tr><th scope="col">{head}</th><th>n</th></tr>'
        f"</thead>\n<tbody>\n{rows}</tbody>\n</table></div>"
    )


def find(column: str, name: str) -> str | None:
    named = entries.name_entries(FOUND)
    entry = named.get((entries.COLUMNS.get(column, ""), name.casefold()))
    return entry.address if entry else None


def test_entries_are_read_from_the_page_with_their_names():
    assert [entry.address for entry in FOUND] == ["salt-tax", "open-sea", "topic-salt-tax"]
    assert [entry.name for entry in FOUND] == ["salt tax", "open sea", "Salt tax"]
    assert FOUND[0].aliases == ("tax on salt", "the salt tax") and FOUND[1].aliases == ()
    assert FOUND[2].aliases == ()  # a paragraph of another kind is no list of names


@pytest.mark.parametrize(
    ("head", "cell", "address"),
    [
        ("phrase", "salt tax (2 wordings)", "salt-tax"),
        ("family", "“open sea” (suggested)", "open-sea"),
        ("family", "tax on salt", "salt-tax"),
        ("topic", "Salt tax", "topic-salt-tax"),
        ("phrase", "sugar tax", None),
        ("word", "salt tax", None),  # a column of words names no phrase
    ],
)
def test_a_cell_with_a_name_is_a_link_in_columns_that_hold_names(head, cell, address):
    linked = link_cells(table(head, cell), find)
    link = f'<th scope="row"><a href="{address}">{cell}</a></th>'
    assert (link in linked) == (address is not None)
    assert ("<a " in linked) == (address is not None)


def test_heads_are_read_without_their_marks():
    assert read_heads('<thead><tr><th scope="col">phrase <a href="x">?</a></th></tr></thead>') == ["phrase ?"]


def test_labels_in_sentences_are_linked_and_those_in_links_and_headings_are_not():
    document = new_document("page")
    said = nodes.paragraph("", "Of “open sea” (suggested) and salt tax (2 wordings), “open seas” aside.")
    heading = nodes.title("", "", nodes.Text("“open sea” (suggested)"))
    document += [
        said,
        heading,
        nodes.paragraph("", "", nodes.reference("", "“open sea” (suggested)", refuri="x")),
    ]
    entries.link_labels(document, entries.choose_labels(FOUND), "concordance.html")
    links = [link["refuri"] for link in document.findall(nodes.reference)]
    assert links == ["concordance.html#open-sea", "concordance.html#salt-tax", "x"]
    assert said.astext() == "Of “open sea” (suggested) and salt tax (2 wordings), “open seas” aside."


def test_rows_have_addresses_and_the_search_is_told_their_names():
    told = []
    html = searched.name_rows(
        table("family", "open sea", "brine", "open sea"), entries.name_entries(FOUND), told.append
    )
    assert told == [
        ("row-open-sea", "open sea"),
        ("ledger-table-row-2", "brine"),
        ("ledger-table-row-3", "open sea"),  # an address stands once
    ]
    assert [f'<tr id="{address}">' in html for address, _ in told] == [True] * 3


def test_rows_that_lie_beside_the_page_leave_their_names_in_it():
    rest = write_rows(pd.DataFrame({"family": ["brine <cold>"]}), "ledger-table")
    html = f'<div data-rows="{rest}">{table("family", "salt")}</div>'
    told = []
    named = searched.name_rows(html, {}, told.append)
    assert told == [("ledger-table-row-1", "salt"), ("ledger-table-row-2", "brine <cold>")]
    assert '<span id="ledger-table-row-2">brine &lt;cold&gt;</span>' in named


def test_other_tables_keep_their_rows():
    shown = show_table(pd_table(), name="catch", caption="A row is a fish.").html
    assert searched.name_rows(shown, {}, print) == shown


def pd_table():
    return pd.DataFrame({"fish": ["cod", "eel"], "n": [1, 2]})


def test_words_of_two_cells_are_two_words():
    assert searched.part_cells("<tr><td>cod</td><td>eel</td></tr>") == "<tr><td>cod</td> <td>eel</td></tr>"


def test_a_head_leads_to_how_it_is_measured_and_says_so():
    heads = '<thead><tr><th scope="col" class="number">per 1,000</th><th scope="col">fish</th></tr></thead>'
    marked = column_methods.mark_heads(heads, "methods.html")
    assert (
        'href="methods.html#rates-and-intervals" aria-label="How “per 1,000” is measured">?</a></th>'
        in marked
    )
    assert '<th scope="col">fish</th>' in marked


def test_every_section_and_every_term_is_there():
    headings = {
        nodes.make_id(line.lstrip("# ")) for line in PAGES["methods"].splitlines() if line.startswith("##")
    }
    assert set(column_methods.read_sections().values()) <= headings
    glossary = PAGES["glossary"].splitlines()
    defined = {term for term, meaning in pairwise(glossary) if meaning.startswith(": ")}
    assert set(terms.read_forms()) == defined


def test_a_term_is_linked_once_where_it_first_stands():
    forms = {"own words": terms.Term("Own words", "term-own-words", "The speaker’s.")}
    document, found = new_document("page"), {}
    document += [nodes.paragraph("", "Their own words, own words."), nodes.paragraph("", "Own words.")]
    for text in list(document.findall(nodes.Text)):
        terms._link_text(text, forms, found, "glossary.html")
    [link] = document.findall(nodes.raw)
    assert link.astext() == (
        '<a class="refrain-term" href="glossary.html#term-own-words" aria-describedby="refrain-term-own-words">'
        "own words</a>"
    )
    assert list(found) == ["Own words"]


def test_one_wording_of_several_in_quotation_marks_leads_to_its_phrase():
    page = new_document("page")
    page += nodes.paragraph("", "Of “salt tax” and salt tax (2 wordings), not of a salt tax.")
    entries.link_labels(page, entries.choose_labels(FOUND), "concordance.html")
    links = [link.astext() for link in page.findall(nodes.reference)]
    assert links == ["“salt tax”", "salt tax (2 wordings)"]


def test_titles_of_cited_works_are_no_sentences_of_the_report():
    page = new_document("page")
    page += nodes.paragraph("", "A rate of rates.")
    page += nodes.citation("", nodes.label("", "1"), nodes.paragraph("", "A rate of rates."))
    said, cited = [text for text in page.findall(nodes.Text) if text == "A rate of rates."]
    assert terms.is_sentence(said)
    assert not terms.is_sentence(cited)
