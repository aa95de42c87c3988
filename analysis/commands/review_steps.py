"""Re-execute the book's notebooks and compare their findings with the published ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import jupytext
import pandas as pd
import yaml
from myst_nb.core.read import is_myst_markdown_notebook
from nbclient import NotebookClient
from nbclient.exceptions import CellControlSignal, CellExecutionError, DeadKernelError
from nbformat import NotebookNode

from analysis.errors import InputError
from analysis.pages import collect_findings, compare_findings, load_findings

SECONDS_A_CELL = 300
CHAPTERS_AT_ONCE = 2


class Review(NamedTuple):
    """What a review brings: differences (see compare_findings) and findings (one dict each, with chapter)."""

    differences: pd.DataFrame
    findings: list[dict]


def review_book(
    book_dir: Path, findings_file: Path, *, progress: Callable[[str], object] = lambda chapter: None
) -> Review:
    """Execute every notebook that the book's `_toc.yml` names and compare its findings with a findings file.

    findings_file: what `save_findings` wrote; while it does not exist, every finding is new.
    progress: called with the name of each chapter when it is done, in the order of the table of contents.
    Returns a Review; save its findings to publish them. Raises InputError naming a chapter that fails.
    """
    published = load_findings(findings_file) if findings_file.exists() else []
    found = list(_find_in_chapters(book_dir, progress))
    return Review(compare_findings(published, found), found)


def execute_chapter(path: Path) -> NotebookNode:
    """Execute one MyST notebook in a fresh kernel, inside its own folder, and return it with its outputs.

    Raises InputError naming the chapter, the cell and the last line of the error when a cell fails, takes
    more than 300 seconds or takes the kernel down.
    """
    started = []
    client = NotebookClient(
        read_chapter(path),
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
        on_cell_execute=lambda cell, cell_index: started.append(cell_index),
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        return client.execute()
    except (CellControlSignal, DeadKernelError) as error:
        cell = f"code cell {len(started)}"
        raise InputError(f"{path}: {cell} fails: {_one_line(error)}; mend it and review again") from error


def read_chapter(path: Path) -> NotebookNode:
    """Read a page of the book; a page of plain Markdown is a notebook without code cells.

    Raises InputError when there is no such file.
    """
    if not path.exists():
        raise InputError(f"{path}: the table of contents names this page, but there is no such file")
    text = path.read_text(encoding="utf-8")
    # The book's own rule decides: jupytext alone would turn the code examples of a plain page into cells.
    if not is_myst_markdown_notebook(text):
        return NotebookNode(cells=[])
    return jupytext.reads(text, fmt="md:myst")


def list_chapters(book_dir: Path) -> list[str]:
    """Return the pages named in the book's `_toc.yml`, in its order, as names without ending ("topics").

    Raises InputError when the table of contents is absent or cannot be read.
    """
    toc = book_dir / "_toc.yml"
    try:
        contents = yaml.safe_load(toc.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise InputError(
            f"{toc}: the table of contents cannot be read ({error}); name the book's folder as --book."
        ) from error
    return [name.removesuffix(".md") for name in _pages(contents)]


def _find_in_chapters(book_dir: Path, progress: Callable[[str], object]) -> Iterator[dict]:
    chapters = [chapter for chapter in list_chapters(book_dir) if _has_code(book_dir / f"{chapter}.md")]
    with ThreadPoolExecutor(CHAPTERS_AT_ONCE) as pool:
        notebooks = pool.map(execute_chapter, [book_dir / f"{chapter}.md" for chapter in chapters])
        for chapter, notebook in zip(chapters, notebooks, strict=True):
            yield from ({"chapter": chapter, **finding} for finding in collect_findings(notebook))
            progress(chapter)


def _has_code(path: Path) -> bool:
    return any(cell["cell_type"] == "code" for cell in read_chapter(path)["cells"])


def _pages(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from [value] if key in ("root", "file") else _pages(value)
    elif isinstance(node, list):
        for item in node:
            yield from _pages(item)


def _one_line(error: Exception) -> str:
    if isinstance(error, CellExecutionError):
        return f"{error.ename}: {error.evalue}".rstrip(": \n").splitlines()[-1]
    return str(error).strip().splitlines()[0].rstrip(".")
