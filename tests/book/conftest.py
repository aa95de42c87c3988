"""The report, built once for all who only look at it."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_book import ROOT, STRICT, build, executed, fingerprints
from made_once import make_once
from small_book import write_many


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "built_report" in getattr(item, "fixturenames", ()):
            item.add_marker("book")


@pytest.fixture(scope="session")
def built_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the one strict build: _build as a publisher gets it, and build.log."""
    return make_once(tmp_path_factory, "report", build_report)


def build_report(folder: Path) -> None:
    """Build strictly. The build may not leave anything in the book's own folder."""
    before = fingerprints(ROOT / "book", "_build", "__pycache__")
    run = build(ROOT, *STRICT, "--path-output", str(folder))
    assert run.returncode == 0, run.stdout[-4000:]
    assert fingerprints(ROOT / "book", "_build", "__pycache__") == before
    (folder / "build.log").write_text(run.stdout, encoding="utf-8")


@pytest.fixture(scope="session")
def built_small_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a book, built once as its publisher does; nobody changes it."""
    return make_once(tmp_path_factory, "small-book", build_small_book)


def build_small_book(root: Path) -> None:
    write_many(root)
    run = build(root, *STRICT)
    assert run.returncode == 0, run.stdout
    assert sorted(executed(run.stdout)) == ["index", "second"]
