"""The report as one PDF with tags, printed by a Chromium that is installed. `make pdf` runs this file."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from analysis import projects, storage
from analysis.commands.report_print import join_pages, list_pages
from analysis.errors import InputError

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "msedge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
JOINED = ".to-print.html"  # beside the pages, whose pictures and styles it shows
SECONDS = 600
MOMENT = re.compile(rb"(?<=Date \(D:)\d{14}")  # of printing: the same pages must give the same bytes
OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)


def print_report(site: Path, target: Path) -> Path:
    """Print the pages of a built report as one PDF, those on the software left out, and return the file.

    Raises InputError where there is no report or no Chromium, or where that fails; then no file is written.
    """
    pages = list_pages(site, projects.OF_THE_SOFTWARE)
    browser = find_browser()
    joined = site / JOINED
    try:
        joined.write_text(join_pages(site, pages), encoding="utf-8")
        content = _print(browser, joined)
    finally:
        joined.unlink(missing_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    storage.write_whole(target, MOMENT.sub(b"19800101000000", content))
    return target


def find_browser() -> str:
    """Return a Chromium, Chrome or Edge that is installed. Raises InputError if there is none."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise InputError(
            "a PDF is printed by Chromium, Chrome or Edge, and none is installed; install one of them."
        )
    return found


def _print(browser: str, page: Path) -> bytes:
    """Return a page as PDF."""
    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder) / "report.pdf"
        as_root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
        places = [f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}", page.resolve().as_uri()]
        try:
            run = subprocess.run(
                [browser, *OPTIONS, *as_root, *places], capture_output=True, timeout=SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise InputError(
                f"{browser}: the report was not printed ({error}); try another browser."
            ) from None
        if not printed.is_file():
            told = run.stderr.decode("utf-8", "replace").strip().splitlines() or ["it says nothing"]
            raise InputError(f"{browser}: the report was not printed ({told[-1]}); try another browser.")
        return printed.read_bytes()


if __name__ == "__main__":
    try:
        print(print_report(Path(sys.argv[1]), Path(sys.argv[2])))
    except InputError as error:
        sys.exit(f"refrain: {error}")
