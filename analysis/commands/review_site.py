"""Is the built site of the pages and numbers that a review finds?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from analysis.commands.review_inputs import list_chapters
from analysis.pages import CERTIFICATE, list_contents, strip_marks

SITE = "built site"


def list_stale(book: Path, notebooks: dict[str, NotebookNode]) -> list[tuple]:
    """List where the site in the book's `_build`, if there is one, shows other things than its chapters now do.

    notebooks: executed chapters by name. Returns one row a page and kind of fault, as `compare_findings` has
    them: a page that the contents do not name, and pictures or tables that the page of a chapter lacks.
    """
    site = book / "_build" / "html"
    if not site.is_dir():
        return []
    return [*_list_removed(book, site), *_list_outdated(site, notebooks)]


def _list_removed(book: Path, site: Path) -> Iterator[tuple]:
    pages = set(list_chapters(book))
    for source in sorted((site / "_sources").glob("*")):
        page = source.name.partition(".")[0]
        if page not in pages and (site / f"{page}.html").is_file():
            yield (
                SITE,
                f"page {page}",
                "not in the contents",
                "still published",
                "remove it: build the book again",
            )


def _list_outdated(site: Path, notebooks: dict[str, NotebookNode]) -> Iterator[tuple]:
    for chapter, notebook in notebooks.items():
        page = site / f"{chapter}.html"
        if page.is_file():
            built = page.read_text(encoding="utf-8")
            plain = strip_marks(built)
            contents = list_contents(notebook)
            lost = [name for name, held in contents if held not in built and held not in plain]
            if lost := [name for name in lost if name != CERTIFICATE]:
                where = f"page {chapter}, {', '.join(lost[:3])}"
                yield SITE, where, "as built", "as found now", "stale: build the book again"
