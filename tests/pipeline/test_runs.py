"""A run that would read and write what the last one did is not done: whatever has changed, it is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from corpus_of_three import write_corpus

from analysis.commands import tables_steps
from analysis.pipeline import runs
from analysis.pipeline.runs import Run, begin_run
from analysis.pipeline.ways import Ways
from analysis.storage.built import write_built
from analysis.storage.corpus import Corpus

TEXT = "sources/texts/2031-03-14-gazette.txt"
LINES = [("tables/words.csv: 3 rows", False), ("doubt: a place", True)]


def begin(data: Path) -> Run:
    return begin_run(data, data / "sources" / "texts", data / ".parts")


@pytest.fixture
def remembered(tmp_path: Path) -> Path:
    """A data folder whose last run is remembered."""
    data = write_corpus(tmp_path / "data")
    (data / "tables").mkdir(exist_ok=True)
    (data / "tables" / "words.csv").write_text("norm,n\nfish,3\n")
    write_built(data / "tables", {}, {})
    begin(data).remember(LINES)
    return data


def test_a_run_that_would_do_the_same_tells_the_same(remembered):
    assert begin(remembered).recall() == LINES


def add_to(name: str, more: str = " ") -> Callable[[Path], None]:
    def change(data: Path) -> None:
        with (data / name).open("a", encoding="utf-8") as file:
            file.write(more)

    return change


def replace_by_a_link(data: Path) -> None:
    moved = (data / TEXT).rename(data / "elsewhere.txt")
    (data / TEXT).symlink_to(moved)


def flip(data: Path) -> None:
    content = bytearray((data / ".parts" / runs.FILE).read_bytes())
    content[-3] ^= 1
    (data / ".parts" / runs.FILE).write_bytes(content)


CHANGES = {
    "a text": add_to(TEXT),
    "another text": add_to("sources/texts/2031-12-01-new.txt"),
    "a text is gone": lambda data: (data / TEXT).unlink(),
    "a text is a link to the same words": replace_by_a_link,
    "a text bears another name": lambda data: (data / TEXT).rename(data / "sources/texts/other.txt"),
    "the manifest": add_to("sources/manifest.csv"),
    "a decision": add_to("decisions/patterns.csv", "fish,net*,what they use\n"),
    "a decision deep in a folder": lambda data: (
        (data / "decisions/coding").mkdir(exist_ok=True),
        add_to("decisions/coding/anew.csv")(data),
    ),
    "a table": add_to("tables/words.csv"),
    "what the tables were built from": add_to("tables/built.json", " "),
    "a table is gone": lambda data: (data / "tables/words.csv").unlink(),
    "a file that is no table": add_to("tables/mine.csv"),
    "what is remembered": flip,
    "what is remembered is gone": lambda data: (data / ".parts" / runs.FILE).unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_run_is_done_again_where_anything_has_changed(remembered, change):
    change(remembered)
    assert begin(remembered).recall() is None


@pytest.mark.parametrize("what", ["digest_steps", "list_installed", "find_package"])
def test_a_run_is_done_again_by_other_code(remembered, monkeypatch, tmp_path, what):
    (tmp_path / "other.json").write_text("{}")
    others = {
        "digest_steps": "0",
        "list_installed": ["reader-2.dist-info"],
        "find_package": tmp_path / "other.json",
    }
    monkeypatch.setattr(runs, what, lambda: others[what])
    assert begin(remembered).recall() is None


def test_a_command_that_has_nothing_to_do_says_what_the_last_one_said(small_corpus, capsys, monkeypatch):
    done = []
    monkeypatch.setattr(tables_steps, "_save_tables", lambda *given: done.append(given) or iter(LINES))
    for _ in range(2):
        tables_steps.write_tables(Corpus(small_corpus), None, Ways(small_corpus / ".parts"), iter)
        assert capsys.readouterr() == ("tables/words.csv: 3 rows\n", "doubt: a place\n")
    assert len(done) == 1


def test_all_that_a_run_reads_of_a_report_is_looked_at_for_changes(small_corpus, without_recounts):
    with watch_reading(small_corpus) as by_a_run:
        tables_steps.write_tables(Corpus(small_corpus), None, Ways(small_corpus / ".parts"), iter)
    with watch_reading(small_corpus) as looked_at:
        begin(small_corpus)
    read = {path for path in by_a_run if not {".parts", "tables"} & set(path.parts)}
    assert small_corpus / TEXT in read and read <= looked_at


_watched: list[set[Path]] = []


def _note(event: str, arguments: tuple) -> None:
    if _watched and event == "open" and isinstance(arguments[0], str):
        _watched[-1].add(Path(arguments[0]))


sys.addaudithook(_note)  # for good: an audit hook cannot be taken away


@contextmanager
def watch_reading(data: Path) -> Iterator[set[Path]]:
    """Give a set that holds, at the end, the files below a folder that were opened meanwhile."""
    _watched.append(set())
    seen: set[Path] = set()
    try:
        yield seen
    finally:
        opened = _watched.pop()
        seen |= {path for path in opened if path.is_relative_to(data) and path.is_file()}
