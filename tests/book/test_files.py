"""What a page holds in itself becomes a file beside it, named after its content."""

from __future__ import annotations

import sys

from chapters import BOOK

sys.path.insert(0, str(BOOK / "_ext"))

from refrain_book.files import take_out

from analysis.figures.addresses import CSV, SVG, data_uri


def test_each_content_is_one_file_and_the_page_names_it(tmp_path):
    drawing, table = data_uri("<svg/>", SVG), data_uri("a,b\n", CSV)
    page = f'<img src="{drawing}"><a href="{table}" download="t.csv">T</a><img srcset="{drawing}">'
    html = take_out(page, tmp_path / "_files")
    files = {path.suffix: path for path in (tmp_path / "_files").iterdir()}
    assert {suffix: path.read_text() for suffix, path in files.items()} == {".svg": "<svg/>", ".csv": "a,b\n"}
    svg, csv = (f"_files/{files[suffix].name}" for suffix in (".svg", ".csv"))
    assert html == f'<img src="{svg}"><a href="{csv}" download="t.csv">T</a><img srcset="{svg}">'


def test_a_page_that_holds_nothing_stays_and_needs_no_folder(tmp_path):
    page = '<img src="logo.png"><a href="https://example.org">data:</a>'
    assert take_out(page, tmp_path / "_files") == page
    assert not (tmp_path / "_files").exists()
