"""The report on paper: one page of all pages, and what is said where nothing can print it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from analysis.commands import report_pdf
from analysis.commands.report_pdf import BROWSERS, find_browser, print_report
from analysis.commands.report_print import join_pages, list_pages
from analysis.commands.report_print_tables import part_tables
from analysis.errors import InputError

PAGE = """<html lang="en"><head><link rel="stylesheet" href="_static/a.css"></head><body>
<nav class="bd-links"><a class="reference internal" href="#">Summary</a>
<a class="reference internal" href="fish.html">Fish</a><a class="reference internal" href="api.html">API</a></nav>
<article class="bd-article">{}</article></body></html>"""
FIRST = """<h1>Summary<a class="headerlink" href="#s">#</a></h1><p class="refrain-title">What Jane Roe “says”</p>
<p class="refrain-extent">1 speech</p><p id="top">See <a href="fish.html#cod">the cod</a>, <a href="api.html">API</a>,
<a href="refrain-data.zip">data</a>, <a href="https://example.org/">more</a> and <a href="#top">here</a>.</p>"""
FISH = """<h1>Fish</h1><figure aria-labelledby="cod"><p id="cod">Cod</p><picture class="refrain-dark"><img src="d.svg">
</picture><picture class="refrain-light"><source srcset="n.svg"><img loading="lazy" src="w.svg" alt="Cod"></picture>
</figure><details><summary>Table</summary></details><details class="refrain-code"></details>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages, and one on the software."""
    for name, said in {"index": FIRST, "fish": FISH, "api": "<h1>API</h1>"}.items():
        (tmp_path / f"{name}.html").write_text(PAGE.format(said), encoding="utf-8")
    return tmp_path


@pytest.fixture
def joined(site) -> BeautifulSoup:
    return BeautifulSoup(join_pages(site, list_pages(site, ["api"])), "html.parser")


def test_pages_come_in_the_order_of_the_contents(site):
    assert list_pages(site) == ["index", "fish", "api"]
    assert list_pages(site, ["api"]) == ["index", "fish"]


def test_links_lead_inside_and_what_is_not_there_is_words(joined):
    links = [link["href"] for link in joined.select("article a")]
    assert links == ["#fish--cod", "https://example.org/", "#index--top"]
    assert "API, data" in " ".join(joined.get_text().split()).replace(" ,", ",")
    assert [link["href"] for link in joined.select("nav a")] == ["#index--top", "#fish--top"]


def test_a_page_in_a_folder_is_printed_too(site):
    (site / "part").mkdir()
    said = '<h1>Salt</h1><img src="../_files/a.svg"><a href="../fish.html#cod">cod</a><a href="#b">b</a><p id="b">b</p>'
    (site / "part" / "salt.html").write_text(PAGE.format(said), encoding="utf-8")
    joined = BeautifulSoup(join_pages(site, ["index", "fish", "part/salt"]), "html.parser")
    salt = joined.select_one("#part--salt--top")
    assert [link["href"] for link in salt.select("a")] == ["#fish--cod", "#part--salt--b"]
    assert salt.img["src"] == "_files/a.svg" and salt.p["id"] == "part--salt--b"


def test_places_are_named_once_and_labels_find_them(joined):
    places = [element["id"] for element in joined.select("[id]")]
    assert "fish--cod" in places and joined.figure["aria-labelledby"] == "fish--cod"


def test_folded_parts_are_open_and_pictures_are_loaded(joined):
    assert [folded.has_attr("open") for folded in joined.select("details")] == [True]
    assert [(image["src"], image.get("loading")) for image in joined.select("img")] == [("w.svg", None)]
    assert not joined.select("source")


def test_title_and_extent_run_along_the_pages(joined):
    assert joined.title.string == "What Jane Roe “says”"
    assert 'content: "What Jane Roe “says” · 1 speech"' in joined.style.string


def test_a_browser_that_is_not_there_is_told_in_a_sentence_and_nothing_is_written(
    site, monkeypatch, tmp_path
):
    monkeypatch.setattr(report_pdf.shutil, "which", lambda name: None)
    with pytest.raises(
        InputError, match=r"printed by Chromium, Chrome or Edge, and none is installed; install"
    ):
        print_report(site, tmp_path / "report.pdf")
    assert not list(tmp_path.glob("*.pdf")) and not list(site.glob(".*"))


def test_a_browser_that_fails_leaves_nothing(site, monkeypatch):
    monkeypatch.setattr(report_pdf, "find_browser", lambda: "false")
    with pytest.raises(InputError, match="false: the report was not printed"):
        print_report(site, site / "report.pdf")
    assert not list(site.glob("*.pdf")) and not list(site.glob(".*"))


def test_a_folder_without_a_report_is_told(tmp_path):
    with pytest.raises(InputError, match=r"index\.html: there is no such page; build the report first"):
        list_pages(tmp_path)


@pytest.mark.book
@pytest.mark.skipif(not any(map(report_pdf.shutil.which, BROWSERS)), reason="no Chromium is installed")
def test_the_pdf_has_tags_and_the_same_bytes_each_time(site):
    first, second = (print_report(site, site / f"{n}.pdf").read_bytes() for n in (1, 2))
    assert find_browser() and first == second
    assert first.startswith(b"%PDF") and b"/MarkInfo" in first


@pytest.mark.parametrize(
    ("n_columns", "sizes"),
    [(13, [13]), (14, [8, 8]), (24, [13, 13]), (25, [10, 10, 9])],
)
def test_a_table_of_many_columns_is_printed_in_parts_that_all_tell_their_rows(n_columns, sizes):
    heads = "".join(f"<th>c{n}</th>" for n in range(n_columns))
    cells = "".join(f'<td id="r{n}">{n}</td>' for n in range(n_columns))
    table = (
        f"<table><caption>A row is a boat.</caption><thead><tr>{heads}</tr></thead><tr>{cells}</tr></table>"
    )
    article = BeautifulSoup(f'<div class="refrain-table">{table}</div>', "html.parser")
    part_tables(article)
    rows = [[cell.text for cell in row.select("td")] for row in article.select("tr") if row.td]
    assert [len(row) for row in rows] == sizes
    assert all(row[:2] == ["0", "1"] for row in rows)
    assert [int(cell) for row in rows for cell in row[2:]] == list(range(2, n_columns))
    captions = [caption.text for caption in article.select("caption")]
    marks = [f" ({n}/{len(sizes)})" for n in range(1, len(sizes) + 1)] if len(sizes) > 1 else [""]
    assert captions == [f"A row is a boat.{mark}" for mark in marks]
    assert len(article.select("#r0")) == 1  # a place is named once
