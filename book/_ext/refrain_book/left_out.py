"""Chapters that the contents leave out: no page leads to them, nor has the Summary a section on them."""

from __future__ import annotations

import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

LINK = re.compile(r"\[([^\]\n]*)\]\((\w[\w-]*)\.md(?:#[\w-]*)?\)")
WRITTEN_LINK = re.compile(
    r'<a( class="refrain-go")? href="([\w-]+)\.html(?:#[\w-]*)?"[^>]*>(.*?)</a>', re.DOTALL
)  # in what cells show
USE = "use"
SECTION = re.compile(r"^(?=(?:\([\w-]+\)=\n)?## )", re.MULTILINE)
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def setup(app: Sphinx) -> None:
    app.connect("source-read", read_without)
    app.connect("doctree-read", unlink_outputs)


def read_without(app: Sphinx, page: str, source: list[str]) -> None:
    """Take out of a page what leads to chapters that are written but not in the contents."""
    book, missing = Path(app.srcdir), _find_missing(app)
    if missing:
        is_parted = page in (app.config.root_doc, USE)
        kept = keep_sections(source[0], missing) if is_parted else source[0]
        source[0] = unlink(kept, {name: _read_title(book / f"{name}.md") for name in missing})


def unlink_outputs(app: Sphinx, doctree: nodes.document) -> None:
    """Take out of what cells show the links to missing pages; a link that only leads goes with its words."""
    missing = _find_missing(app)
    for raw in list(doctree.findall(nodes.raw)) if missing else []:
        raw.children[:] = [nodes.Text(unlink_html(raw.astext(), missing))]


def unlink_html(html: str, missing: set[str]) -> str:
    """Return HTML without links to missing pages."""

    def spare(link: re.Match[str]) -> str:
        only_leads, page, words = link.groups()
        return link.group() if page not in missing else "" if only_leads else words

    return WRITTEN_LINK.sub(spare, html)


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


def _find_missing(app: Sphinx) -> set[str]:
    """Return the chapters that are written but not in the contents."""
    return {path.stem for path in Path(app.srcdir).glob("*.md")} - set(app.env.found_docs)


def _leads_to(section: str, missing: set[str]) -> bool:
    links = LINK.findall(section) if SECTION.match(section) else []
    return bool(links) and links[-1][1] in missing


def _read_title(page: Path) -> str:
    found = TITLE.search(page.read_text(encoding="utf-8"))
    return found.group(1).strip() if found else page.stem
