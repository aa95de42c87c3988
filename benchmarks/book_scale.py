"""Build the book of a report beside an empty Jupyter Book of as many notebooks, and print how the two compare.

    python -m benchmarks.book_scale [DATA ...] [--events N ...]

DATA: folders with tables; that of this repository if left out. --events: for each N a report of so many speeches, a
part of each, is made and its tables built first. Prints seconds of processors and of wall time, and how many times the
processor seconds of the empty book and of the first book they are. Everything is built from nothing, in a temporary
folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from analysis.storage.schema import HOME
from benchmarks.ladder_corpora import write_beginnings

ROOT = Path(__file__).parents[1]
KERNEL = "kernelspec:\n  display_name: Python 3\n  language: python\n  name: python3\n"
PAGE = f"---\njupytext:\n  text_representation:\n    extension: .md\n    format_name: myst\n{KERNEL}---\n\n"
CELL = "# Page {n}\n\n```{{code-cell}} ipython3\n{n}\n```\n"
CONFIG = "title: Empty\nonly_build_toc_files: true\nexecute:\n  execute_notebooks: force\n"
FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command(help=__doc__)
@click.argument("folders", type=FOLDER, nargs=-1)
@click.option("--events", type=int, multiple=True, help="Events of a report that is made first.")
def main(folders: tuple[Path, ...], events: tuple[int, ...]) -> None:
    with tempfile.TemporaryDirectory() as place:
        empty = _write_empty(Path(place) / "empty")
        least = _show("empty book", _build(empty, HOME), None, None)
        first = None
        made = [_make(Path(place) / f"events-{n}", n) for n in events]
        for data in [*(folders or [HOME]), *made]:
            book = Path(shutil.copytree(ROOT / "book", Path(place) / f"book-{data.name}" / "book"))
            spent = _show(f"book of {data.name}", _build(book, data), least, first)
            first = first or spent


def _write_empty(folder: Path) -> Path:
    """Write a book that shows a number a page, with as many notebooks as the report's has."""
    pages = [
        path for path in (ROOT / "book").glob("*.md") if "{code-cell}" in path.read_text(encoding="utf-8")
    ]
    names = [f"page{n}" for n in range(len(pages))]
    folder.mkdir()
    for n, name in enumerate(names):
        (folder / f"{name}.md").write_text(PAGE + CELL.format(n=n), encoding="utf-8")
    chapters = "".join(f"  - file: {name}\n" for name in names[1:])
    (folder / "_toc.yml").write_text(
        f"format: jb-book\nroot: {names[0]}\nchapters:\n{chapters}", encoding="utf-8"
    )
    (folder / "_config.yml").write_text(CONFIG, encoding="utf-8")
    return folder


def _make(data: Path, n: int) -> Path:
    write_beginnings(data, n)
    command = [sys.executable, "-m", "analysis", "tables", "--data", str(data)]
    subprocess.run(command, check=True, cwd=ROOT, env=_environment(data), stdout=subprocess.DEVNULL)
    return data


def _build(book: Path, data: Path) -> tuple[float, float]:
    """Return the seconds of processors and of wall time that a build takes."""
    command = [
        str(Path(sys.executable).with_name("jupyter-book")),
        "build",
        str(book),
        "--path-output",
        str(book.parent),
    ]
    began, before = time.perf_counter(), sum(os.times()[2:4])
    run = subprocess.run(command, env=_environment(data), capture_output=True, text=True, check=False)
    if run.returncode:
        raise click.ClickException((run.stdout + run.stderr)[-2000:])
    return sum(os.times()[2:4]) - before, time.perf_counter() - began


def _environment(data: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "REFRAIN_DATA": str(data)}


def _show(
    name: str, spent: tuple[float, float], least: tuple | None, first: tuple | None
) -> tuple[float, float]:
    beside = [
        f"{spent[0] / other[0]:.2f} x the {what} book"
        for what, other in (("empty", least), ("first", first))
        if other
    ]
    click.echo(", ".join([f"{name}: {spent[0]:.1f} processor seconds, {spent[1]:.1f} s", *beside]))
    return spent


if __name__ == "__main__":
    main()
