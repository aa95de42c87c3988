"""References read as words: what BibTeX writes for TeX is not printed."""

from __future__ import annotations

import re

import pytest
from chapters import BOOK
from pybtex.database import parse_file, parse_string
from pybtex.plugin import find_plugin

RAW = re.compile(r"[\\{}$`~]|--|''")


def print_references(bibliography) -> dict[str, str]:
    """Each reference by its key, as the report prints it, without marks of emphasis."""
    style, backend = (
        find_plugin("pybtex.style.formatting", "plain")(),
        find_plugin("pybtex.backends", "text")(),
    )
    entries = style.format_bibliography(bibliography)
    return {entry.key: entry.text.render(backend) for entry in entries}


def test_no_reference_holds_raw_tex():
    printed = print_references(parse_file(BOOK / "references.bib"))
    assert len(printed) > 40
    assert {key: text for key, text in printed.items() if RAW.search(text)} == {}


@pytest.mark.parametrize("title", ["A $t$-Test", "The `Student's'' Case", "Types--{\\textbf Tokens}"])
def test_raw_tex_is_seen(title):
    entry = f"@book{{a1, author={{Roe, Jane}}, title={{{title}}}, publisher={{Sea}}, year=1999}}"
    [text] = print_references(parse_string(entry, "bibtex")).values()
    assert RAW.search(text)
