"""What no setting of the theme changes, mended in the finished HTML.

The rows of MENDS were found by axe-core (a checker of accessibility) on a built page, and are
named after its rules. A page that is mended already stays as it is.
"""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx

MENDS = [
    # label-content-name-mismatch: a label that differs from the visible text hides it; the text will do.
    (r'(search-button-field [^>]*?) aria-label="Search"', r"\1"),
    (r'<summary aria-label="Toggle hidden content">', "<summary>"),
    # label-content-name-mismatch: the names of the three icons are read as text of the colour-mode button.
    (r'(<i class="theme-switch [^>]*?)\s+title="[^"]*"', r"\1"),
    # region: the report's name stands in the sidebar outside of every landmark.
    (r'<div id="pst-primary-sidebar" class', '<div id="pst-primary-sidebar" role="complementary" class'),
    # page-has-heading-one: the theme writes the title a second time, for paper.
    (r'(<div id="jb-print-docs-body" class="onlyprint">)\s*<h1>.*?</h1>', r"\1"),
    # aria-required-children: the items of the list of references say that they are no items.
    (r'role="doc-biblioentry"', 'role="listitem"'),
    # empty-table-header: the corner above an index column heads nothing.
    (r"<th([^>]*)>(?:\s|&nbsp;)*</th>", r"<td\1></td>"),
]


# Words of the theme that its own catalogues lack, and names of tables for screen readers.
UNTRANSLATED = (
    "Search this report", "Toggle primary sidebar", "Toggle secondary sidebar", "Link to this heading", "Main", "Page",
    "Refrain: what a speaker keeps saying",
)  # fmt: skip
TABLE = re.compile(r'(?<=aria-label=")Table of (?=[\w-]+")')


def setup(app: Sphinx) -> None:
    app.connect("build-finished", mend_pages)


def mend_pages(app: Sphinx, exception: Exception | None) -> None:
    """Mend every HTML page of a finished build."""
    if exception is None and app.builder.format == "html":
        for path in sorted(Path(app.outdir).glob("**/*.html")):
            page = path.read_text(encoding="utf-8")
            mended = mend(say_here(page))
            if mended != page:
                path.write_text(mended, encoding="utf-8")


def say_here(page: str) -> str:
    """Return the HTML of a page with the words of the theme, and marks of phrases, in the site's language."""
    from analysis.messages import ENGLISH, name_site_language, translate, translate_marks

    if name_site_language() == ENGLISH:
        return page
    for words in UNTRANSLATED:
        page = re.sub(rf'(?<==")\s*{re.escape(words)}(?=")|(?<=— ){re.escape(words)}', translate(words), page)
    return translate_marks(TABLE.sub(translate("Table of") + " ", page))


def mend(page: str) -> str:
    """The HTML of one page with every row of MENDS applied."""
    for pattern, replacement in MENDS:
        page = re.sub(pattern, replacement, page, flags=re.DOTALL)
    return page
