"""The report as readers get it: built once, strictly, then looked at page by page."""

from __future__ import annotations

import csv
import io
import json
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from built_book import (
    IN_CSS,
    ROOT,
    data_text,
    embedded,
    executed,
    fetched,
    is_external,
    local_file,
    page,
    visible_text,
)
from lxml import html
from sphinx.environment import BuildEnvironment

from analysis.pages.differences import compare_findings
from analysis.pages.findings import collect_findings, is_glued, load_findings

sys.path.insert(0, str(ROOT / "book" / "_ext"))  # what Sphinx keeps of a build names its extensions
PAGES = {
    "index",
    "sources",
    "topics",
    "phrases",
    "readability",
    "versions",
    "methods",
    "data-dictionary",
    "reproduce",
    "formats",
}
PAGES_WITH_NUMBERS = {"index", "sources", "topics", "phrases", "readability"}
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
LONGEST_QUOTATION = 14  # words; a run of 15 could stand for the copyrighted sentence it comes from


@pytest.fixture(scope="session")
def site(built_report):
    return built_report / "_build" / "html"


@pytest.fixture(scope="session")
def pages(site):
    return {path.stem: page(path) for path in sorted(site.glob("*.html"))}


def test_every_page_of_the_plan_is_built(pages):
    assert PAGES | {"references"} <= set(pages)
    assert "Refrain: what a speaker keeps saying" in pages["index"].findtext(".//title")


def test_a_second_build_would_read_no_page_again(built_report):
    """What Sphinx asks of each page; test_stale builds a small book twice."""
    assert executed((built_report / "build.log").read_text("utf-8"))
    kept = built_report / "_build" / ".doctrees"
    known = pickle.loads((kept / "environment.pickle").read_bytes())
    assert (kept / "html-inputs.json").exists()
    assert known.reread_always == set()
    assert {page: younger_files(known, page) for page in known.all_docs if younger_files(known, page)} == {}


def test_the_published_numbers_are_those_of_this_build(built_report):
    found = list(glued_findings(built_report / "_build" / "jupyter_execute"))
    published = load_findings(ROOT / "data" / "findings.json")
    chapters = {file.stem for file in (ROOT / "book").glob("*.md")}
    glued = [row for row in published if row["chapter"] in chapters and is_glued(row["name"])]
    assert compare_findings(glued, found).to_dict("records") == []
    assert {finding["chapter"] for finding in found} >= PAGES_WITH_NUMBERS


def test_each_page_has_one_first_level_heading(pages):
    assert {name: len(document.xpath("//h1")) for name, document in pages.items()} == dict.fromkeys(pages, 1)


def test_no_page_shows_a_traceback_or_an_unresolved_number(pages):
    for name, document in pages.items():
        text = visible_text(document)
        assert "Traceback" not in text, name
        assert not re.search(r"\{(glue|eval|cite|doc|ref)[:}]", text), name


def test_a_browser_requests_nothing_from_elsewhere(pages, site):
    for name, document in pages.items():
        assert [address for address in fetched(document) if is_external(address)] == [], name
    for style in site.glob("_static/**/*.css"):
        addresses = [a or b for a, b in IN_CSS.findall(style.read_text("utf-8"))]
        assert [address for address in addresses if is_external(address)] == [], style


def test_everything_a_page_names_is_there(pages, site):
    for name, document in pages.items():
        addresses = document.xpath("//a/@href | //img/@src | //script/@src | //link/@href")
        files = [local_file(site, address) for address in addresses]
        assert [str(file) for file in files if file and not file.exists()] == [], name


def test_figures_have_text_caption_and_data(pages, site):
    figures = [figure for document in pages.values() for figure in document.xpath("//figure")]
    assert len(figures) >= 8
    problems = [problem for figure in figures for problem in figure_problems(figure, site)]
    assert problems == []


def test_each_picture_in_the_text_has_an_alternative(pages):
    for name, document in pages.items():
        pictures = document.xpath("//article//img")
        assert all(describes(picture.get("alt")) for picture in pictures), name


def test_code_stands_once_at_the_end_of_a_page(pages):
    for name, document in pages.items():
        shown = document.xpath("//div[contains(@class, 'cell_input')][not(ancestor::details)]")
        if name not in {"methods", "reproduce"}:
            assert not shown, f"{name}: give the cell the tag hide-input or remove-input"
        folds = document.xpath("//details[.//div[contains(@class, 'cell_input')]]")
        assert len(folds) <= 1, f"{name}: code is folded in several places"
        assert not any(fold.xpath("following::figure") for fold in folds), name


