"""Pictures and tables that pages hold in themselves become files beside them, which a reader's browser keeps."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx

FOLDER = "_files"


def setup(app: Sphinx) -> None:
    app.connect("build-finished", put_beside)


def put_beside(app: Sphinx, exception: Exception | None) -> None:
    """Write what the pages of a finished build hold in themselves into files."""
    if exception is None and app.builder.format == "html":
        for page in sorted(Path(app.outdir).glob("*.html")):
            html = page.read_text(encoding="utf-8")
            page.write_text(take_out(html, Path(app.outdir) / FOLDER), encoding="utf-8")


def take_out(html: str, folder: Path) -> str:
    """Write each file that a page holds into a folder, and return the page with the names of the files."""
    from analysis.figures.addresses import (  # the package beside the book: fresh.py finds it
        ADDRESS,
        read_address,
    )

    def name(found: re.Match[str]) -> str:
        held = read_address(found)
        folder.mkdir(exist_ok=True)
        (folder / held.file_name).write_bytes(held.content)
        return f"{folder.name}/{held.file_name}"

    return ADDRESS.sub(name, html)
