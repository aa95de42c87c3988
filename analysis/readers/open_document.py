"""OpenDocument text (ODF 1.3; .odt, .ott, .fodt): the text as it stands, with every change accepted.

odfpy reads comments and deleted words as text, so the XML is read here.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from analysis.errors import InputError
from analysis.readers.archive import Archive
from analysis.readers.open_document_body import OpenBody
from analysis.readers.open_document_styles import (
    list_hidden_styles,
    list_raised_styles,
    list_styles_by_type,
)
from analysis.readers.reading import Reading
from analysis.readers.turn_tables import write_document
from analysis.readers.xml_tree import attribute, local, parse_xml

_TYPE = b"application/vnd.oasis.opendocument.text"
_MARGINS = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")


def is_open_document(archive: Archive) -> bool:
    """Say whether an archive is a text of OpenDocument: its type says so, or its list of members."""
    named = [name for name in ("mimetype", "META-INF/manifest.xml") if name in archive.names]
    return any(_TYPE in archive.read(name) for name in named)


def is_flat_document(root: Element) -> bool:
    """Say whether an XML document is a text of OpenDocument in one file."""
    return local(root) == "document" and attribute(root, "mimetype").startswith(_TYPE.decode())


def read_open_document(archive: Archive) -> Reading:
    """Read a text of OpenDocument: footnotes, endnotes and comments are notes at the end."""
    if "META-INF/manifest.xml" in archive.names and b"encryption-data" in archive.read(
        "META-INF/manifest.xml"
    ):
        raise InputError("it is protected by a password; save it without one.")
    content = _parse(archive, "content.xml")
    styles = [_parse(archive, "styles.xml")] if "styles.xml" in archive.names else []
    return _read([content, *styles])


def read_flat_document(root: Element) -> Reading:
    """Read a text of OpenDocument in one file."""
    return _read([root])


def _parse(archive: Archive, name: str) -> Element:
    content = archive.read(name)
    try:
        return parse_xml(content)
    except InputError as error:
        raise InputError(f"its member '{name}' cannot be read: {error}") from None


def _read(roots: list[Element]) -> Reading:
    """Read the text of the first root; styles and headers stand in any."""
    text = next((e for e in roots[0].iter() if local(e) == "body"), None)
    if text is None:
        raise InputError("this OpenDocument file has no body; save the document anew.")
    body = OpenBody(list_hidden_styles(roots), list_raised_styles(roots), list_styles_by_type(roots))
    try:
        body.read(text)
    except RecursionError:
        raise InputError("its elements stand too deep inside each other; save the document anew.") from None
    body.draft.left_out["headers and footers"] = sum(map(_count_margins, roots))
    return write_document(body.draft, "OpenDocument")


def _count_margins(root: Element) -> int:
    """Return how many headers and footers have words."""
    pages = (e for e in root.iter() if local(e) == "master-page")
    return sum(local(e) in _MARGINS and bool("".join(e.itertext()).strip()) for page in pages for e in page)