def test_each_figure_has_its_number_data_pictures_method_code_and_address(pages):
    for name, document in pages.items():
        for number, figure in enumerate(document.xpath("//figure[@class='refrain-figure']"), 1):
            line = figure.xpath(".//span[@class='refrain-figure-line']")[0]
            assert line.text_content().startswith(f"Figure {number}."), name
            texts = [link.text for link in line.iter("a")]
            assert texts[0].startswith("Data (CSV, ")
            assert texts[1:3] == ["Picture (SVG)", "PNG with its words"]
            assert texts[-2:] == ["Code", "Address of this figure"], name
            assert document.xpath(f"//*[@id='{line.xpath('.//a')[-2].get('href')[1:]}']"), name
            assert figure.get("id") == line.xpath(".//a")[-1].get("href")[1:]


def test_search_finds_no_code(site):
    index = (site / "searchindex.js").read_text(encoding="utf-8")
    assert "plot_rate" not in index  # as the index stems `plot_rates`
    assert '"topic"' in index or "topic:" in index


def test_each_figure_but_that_on_speed_leads_to_its_method(pages):
    sections = {section.get("id") for section in pages["methods"].xpath("//section")}
    for name, document in pages.items():
        for figure in document.xpath("//figure[@class='refrain-figure']"):
            links = figure.xpath(".//a[text()='How this was measured']/@href")
            assert links or name == "speed", figure.get("id")
            assert {link.removeprefix("methods.html#") for link in links} <= sections


def test_wide_tables_scroll_in_their_own_box(pages):
    box = "ancestor::*[contains(@class, 'output') or contains(@class, 'pst-scrollable-table-container')]"
    for name, document in pages.items():
        assert not document.xpath(f"//article//table[not({box})]"), name


@pytest.mark.skipif(not CORPUS.exists(), reason="the sources' texts are not published with the repository")
def test_no_page_repeats_a_sentence_of_a_source(site):
    assert_free_of_sources([path for path in site.rglob("*") if "_static" not in path.parts])


@pytest.mark.skipif(not CORPUS.exists(), reason="the sources' texts are not published with the repository")
def test_no_file_of_the_repository_repeats_a_sentence_of_a_source():
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listing.returncode:
        pytest.skip("not a git repository")
    assert_free_of_sources([ROOT / name for name in listing.stdout.split("\0") if name])


# The guards above have been seen to fail: each of these inputs must be refused.


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://cdn.example.org/x.js"></script>',
        '<link rel="stylesheet" href="//fonts.example.org/a.css">',
        '<img src="http://example.org/a.png">',
        '<iframe src="https://example.org/"></iframe>',
        '<style>@import "https://example.org/a.css";</style>',
        '<p style="background: url(https://example.org/a.png)">x</p>',
        '<script>const ADDRESS = "https://cdn.example.org/lib/index.js"</script>',
    ],
)
def test_a_request_to_elsewhere_is_seen(markup):
    document = html.document_fromstring(f"<html><body>{markup}<p>x</p></body></html>")
    assert any(is_external(address) for address in fetched(document))


def test_a_link_to_elsewhere_and_a_local_file_are_allowed():
    document = html.document_fromstring('<p><a href="https://example.org/">x</a><img src="a.svg"></p>')
    assert fetched(document) == ["a.svg"]


@pytest.mark.parametrize("alt", [None, "", " ", "_images/4f0c.png", "topics.svg", "chart"])
def test_a_file_name_is_no_alternative_text(alt):
    assert not describes(alt)


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ('<img alt="Peace leads war"><figcaption><a href="data:text/csv,a%0A1">x</a></figcaption>', None),
        ('<img alt="a.png"><figcaption><a href="data:text/csv,a%0A1">x</a></figcaption>', "alternative text"),
        ('<img alt="Peace leads war"><a href="data:text/csv,a%0A1">x</a>', "caption"),
        ('<img alt="Peace leads war"><figcaption>Peace</figcaption>', "CSV"),
        ('<img alt="Peace leads war"><figcaption><a href="data:text/csv,a">x</a></figcaption>', "CSV"),
    ],
)
def test_an_incomplete_figure_is_seen(markup, problem, tmp_path):
    figure = html.fragment_fromstring(f"<figure>{markup}</figure>")
    found = figure_problems(figure, tmp_path)
    assert found == [] if problem is None else problem in found[0]


