"""Execute the book's notebooks in fresh kernels, and compare all they show with what is published."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import jupytext
import nbformat
import pandas as pd
from myst_nb.core.read import is_myst_markdown_notebook
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal, CellExecutionError, DeadKernelError
from nbformat import NotebookNode

from analysis.commands.review_inputs import AS_IT_STANDS, list_chapters, list_inputs, read_page
from analysis.commands.review_site import list_stale
from analysis.commands.review_texts import TEXTS, compare_texts
from analysis.errors import InputError
from analysis.pages import collect_findings, compare_findings, list_shown, load_findings

SECONDS_A_CELL = 300
CHAPTERS_AT_ONCE = 2
# The last cell of each chapter, which no reader sees: whose code did it run?
WHOSE = "import analysis, pathlib; print(pathlib.Path(analysis.__file__).resolve().parents[1])"


class Review(NamedTuple):
    """What a review brings: what was published and what is found (one dict a finding), and how they differ.

    differences: one row a finding, as from `compare_findings`; publishing the findings ends them. faults: the
    same of texts, tables and built pages; they have to be mended.
    """

    published: list[dict]
    findings: list[dict]
    differences: pd.DataFrame
    faults: pd.DataFrame


def review_tree(
    tree: Path,
    data: Path,
    texts: Path | None = None,
    *,
    pages: Collection[str] | None = None,
    progress: Callable[[str], object] = lambda line: None,
) -> Review:
    """Execute the notebooks of a checkout on a data folder, and compare all that is shown with what is published.

    tree: the folder with analysis/ and book/. data: the folder with findings.json; while that does not exist,
    every finding is new. texts: the folder with the texts, from which the tables are then built anew and
    compared row by row. pages: those to execute, if not all. progress: called with a line for each step.
    Raises InputError naming a chapter that fails or that ran other code than the tree's.
    """
    file = data / "findings.json"
    published = load_findings(file) if file.exists() else []
    made_of = list_inputs(tree, data)
    notebooks = dict(_execute_book(tree, data, pages, progress))
    found = made_of + [row for name, notebook in notebooks.items() for row in _list_findings(name, notebook)]
    kept = [row for row in published if row["chapter"] == TEXTS]
    told, of_texts = compare_texts(data, texts, progress=progress) if texts else ([], kept)
    published = [row for row in published if row["chapter"] != TEXTS or _is_among(row, of_texts)]
    published = _choose(published, pages)
    differences = compare_findings(published, found + [row for row in of_texts if _is_among(row, kept)])
    faults = list_stale(tree / "book", notebooks) + told
    faults = pd.DataFrame(faults, columns=differences.columns, dtype=object)
    return Review(published, found + of_texts, differences, faults)


def execute_chapter(path: Path, tree: Path, data: Path) -> NotebookNode:
    """Execute one MyST notebook in a fresh kernel, inside its own folder, and return it with its outputs.

    tree: the checkout whose code the kernel imports. data: the folder with its data. Raises InputError naming
    the chapter, the cell and the last line of the error when a cell fails, takes more than 300 seconds or
    takes the kernel down; and when the code that ran is not the tree's.
    """
    started = []
    notebook = read_chapter(path)
    notebook["cells"].append(nbformat.v4.new_code_cell(WHOSE))
    client = NotebookClient(
        notebook,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
        on_cell_execute=lambda cell, cell_index: started.append(cell_index),
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        client.execute(env=_environment(tree, data))
    except (CellControlSignal, DeadKernelError) as error:
        cell = f"code cell {len(started)}"
        raise InputError(f"{path}: {cell} fails: {_one_line(error)}; mend it and review again") from error
    _check_code(notebook["cells"].pop(), path, tree)
    return notebook


def read_chapter(path: Path) -> NotebookNode:
    """Read a page of the book; a page of plain Markdown is a notebook without code cells.

    Raises InputError when there is no such file.
    """
    text = read_page(path)
    # The book's own rule decides: jupytext alone would turn the code examples of a plain page into cells.
    if not is_myst_markdown_notebook(text):
        return NotebookNode(cells=[])
    return jupytext.reads(text, fmt="md:myst")


def _execute_book(
    tree: Path, data: Path, pages: Collection[str] | None, progress: Callable[[str], object]
) -> Iterator[tuple[str, NotebookNode]]:
    """Yield each chapter that has code, executed, in the order of the contents."""
    book = tree / "book"
    wanted = [name for name in list_chapters(book) if pages is None or name in pages]
    chapters = [name for name in wanted if _has_code(book / f"{name}.md")]
    with ThreadPoolExecutor(CHAPTERS_AT_ONCE) as pool:
        notebooks = pool.map(lambda name: execute_chapter(book / f"{name}.md", tree, data), chapters)
        for n, (chapter, notebook) in enumerate(zip(chapters, notebooks, strict=True), 1):
            progress(f"page {n} of {len(chapters)}: {chapter}")
            yield chapter, notebook


def _choose(published: list[dict], pages: Collection[str] | None) -> list[dict]:
    """Return what these pages must show, and what the report is made of."""
    return [
        row
        for row in published
        if pages is None or row["chapter"] in pages or row["unit"] == AS_IT_STANDS or row["chapter"] == TEXTS
    ]


def _is_among(row: dict, others: list[dict]) -> bool:
    return row["name"] in {other["name"] for other in others}


def _list_findings(chapter: str, notebook: NotebookNode) -> list[dict]:
    return [{"chapter": chapter, **row} for row in [*collect_findings(notebook), *list_shown(notebook)]]


def _environment(tree: Path, data: Path) -> dict[str, str]:
    """Return what a kernel starts with: the tree's code before any that is installed, and the data."""
    before = os.environ.get("PYTHONPATH", "")
    path = os.pathsep.join(filter(None, [str(tree.resolve()), before]))
    return {**os.environ, "PYTHONPATH": path, "REFRAIN_DATA": str(data.resolve())}


def _check_code(cell: NotebookNode, path: Path, tree: Path) -> None:
    ran = "".join(output.get("text", "") for output in cell["outputs"]).strip()
    if ran != str(tree.resolve()):
        raise InputError(
            f"{path}: its cells ran the code of {ran}, not of {tree.resolve()}; mend its imports."
        )


def _has_code(path: Path) -> bool:
    return any(cell["cell_type"] == "code" for cell in read_chapter(path)["cells"])


def _one_line(error: Exception) -> str:
    if isinstance(error, CellExecutionError):
        return f"{error.ename}: {error.evalue}".rstrip(": \n").splitlines()[-1]
    return str(error).strip().splitlines()[0].rstrip(".")
