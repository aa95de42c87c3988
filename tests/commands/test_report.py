"""`refrain report`: which tables are built anew, which chapters stand, and what a failed build says."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from analysis.__main__ import cli
from analysis.commands import report_pdf, report_steps
from analysis.commands.report_steps import build_book, needs_tables
from analysis.errors import InputError
from analysis.projects.book_files import copy_chapters, copy_missing
from analysis.storage.corpus import Corpus


def test_tables_are_built_where_there_are_none_or_something_changed(built_corpus, small_corpus):
    assert needs_tables(Corpus(small_corpus))
    assert not needs_tables(Corpus(built_corpus))
    path = built_corpus / "sources" / "events.csv"
    path.write_text(path.read_text(encoding="utf-8") + "fair,2031-10-01,\n", encoding="utf-8")
    assert needs_tables(Corpus(built_corpus))


def run_to(*lines: str):
    return lambda folder: iter(lines)


def test_a_failed_build_says_the_last_fault_and_where_all_is_told(built_corpus, monkeypatch):
    read = ("reading sources... [ 50%] topics\n", "reading sources... [ 60%] api .. topics\n")
    lines = (*read, "KeyError: 'n'\n", "RuntimeError:\n", "stopped\n")
    monkeypatch.setattr(report_steps, "_run", run_to(*lines))
    told = []
    with pytest.raises(
        InputError, match=r"the pages were not built \(KeyError: 'n'\); .*report.log tells all"
    ):
        build_book(built_corpus, tell=told.append)
    assert told == ["executing topics (50% of the chapters)", "executed 60% of the chapters"]
    assert (built_corpus / "_build" / "report.log").read_text(encoding="utf-8") == "".join(lines)


def test_chapters_without_anything_to_say_leave_the_contents_and_come_back(built_corpus, monkeypatch):
    copy_chapters(built_corpus / "book")
    contents = built_corpus / "book" / "_toc.yml"
    whole = contents.read_text(encoding="utf-8")
    assert "      - file: sources\n" in whole and "speed" not in whole and "tutorial" not in whole
    monkeypatch.setattr(report_steps, "_run", run_to())
    for _ in range(2):
        with pytest.raises(InputError, match="it printed nothing"):
            build_book(built_corpus, tell=print)
    # nobody has coded these texts
    assert contents.read_text(encoding="utf-8") == whole.replace("      - file: validation\n", "")
    contents.write_text(whole + "      - file: mine\n", encoding="utf-8")
    with pytest.raises(InputError):
        build_book(built_corpus, tell=print)
    assert contents.read_text(encoding="utf-8") == whole + "      - file: mine\n"


def test_what_to_check_first_is_a_page_as_long_as_its_file_is_there(built_corpus, monkeypatch):
    copy_chapters(built_corpus / "book")
    (built_corpus / "first-checks.md").write_text("# What to check first\n\n- a_b *c* in `d_e`: look.\n")
    monkeypatch.setattr(report_steps, "_run", run_to())
    contents, page = built_corpus / "book" / "_toc.yml", built_corpus / "book" / "first-checks.md"
    with pytest.raises(InputError):
        build_book(built_corpus, tell=print)
    assert contents.read_text(encoding="utf-8").endswith("      - file: first-checks\n")
    assert "- a\\_b \\*c\\* in `d_e`: look.\n" in page.read_text(encoding="utf-8")
    (built_corpus / "first-checks.md").unlink()
    with pytest.raises(InputError):
        build_book(built_corpus, tell=print)
    assert "first-checks" not in contents.read_text(encoding="utf-8") and not page.exists()


def test_a_chapter_that_an_older_project_lacks_is_copied(built_corpus):
    copy_chapters(built_corpus / "book")
    page = built_corpus / "book" / "use.md"
    page.unlink()
    copy_missing(built_corpus / "book")
    assert page.is_file()


def test_without_a_browser_no_page_is_built_for_paper(built_corpus, monkeypatch):
    monkeypatch.setattr(report_pdf.shutil, "which", lambda name: None)
    monkeypatch.setattr(report_steps, "_run", lambda folder: pytest.fail("the pages are built"))
    run = CliRunner().invoke(cli, ["report", str(built_corpus), "--pdf"])
    assert run.exit_code and isinstance(run.exception, InputError | SystemExit)
    assert "none is installed" in f"{run.output}{run.exception}"
