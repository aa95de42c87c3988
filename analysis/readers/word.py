"""Word files (ECMA-376, both namespaces): the text as it would be with every change accepted.

python-docx drops inserted words, smart tags and content controls, docx2python gives moved text twice, mammoth glues
words over soft returns: so the XML is read here.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from analysis.errors import InputError
from analysis.readers.archive import Archive
from analysis.readers.reading import Reading
from analysis.readers.turn_tables import write_document
from analysis.readers.word_body import NOTES, WordBody
from analysis.readers.word_parts import Parts
from analysis.readers.word_properties import list_hidden_styles
from analysis.readers.xml_tree import attribute, local


def read_word(archive: Archive) -> Reading:
    """Read a Word file: paragraphs, tables, text boxes once; footnotes, endnotes and comments as notes at the end."""
    parts = Parts(archive)
    root = parts.read(parts.main)
    if root is None:
        raise InputError(f"the archive has no member '{parts.main}'; save the document anew.")
    body = WordBody(list_hidden_styles(parts.list_related("styles")))
    body.stories.update(_list_notes(parts))
    try:
        body.read(root)
        body.read_notes()
    except RecursionError:
        raise InputError("its elements stand too deep inside each other; save the document anew.") from None
    body.draft.left_out["headers and footers"] = _count_margins(parts)
    return write_document(body.draft, "Word")


def _list_notes(parts: Parts) -> Iterator[tuple[tuple[str, str], Element]]:
    """Yield each footnote, endnote and comment under its kind and identifier."""
    for kind in NOTES.values():
        for root in parts.list_related(f"{kind}s"):
            for note in root:
                yield (kind, attribute(note, "id")), note


def _count_margins(parts: Parts) -> int:
    """Return how many headers and footers have words."""
    roots = [*parts.list_related("header"), *parts.list_related("footer")]
    return sum(any(local(e) == "t" and (e.text or "").strip() for e in root.iter()) for root in roots)
