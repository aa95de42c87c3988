"""What a file says about itself beside its text: the title, the outlet, the day of publication, the language."""

from __future__ import annotations

import html
import io
import re
import zipfile
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

_HEAD = 200_000  # bytes of a page in which its head lies
_LARGEST = 100_000  # bytes of the properties of a document
_META = re.compile(r"<meta\s[^>]*>", re.I)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.I | re.S)
_LANGUAGE = re.compile(r"""<html\s[^>]*?\blang\s*=\s*["']?([A-Za-z]{2,3})\b""", re.I)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Metadata(NamedTuple):
    """What a file says about itself; '' where it does not."""

    title: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""


def read_metadata(path: Path) -> Metadata:
    """Read what an HTML page or a document of Word or OpenDocument says about itself; other files say nothing."""
    content = path.read_bytes()
    if content.startswith(b"PK\x03\x04"):
        return _read_document(content)
    head = content[:_HEAD].decode("utf-8", errors="ignore")
    return _read_page(head) if re.search(r"<html\b|<!doctype html", head[:2000], re.I) else Metadata()


def _read_page(head: str) -> Metadata:
    """Read the head of a page: Open Graph's properties first, then the title."""
    told = {}
    for tag in _META.findall(head):
        cells = {name.casefold(): one or other for name, one, other in _ATTRIBUTE.findall(tag)}
        name = cells.get("property") or cells.get("name") or ""
        told.setdefault(name.casefold(), _clean(cells.get("content", "")))
    title = _TITLE.search(head)
    language = _LANGUAGE.search(head)
    day = _DAY.match(told.get("article:published_time", ""))
    return Metadata(
        told.get("og:title") or (_clean(title[1]) if title else ""),
        told.get("og:site_name", ""),
        day.group() if day else "",
        language[1].casefold() if language else "",
    )


def _read_document(content: bytes) -> Metadata:
    """Read the title among a document's properties. Who wrote the file, and when, tells nothing of the interview."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = {"docProps/core.xml", "meta.xml"} & set(archive.namelist())
            small = [name for name in names if archive.getinfo(name).file_size < _LARGEST]
            roots = [ElementTree.fromstring(archive.read(name)) for name in small]
    except (zipfile.BadZipFile, ElementTree.ParseError, OSError):
        return Metadata()
    titles = [
        node.text or "" for root in roots for node in root.iter("{http://purl.org/dc/elements/1.1/}title")
    ]
    return Metadata(title=_clean(next(iter(titles), "")))


def _clean(text: str) -> str:
    return " ".join(html.unescape(text).split())
