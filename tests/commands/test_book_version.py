"""What builds the book is there in the right version, or one sentence says what to install."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from analysis.__main__ import cli
from analysis.commands import book_version
from analysis.commands.book_version import NEEDED, check_book_version
from analysis.errors import InputError

ROOT = Path(__file__).resolve().parents[2]


def test_what_is_installed_here_builds_the_book():
    check_book_version()


@pytest.mark.parametrize(
    ("library", "found", "message"),
    [
        ("jupyter-book", "2.1.7", "built by Jupyter Book 1, and 2.1.7 is installed, which would publish no"),
        ("jupyter-book", "10.0", "built by Jupyter Book 1, and 10.0 is installed"),
        ("jupyter-book", None, "the book needs jupyter-book, which is not installed; install what it needs"),
        ("jupytext", None, r"the book needs jupytext, .* with `pip install 'refrain\[book\]'`\."),
    ],
)
def test_another_version_or_none_is_one_sentence(monkeypatch, library, found, message):
    versions = dict.fromkeys(NEEDED, "1.0") | {library: found}
    monkeypatch.setattr(book_version, "_find_version", versions.get)
    with pytest.raises(InputError, match=message):
        check_book_version()
    run = CliRunner().invoke(cli, ["review"])
    assert isinstance(run.exception, InputError)  # before any chapter is executed


def test_the_makefile_checks_the_version_before_it_builds():
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").split("book: env", 1)[1].splitlines()
    assert "analysis.commands.book_version" in lines[1] and "jupyter-book build" in lines[2]


def test_jupyter_book_2_finds_a_version_that_is_none_of_its_own():
    read = yaml.safe_load((ROOT / "myst.yml").read_text(encoding="utf-8"))
    assert list(read) == ["version"] and read["version"] != 1
    assert "Jupyter Book 1" in read["version"] and "pip install 'jupyter-book<2'" in read["version"]
