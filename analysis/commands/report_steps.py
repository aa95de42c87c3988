"""Are the tables of a project up to date, and how is its book built?"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from analysis import pages, projects, storage
from analysis.commands.check_all import is_built
from analysis.errors import InputError
from analysis.messages import choose_site_language
from analysis.report import load_report

Tell = Callable[[str], None]
LOG = "report.log"
_CHANGES = "- file: changes"  # the chapter that `refrain add` puts in
_CHECKS = "first-checks"  # the page of what to check first, for as long as the project has the file
_JUPYTER_BOOK = "from jupyter_book.cli.main import main; main()"  # it cannot be run with -m
_PAGE = re.compile(r"reading sources\.\.\. \[ *(?P<share>\d+%)\] (?P<page>\S+)(?P<others> \.\.)?")
_TOLD = re.compile(r"[A-Z]\w*Error: \S")  # an error that says more than its name
_COLOUR = re.compile(r"\x1b\[[\d;]*m")


def needs_tables(corpus: storage.Corpus) -> bool:
    """Tell whether the tables of a project are not there, or not those of its texts and decisions."""
    if not is_built(corpus) or storage.miss_built(corpus.data):
        return True
    return any(storage.list_changed_inputs(corpus.data)) or any(storage.list_changed_tables(corpus.data))


def build_book(folder: Path, *, tell: Tell) -> Path:
    """Build the pages of a project, and return the first of them.

    tell: is given a sentence on each chapter as it is executed. What Jupyter Book prints is kept in
    DIR/_build/report.log. Raises InputError, with the first sentence on what went wrong, if it fails.
    """
    book = folder / "book"
    choose_site_language(storage.read_site_language(folder))  # which chapters have when they are copied
    _copy_or_renew(book, tell=tell)
    _keep_chapters(folder)
    log = folder / "_build" / LOG
    log.parent.mkdir(exist_ok=True)
    lines = [_COLOUR.sub("", line) for line in _show(_run(folder), tell)]
    log.write_text("".join(lines), encoding="utf-8")
    page = folder / "_build" / "html" / "index.html"
    if not any("build succeeded" in line for line in lines) or not page.is_file():
        raise InputError(f"{book}: the pages were not built ({_find_fault(lines)}); {log} tells all.")
    return page


def _copy_or_renew(book: Path, *, tell: Tell) -> None:
    """Copy the chapters where a project has none, else renew those that nobody changed, and tell which stay older."""
    if not book.is_dir():
        if not projects.copy_chapters(book):
            raise InputError(f"{book}: there are no chapters; copy the folder book/ of the repository there.")
        projects.record_chapters(book)
    if stay := projects.renew_chapters(book):
        names = ", ".join(stay)
        tell(f"{book}: newer chapters were not taken, as yours may be your own; delete {names} to have them")


def _keep_chapters(folder: Path) -> None:
    """Take chapters that have nothing to say out of the contents, and put others back; contents of one's own stay."""
    full, contents = projects.list_contents(), folder / "book" / "_toc.yml"
    if not full:
        return
    lines = [line.strip() for line in contents.read_text(encoding="utf-8").splitlines()]
    ours = [f"- file: {page}" for page in (*projects.OF_THE_SOFTWARE, _CHECKS)]
    known = [line.strip() for line in full.splitlines()]
    if not set(lines) <= {*known, *ours, _CHANGES}:
        return
    chapters = pages.list_chapters(load_report(folder))
    left_out = chapters.loc[chapters["reason"] != "", "chapter"]
    storage.write_whole(contents, projects.keep_chapters(full, left_out).encode("utf-8"))
    projects.copy_missing(folder / "book")
    if _CHANGES in lines:
        projects.list_page(folder / "book", "changes", behind="ledger")
    if projects.show_checks(folder):
        projects.list_page(folder / "book", _CHECKS, behind="")


def _run(folder: Path) -> Iterator[str]:
    """Run Jupyter Book on a project's chapters, and yield what it prints, line by line."""
    command = [
        sys.executable,
        "-c",
        _JUPYTER_BOOK,
        "build",
        str(folder / "book"),
        "--path-output",
        str(folder),
    ]
    environment = os.environ | {"REFRAIN_DATA": str(folder.resolve())}
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as running:
        yield from running.stdout


def _show(lines: Iterator[str], tell: Tell) -> Iterator[str]:
    """Yield the lines, and tell of each chapter that is executed."""
    for line in lines:
        if found := _PAGE.search(_COLOUR.sub("", line)):
            tell(_tell_progress(found))
        yield line


def _tell_progress(found: re.Match[str]) -> str:
    """Say which chapter is executed; of several side by side, how many of all are."""
    share = f"{found['share']} of the chapters"
    return f"executed {share}" if found["others"] else f"executing {found['page']} ({share})"


def _find_fault(lines: list[str]) -> str:
    """Return the last line that says an error in words, else names one, else the last line."""
    said = [line.strip() for line in lines if line.strip()]
    faults = [line for line in said if "Error" in line or "ERROR" in line]
    told = [line for line in faults if _TOLD.match(line)]
    return next(reversed(told or faults or said), "it printed nothing")
