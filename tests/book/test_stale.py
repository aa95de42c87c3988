"""Numbers are never stale, errors never pass: tried on a book of two pages with the report's own settings."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from built_book import ROOT, STRICT, build, executed, fingerprints, page, visible_text
from jupyter_client.connect import LocalPortCache
from small_book import (
    COUNT,
    PLAIN,
    SECOND,
    build_here,
    number_after_build,
    shown_number,
    write_book,
    write_many,
)

sys.path.insert(0, str(ROOT / "book" / "_ext"))
from refrain_book import fresh, mends, together

pytestmark = pytest.mark.book

# Code that may not be published, and what the build says of it.
ANNOUNCED = {
    "1 / 0": "ZeroDivisionError",
    "import warnings; warnings.warn('approximate')": "index: a code cell wrote to stderr: .*approximate",
}


@pytest.fixture(scope="module")
def built(built_small_book):
    """The small book, built strictly as its publisher does; the tests that use it leave it as it is."""
    return built_small_book


def test_second_run_executes_nothing_and_writes_no_page(built):
    before = {path: path.stat().st_mtime_ns for path in built.glob("book/_build/html/*.html")}
    again = build_here(built, *STRICT)
    assert again.returncode == 0
    assert executed(again.stdout) == []
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_the_kernels_import_the_analysis_beside_the_book(built):
    assert shown_number(built) == (41 + 1) * 2


def test_a_changed_row_a_changed_module_and_another_data_folder_change_the_page(tmp_path):
    root = write_book(tmp_path / "repository")
    other = tmp_path / "elsewhere"
    other.mkdir()
    (other / "counts.csv").write_text("topic,n\npeace,100\n")
    assert number_after_build(root) == 42 * 2
    (root / "data/counts.csv").write_text("topic,n\npeace,42\nwar,1\n")
    assert number_after_build(root) == 43 * 2
    (root / "analysis/__init__.py").write_text("FACTOR = 3\n")
    assert number_after_build(root) == 43 * 3
    assert number_after_build(root, REFRAIN_DATA=str(other)) == 100 * 3
    assert number_after_build(root) == 43 * 3


def test_an_error_or_a_python_warning_fails_every_build_until_it_is_mended(tmp_path):
    root = write_book(tmp_path)
    index = root / "book/index.md"
    sound = index.read_text()
    for code, said in ANNOUNCED.items():
        index.write_text(sound.replace(COUNT, code))
        for _ in range(2):
            run = build_here(root)
            assert run.returncode != 0
            assert re.search(said, run.stdout)
            assert not (root / "book/_build/html/index.html").exists()
    index.write_text(sound)
    assert build_here(root, *STRICT).returncode == 0
    assert shown_number(root) == 42 * 2


def test_a_warning_fails_every_strict_build_not_only_the_first(tmp_path):
    """A page with a reference to nowhere, another with a formula and a role that are none: both builds name all."""
    root = write_book(tmp_path, code="1", prose="See {ref}`nowhere`.", n_more=4)
    second = root / "book/second.md"
    second.write_text(second.read_text() + "\nNot a formula: $\\nonsense{x$. No role: {nonsense}`x`.\n")
    for _ in range(2):
        run = build_here(root, *STRICT)
        assert run.returncode == 1
        assert re.search(r"index\.md.*WARNING: undefined label: 'nowhere'", run.stdout)
        assert re.search(r"second\.md.*WARNING: formula not understood", run.stdout)
        assert re.search(r"second\.md.*Unknown interpreted text role", run.stdout)


def test_same_bytes_in_another_folder_and_in_a_process_with_one_processor_another_hash_seed_and_zone(
    built, tmp_path
):
    """With one processor pages are read one by one."""
    root = write_many(tmp_path / "deeper" / "copy")
    with on_one_processor():
        assert build(root, *STRICT, PYTHONHASHSEED="7", TZ="Asia/Tokyo").returncode == 0
    assert fingerprints(root / "book/_build", ".doctrees") == fingerprints(built / "book/_build", ".doctrees")


@contextmanager
def on_one_processor() -> Iterator[None]:
    """What is started now may use one processor, where the system can say so."""
    usable = getattr(os, "sched_getaffinity", lambda process: set())(0)
    if usable:
        os.sched_setaffinity(0, {min(usable)})
    yield
    if usable:
        os.sched_setaffinity(0, usable)


def test_an_error_in_a_page_that_is_read_beside_others_is_told_whole(tmp_path, monkeypatch):
    root = write_many(tmp_path)
    (root / "book/index.md").write_text(
        (root / "book/index.md").read_text().replace(COUNT, "peace = 1\npeace / 0")
    )
    monkeypatch.setattr(together, "count_processors", lambda: 2)
    run = build_here(root)
    assert run.returncode != 0 and not (root / "book/_build/html/index.html").exists()
    assert re.search(r"peace / 0(.|\n)*ZeroDivisionError", run.stdout)
    assert "index.md" in run.stdout


def test_kernels_of_several_processes_have_ports_of_their_own(monkeypatch):
    found = []
    for name in ("Process-3", "Process-12"):
        ports = LocalPortCache()
        monkeypatch.setattr(together, "parent_process", lambda: "Sphinx")
        monkeypatch.setattr(together, "current_process", lambda name=name: SimpleNamespace(name=name))
        monkeypatch.setattr(together.LocalPortCache, "instance", lambda ports=ports: ports)
        together.part_ports(None, "index", [])
        found.append({ports.find_available_port("127.0.0.1") // 2 % together.PARTS for _ in range(5)})
    assert found == [{3}, {4}]


def test_what_another_process_remembers_of_its_own_pages_is_taken_over():
    here, other = SimpleNamespace(refrain_entries=["old"]), SimpleNamespace(refrain_entries=["new"])
    together.remember(None, here, {"index"}, other)
    assert here.refrain_entries == ["old"]
    together.remember(None, here, {"index", "concordance", "glossary"}, other)
    assert here.refrain_entries == ["new"]


def test_what_changed_is_executed_alone_and_other_inputs_execute_all(tmp_path, monkeypatch):
    """A page changes, a notebook is lost, another library is installed, the references are other ones."""
    root = write_book(tmp_path, second=SECOND)
    assert sorted(executed(build_here(root).stdout)) == ["index", "second"]
    second = root / "book/second.md"
    second.write_text(second.read_text() + "More.\n")
    assert executed(build_here(root).stdout) == ["second"]
    (root / "book/_build/jupyter_execute/index.ipynb").unlink()
    assert "index" in executed(build_here(root).stdout)
    second.write_text(PLAIN)
    monkeypatch.setattr(fresh, "_list_versions", lambda: "another pandas")
    assert executed(build_here(root).stdout) == ["index"]
    (root / "book/references.bib").write_text("")
    assert executed(build_here(root).stdout) == ["index"]


def test_formulas_are_mathml_and_need_no_script(built):
    markup = (built / "book/_build/html/index.html").read_text("utf-8")
    assert markup.count("<math ") == 2
    assert "mathjax@" not in markup
    assert "(1)" in visible_text(page(built / "book/_build/html/index.html"))


def test_what_the_theme_lacks_is_mended(built):
    for path in built.glob("book/_build/html/*.html"):
        document = page(path)
        sidebars = document.xpath("//*[@id='pst-primary-sidebar']/@role")
        assert sidebars == (["complementary"] if path.name != "404.html" else [])
        assert document.xpath("//summary/@aria-label") == []
        assert document.xpath("//*[contains(@class, 'search-button-field')]/@aria-label") == []
        assert document.xpath("//button[contains(@class, 'theme-switch-button')]//i[@title]") == []
        assert len(document.xpath("//h1")) == 1


def test_a_header_without_words_becomes_a_cell():
    assert mends.mend('<th class="a"></th><th>n</th>') == '<td class="a"></td><th>n</th>'


def test_digest_sees_names_and_bytes_but_no_caches(tmp_path):
    (tmp_path / "a.csv").write_text("1")
    first = fresh.digest([tmp_path])
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("x")
    os.utime(tmp_path / "a.csv", (0, 0))
    assert fresh.digest([tmp_path]) == first
    (tmp_path / "a.csv").rename(tmp_path / "b.csv")
    renamed = fresh.digest([tmp_path])
    (tmp_path / "b.csv").write_text("2")
    assert len({first, renamed, fresh.digest([tmp_path])}) == 3
