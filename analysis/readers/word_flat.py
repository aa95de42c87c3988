"""Word in one XML file (Flat OPC, ECMA-376 part 2): the members of the archive as elements of one document."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from analysis.errors import InputError
from analysis.readers.reading import Reading
from analysis.readers.word import read_word
from analysis.readers.xml_tree import attribute, local

_TYPE = ".main+xml"


def is_flat_word(root: Element) -> bool:
    """Say whether an XML document is a Word document in one file."""
    return local(root) == "package" and any(attribute(p, "contentType").endswith(_TYPE) for p in root)


def read_flat_word(root: Element) -> Reading:
    """Read a Word document in one file as one in an archive."""
    return read_word(_Package(root))


class _Package:
    """The parts of a document by name, as an archive has them; pictures and the like are passed over."""

    def __init__(self, root: Element) -> None:
        held = ((part, next((e for e in part if local(e) == "xmlData"), None)) for part in root)
        self._parts = {
            attribute(part, "name").lstrip("/"): data[0]
            for part, data in held
            if data is not None and len(data)
        }
        self.names = set(self._parts)

    def read(self, name: str) -> bytes:
        """Return a part as XML; InputError if it is not there."""
        if name not in self._parts:
            raise InputError(f"it has no part '{name}'; save the document anew.")
        return tostring(self._parts[name])
