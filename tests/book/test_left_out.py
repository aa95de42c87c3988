"""Chapters that leave the contents leave no link and no section of the Summary behind."""

from __future__ import annotations

import sys

import pytest
from chapters import BOOK, PAGES

sys.path.insert(0, str(BOOK / "_ext"))

from refrain_book.left_out import keep_sections, unlink, unlink_html

SUMMARY = (
    "# Summary\n\nSee [](reproduce.md).\n\n## Fish\n\nMany.\n\n[](fish.md) has all.\n\n## Salt\n\nSome.\n"
)


def test_a_section_that_leads_to_a_missing_chapter_leaves_the_summary():
    kept = keep_sections(SUMMARY, {"fish", "reproduce"})
    assert kept == "# Summary\n\nSee [](reproduce.md).\n\n## Salt\n\nSome.\n"
    assert keep_sections(SUMMARY, {"salt"}) == SUMMARY


def test_a_link_to_a_missing_chapter_becomes_its_words():
    text = "See [](fish.md), [the salt](salt.md#tax) and [](cod.md)."
    assert unlink(text, {"fish": "Fish", "salt": "Salt"}) == "See *Fish*, the salt and [](cod.md)."


@pytest.mark.parametrize("chapter", ["topics", "phrases", "vocabulary", "readability", "versions"])
def test_the_summary_has_a_section_for_each_chapter_that_may_be_left_out(chapter):
    assert len(keep_sections(PAGES["index"], {chapter})) < len(PAGES["index"])


def test_links_in_what_cells_show_lose_pages_that_are_missing():
    html = '<a href="fish.html#cod" aria-describedby="f">holds</a> <a class="refrain-go" href="fish.html">Evidence</a>'
    assert unlink_html(html, {"fish"}) == "holds "
    assert unlink_html(html, {"salt"}) == html


def test_a_project_has_no_changelog_of_the_software_but_all_that_may_not_be_concluded():
    kept = keep_sections(PAGES["use"], {"changelog", "dictionary", "tutorial"})
    assert "## What has changed" not in kept
    assert "## What may not be concluded" in kept and "## Who to ask" in kept
