"""The executed notebooks that readers can download have the same bytes after every build.

MyST-NB gives each cell a random id. Here the ids become `cell-1`, `cell-2` ... in the order of the page.
A page that offers a notebook for download is not computed from it; Sphinx would think so and execute the
page again at every build, because the notebook is always younger than the page.
"""

from __future__ import annotations

import json
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from .fresh import EXECUTED, executed_folder


def setup(app: Sphinx) -> None:
    app.connect("env-updated", number_all_cells)
    app.connect("env-updated", forget_notebooks)


def number_all_cells(app: Sphinx, env: BuildEnvironment) -> None:
    """Number the cells of every executed notebook before any of them is copied for download."""
    for path in sorted(executed_folder(app).glob("**/*.ipynb")):
        number_cells(path)


def forget_notebooks(app: Sphinx, env: BuildEnvironment) -> None:
    """Take the executed notebooks out of what each page depends on."""
    for page, files in env.dependencies.items():
        env.dependencies[page] = {file for file in files if EXECUTED not in Path(file).parts}


def number_cells(path: Path) -> None:
    """Replace the cell ids of one notebook file by their position; nothing else changes."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for position, cell in enumerate(notebook["cells"], start=1):
        cell["id"] = f"cell-{position}"
    path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
