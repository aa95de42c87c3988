"""The code of a page stands once, at its end: no box lies between a reader and a result, nor is code searched.

Each figure gets a line: its number on the page, its data and pictures, how it was measured, its code, its own address.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

CODE, HIDDEN = (
    "cell_input",
    "tag_hide-input",
)  # what MyST-NB calls the code of a cell, and a cell whose code is not shown
FIGURE = re.compile(r'<figure class="refrain-figure" id="(fig-([\w-]+))"')
LINE = '<span class="refrain-figure-line">'
METHODS = Path(__file__).with_name("figure_methods.csv")  # figure, section of the chapter on methods


def setup(app: Sphinx) -> None:
    app.refrain_code = {}
    app.connect("doctree-read", unfold_cells)
    app.connect("doctree-resolved", take_code)
    app.connect("html-page-context", add_code)


def unfold_cells(app: Sphinx, doctree: nodes.document) -> None:
    """Let no cell fold its code where it stands."""
    for cell in doctree.findall(_is_cell):
        if HIDDEN in cell["classes"]:
            cell.attributes.pop("hide_mode", None)


def take_code(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Take the code out of a page, so that the search does not find it, and name it in the lines of figures."""
    if app.builder.format != "html":
        return
    sections, pieces, n_figures = _read_sections(), [], 0
    for cell in list(doctree.findall(_is_cell)):
        codes = [part for part in cell.children if HIDDEN in cell["classes"] and CODE in part["classes"]]
        for code in codes:
            cell.remove(code)
            pieces.append(app.builder.render_partial(code)["fragment"])
        for shown in cell.findall(nodes.raw):
            n_figures += _write_line(shown, f"code-{len(pieces)}", n_figures + 1, sections)
        if not cell.children:
            cell.parent.remove(cell)
    app.refrain_code[page] = pieces


def add_code(app: Sphinx, page: str, template: str, context: dict, doctree: nodes.document | None) -> None:
    """Put the code of a page at its end, folded."""
    from analysis.messages import translate

    title = translate("The code of this page")
    if doctree is not None and (pieces := app.refrain_code.get(page)):
        parts = "".join(f'<div id="code-{place}">{html}</div>\n' for place, html in enumerate(pieces, 1))
        context["body"] += f'<details class="refrain-code"><summary>{title}</summary>\n{parts}</details>\n'


def _is_cell(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and "cell" in node.get("classes", [])


def _write_line(shown: nodes.raw, code: str, number: int, sections: dict[str, str]) -> bool:
    """Complete the line of a figure; return whether there is one."""
    from analysis.messages import translate

    text = shown.astext()
    figure = FIGURE.search(text)
    if figure is None or LINE not in text:
        return False
    place, name = figure.groups()
    before, after = text.split(LINE, 1)
    inside, rest = after.split("</span>", 1)
    links = [
        f'<a href="#{code}">{translate("Code")}</a>',
        f'<a href="#{place}">{translate("Address of this figure")}</a>',
    ]
    if section := sections.get(name):
        links.insert(0, f'<a href="methods.html#{section}">{translate("How this was measured")}</a>')
    line = " ".join([f"<strong>{translate('Figure {n}.', n=number)}</strong>", inside, *links])
    shown.children = [nodes.Text(f"{before}{LINE}{line}</span>{rest}")]
    return True


def _read_sections() -> dict[str, str]:
    with METHODS.open(encoding="utf-8", newline="") as file:
        return {row["figure"]: row["section"] for row in csv.DictReader(file)}
