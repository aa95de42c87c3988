"""A table without a row leaves the page, with the paragraph that only leads to it, and a section left without content.

What a page says in its own words, such as that something was not found, stays; so does the code, at the page's end.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx

NO_ROWS = 'class="refrain-nothing refrain-no-rows"'  # of a table without a row
GLUED, PENDING = "pasted-text", "PendingGlueReference"  # how MyST-NB marks what is put into a sentence
EARLY = 100  # before Sphinx lists the sections of a page


def setup(app: Sphinx) -> None:
    app.connect("doctree-read", lambda app, doctree: drop_empty(doctree), priority=EARLY)


def drop_empty(doctree: nodes.document) -> None:
    """Take tables without rows out of a page, and what they leave without a purpose."""
    for raw in [node for node in doctree.findall(nodes.raw) if NO_ROWS in node.astext()]:
        output = _climb(raw, lambda parent: "cell_output" in parent.get("classes", []))
        cell = _climb(output, lambda parent: isinstance(parent, (nodes.section, nodes.document)))
        output.parent.remove(output)
        if not _shows(cell):
            _drop_lead(cell)
            _drop_section(cell.parent)


def _climb(node: nodes.Node, is_end: object) -> nodes.Node:
    """Return the node above, or this one, whose parent is an end."""
    while not is_end(node.parent) and node.parent.parent is not None:
        node = node.parent
    return node


def _shows(node: nodes.Node) -> bool:
    """Tell whether a cell shows something, or a part of a page is no cell."""
    is_cell = "cell" in node.get("classes", [])
    return not is_cell or any(part.astext().strip() for part in node.findall(nodes.raw))


def _drop_lead(cell: nodes.Node) -> None:
    """Remove the paragraph before a cell where it says nothing that was found, but only leads to the table."""
    place = cell.parent.index(cell)
    before = cell.parent[place - 1] if place else None
    if isinstance(before, nodes.paragraph) and not any(map(_is_glued, before.findall())):
        cell.parent.remove(before)


def _is_glued(node: nodes.Node) -> bool:
    return type(node).__name__ == PENDING or (isinstance(node, nodes.inline) and GLUED in node["classes"])


def _drop_section(section: nodes.Node) -> None:
    """Put cells that show nothing in place of a section that has nothing else; their code is still wanted."""
    cells = [part for part in section.children if not isinstance(part, (nodes.title, nodes.target))]
    is_part = isinstance(section, nodes.section) and isinstance(section.parent, nodes.section)
    if is_part and not any(map(_shows, cells)):
        section.parent.replace(section, cells)
