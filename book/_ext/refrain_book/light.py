"""What the theme ships and no page loads leaves the site: maps of scripts, old forms of fonts, other languages.

They are two fifths of its weight. The lines that name them go as well, so that no name leads nowhere.
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


def setup(app: Sphinx) -> None:
    app.connect("build-finished", drop_unused)


def drop_unused(app: Sphinx, exception: Exception | None) -> None:
    """Drop from a finished build what no page loads."""
    if exception is None and app.builder.format == "html":
        make_light(Path(app.outdir) / "_static")


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
