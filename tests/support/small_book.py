"""A repository with a book of two pages and the report's own settings, built in this process: quick."""

from __future__ import annotations

import contextlib
import os
import shutil
import traceback
from pathlib import Path
from subprocess import CompletedProcess
from unittest.mock import patch

from built_book import ROOT, page
from click.testing import CliRunner
from jupyter_book.cli.main import main
from myst_nb.ext.glue.crossref import read_glue_cache
from sphinx.config import Config

NOTEBOOK = """\
---
jupytext: {{text_representation: {{extension: .md, format_name: myst}}}}
kernelspec: {{display_name: Python 3, language: python, name: python3}}
---

# {title}

```{{code-cell}} ipython3
:tags: [hide-input]
{code}
```

{prose}
"""

COUNT = """\
import csv, os, pathlib
import analysis
folder = pathlib.Path(os.environ.get("REFRAIN_DATA", "../data"))
sum(int(row["n"]) for row in csv.DictReader((folder / "counts.csv").open())) * analysis.FACTOR"""

FORMULA = r"""
Rates $R = X / L$ and

$$
\sqrt{\frac{n}{n-1} \sum_i (x_i - R L_i)^2}
$$ (spread)

stand in {eq}`spread`. Executed: {nb-download}`index.ipynb`.
"""
SECOND = NOTEBOOK.format(title="Second", code="1 + 1", prose="No table is read here.")
PLAIN = "# Second\n\nNo table is read here.\n"


def write_book(
    root: Path, *, code: str = COUNT, prose: str = FORMULA, second: str = PLAIN, n_more: int = 0
) -> Path:
    """A repository with a table (41 + 1), a module that doubles and a book of two pages, and of so many more.

    Of more than five, several are read at a time.
    """
    for name in ("_config.yml", "_ext", "_static", "references.bib"):
        source, target = ROOT / "book" / name, root / "book" / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    more = [f"more-{place}" for place in range(n_more)]
    contents = "".join(f"  - file: {name}\n" for name in ["second", *more])
    files = {f"book/{name}.md": f"# {name}\n\nNothing.\n" for name in more} | {
        "book/_toc.yml": f"format: jb-book\nroot: index\nchapters:\n{contents}",
        "book/index.md": NOTEBOOK.format(title="First", code=code, prose=prose),
        "book/second.md": second,
        "data/counts.csv": "topic,n\npeace,41\nwar,1\n",
        "analysis/__init__.py": "FACTOR = 2\n",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def write_many(root: Path) -> Path:
    """The same with two notebooks, and so many pages that several are read at a time."""
    return write_book(root, second=SECOND, n_more=4)


def build_here(root: Path, *options: str, **environment: str) -> CompletedProcess[str]:
    """Run `jupyter-book build book/` in this process, which has loaded what it needs; kernels are always new."""
    read_glue_cache.cache_clear()
    Config.config_values["templates_path"].default.clear()  # themes add to Sphinx's own list
    command = ["build", "book/", *options]
    with contextlib.chdir(root), patch.dict(os.environ, {"NO_COLOR": "1", **environment}):
        run = CliRunner().invoke(main, command)
    told = "".join(traceback.format_exception(run.exception)) if run.exit_code else ""
    return CompletedProcess(command, run.exit_code, run.output + told)


def shown_number(root: Path) -> int:
    [output] = page(root / "book/_build/html/index.html").xpath("//div[contains(@class, 'cell_output')]")
    return int(output.text_content())


def number_after_build(root: Path, **environment: str) -> int:
    assert build_here(root, **environment).returncode == 0
    return shown_number(root)
