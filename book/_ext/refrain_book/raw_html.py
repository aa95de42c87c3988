"""Changes in the tables and figures of a page, which its cells hand over as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from docutils import nodes

TABLE = re.compile(r"<table>.*?</table>", re.S)
HEAD = re.compile(r"<thead>(.*?)</thead>", re.S)
ROW = re.compile(r"(?<=<tr>).*?(?=</tr>)", re.S)
CELL = re.compile(r"<(t[hd])\b([^>]*)>(.*?)</\1>", re.S)
TAG = re.compile(r"<[^>]*>")


def change_raw(doctree: nodes.document, change: Callable[[str], str]) -> None:
    """Change the HTML that the cells of a page handed over."""
    for raw in doctree.findall(nodes.raw):
        if "html" in raw.get("format", ""):
            html = raw.astext()
            changed = change(html)
            if changed != html:
                raw[:] = [nodes.Text(changed)]


def read_heads(table: str) -> list[str]:
    """Return the heads of the columns of a table, in order, as texts."""
    found = HEAD.search(table)
    return [unescape(TAG.sub("", cell)).strip() for _, _, cell in CELL.findall(found[1] if found else "")]


def link_cells(html: str, find: Callable[[str, str], str | None]) -> str:
    """Make links of the cells of tables; find: gives an address for the head of a column and a text, or None."""

    def link_table(found: re.Match[str]) -> str:
        table = found[0]
        heads, (start, body) = read_heads(table), table.split("<tbody>", 1)
        return f"{start}<tbody>{ROW.sub(lambda row: link_row(row[0], heads), body)}"

    def link_row(row: str, heads: list[str]) -> str:
        columns = iter(heads)
        return CELL.sub(lambda cell: link_cell(cell, next(columns, "")), row)

    def link_cell(cell: re.Match[str], head: str) -> str:
        name, more, text = cell.groups()
        address = None if "<" in text else find(head, unescape(text))
        return f'<{name}{more}><a href="{escape(address)}">{text}</a></{name}>' if address else cell[0]

    return TABLE.sub(link_table, html)
