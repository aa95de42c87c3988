"""Which formats there are, a line each: recognised by what is in the file first, and by its ending second."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.errors import InputError
from analysis.readers.akoma_ntoso import is_akoma_ntoso, read_akoma_ntoso
from analysis.readers.annotations import is_elan, is_textgrid, read_elan, read_textgrid
from analysis.readers.archive import Archive
from analysis.readers.chat import is_chat, read_chat
from analysis.readers.hansard import is_hansard, read_hansard
from analysis.readers.html_page import is_html, read_html
from analysis.readers.json_lines import is_json_lines, read_json_lines
from analysis.readers.open_document import (
    is_flat_document,
    is_open_document,
    read_flat_document,
    read_open_document,
)
from analysis.readers.pdf_file import is_pdf, read_pdf
from analysis.readers.reading import MOST_CHARACTERS, Reading
from analysis.readers.refused import refuse_content, refuse_xml
from analysis.readers.rich_text import is_rich_text, read_rich_text
from analysis.readers.speech_json import is_speech_json, read_speech_json
from analysis.readers.spreadsheets import is_csv, read_csv
from analysis.readers.subtitles import is_subrip, is_webvtt, read_subrip, read_webvtt
from analysis.readers.tei import is_tei, read_tei
from analysis.readers.timed_names import NAME, is_timed, read_timed
from analysis.readers.word import read_word
from analysis.readers.word_flat import is_flat_word, read_flat_word
from analysis.readers.word_parts import is_word
from analysis.readers.workbooks import is_xlsx, read_xlsx
from analysis.readers.xml_tree import local, parse_xml

Columns = Mapping[str, str]


class Format(NamedTuple):
    """A format: its name, the endings of its files, and how it is recognised and read, from one kind of content."""

    name: str
    endings: tuple[str, ...]
    recognise: Callable[..., bool]
    read: Callable[..., Reading]


# Read from bytes, from the members of a ZIP archive, from the root of an XML document, and from text.
BINARY = (
    Format("PDF", (".pdf",), is_pdf, read_pdf),
    Format("RTF", (".rtf",), is_rich_text, read_rich_text),
    Format("HTML", (".html", ".htm", ".xhtml"), is_html, read_html),
)
ZIPPED = (
    Format("Word", (".docx", ".docm", ".dotx", ".dotm"), is_word, read_word),
    Format("OpenDocument", (".odt", ".ott", ".odm"), is_open_document, read_open_document),
)
WORKBOOKS = (Format("XLSX", (".xlsx", ".xlsm"), is_xlsx, read_xlsx),)
MARKED_UP = (
    Format("TEI", (".xml", ".tei"), is_tei, read_tei),
    Format("Akoma Ntoso", (".akn",), is_akoma_ntoso, read_akoma_ntoso),
    Format("Hansard", (), is_hansard, read_hansard),
    Format("ELAN", (".eaf",), is_elan, read_elan),
    Format("OpenDocument", (".fodt",), is_flat_document, read_flat_document),
    Format("Word", (), is_flat_word, read_flat_word),
)
WRITTEN = (
    Format("WebVTT", (".vtt",), is_webvtt, read_webvtt),
    Format(NAME, (), is_timed, read_timed),  # before SubRip: some of its spans of time look like cues
    Format("SubRip", (".srt",), is_subrip, read_subrip),
    Format("TextGrid", (".textgrid",), is_textgrid, read_textgrid),
    Format("CHAT", (".cha",), is_chat, read_chat),
    Format("speech JSON", (".json",), is_speech_json, read_speech_json),
)
WITH_COLUMNS = (
    Format("JSON Lines", (".jsonl", ".ndjson"), is_json_lines, read_json_lines),
    Format("CSV", (".csv", ".tsv"), is_csv, read_csv),
)
FORMATS = (*BINARY, *ZIPPED, *WORKBOOKS, *MARKED_UP, *WRITTEN, *WITH_COLUMNS)

MOST_LINES = 3_000_000
_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*|<\?[^>]*\?>\s*)*<[A-Za-z]",
    re.DOTALL,
)


def read_content(content: bytes, *, ending: str, columns: Columns = {}) -> Reading | None:  # noqa: B006 - not changed
    """Read a file of any format but plain text.

    content: its bytes. ending: that of its name, small, with the stop. columns: which column of a table holds the
    text, the speaker, the time, where that is decided.
    Returns None for what is none of the formats: plain text, for all that is known here. Raises InputError, which
    names no file, for a format that is not read, and for a damaged file.
    """
    reading = _read(content, ending, columns)
    if reading is None and (expected := _expected(ending)):
        raise InputError(
            f"its name ends in {ending}, but it holds no {expected}; rename it, or save it anew."
        )
    if reading is not None and len(reading.text) > MOST_CHARACTERS:
        raise InputError(f"its text has more than {MOST_CHARACTERS:,} characters; split it.")
    return reading


def _read(content: bytes, ending: str, columns: Columns) -> Reading | None:
    refuse_content(content)
    if found := _recognise(BINARY, content):
        return found.read(content)
    if content.startswith(b"PK\x03\x04"):
        return _read_archive(Archive(content), columns)
    return _read_written(content, ending, columns)


def _read_archive(archive: Archive, columns: Columns) -> Reading:
    if found := _recognise(WORKBOOKS, archive):
        return found.read(archive, columns)
    if found := _recognise(ZIPPED, archive):
        return found.read(archive)
    raise InputError(
        "this is an archive, or a document of a kind that is not read; save it as .docx, .odt or text."
    )


def _read_written(content: bytes, ending: str, columns: Columns) -> Reading | None:
    text = _decode(content)
    if text is None:
        if content.startswith(b"<?xml"):  # it names its encoding
            return _read_markup(content, ending)
        _refuse_encoding(content, ending)
        return None
    if text.count("\n") + text.count("\r") > MOST_LINES:
        raise InputError(f"it has more than {MOST_LINES:,} lines; split it.")
    if _ROOT.match(text[:5000]) and (reading := _read_markup(content, ending)):
        return reading
    if found := _recognise(WRITTEN, text):
        return found.read(text)
    found = _recognise(WITH_COLUMNS, text) or next((f for f in WITH_COLUMNS if ending in f.endings), None)
    return found.read(text, columns) if found else None


def _refuse_encoding(content: bytes, ending: str) -> None:
    """Raise InputError for a file that its name says is one of text, in another encoding than UTF-8."""
    formats = (*MARKED_UP, *WRITTEN, *WITH_COLUMNS)
    if not any(ending in found.endings for found in formats) or b"\0" in content[:1000]:
        return
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"line {line}: it is not UTF-8; save it as UTF-8 (in Excel as 'CSV UTF-8')."
        ) from None


def _read_markup(content: bytes, ending: str) -> Reading | None:
    """Read an XML document; None where it is none, unless its ending says that it should be."""
    declared = content.lstrip()[:5] == b"<?xml" or any(ending in found.endings for found in MARKED_UP)
    try:
        root: Element = parse_xml(content)
    except InputError:
        if declared:
            raise
        return None
    if found := _recognise(MARKED_UP, root):
        return found.read(root)
    refuse_xml(root)
    if declared:
        raise InputError(
            f"this is XML of a kind that is not read ('{local(root)}'); save it as TEI, HTML or text."
        )
    return None


def _recognise(formats: tuple[Format, ...], content: object) -> Format | None:
    return next((found for found in formats if found.recognise(content)), None)


def _decode(content: bytes) -> str | None:
    """Return the text of a file in UTF-8, or in UTF-16 with its mark; None where it is neither."""
    encoding = _WIDE.get(content[:2], "utf-8-sig")
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None


def _expected(ending: str) -> str:
    """Return the name of the format that an ending promises; '' for text and for endings nobody knows."""
    return next((found.name for found in FORMATS if ending in found.endings), "")
