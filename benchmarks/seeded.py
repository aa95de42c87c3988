"""Seed faults, one in each copy of this checkout, and print the line that a review gives each.

`python -m benchmarks.seeded [--texts FOLDER] [--site book/_build/html] [WORD ...]`; words choose faults. What is
published must be up to date (`refrain review`). A fault that no line names ends the run with an error.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("analysis", "book", "data", "pyproject.toml", "requirements.lock")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "_build", ".ipynb_checkpoints")
REVIEW = """
import sys; from pathlib import Path; from analysis import commands
tree, texts, *pages = map(Path, sys.argv[1:])
texts = None if str(texts) == "none" else texts
review = commands.review_tree(tree, tree / "data", texts, pages=[str(page) for page in pages])
lines = commands.tell_differences(review.differences, review.published, review.findings)
print(*commands.tell_faults(review.faults, published_now=False), *lines, sep="\\n")
"""


class Fault(NamedTuple):
    """A fault: what it is, how it is made, the page to execute if its line needs one, how that line begins."""

    name: str
    make: Callable[[Path], None]
    pages: str
    line: str


def edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    """Return what replaces the first place of a text in a file of a copy."""

    def make(tree: Path) -> None:
        content = (tree / path).read_text(encoding="utf-8")
        assert old in content, f"{path} does not hold {old!r}"
        (tree / path).write_text(content.replace(old, new, 1), encoding="utf-8")

    return make


def delete_cell(tree: Path) -> None:
    page = tree / "book" / "formats.md"
    before, _, cell = page.read_text(encoding="utf-8").rpartition("```{code-cell}")
    page.write_text(before + cell.partition("\n```\n")[2], encoding="utf-8")


def add_pattern(tree: Path) -> None:
    path = tree / "data" / "decisions" / "patterns.csv"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    topic, pattern, rest = rows[1].split(",", 2)
    path.write_text("".join([*rows, f"{topic},{pattern} zzz,{rest}"]), encoding="utf-8")


def edit_cell(table: str, column: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    """Return what changes the cell of the first row of a table in a copy."""
    import pandas as pd

    def make(tree: Path) -> None:
        path = tree / "data" / "tables" / f"{table}.csv"
        rows = pd.read_csv(path, dtype="str", keep_default_na=False)
        rows.loc[0, column] = change(rows.loc[0, column])
        rows.to_csv(path, index=False, lineterminator="\n")

    return make


def install_other(tree: Path) -> None:
    folder = tree / "jupyter_book-1.0.3.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: jupyter-book\nVersion: 1.0.3\n")


def change_byte(tree: Path) -> None:
    path = sorted((tree / "texts").glob("*.txt"))[0]
    content = path.read_bytes()
    path.write_bytes(content[:-2] + bytes([content[-2] ^ 1]) + content[-1:])


def make_stale(tree: Path) -> None:
    assert (tree / "book" / "_build").is_dir(), "name a built site as --site"
    edit_cell("diversity", "value", lambda cell: "0.5")(tree)


WIDEN = edit_cell("diversity", "value", lambda cell: "0.5")
TYPE = edit("book/formats.md", "{glue:text}`n_formats`", "16 formats")
DROP = edit("book/_toc.yml", "  - file: dictionary\n", "")
TALL = edit("analysis/figures/frame.py", "height / PIXELS_AN_INCH))", "1.5 * height / PIXELS_AN_INCH))")
MEANING = edit("data/datapackage.json", "who published this text", "who paid for this text")
FEWEST = edit("analysis/statistics/intervals.py", "FEWEST_TURNS = 6", "FEWEST_TURNS = 12")
RATE = edit("analysis/statistics/rate_ratios.py", "RATE = 0.05", "RATE = 0.10")
LOCK = edit("requirements.lock", "jupyter-book==1.0.4.post1", "jupyter-book==1.0.3")
WORDS = edit_cell("contexts", "left", lambda cell: "words that nobody said")
FAULTS = (
    Fault("a number typed in prose", TYPE, "none", "formats: prose, typed"),
    Fault("a code cell deleted", delete_cell, "formats", "formats: table traits"),
    Fault("turns needed 6 to 12", FEWEST, "none", "methods: constant statistics.intervals, FEWEST_TURNS"),
    Fault("false discoveries 0.05 to 0.10", RATE, "none", "methods: constant statistics.rate_ratios, RATE"),
    Fault("a pattern added, tables not rebuilt", add_pattern, "none", "data: decisions/patterns.csv, rows"),
    Fault("a value of diversity.csv", WIDEN, "none", "data: tables/diversity.csv, row 1"),
    Fault("the words of a context", WORDS, "none", "data: tables/contexts.csv, row 1"),
    Fault("a stale page", make_stale, "vocabulary", "built site: page vocabulary"),
    Fault("the meaning of a column", MEANING, "data-dictionary", "data-dictionary: table manifest, row"),
    Fault("a page removed from the contents", DROP, "none", "contents: page dictionary"),
    Fault("another Jupyter Book in the lock", LOCK, "none", "requirements.lock: jupyter-book"),
    Fault("another Jupyter Book installed", install_other, "none", "requirements.lock: jupyter-book"),
    Fault("one byte of a text", change_byte, "none", "texts: text "),
    Fault("figures 1.5 times too high", TALL, "sources", "sources: figure "),
)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("words", nargs="*")
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--site", type=Path)
    options = parser.parse_args()
    chosen = [fault for fault in FAULTS if all(word in fault.name for word in options.words)]
    missed = [fault.name for fault in chosen if not try_fault(fault, options.texts, options.site)]
    sys.exit(f"not named: {', '.join(missed)}" if missed else 0)


def try_fault(fault: Fault, texts: Path | None, site: Path | None) -> bool:
    """Seed one fault in a copy, review it and print the line that names it; tell whether there is one."""
    with tempfile.TemporaryDirectory() as folder:
        tree = copy_checkout(Path(folder), texts, site)
        fault.make(tree)
        lines = review(tree, fault)
    named = [line for line in lines if line.startswith(fault.line)]
    print(f"{fault.name}\n    {named[0] if named else 'NOT NAMED'}\n    of {len(lines)} lines", flush=True)
    return bool(named)


def copy_checkout(tree: Path, texts: Path | None, site: Path | None) -> Path:
    for name in COPIED:
        copy = shutil.copy if (ROOT / name).is_file() else shutil.copytree
        copy(ROOT / name, tree / name, **({} if (ROOT / name).is_file() else {"ignore": LEFT_OUT}))
    if texts:
        shutil.copytree(texts, tree / "texts")
    if site:
        (tree / "book" / "_build").mkdir()
        shutil.copytree(site, tree / "book" / "_build" / "html")
    return tree


def review(tree: Path, fault: Fault) -> list[str]:
    texts = tree / "texts" if fault.make is change_byte else "none"
    command = [sys.executable, "-c", REVIEW, tree, texts, fault.pages]
    environment = {**os.environ, "PYTHONPATH": str(tree), "REFRAIN_DATA": ""}
    run = subprocess.run(list(map(str, command)), cwd=tree, env=environment, capture_output=True, text=True)
    return run.stdout.splitlines() or run.stderr.splitlines()[-1:]


if __name__ == "__main__":
    main()
