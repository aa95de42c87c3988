"""List what the site says of itself, as a template of catalogues: `python -m analysis.pages.site_messages FILE`."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from analysis.figures import list_headings
from analysis.language import MONTHS
from analysis.pages.headlines import BADGES
from analysis.pages.translations import ALONE_HEADINGS, RENDERING_HEADINGS, TURN_HEADINGS

CALLS = {"translate": None, "translate_number": (2, 3)}  # and which of their arguments are messages
NOUNS = (
    "interview",
    "paragraph",
    "phrase",
    "topic",
    "word",
    "text",
)  # that `phrasing.count` counts on the Summary
_HEADINGS = re.compile(r"^headings = (\{.*?\})$", re.M | re.S)
_CAPTION = re.compile(r"^ *- caption: *(.+)$", re.M)
Message = str | tuple[str, str]


def list_messages(package: Path, book: Path) -> list[Message]:
    """List all messages: of calls in the package, heads of tables, captions of the contents, badges, months, nouns.

    package, book: the folders with the code and with the chapters. A message that depends on a number is a pair.
    """
    from babel.messages.extract import extract_from_dir

    called = [message for _, _, message, *_ in extract_from_dir(package, keywords=CALLS)]
    words = [*BADGES, *BADGES.values(), *MONTHS, *_list_heads(book), *_list_captions(book)]
    nouns = [(noun, f"{noun}s") for noun in NOUNS]
    return list(dict.fromkeys([*called, *words, *nouns]))


def _list_heads(book: Path) -> Iterator[str]:
    """Yield the heads of tables: those of chapters, of pages and of columns."""
    for page in sorted(book.glob("*.md")):
        for found in _HEADINGS.finditer(page.read_text(encoding="utf-8")):
            values = ast.parse(found[1], mode="eval").body.values
            yield from (value.value for value in values if isinstance(value, ast.Constant))
    for heads in (TURN_HEADINGS, ALONE_HEADINGS, RENDERING_HEADINGS):
        yield from heads.values()
    yield from list_headings()


def _list_captions(book: Path) -> list[str]:
    return _CAPTION.findall((book / "_toc.yml").read_text(encoding="utf-8"))


def write_template(file: Path, messages: list[Message]) -> None:
    """Write messages as a template from which a translator makes a catalogue, with `pybabel update` or by hand."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    template = Catalog(project="Refrain")
    for message in messages:
        template.add(message)
    with file.open("wb") as lines:
        write_po(lines, template, omit_header=True, width=0)


if __name__ == "__main__":
    root = Path(__file__).parents[2]
    write_template(Path(sys.argv[1]), list_messages(root / "analysis", root / "book"))
