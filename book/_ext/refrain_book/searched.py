"""What the site's search finds: phrases, topics and patterns under their names, and the words of tables cell by cell.

Sphinx puts the words of neighbouring cells together, and knows a row under no name. Tables of the names in the code
are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import escape, unescape
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.writers.html import HTML5Translator

from .entries import PAGE, TOPIC, Entry, list_entries, name_entries
from .raw_html import change_raw

SCORER = Path(__file__).with_name("search_scorer.js")
ROWS = {
    "ledger-table": "phrase",
    "dictionary-topics": TOPIC,
    "dictionary": "pattern",
}  # tables whose rows are found
UNSEARCHED = ("constants",)  # tables of names in the code
NAME = re.compile(r'aria-label="Table of ([\w-]+)"')
BODY_ROW = re.compile(r"<tr>(?=<t[hd][^>]*>(?:<a [^>]*>)?([^<]*))")  # with its first cell
REST = re.compile(r'data-rows="([^"]+)"')
MOST_NAMED = 1000  # rows of a table that the search knows by name
_LAST = 900  # after what links cells


class place(nodes.Element):
    """A place that the search knows, and that is not shown: what it names stands in the page."""


class place_name(nodes.title):
    """The name of such a place; the search reads titles."""


class unsearched(nodes.Element):
    """HTML whose words are not searched."""


def setup(app: Sphinx) -> None:
    app.add_node(place, html=(_skip, None))
    app.add_node(place_name, html=(_skip, None))
    app.add_node(unsearched, html=(_write, None))
    app.connect("config-inited", choose_scorer)
    app.connect("doctree-resolved", add_targets, priority=_LAST)


def _skip(translator: HTML5Translator, node: nodes.Node) -> None:
    raise nodes.SkipNode


def _write(translator: HTML5Translator, node: unsearched) -> None:
    translator.body.append(node["html"])
    raise nodes.SkipNode


def choose_scorer(app: Sphinx, config: Config) -> None:
    config.html_search_scorer = str(SCORER)


def add_targets(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Name the rows of a page for the search, part the words of its cells, and leave internals out."""
    if app.builder.format != "html":
        return
    entries = list_entries(app.env)
    targets = list(_target_entries(entries)) if page == PAGE else []
    named = name_entries(entries)
    change_raw(doctree, lambda html: name_rows(html, named, targets.append))
    change_raw(doctree, part_cells)
    for raw in list(doctree.findall(nodes.raw)):
        name = NAME.search(raw.astext())
        if name and name[1] in UNSEARCHED:
            raw.parent.replace(raw, unsearched(html=raw.astext()))
    doctree.extend(_make_target(address, name) for address, name in targets)


def _target_entries(entries: list[Entry]) -> Iterator[tuple[str, str]]:
    phrases = {entry.name.casefold() for entry in entries if entry.kind != TOPIC}
    for entry in entries:
        is_both = entry.kind == TOPIC and entry.name.casefold() in phrases
        name = f"{entry.name} (topic)" if is_both else entry.name
        yield from ((entry.address, told) for told in (name, *entry.aliases))


def part_cells(html: str) -> str:
    """Put a space between cells: the search would take them for one word."""
    return re.sub(r"(</t[hd]>)(?=<t[hd])", r"\1 ", html)


def name_rows(html: str, named: dict[tuple[str, str], Entry], tell: Callable[[tuple[str, str]], None]) -> str:
    """Give the rows of some tables an address each, and tell it with the name of the row.

    The address of a phrase or topic is made of that of its entry; other rows are numbered from one. Rows that lie in
    a script beside the page leave their names in it, hidden, as the search looks there for what it found.
    """
    table = NAME.search(html)
    if table is None or table[1] not in ROWS:
        return html
    start, body = html.split("<tbody>", 1)
    names, rest = list(map(unescape, BODY_ROW.findall(body))), _read_rest(start)
    entries = [named.get((ROWS[table[1]], name.casefold())) for name in names]
    addresses = _address_rows(entries, table[1])
    unseen = [f"{table[1]}-row-{number}" for number in range(len(names) + 1, MOST_NAMED + 1)]
    for address, name, entry in zip(addresses, names, entries, strict=True):
        tell((address, entry.name if entry else name))
    for address, name in zip(unseen, rest, strict=False):
        tell((address, name))
    rows = (f'<tr id="{escape(address)}">' for address in addresses)
    return f"{start}<tbody>{BODY_ROW.sub(lambda _: next(rows), body)}{_hide(unseen, rest)}"


def _address_rows(entries: list[Entry | None], table: str) -> list[str]:
    """Return an address for each row, all different."""
    addresses: dict[str, None] = {}
    for number, entry in enumerate(entries, 1):
        named = f"row-{entry.address}" if entry else ""
        is_free = named and named not in addresses
        addresses[named if is_free else f"{table}-row-{number}"] = None
    return list(addresses)


def _hide(addresses: list[str], names: list[str]) -> str:
    listed = [
        f'<span id="{address}">{escape(name)}</span>' for address, name in zip(addresses, names, strict=False)
    ]
    return f'<div class="refrain-unseen" hidden>{"".join(listed)}</div>\n' if listed else ""


def _read_rest(start: str) -> list[str]:
    """Return the first cells of the rows that lie in a script beside the page."""
    from analysis.figures import ADDRESS, read_address  # the package beside the book: fresh.py finds it

    found = REST.search(start)
    held = ADDRESS.search(found[1]) if found else None
    if held is None:
        return []
    script = read_address(held).content.decode("utf-8")
    return [cells[0] for cells in json.loads(script.split(" = ", 1)[1].rstrip(";\n"))]


def _make_target(address: str, name: str) -> place:
    shown = escape(name, quote=False)  # the search puts it into the page as HTML
    return place("", place_name(shown, shown), ids=[address])
