"""A way out of Jupyter Book: Sphinx alone builds the same pages from the configuration it is given."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from built_book import ROOT, build, fingerprints

pytestmark = pytest.mark.book

TOC = "format: jb-book\nroot: index\nchapters:\n  - file: numbers\n"
INDEX = """# A small book

See [](numbers.md), $x^2$ and {term}`tide`.

```{glossary}
tide
  It returns.
```
"""
NUMBERS = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---
# Numbers

```{code-cell} python
:tags: [hide-input]
from myst_nb import glue
glue("n", 1 + 1, display=False)
```

There are {glue:}`n` tides.
"""


@pytest.fixture
def small_book(tmp_path: Path) -> Path:
    """Two pages with the report's own configuration and extension, in book/."""
    book = tmp_path / "book"
    for folder in ("_ext", "_static"):
        shutil.copytree(ROOT / "book" / folder, book / folder)
    for file in ("_config.yml", "references.bib"):
        shutil.copy(ROOT / "book" / file, book)
    for name, text in {"_toc.yml": TOC, "index.md": INDEX, "numbers.md": NUMBERS}.items():
        (book / name).write_text(text, encoding="utf-8")
    return tmp_path


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


def test_sphinx_builds_the_same_pages(small_book):
    site = small_book / "book" / "_build" / "html"
    assert build(small_book).returncode == 0
    built = fingerprints(site)
    shutil.rmtree(site.parent)
    configure, build_with_sphinx = read_commands()
    run(configure, small_book)
    run(build_with_sphinx, small_book)
    assert fingerprints(site) == built
    page = (site / "numbers.html").read_text(encoding="utf-8")
    assert "There are" in page and "tides" in page
