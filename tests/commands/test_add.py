"""`refrain add`: new texts in a project of invented interviews, and what they say that is new."""

from __future__ import annotations

import datetime
import shutil
import sys
from pathlib import Path

import pytest
from corpus_of_three import read_rows, write_rows

from analysis import __main__ as command_line
from analysis.projects import adding
from analysis.storage import miss_built, refuse_stale

pytestmark = pytest.mark.usefixtures("without_recounts")

POST = """
Maren Oldwick talks to the Winter Post

Port Selm, 1 December 2031

Question: Minister, is the quarrel over?

Maren Oldwick: The quarrel sleeps in winter. The Lighthouse Agreement keeps it asleep.

Question: And the open harbours?

Maren Oldwick: Open harbours are frozen harbours now. We wait for open harbours as for spring.
"""


@pytest.fixture
def refrain(monkeypatch, capsys):
    """Run `refrain` with these arguments; return what it printed, or the sentence it ended with."""

    def run(*arguments: object) -> str:
        monkeypatch.setattr(sys, "argv", ["refrain", *map(str, arguments)])
        try:
            command_line.main()
        except SystemExit as ending:
            return str(ending.code)
        return capsys.readouterr().out

    return run


@pytest.fixture
def post(tmp_path) -> Path:
    file = tmp_path / "2031-12-01 Winter Post.txt"
    file.write_text(POST.strip(), encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def a_day(monkeypatch):
    class Clock(datetime.date):
        @classmethod
        def today(cls):
            return cls(2031, 12, 24)

    monkeypatch.setattr("analysis.commands.add.datetime.date", Clock)


def read_all(folder: Path) -> dict[str, bytes]:
    """What a project holds, but for counts that are kept to be used again."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file() and ".parts" not in file.parts]
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_a_text_is_split_registered_counted_and_compared(refrain, built_corpus, post):
    before = read_all(built_corpus)
    said = refrain("add", built_corpus, post).splitlines()
    assert said[0].startswith("2031-12-01-winter-post: own words: 25 of ")
    assert said[1].startswith(
        "  event: 2031-12-01-winter-post (new), 2031-12-01; kind: transcript; title: Maren Oldwick"
    )
    assert "outlet: not known" in said[1]
    assert "Before: 3 interviews, the last of 2031-09-20." in said[2]
    assert "  “Lighthouse Agreement”: 1 use; before in all 3 interviews, last on 2031-09-20" in said
    assert "  “open harbours”: 2 uses; before in all 3 interviews, last on 2031-09-20" in said
    assert "first said: nothing" in said and "no longer said: 4" in said
    assert said[-1] == f"All of it stands in {built_corpus / 'changes' / '2031-12-24.csv'}."
    now = read_all(built_corpus)
    assert now["sources/texts/2031-12-01-winter-post.txt"] == post.read_bytes()
    assert {name for name in now if name not in before} == {
        "changes/2031-12-24.csv", "sources/texts/2031-12-01-winter-post.txt",
    }  # fmt: skip
    for name in ("manifest", "events"):
        rows = read_rows(built_corpus / "sources" / f"{name}.csv")
        assert rows[-1][0] == "2031-12-01-winter-post" and len(rows) == {"manifest": 6, "events": 5}[name]
    assert [path.name for path in built_corpus.parent.iterdir() if path.name.startswith(".")] == []


def test_the_tables_are_those_that_a_build_from_nothing_makes(refrain, built_corpus, post):
    refrain("add", built_corpus, post)
    refuse_stale(built_corpus)
    assert miss_built(built_corpus) == ""
    added = read_all(built_corpus / "tables")
    refrain("tables", "--data", built_corpus)
    assert read_all(built_corpus / "tables") == added


def test_only_a_look_writes_nothing(refrain, built_corpus, post):
    before = read_all(built_corpus)
    assert "own words: 25" in refrain("add", built_corpus, post, "--look")
    assert read_all(built_corpus) == before


def test_a_text_that_is_there_is_one_sentence(refrain, built_corpus, post, tmp_path):
    texts = built_corpus / "sources" / "texts"
    again = shutil.copy(texts / "2031-03-14-gazette.txt", tmp_path / "another.txt")
    same = tmp_path / "2031-03-14-gazette.txt"
    same.write_text(POST, encoding="utf-8")
    copy = shutil.copy(post, tmp_path / "copy.txt")
    before = read_all(built_corpus)
    assert refrain("add", built_corpus, again) == (
        f"refrain: {again}: this text is there already, as 2031-03-14-gazette.txt; nothing was added."
    )
    assert "a text of the name 2031-03-14-gazette is there already" in refrain("add", built_corpus, same)
    assert f"this text is there already, as {post}" in refrain("add", built_corpus, post, copy)
    assert "there is no such file" in refrain("add", built_corpus, post, tmp_path / "none.txt")
    assert "there is no such folder" in refrain("add", tmp_path / "nowhere", post)
    assert read_all(built_corpus) == before


def test_a_second_report_joins_an_event(refrain, built_corpus, post):
    said = refrain("add", built_corpus, post, "--event", "gazette")
    assert "event: gazette, which is there already" in said
    assert "dated 2031-12-01, the event gazette 2031-03-14" in said
    assert "Nothing can be compared, as there is no new interview" in said
    assert len(read_rows(built_corpus / "sources" / "events.csv")) == 4
    unknown = refrain("add", built_corpus, post, "--event", "gazete")
    assert unknown.startswith("refrain: --event gazete: there is no such event in")


def test_a_text_of_the_same_day_and_a_copy_are_doubted(refrain, built_corpus, tmp_path, capsys):
    text = (built_corpus / "sources" / "texts" / "2031-03-14-gazette.txt").read_text(encoding="utf-8")
    copy = tmp_path / "tribune-2031-03-14.txt"
    copy.write_text(text.replace("Photo: Harbour Gazette", "Photo: Tribune"), encoding="utf-8")
    said = refrain("add", built_corpus, copy)
    assert "taken for a new event, but gazette is dated 2031-03-14 too" in said
    assert "older than that: before means known before, not said." in said


@pytest.mark.parametrize(
    ("step", "error"),
    [
        ("build_tables", OSError("the disk is gone")),
        ("write_log", OSError("the disk is gone")),
        ("save_tables", KeyboardInterrupt()),
    ],
)
def test_whatever_fails_the_project_is_as_before(refrain, built_corpus, post, monkeypatch, step, error):
    before = read_all(built_corpus)

    def fail(*_, **__):
        raise error

    monkeypatch.setattr(adding, step, fail)
    assert refrain("add", built_corpus, post)
    assert read_all(built_corpus) == before
    assert not (built_corpus / "changes").exists()
    assert [path.name for path in built_corpus.parent.iterdir() if path.name.startswith(".")] == []


def test_a_text_without_the_speaker_names_the_files_of_the_project(refrain, built_corpus, tmp_path):
    file = tmp_path / "harvest.txt"
    file.write_text(
        "Question: Is the harvest in?\n\nAnna Reed: It is in.\n\nQuestion: All?\n\nAnna Reed: All."
    )
    before = read_all(built_corpus)
    said = refrain("add", built_corpus, file)
    assert said.startswith("refrain: ") and "harvest" in said and ".built-" not in said
    assert read_all(built_corpus) == before


def test_what_changes_meanwhile_is_not_overwritten(refrain, built_corpus, post, monkeypatch):
    rows = read_rows(built_corpus / "decisions" / "topics.csv")
    build = adding.build_tables

    def build_while_somebody_writes(*arguments, **options):
        write_rows(built_corpus / "decisions" / "topics.csv", [rows[0], *rows[1:][::-1]])
        return build(*arguments, **options)

    monkeypatch.setattr(adding, "build_tables", build_while_somebody_writes)
    assert "changed meanwhile; run it again" in refrain("add", built_corpus, post)
    assert not (built_corpus / "changes").exists()


def test_a_project_without_tables_gets_them_and_no_log(refrain, small_corpus, post):
    assert "Nothing was built before" in refrain("add", small_corpus, post)
    assert (small_corpus / "tables" / "built.json").is_file() and not (small_corpus / "changes").exists()


def test_the_page_enters_the_contents_of_a_project(refrain, built_corpus, post):
    book = built_corpus / "book"
    book.mkdir()
    (book / "_toc.yml").write_text("root: index\nchapters:\n  - file: ledger\n  - file: methods\n")
    (book / "changes.md").write_text("# What changed\n")
    refrain("add", built_corpus, post)
    listed = "root: index\nchapters:\n  - file: ledger\n  - file: changes\n  - file: methods\n"
    assert (book / "_toc.yml").read_text() == listed
    later = post.with_name("later.txt")
    later.write_text(POST.replace("winter", "summer"), encoding="utf-8")
    refrain("add", built_corpus, later)
    assert (book / "_toc.yml").read_text() == listed
    assert [file.name for file in sorted((built_corpus / "changes").iterdir())] == [
        "2031-12-24-2.csv",
        "2031-12-24.csv",
    ]
