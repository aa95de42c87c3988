"""A page on which a code cell wrote to stderr is not published.

`raise_on_error` stops the build at an exception. A Python warning is no exception: MyST-NB prints it to the
readers and, without `-W`, the build succeeds. Here it stops the build, at the first run and every later one.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError


def setup(app: Sphinx) -> None:
    app.connect("doctree-read", refuse_stderr)


def refuse_stderr(app: Sphinx, doctree: nodes.document) -> None:
    """Raise ExtensionError, naming the page and the first line, if a cell of it wrote to stderr."""
    for block in doctree.findall(nodes.literal_block):
        if "stderr" in block["classes"]:
            first_line = block.astext().strip().splitlines()[0]
            raise ExtensionError(f"{app.env.docname}: a code cell wrote to stderr: {first_line}")
