"""The parts of a Word file: which member holds the body, the notes, the comments, the headers and the styles."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from analysis.errors import InputError
from analysis.readers.archive import Archive
from analysis.readers.xml_tree import parse_xml

_TYPES = "[content_types].xml"
_MAIN = re.compile(rb"(?:wordprocessingml\.|ms-word\.)[\w.]+\.main\+xml")


class Parts:
    """The parts of a Word file by their names, whose case and slashes do not count. No link out of it is followed."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._members = {_fold(name): name for name in archive.names}
        self.main = next(iter(self._list_related("_rels/.rels", "officeDocument")), "word/document.xml")

    def read(self, name: str) -> Element | None:
        """Return the root of a part; None where there is none. Raises InputError for a damaged one."""
        member = self._members.get(_fold(name))
        if member is None:
            return None
        content = self._archive.read(member)
        try:
            return parse_xml(content)
        except InputError as error:
            raise InputError(f"its member '{member}' cannot be read: {error}") from None

    def list_related(self, kind: str) -> list[Element]:
        """Return the roots of the parts that the body names as of a kind, such as 'footnotes'."""
        folder, name = posixpath.split(self.main)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        names = dict.fromkeys(self._list_related(relations, kind))
        roots = (self.read(name) for name in names)
        return [root for root in roots if root is not None]

    def _list_related(self, relations: str, kind: str) -> Iterable[str]:
        """Yield the names of parts of a kind that a file of relations lists, as seen from the top."""
        root = self.read(relations)
        base = posixpath.dirname(posixpath.dirname(relations))
        for relation in root if root is not None else ():
            is_kind = (relation.get("Type") or "").rpartition("/")[2] == kind
            if is_kind and relation.get("TargetMode") != "External":
                yield _fold(posixpath.normpath(posixpath.join("/", base, relation.get("Target") or "")))


def _fold(name: str) -> str:
    return name.replace("\\", "/").strip("/").casefold()


def is_word(archive: Archive) -> bool:
    """Say whether an archive is a document or template of Word, with macros or without."""
    types = next((name for name in archive.names if _fold(name) == _TYPES), None)
    return types is not None and _MAIN.search(archive.read(types)) is not None
