"""An unchanged chapter of a project follows the program; one that somebody changed stays, and is named."""

from __future__ import annotations

import pytest

from analysis import messages
from analysis.projects import chapters_renewed
from analysis.projects.book_files import copy_chapters
from analysis.projects.chapters_renewed import RECORD, record_chapters, renew_chapters


@pytest.fixture
def program(tmp_path, monkeypatch):
    """The folder of the program's chapters: `topics.md` and `use.md`, which a test may then write anew."""
    chapters = tmp_path / "program"
    chapters.mkdir()
    (chapters / "topics.md").write_text("old topics")
    (chapters / "use.md").write_text("old use")

    def copy(target):
        target.mkdir(parents=True)
        for path in chapters.iterdir():
            (target / path.name).write_bytes(path.read_bytes())
        return True

    monkeypatch.setattr(chapters_renewed, "copy_chapters", copy)
    return chapters


@pytest.fixture
def book(program, tmp_path):
    """A project's book, copied from the program's."""
    book = tmp_path / "book"
    chapters_renewed.copy_chapters(book)
    record_chapters(book)
    return book


def test_what_nobody_changed_is_renewed_again_and_again(program, book):
    for text in ("new topics", "newer topics"):
        (program / "topics.md").write_text(text)
        assert renew_chapters(book) == []
        assert (book / "topics.md").read_text() == text
    assert (book / "use.md").read_text() == "old use"


def test_what_somebody_changed_stays_and_is_named(program, book):
    (book / "use.md").write_text("my own use")
    assert renew_chapters(book) == [], "the program has none that is newer"
    (program / "use.md").write_text("new use")
    assert renew_chapters(book) == ["use.md"]
    assert (book / "use.md").read_text() == "my own use"


@pytest.mark.parametrize("record", [None, "no record", "[]"])
def test_without_a_record_everything_stays_and_what_differs_is_named(program, book, record):
    (book / RECORD).unlink()
    if record:
        (book / RECORD).write_text(record)
    (program / "topics.md").write_text("new topics")
    assert renew_chapters(book) == ["topics.md"]
    assert (book / "topics.md").read_text() == "old topics"


def test_files_of_ones_own_and_the_projects_settings_are_nobody_elses(program, book):
    (book / "_config.yml").write_text("title: mine")
    (program / "_config.yml").write_text("title: theirs")
    (book / "my-page.md").write_text("mine")
    assert renew_chapters(book) == []
    assert (book / "_config.yml").read_text() == "title: mine"


def test_a_book_in_german_is_renewed_in_german(tmp_path):
    messages.choose_site_language("de")
    try:
        book = tmp_path / "book"
        copy_chapters(book)
        (book / "topics.md").write_text("alte Themen")
        record_chapters(book)
        assert renew_chapters(book) == []
    finally:
        messages.choose_site_language("en")
    assert "# Themen" in (book / "topics.md").read_text(encoding="utf-8")
