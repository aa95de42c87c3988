"""Terms of the glossary are linked where they first stand on a page, and say there what they mean.

`refrain.js` shows the meaning beside a term that the pointer or the keyboard reaches; without scripts the link leads to
the glossary. Which words stand for a term is a row of `glossary_terms.csv`, with the reason where none do.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from html import escape
from pathlib import Path
from typing import NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from .entries import is_closed, list_parents

PAGE = "glossary"
FORMS = Path(__file__).with_name("glossary_terms.csv")  # a row is a term of the glossary and the words for it
SENTENCES = (nodes.paragraph,)  # where terms are looked for
_LATE = 600  # after names of phrases have been linked


class Term(NamedTuple):
    """A term of the glossary: its name, its address there, and what it means."""

    name: str
    address: str
    meaning: str


def setup(app: Sphinx) -> None:
    app.connect("doctree-read", remember_terms)
    app.connect("doctree-resolved", link_terms, priority=_LATE)
    app.connect("html-page-context", add_meanings)
    app.refrain_terms = {}


def remember_terms(app: Sphinx, doctree: nodes.document) -> None:
    """Give each term of the glossary an address, and keep it with its meaning."""
    if app.env.docname != PAGE:
        return
    terms = []
    for item in doctree.findall(nodes.definition_list_item):
        name, meaning = item[0].astext(), item[-1]
        address = f"term-{nodes.make_id(name) or len(terms)}"
        item[0]["ids"].append(address)
        terms.append(Term(name, address, " ".join(meaning.astext().split())))
    app.env.refrain_glossary = terms


def link_terms(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Link each term where it first stands in a sentence of a page."""
    terms = list_terms(app.env)
    if app.builder.format != "html" or page == PAGE or not terms:
        return
    forms = {form.casefold(): term for term in terms for form in read_forms().get(term.name, ())}
    found: dict[str, Term] = {}
    glossary = app.builder.get_relative_uri(page, PAGE)
    for text in list(doctree.findall(nodes.Text)):
        if is_sentence(text):
            _link_text(text, forms, found, glossary)
    app.refrain_terms[page] = list(found.values())


def is_sentence(text: nodes.Node) -> bool:
    """Tell whether a text stands in a sentence of the report; titles of cited works have words of their own."""
    parents = list(list_parents(text))
    is_cited = any(isinstance(node, nodes.citation) for node in parents)
    return not is_closed(text) and not is_cited and any(isinstance(node, SENTENCES) for node in parents)


def list_terms(env: BuildEnvironment) -> list[Term]:
    """List the terms; none where the contents have no glossary."""
    return getattr(env, "refrain_glossary", []) if PAGE in env.found_docs else []


def _link_text(text: nodes.Text, forms: dict[str, Term], found: dict[str, Term], glossary: str) -> None:
    parts, end = [], 0
    for match in _pattern(tuple(forms)).finditer(text):
        term = forms[match[0].casefold()]
        if term.name not in found:
            found[term.name] = term
            parts += [nodes.Text(text[end : match.start()]), _make_link(match[0], term, glossary)]
            end = match.end()
    if parts:
        text.parent.replace(text, [part for part in (*parts, nodes.Text(text[end:])) if part.astext()])


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for the forms, the longest first; one that has capitals only is looked for as it is."""
    ordered = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])", re.IGNORECASE)


def _make_link(said: str, term: Term, glossary: str) -> nodes.raw:
    html = (
        f'<a class="refrain-term" href="{glossary}#{term.address}" aria-describedby="refrain-{term.address}">'
        f"{escape(said)}</a>"
    )
    return nodes.raw("", html, format="html")


def add_meanings(
    app: Sphinx, page: str, template: str, context: dict, doctree: nodes.document | None
) -> None:
    """Put what the linked terms of a page mean behind its text, hidden."""
    terms = app.refrain_terms.get(page, ()) if doctree is not None else ()
    meanings = "".join(f'<span id="refrain-{term.address}">{escape(term.meaning)}</span>\n' for term in terms)
    if meanings:
        context["body"] += f'<div class="refrain-meanings" hidden>\n{meanings}</div>\n'


@cache
def read_forms() -> dict[str, tuple[str, ...]]:
    """Return the words that stand for each term of the glossary."""
    with FORMS.open(encoding="utf-8", newline="") as file:
        rows = [(row["term"], row["forms"]) for row in csv.DictReader(file)]
    return {term: tuple(form for form in forms.split("|") if form) for term, forms in rows}
