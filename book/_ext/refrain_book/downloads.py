"""Two files to take away, beside the pages: the data behind the report, and its notebooks as they were executed.

The same data and pages give the same bytes. Notebooks leave out the pictures as PNG and in dark colours, which the
pages have.
"""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx

from .fresh import executed_folder
from .occasions import find_data

DATA, NOTEBOOKS = "refrain-data.zip", "refrain-notebooks.zip"
DARK = re.compile(r'<picture class=\\"refrain-dark\\".*?</picture>(?:\\n)?')
PNG = re.compile(r' <a href=\\"data:image/png;base64,[\w+/=]+\\" download=\\"[\w.-]+\\">[^<]*</a>')


def setup(app: Sphinx) -> None:
    app.connect("build-finished", write_downloads)


def write_downloads(app: Sphinx, exception: Exception | None) -> None:
    """Write both files into a finished build."""
    if exception is not None or app.builder.format != "html":
        return
    from analysis.disclosure import list_download, pack_files

    site, data = Path(app.outdir), find_data(app)
    (site / DATA).write_bytes(pack_files(list_download(data)))
    (site / NOTEBOOKS).write_bytes(pack_files(list_notebooks(executed_folder(app), set(app.env.found_docs))))


def list_notebooks(folder: Path, pages: set[str]) -> dict[str, bytes]:
    """Return the executed notebooks of the pages, by name, with their pictures and tables as files beside them."""
    from analysis.figures import ADDRESS, read_address

    files = {}

    def name(found: re.Match[str]) -> str:
        held = read_address(found)
        files[f"_files/{held.file_name}"] = held.content
        return f"_files/{held.file_name}"

    for path in sorted(folder.rglob("*.ipynb")):
        page = path.relative_to(folder).with_suffix("").as_posix()
        if page in pages:
            text = DARK.sub("", PNG.sub("", path.read_text(encoding="utf-8")))
            files[f"{page}.ipynb"] = ADDRESS.sub(name, text).encode("utf-8")
    return files
