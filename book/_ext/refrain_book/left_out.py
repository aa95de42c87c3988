"""Chapters that the contents leave out: no page leads to them, and the Summary has no section on them."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx

LINK = re.compile(r"\[([^\]\n]*)\]\((\w[\w-]*)\.md(?:#[\w-]*)?\)")
SECTION = re.compile(r"^(?=## )", re.MULTILINE)
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def setup(app: Sphinx) -> None:
    app.connect("source-read", read_without)


def read_without(app: Sphinx, page: str, source: list[str]) -> None:
    """Take out of a page what leads to chapters that are written but not in the contents."""
    book = Path(app.srcdir)
    missing = {path.stem for path in book.glob("*.md")} - set(app.env.found_docs)
    if missing:
        kept = keep_sections(source[0], missing) if page == app.config.root_doc else source[0]
        source[0] = unlink(kept, {name: _read_title(book / f"{name}.md") for name in missing})


def keep_sections(text: str, missing: set[str]) -> str:
    """Leave out the sections (below a heading of the second level) whose last link is to a missing page."""
    sections = SECTION.split(text)
    return "".join(section for section in sections if not _leads_to(section, missing))


def unlink(text: str, titles: dict[str, str]) -> str:
    """Write the words of a link to a missing page without the link; where it has none, the title of the page."""
    return LINK.sub(
        lambda link: (
            link.group() if link.group(2) not in titles else link.group(1) or f"*{titles[link.group(2)]}*"
        ),
        text,
    )


def _leads_to(section: str, missing: set[str]) -> bool:
    links = LINK.findall(section) if section.startswith("## ") else []
    return bool(links) and links[-1][1] in missing


def _read_title(page: Path) -> str:
    found = TITLE.search(page.read_text(encoding="utf-8"))
    return found.group(1).strip() if found else page.stem
