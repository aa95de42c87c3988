"""What is recognised and not read, by name, with what to do about it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from analysis.errors import InputError
from analysis.readers.xml_tree import local

# What cannot be read, by how it begins, with what to do.
_BEGINNINGS = {
    b"\xd0\xcf\x11\xe0": "a file of Word or Excel 97, or one with a password; save it as .docx or .xlsx without one",
    b"\x89PNG": "a picture; recognise its text (OCR) and save that",
    b"\xff\xd8\xff": "a picture; recognise its text (OCR) and save that",
    b"GIF8": "a picture; recognise its text (OCR) and save that",
    b"ID3": "a recording; transcribe it first",
    b"RIFF": "a recording; transcribe it first",
    b"OggS": "a recording; transcribe it first",
    b"fLaC": "a recording; transcribe it first",
    b"\x1aE\xdf\xa3": "a film; transcribe it first",
    b"\x1f\x8b": "a compressed file; unpack it first",
    b"7z\xbc\xaf": "an archive; unpack it first",
    b"Rar!": "an archive; unpack it first",
    b"ooBinaryFile": "a binary file of Praat; save it there as a text file",
    b"SQLite format 3": "a database; export its table as CSV",
}
# XML that cannot be read, by the name of its root, with what to do.
_XML = {
    "wordDocument": "Word 2003 XML; save it as .docx",
    "Workbook": "Excel 2003 XML; save it as .xlsx",
    "package": "a document of Office in one file, and none of Word; save it as .xlsx or text",
    "tt": "TTML subtitles; save them as WebVTT",
    "transcript": "YouTube's XML subtitles; save them as WebVTT",
    "timedtext": "YouTube's XML subtitles; save them as WebVTT",
    "basic-transcription": "EXMARaLDA; export it as TEI or ELAN",
    "Trans": "Transcriber; open it in ELAN, and save that",
    "FOLKER-TRANSCRIPTION": "FOLKER; export it as TEI or ELAN",
    "CHAT": "CHAT in XML; save it as .cha",
    "rss": "a feed; save the page itself",
    "feed": "a feed; save the page itself",
}


def refuse_content(content: bytes) -> None:
    """Raise InputError for a file that begins as one of a kind that is not read."""
    what = next((what for start, what in _BEGINNINGS.items() if content.startswith(start)), "")
    if content[4:8] == b"ftyp":
        what = "a recording or a film; transcribe it first"
    if what:
        raise InputError(f"this is {what}.")


def refuse_xml(root: Element) -> None:
    """Raise InputError for XML of a known kind that is not read."""
    if what := _XML.get(local(root)):
        raise InputError(f"this is {what}.")
