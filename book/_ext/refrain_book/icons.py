"""The few icons of the theme stand in the pages as drawings; its script of all icons there are, 1.5 MB, goes.

The script would put the same drawings into the page when it has run. Fonts of icons, for pages without it, go as well.
"""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

from sphinx.application import Sphinx

SCRIPT = Path("_static/scripts/fontawesome.js")
FONTS = Path("_static/vendor/fontawesome")
LOADING = re.compile(
    r'\s*<(?:script|link)\b[^>]*(?:src|href)="[^"]*/fontawesome\.js[^"]*"[^>]*>(?:</script>)?'
)
ICON = re.compile(r'<(i|span)\s+class="([^"]*\bfa-[^"]*)"([^>]*)>\s*</\1>')
NAME = re.compile(r"\bfa-([a-z][\w-]*)")
STYLES = {"solid", "regular", "brands", "lg", "fw", "sm"}  # of an icon, and no names
FACE = re.compile(r"@font-face\{[^}]*/fontawesome/[^}]*\}")
# How each of 2,000 icons would be written: classes of the library, and nothing of the theme's.
_CLASS = r"\.fa(?:-[\w-]+|[bsrl]?)(?:::?(?:before|after))?"
RULE = re.compile(rf"(?<=[}}/]){_CLASS}(?:,{_CLASS})*\{{[^{{}}]*\}}")
DRAWN = r'[{{,]"?{name}"?:\[(\d+),(\d+),\[[^\]]*\],"[^"]*","([^"]*)"'


def setup(app: Sphinx) -> None:
    app.connect("build-finished", draw_icons)


def draw_icons(app: Sphinx, exception: Exception | None) -> None:
    """Draw the icons of every page of a finished build, and drop the script where it is needed no more."""
    site = Path(app.outdir)
    if exception is not None or app.builder.format != "html" or not (site / SCRIPT).is_file():
        return
    script = (site / SCRIPT).read_text(encoding="utf-8")
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.glob("**/*.html"))}
    drawn = {path: draw(page, script) for path, page in pages.items()}
    if any(ICON.search(page) for page in drawn.values()):
        return  # another theme has other icons: then all stays as it is
    for path, page in drawn.items():
        path.write_text(LOADING.sub("", page), encoding="utf-8")
    drop_library(site)


def draw(page: str, script: str) -> str:
    """Return a page with a drawing in place of each icon that the script knows."""

    def replace(icon: re.Match[str]) -> str:
        _, classes, others = icon.groups()
        names = [name for name in NAME.findall(classes) if name not in STYLES]
        shape = find_shape(names[0], script) if names else None
        if shape is None:
            return icon.group()
        width, height, path = shape
        kept = [name for name in classes.split() if not name.startswith("fa")]
        large = ["refrain-icon-large"] if "fa-lg" in classes.split() else []
        return (
            f'<svg class="{" ".join(["refrain-icon", *large, *kept])}"{others} aria-hidden="true" '
            f'viewBox="0 0 {width} {height}"><path d="{path}"/></svg>'
        )

    return ICON.sub(replace, page)


@cache  # the script is long, and each page has the same icons
def find_shape(name: str, script: str) -> tuple[str, str, str] | None:
    """Return width, height and path of an icon; of several styles the last, which is the solid one."""
    shapes = re.findall(DRAWN.format(name=re.escape(name)), script)
    return shapes[-1] if shapes else None


def drop_library(site: Path) -> None:
    """Drop the script, the fonts and the lines of style sheets that name them or an icon."""
    (site / SCRIPT).unlink()
    shutil.rmtree(site / FONTS, ignore_errors=True)
    for sheet in sorted((site / "_static").rglob("*.css")):
        text = sheet.read_text(encoding="utf-8")
        light = RULE.sub("", FACE.sub("", text))
        if light != text:
            sheet.write_text(light, encoding="utf-8", newline="")
