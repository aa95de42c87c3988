"""What a published report has besides its pages, with an address of its own and without."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
from chapters import BOOK
from docutils import nodes
from lxml import etree
from sphinx.errors import ConfigError

sys.path.insert(0, str(BOOK / "_ext"))

from refrain_book import downloads, publish

SHOWN = (
    '<p class="refrain-title">What Jane &amp; Roe say</p><p class="refrain-extent">2 speeches</p>'
    '<ol><li><span class="refrain-headline" id="finding-1">Salt.</span></li></ol>'
)


def config(address: str) -> SimpleNamespace:
    return SimpleNamespace(html_baseurl=address, html_title="Refrain", root_doc="index")


@pytest.mark.parametrize(
    ("set_there", "variable", "taken"),
    [
        ("", None, ""),
        ("https://sea.example/report", None, "https://sea.example/report/"),
        ("https://sea.example", "https://salt.example/a/", "https://salt.example/a/"),
        ("", " ", ""),
    ],
)
def test_the_address_is_one_setting(monkeypatch, set_there, variable, taken):
    monkeypatch.delenv("REFRAIN_URL", raising=False)
    if variable is not None:
        monkeypatch.setenv("REFRAIN_URL", variable)
    settings = config(set_there)
    publish.set_address(None, settings)
    assert settings.html_baseurl == taken


def test_what_is_no_address_stops_the_build(monkeypatch):
    monkeypatch.setenv("REFRAIN_URL", "sea.example/report")
    with pytest.raises(ConfigError, match="write the whole address"):
        publish.set_address(None, config(""))


def describe(address: str) -> str:
    builder = SimpleNamespace(get_target_uri=lambda page: f"{page}.html")
    context, page = {"title": "Summary"}, nodes.document(None, None)
    page += nodes.raw("", SHOWN, format="html")
    publish.describe_page(
        SimpleNamespace(config=config(address), builder=builder), "index", "", context, page
    )
    return context["metatags"]


def test_a_page_is_described_and_its_address_named_only_if_there_is_one():
    without, with_one = describe(""), describe("https://sea.example/")
    assert '<meta name="description" content="What Jane &amp; Roe say: 2 speeches. Salt.">' in without
    assert "http" not in without and "og:image" not in without
    assert '<meta property="og:url" content="https://sea.example/index.html">' in with_one
    assert '<meta property="og:image" content="https://sea.example/card.png">' in with_one


def test_a_description_ends_with_a_word():
    assert publish.shorten("short") == "short"
    cut = publish.shorten("salt, sail " * 30)
    assert len(cut) <= publish.LONGEST and cut.endswith(("salt…", "sail…"))


@pytest.mark.parametrize(
    ("address", "first"), [("", "index.html"), ("https://sea.example/r/", "https://sea.example/r/index.html")]
)
def test_files_beside_the_pages(tmp_path, address, first):
    builder = SimpleNamespace(format="html", get_target_uri=lambda page: f"{page}.html")
    env = SimpleNamespace(found_docs={"index", "fish"})
    (tmp_path / "index.html").write_text(SHOWN, encoding="utf-8")
    app = SimpleNamespace(outdir=tmp_path, config=config(address), builder=builder, env=env)
    publish.write_beside(app, None)
    assert (tmp_path / ".nojekyll").read_bytes() == b""
    assert (tmp_path / "card.png").read_bytes().startswith(b"\x89PNG")
    assert f'href="{first}"' in (tmp_path / "404.html").read_text(encoding="utf-8")
    site_map = tmp_path / "sitemap.xml"
    assert site_map.exists() == bool(address)
    if address:
        pages = etree.fromstring(site_map.read_bytes()).xpath("//*[local-name()='loc']/text()")
        assert pages == [f"{address}fish.html", f"{address}index.html"]


def test_notebooks_have_their_pictures_beside_them_and_neither_bitmaps_nor_dark_ones(tmp_path):
    png = ' <a href=\\"data:image/png;base64,AAAA\\" download=\\"a.png\\">PNG with its words</a>'
    dark = '<picture class=\\"refrain-dark\\"><img src=\\"data:image/svg+xml;base64,AAAA\\"></picture>\\n'
    (tmp_path / "fish.ipynb").write_text(
        f'{{"html": "<img src=\\"data:image/svg+xml;base64,PHN2Zy8+\\">{dark}{png}"}}'
    )
    (tmp_path / "old.ipynb").write_text("{}")
    files = downloads.list_notebooks(tmp_path, {"fish"})
    notebook, [drawing] = files.pop("fish.ipynb").decode(), files
    assert files[drawing] == b"<svg/>" and drawing in notebook
    assert not any(word in notebook for word in ("base64", "PNG", "dark", "\\n"))