def test_a_long_run_of_a_source_is_seen_in_text_and_down_a_column():
    source = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    known = runs(words(source))
    assert runs(words("He said: One, two THREE four five six seven eight nine ten eleven twelve thirteen "
                      "fourteen — fifteen!")) & known  # fmt: skip
    assert not runs(words(source.replace("eight", "8"))) & known
    column = "position,token\n" + "".join(f"{i},{word}\n" for i, word in enumerate(source.split()))
    assert any(runs(reading) & known for reading in readings(Path("tokens.csv"), column))
    link = f'<p><a href="data:text/csv,{quote(column)}">the table</a></p>'
    assert any(runs(reading) & known for reading in readings(Path("page.html"), link))


def younger_files(known: BuildEnvironment, page: str) -> list[str]:
    """The files a page was read from, or depends on, that changed since: Sphinx would read it again."""
    files = [ROOT / "book" / name for name in (f"{page}.md", *known.dependencies[page])]
    return [str(file) for file in files if file.stat().st_mtime_ns // 1000 > known.all_docs[page]]


def glued_findings(folder: Path) -> Iterator[dict]:
    """The findings of every chapter, from the glued outputs that MyST-NB keeps beside executed notebooks."""
    for path in sorted(folder.glob("*.glue.json")):
        outputs = list(json.loads(path.read_text("utf-8")).values())
        chapter = path.name.removesuffix(".glue.json")
        for finding in collect_findings({"cells": [{"outputs": outputs}]}):
            yield {"chapter": chapter, **finding}


def describes(alt: str | None) -> bool:
    """An alternative text says something: several words, and not the name of a file."""
    return len((alt or "").split()) >= 3 and not re.search(r"\.(png|svg|jpe?g|gif|webp)$", alt.strip())


def figure_problems(figure: html.HtmlElement, site: Path) -> list[str]:
    """What a figure lacks: alternative text, caption, data with at least one row."""
    start = " ".join(figure.text_content().split())[:60]
    caption = " ".join(text.strip() for text in figure.xpath(".//figcaption//text()"))
    tables = [table_rows(site, address) for address in figure.xpath(".//a/@href")]
    checks = {
        "alternative text": any(describes(alt) for alt in figure.xpath(".//img/@alt")),
        "caption": bool(caption.strip()),
        "CSV with rows": any(rows > 1 for rows in tables),
    }
    return [f"figure '{start}' lacks its {what}" for what, there in checks.items() if not there]


def table_rows(site: Path, address: str) -> int:
    """The number of lines of the CSV that an address names or holds, header included; 0 if it is no CSV."""
    if address.startswith("data:text/csv"):
        return len(list(csv.reader(io.StringIO(data_text(address)))))
    file = local_file(site, address)
    if file is None or file.suffix != ".csv" or not file.exists():
        return 0
    return len(list(csv.reader(io.StringIO(file.read_text("utf-8")))))


def words(text: str) -> list[str]:
    """Words as the report counts them: inner apostrophes, hyphens and 1,000 part none."""
    return re.findall(r"\w+(?:['‑-]\w+|[.,]\d+)*", text.casefold().replace("’", "'"))


def runs(sequence: list[str]) -> set[tuple[str, ...]]:
    """Every run of one word more than may be quoted."""
    length = LONGEST_QUOTATION + 1
    return {tuple(sequence[i : i + length]) for i in range(len(sequence) - length + 1)}


def readings(path: Path, text: str) -> list[list[str]]:
    """The ways to read a file: from start to end, as a page shows it, down each column of a table."""
    if path.suffix == ".html":
        document = html.document_fromstring(text.encode())
        inside = [
            reading for table in embedded(document) for reading in readings(Path("embedded.csv"), table)
        ]
        return [words(visible_text(document)), *inside]
    if path.suffix != ".csv":
        return [words(text)]
    columns = zip(*csv.reader(io.StringIO(text)), strict=False)
    return [words(text), *(words(" ".join(column)) for column in columns)]


def assert_free_of_sources(paths: list[Path]) -> None:
    texts = {source.name: words(source.read_text("utf-8")) for source in CORPUS.glob("*.txt")}
    known = {run: name for name, text in texts.items() for run in runs(text)}
    assert known, "the folder of the sources' texts is empty"
    for path in paths:
        if path.is_file():
            for reading in readings(path, path.read_text("utf-8", errors="ignore")):
                repeated = runs(reading) & known.keys()
                assert not repeated, f"{path} repeats {len(repeated)} runs of {known[min(repeated)]}"
