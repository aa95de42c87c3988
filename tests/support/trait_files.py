"""Files made around a trait: as much of a format as makes its example a whole file."""

from __future__ import annotations

import re
from collections.abc import Callable

from office_files import make_odt, make_rtf, make_word
from written_pdf import Words, write_pdf
from written_xlsx import row, write_xlsx

from analysis.readers import Reading

ENDINGS = {
    "WebVTT": ".vtt",
    "SubRip": ".srt",
    "speech JSON": ".json",
    "CHAT": ".cha",
    "TextGrid": ".textgrid",
    "ELAN": ".eaf",
    "TEI": ".xml",
    "Akoma Ntoso": ".xml",
    "Hansard": ".xml",
    "CSV": ".csv",
    "JSON Lines": ".jsonl",
    "Word": ".docx",
    "OpenDocument": ".odt",
    "RTF": ".rtf",
    "HTML": ".html",
    "PDF": ".pdf",
    "XLSX": ".xlsx",
    "transcript with times": ".txt",
}
_ESCAPES = {r"\n": "\n", r"\r": "\r", r"\t": "\t", r"\x15": "\x15", r"\ufeff": "\ufeff", r"\\": "\\"}
CHAT_HEADER = "@UTF8\n@Begin\n@Languages:\teng\n@Participants:\tPAR Jane_Roe Participant, INV Investigator\n"
PEOPLE = (
    '<person xml:id="RoeJane"><persName><surname>Roe</surname><forename>Jane</forename></persName></person>'
)
TIMELINE = '<timeline><when xml:id="T0"/><when xml:id="T1" interval="1.5" since="#T0"/></timeline>'


def unescape(example: str) -> str:
    """Return an example as it stands in a file: the table writes line ends and their like as names."""
    return re.sub(r"\\(?:n|r|t|x15|ufeff|\\)", lambda found: _ESCAPES[found[0]], example)


def make_file(name: str, example: str) -> bytes:
    """Return the bytes of a file of a format that holds an example; UTF-16 where it begins with that mark."""
    wide = example.startswith("\ufeff") and name != "WebVTT"
    made = SHELLS[name](example.removeprefix("\ufeff") if wide else example)
    return made if isinstance(made, bytes) else made.encode("utf-16" if wide else "utf-8")


def _webvtt(example: str) -> str:
    if example.lstrip("\ufeff").startswith("WEBVTT"):
        return example
    timing = "" if re.search(r"\d-->|\d -->", example) else "00:00:01.000 --> 00:00:02.000\n"
    return f"WEBVTT\n\n{timing}{example}"


def _subrip(example: str) -> str:
    return example if re.search(r"\d ?-->", example) else f"1\n00:00:01,000 --> 00:00:02,000\n{example}"


def _chat(example: str) -> str:
    return example if example.startswith("@UTF8") else f"{CHAT_HEADER}{example}\n@End\n"


def _textgrid(example: str) -> str:
    if example.startswith("File type"):
        return example
    n_tiers = len(re.findall(r'"(?:Interval|Text)Tier"', example))
    return f'File type = "ooTextFile"\nObject class = "TextGrid"\n\n0\n9\n<exists>\n{n_tiers}\n{example}\n'


def _elan(example: str) -> str:
    slots = "".join(f'<TIME_SLOT TIME_SLOT_ID="t{i}" TIME_VALUE="{i}000"/>' for i in range(1, 9))
    types = '<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="coded" CONTROLLED_VOCABULARY_REF="directions"/>'
    times = f'<TIME_ORDER>{slots}<TIME_SLOT TIME_SLOT_ID="t0"/></TIME_ORDER>'
    return f'<?xml version="1.0"?><ANNOTATION_DOCUMENT>{times}{example}{types}</ANNOTATION_DOCUMENT>'


def _tei(example: str) -> str:
    if "<TEI>" in example:
        return example
    header = f"<teiHeader><listPerson>{PEOPLE}</listPerson></teiHeader>"
    body = f"<text>{TIMELINE}<body><div>{example}</div></body></text>"
    return f'<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0">{header}{body}</TEI>'


def _akoma_ntoso(example: str) -> str:
    if "akomaNtoso" in example:
        return example
    people = '<TLCPerson eId="roe" showAs="Jane Roe"/><TLCPerson eId="low" showAs="Tom Low"/>'
    references = f'<references>{people}<TLCRole eId="chair" showAs="The Chair"/></references>'
    body = f"<debateBody>{example}</debateBody>"
    namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
    return f'<akomaNtoso xmlns="{namespace}"><debate><meta>{references}</meta>{body}</debate></akomaNtoso>'


def _hansard(example: str) -> str:
    is_whole = example.startswith(("<publicwhip", "<Hansard", "<hansard"))
    return example if is_whole else f'<?xml version="1.0"?><publicwhip>{example}</publicwhip>'


def _whole(example: str) -> str:
    return example


def _word(example: str) -> bytes:
    """A Word file with this body, one footnote (2) and one comment (0)."""
    said = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    footnote = f'<w:footnote w:id="2">{said.format("A footnote.")}</w:footnote>'
    comment = f'<w:comment w:id="0">{said.format("A comment.")}</w:comment>'
    return make_word(example, footnotes=footnote, comments=comment)


def _html(example: str) -> str:
    return f"<!DOCTYPE html><html><body><article>{example}</article></body></html>"


def _pdf(example: str) -> bytes:
    """A PDF: a line is a place in points from the left and from below, and words; an empty line ends a page."""
    lines = [[line.split(" ", 2) for line in page.splitlines()] for page in example.split("\n\n")]
    pages = [[Words(words, float(left), float(base)) for left, base, words in page] for page in lines]
    return write_pdf(*pages)


def _xlsx(example: str) -> bytes:
    """A workbook of one sheet: a line is a row, upright strokes part its cells."""
    rows = [row(i, *line.split("|")) for i, line in enumerate(example.splitlines(), 1)]
    return write_xlsx(f"<sheetData>{''.join(rows)}</sheetData>")


SHELLS: dict[str, Callable[[str], str | bytes]] = {
    "WebVTT": _webvtt,
    "SubRip": _subrip,
    "speech JSON": _whole,
    "CHAT": _chat,
    "TextGrid": _textgrid,
    "ELAN": _elan,
    "TEI": _tei,
    "Akoma Ntoso": _akoma_ntoso,
    "Hansard": _hansard,
    "CSV": _whole,
    "JSON Lines": _whole,
    "Word": _word,
    "OpenDocument": make_odt,
    "RTF": make_rtf,
    "HTML": _html,
    "PDF": _pdf,
    "XLSX": _xlsx,
    "transcript with times": _whole,
}


def show_reading(reading: Reading) -> str:
    """Show what was read on one line: ¶ between paragraphs, @ before a marked voice, braces around a note."""
    turns = {turn.label for turn in reading.turns}
    notes = {note.start for note in reading.notes}
    shown, start = [], 0
    for paragraph in reading.text.rstrip("\n").split("\n\n"):
        said = f"{{{paragraph}}}" if start in notes else paragraph
        shown.append(f"@{said}" if start in turns else said)
        start += len(paragraph) + 2
    return " ¶ ".join(shown)
