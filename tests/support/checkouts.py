"""A small checkout: this code, a book of four pages and hardly any data."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = """---
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

There are {glue:text}`n_files`.

```{code-cell} python
from pathlib import Path
import analysis as refrain
from analysis.statistics.intervals import FEWEST_TURNS
```

```{code-cell} python
refrain.glue("n_files", len(list(Path().glob("numbers.md"))), unit="files", rows="this folder")
refrain.glue("fewest", FEWEST_TURNS, unit="turns", rows="a rule")
refrain.glue("project", refrain.storage.data_folder().parent.name, unit="folder", rows="none")
refrain.glue("lost", float("nan"), unit="words", rows="none")
```

```{code-cell} python
report = refrain.storage.describe_tables().head(2)
refrain.show_table(report, name="tables", caption="A row is a table.")
```
"""
PLAIN = "# Plain\n\n```python\nraise SystemExit\n```\n"
TOC = """format: jb-book
root: intro
parts:
  - caption: Results
    chapters:
      - file: numbers.md
        sections:
          - file: plain
      - url: https://example.org
        title: elsewhere
      - file: prose
"""


def write_book(book: Path) -> Path:
    """Write a book of four pages, one of which has code."""
    front_matter = NOTEBOOK[: NOTEBOOK.index("# Numbers")]
    pages = {"intro": "# Intro\n", "numbers": NOTEBOOK, "plain": PLAIN, "prose": f"{front_matter}# No code\n"}
    book.mkdir(parents=True)
    for name, text in pages.items():
        (book / f"{name}.md").write_text(text)
    (book / "_toc.yml").write_text(TOC)
    return book


def write_checkout(tree: Path) -> Path:
    """Write a checkout with that book: a second clone of this one, which is the one installed."""
    write_book(tree / "book")
    skipped = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "analysis", tree / "analysis", ignore=skipped)
    (tree / "data" / "tables").mkdir(parents=True)
    shutil.copy(ROOT / "data" / "datapackage.json", tree / "data")
    shutil.copy(ROOT / "data" / "tables" / "chance.csv", tree / "data" / "tables")
    for name in ("pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, tree)
    return tree


def replace(path: Path, old: str, new: str) -> None:
    """Replace a text that stands once in a file."""
    content = path.read_text(encoding="utf-8")
    assert content.count(old) == 1, f"{path}: {old} stands {content.count(old)} times"
    path.write_text(content.replace(old, new), encoding="utf-8")


def review(tree: Path, *arguments: object, **environment: str) -> subprocess.CompletedProcess:
    """Run the installed `refrain review`, whose code is not the tree's, inside a tree."""
    program = "import sys; del sys.path[0]; from analysis.__main__ import main; main()"
    command = [sys.executable, "-c", program, "review", *map(str, arguments)]
    inherited = {name: value for name, value in os.environ.items() if name != "REFRAIN_DATA"}
    of_this = inherited | {"PYTHONPATH": str(ROOT)} | environment
    return subprocess.run(command, cwd=tree / "book", env=of_this, capture_output=True, text=True)
