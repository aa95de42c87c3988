"""What the concordance lists is reached from everywhere: from tables, from prose, and from the site's search.

The entries are read from the page itself, with their addresses. Names of phrases and topics in the columns that hold
such names become links, and so do labels of phrases in sentences: those in quotation marks, or with their wordings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import quote

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from .raw_html import change_raw, link_cells

PAGE, TOPIC = "concordance", "topic"
ENTRY = re.compile(
    r'<details id="([^"]+)" data-kind="([^"]*)"[^>]*><summary>(.*?) <small>.*?</summary>\s*(?:<p>[^:<]*: (.*?)</p>)?',
    re.S,
)
MARKS = re.compile("[“”„]")  # of quotations, as the languages of sites have them
WORDINGS = re.compile(r" \((?:\d+ wordings|in another wording|suggested)\)")
SENTENCES = re.compile(
    r'(<p class="refrain-figure-subtitle">|<figcaption>)(.*?)(?=</p>|<span class="refrain-figure-line">)',
    re.S,
)
CLOSED = (nodes.reference, nodes.title, nodes.literal, nodes.literal_block, nodes.raw, nodes.term)
COLUMNS = {"phrase": "phrase", "family": "phrase", "topic": TOPIC}  # heads of columns that hold names


class Entry(NamedTuple):
    """What can be looked up: its address, kind, name as printed, name alone, and other names that lead to it."""

    address: str
    kind: str
    label: str
    name: str
    aliases: tuple[str, ...]


def setup(app: Sphinx) -> None:
    app.connect("doctree-read", remember_entries)
    app.connect("env-purge-doc", forget_entries)
    app.connect("doctree-resolved", link_page)


def remember_entries(app: Sphinx, doctree: nodes.document) -> None:
    """Keep what the concordance lists."""
    if app.env.docname == PAGE:
        texts = [raw.astext() for raw in doctree.findall(nodes.raw)]
        app.env.refrain_entries = [entry for text in texts for entry in read_entries(text)]


def forget_entries(app: Sphinx, env: BuildEnvironment, page: str) -> None:
    if page == PAGE:
        env.refrain_entries = []


def list_entries(env: BuildEnvironment) -> list[Entry]:
    """List what can be looked up; nothing where the contents have no concordance."""
    return getattr(env, "refrain_entries", []) if PAGE in env.found_docs else []


def read_entries(html: str) -> Iterator[Entry]:
    """Yield the entries of the list on a page."""
    for address, kind, label, also in ENTRY.findall(html):
        told = unescape(label)
        name = MARKS.sub("", WORDINGS.sub("", told)).strip()
        aliases = tuple(unescape(also).split("; ")) if also else ()
        yield Entry(unescape(address), unescape(kind), told, name, aliases)


def name_entries(entries: Iterable[Entry]) -> dict[tuple[str, str], Entry]:
    """Return the entries by what a column holds and the name in small letters; earlier ones, and names, go first."""
    named: dict[tuple[str, str], Entry] = {}
    listed = list(entries)
    for find in (lambda entry: (entry.label, entry.name), lambda entry: entry.aliases):
        for entry in listed:
            column = TOPIC if entry.kind == TOPIC else "phrase"
            for name in find(entry):
                named.setdefault((column, name.casefold()), entry)
    return named


def link_page(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Link every name of an entry on a page, but on the concordance itself."""
    entries = list_entries(app.env)
    if app.builder.format != "html" or not entries or page == PAGE:
        return
    from analysis.messages import translate_word

    kinds = {translate_word(head): kind for head, kind in COLUMNS.items()}
    named, labels = name_entries(entries), choose_labels(entries)
    target = app.builder.get_relative_uri(page, PAGE)

    def find(column: str, name: str) -> str | None:
        entry = named.get((kinds.get(column, ""), name.casefold()))
        return f"{target}#{quote(entry.address)}" if entry else None

    change_raw(doctree, lambda html: _link_sentences(link_cells(html, find), labels, target))
    link_labels(doctree, labels, target)


def choose_labels(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return the entries by those labels that no other words could be: in quotation marks, or with their wordings.

    Of a phrase with several wordings one may be told to the letter: its name in quotation marks leads there too.
    """
    from analysis.messages import translate

    listed = [entry for entry in entries if MARKS.search(entry.label) or WORDINGS.search(entry.label)]
    labels = {entry.label: entry for entry in listed}
    for entry in listed:
        labels.setdefault(translate("“{words}”", words=entry.name), entry)
    return labels


def _pattern(labels: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(labels, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)")


def _link_sentences(html: str, labels: dict[str, Entry], target: str) -> str:
    pattern = _pattern(labels)

    def link(found: re.Match[str]) -> str:
        return f'<a href="{target}#{quote(labels[found[0]].address)}">{found[0]}</a>'

    return SENTENCES.sub(lambda said: said[1] + pattern.sub(link, said[2]), html)


def link_labels(doctree: nodes.document, labels: dict[str, Entry], target: str) -> None:
    """Link the labels of phrases in the sentences of a page."""
    pattern = _pattern(labels)
    for text in list(doctree.findall(nodes.Text)):
        if pattern.search(text) and not is_closed(text):
            text.parent.replace(text, list(_link_text(text, pattern, labels, target)))


def is_closed(text: nodes.Node, kinds: tuple[type, ...] = CLOSED) -> bool:
    """Tell whether a text stands where no link may be put, or nowhere: HTML that was changed has lost its parent."""
    return text.parent is None or any(isinstance(node, kinds) for node in list_parents(text))


def list_parents(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield what a node stands in, from inside out."""
    while node.parent is not None:
        node = node.parent
        yield node


def _link_text(
    text: str, pattern: re.Pattern[str], labels: dict[str, Entry], target: str
) -> Iterator[nodes.Node]:
    end = 0
    for found in pattern.finditer(text):
        if found.start() > end:
            yield nodes.Text(text[end : found.start()])
        address = f"{target}#{quote(labels[found[0]].address)}"
        yield nodes.reference("", found[0], refuri=address, internal=True)
        end = found.end()
    if end < len(text):
        yield nodes.Text(text[end:])
