"""What the theme ships and no page needs leaves the site: maps of scripts, old forms of fonts, other languages.

They are two fifths of its weight. So do styles and scripts for parts that no page has, such as cards and tabs. The
lines that name them go as well, so that no name leads nowhere.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from sphinx.application import Sphinx

UNUSED = ("**/*.map", "**/*.ttf")
NAMES = re.compile(
    r'\n?(?://|/\*)# sourceMappingURL=[^\s*]+(?: ?\*/)?|,url\([^)]*\.ttf\) format\("truetype"\)'
)

# A part of pages by its class, and the files for it.
PARTS = {
    r"sd-[\w-]+": ("sphinx-design.min.css", "design-tabs.js"),
    r"toggle|dropdown admonition|admonition dropdown": ("togglebutton.css", "togglebutton.js"),
}
HAS = r'class="(?:[^"]*\s)?(?:{})(?:\s[^"]*)?"'
LOADING = r'\s*<(?:link|script)\b[^>]*(?:href|src)="[^"]*/{}(?:\?[^"]*)?"[^>]*>(?:</script>)?'


def setup(app: Sphinx) -> None:
    app.connect("build-finished", drop_unused)


def drop_unused(app: Sphinx, exception: Exception | None) -> None:
    """Drop from a finished build what no page loads."""
    if exception is None and app.builder.format == "html":
        make_light(Path(app.outdir) / "_static")
        drop_parts(Path(app.outdir))


def make_light(static: Path) -> None:
    """Drop from the folder of scripts, styles and fonts what no page loads, and the names of it."""
    for pattern in UNUSED:
        for path in sorted(static.glob(pattern)):
            path.unlink()
    shutil.rmtree(static / "locales", ignore_errors=True)
    for path in sorted([*static.rglob("*.js"), *static.rglob("*.css")]):
        text = path.read_text(encoding="utf-8")
        light = NAMES.sub("", text)
        if light != text:
            path.write_text(light, encoding="utf-8", newline="")


def drop_parts(site: Path) -> None:
    """Drop the files of parts that no page of a site has, and the lines that load them."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    for part, files in PARTS.items():
        if any(re.search(HAS.format(part), page) for page in pages.values()):
            continue
        loading = re.compile(LOADING.format(f"(?:{'|'.join(map(re.escape, files))})"))
        pages = {path: loading.sub("", page) for path, page in pages.items()}
        for file in files:
            (site / "_static" / file).unlink(missing_ok=True)
    for path, page in pages.items():
        path.write_text(page, encoding="utf-8", newline="")
