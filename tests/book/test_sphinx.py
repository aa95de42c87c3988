"""A way out of Jupyter Book: Sphinx alone builds the same pages from the configuration it is given."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from built_book import ROOT, fingerprints
from small_book import write_many

pytestmark = pytest.mark.book


def read_commands() -> list[str]:
    """The two commands of the page on reproducing the report."""
    page = (ROOT / "book" / "reproduce.md").read_text(encoding="utf-8")
    block = page.split("## Without Jupyter Book", 1)[1].split("```")[1]
    return block.strip().splitlines()


def run(command: str, folder: Path) -> None:
    """Run a line of the page with the programs of this environment."""
    programs = str(Path(sys.executable).parent)
    variables = {**os.environ, "NO_COLOR": "1", "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["env", *shlex.split(command)], cwd=folder, env=variables, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_sphinx_builds_the_same_pages(built_small_book, tmp_path):
    root = write_many(tmp_path / "copy")
    configure, build_with_sphinx = read_commands()
    run(configure, root)
    run(build_with_sphinx, root)
    assert fingerprints(root / "book/_build/html") == fingerprints(built_small_book / "book/_build/html")
