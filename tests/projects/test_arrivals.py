"""Files as they come get names that every system can bear, each its own."""

from __future__ import annotations

import pytest

from analysis.errors import InputError
from analysis.projects.arrivals import name_source, read_folder
from analysis.projects.page_metadata import Metadata, read_metadata


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("Talk in Porto (final)", "talk-in-porto-final"),
        ("  Übergröße ", "uebergroesse"),
        ("Café_nº2", "cafe-no2"),
        ("con", "text-con"),
        ("беседа 2", "text-2"),
        ("2031", "2031"),
        ("речь", "text"),
        ("a.b.", "a.b"),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_name_from_a_file_name(stem, name):
    assert name_source(stem, set()) == name


def test_twins_get_a_number():
    taken: set[str] = set()
    assert [name_source(stem, taken) for stem in ("Talk", "talk", "TALK ")] == ["talk", "talk-2", "talk-3"]


def test_folders_links_and_empty_files_are_told(tmp_path):
    (tmp_path / "a.txt").write_text("I know.")
    (tmp_path / "b").mkdir()
    (tmp_path / "c.txt").write_text("")
    (tmp_path / "d.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / ".hidden").write_text("no")
    arrivals, checks = read_folder(tmp_path)
    assert [arrival.source for arrival in arrivals] == ["a"]
    assert len(checks) == 3 and all(check.severity == 0 for check in checks)


def test_no_folder_an_empty_one_and_one_without_a_text_are_refused(tmp_path):
    with pytest.raises(InputError, match="there is no such folder"):
        read_folder(tmp_path / "none")
    with pytest.raises(InputError, match="this folder is empty"):
        read_folder(tmp_path)
    (tmp_path / "a.txt").write_text("")
    with pytest.raises(InputError, match="none of its 1 files can be read"):
        read_folder(tmp_path)


def test_a_page_tells_its_title_outlet_day_and_language(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html lang="en-GB"><head><title>x</title><meta content="Roe &amp; the sea" property="og:title">'
        "<meta property='og:site_name' content='The Tide'>"
        '<meta property="article:published_time" content="2031-06-02T08:00:00Z"></head><body>I know.</body></html>'
    )
    assert read_metadata(page) == Metadata("Roe & the sea", "The Tide", "2031-06-02", "en")
    page.write_text("I know.")
    assert read_metadata(page) == Metadata()
