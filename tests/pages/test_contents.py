"""A chapter with nothing to say leaves the contents, and the report says why."""

from __future__ import annotations

import pandas as pd

from analysis.pages.contents import ALL_TOLD, tell_left_out, tell_scope
from analysis.projects import keep_chapters

CHAPTERS = pd.DataFrame(
    [
        ("topics", "Topics", "no topic is named"),
        ("dictionary", "The dictionary", "no topic is named"),
        ("phrases", "Recurring phrases", ""),
        ("readability", "Readability", ""),
    ],
    columns=["chapter", "title", "reason"],
)
TOC = "format: jb-book\nroot: index\nchapters:\n  - file: topics\n  - file: phrases\n  - file: first-checks\n"


def test_only_empty_chapters_leave_the_contents():
    kept = keep_chapters(TOC, ["topics"])
    assert kept == TOC.replace("  - file: topics\n", "")


def test_a_chapter_whose_name_begins_alike_stays():
    toc = "chapters:\n  - file: topics-more\n"
    assert keep_chapters(toc, ["topics"]) == toc


def test_chapters_left_out_are_told_with_their_reason_once():
    said = "With nothing to say of these texts: Topics and The dictionary (no topic is named)."
    assert tell_left_out(CHAPTERS) == said
    assert tell_left_out(CHAPTERS[CHAPTERS["reason"] == ""]) == ALL_TOLD


def test_the_summary_promises_only_what_the_report_has():
    assert tell_scope(CHAPTERS) == "which phrases recur and how readable the words are"
    assert tell_scope(CHAPTERS.assign(reason="none")) == "whose words the texts hold"


def test_a_part_without_chapters_goes_with_its_caption():
    part = "  - caption: {}\n    chapters:\n{}"
    fish, salt = part.format("Fish", "      - file: cod\n"), part.format("Salt", "      - file: tax\n")
    head = "format: jb-book\nroot: index\nparts:\n"
    assert keep_chapters(head + fish + salt, ["cod"]) == head + salt
    assert keep_chapters(head + salt + fish, ["cod"]) == head + salt
    assert keep_chapters(head + fish, ["tax"]) == head + fish
