"""Files made around a trait: as much of a format as makes its example a whole file."""

from __future__ import annotations

import re
from collections.abc import Callable

from analysis.readers import Reading

ENDINGS = {
    "WebVTT": ".vtt",
    "SubRip": ".srt",
    "speech JSON": ".json",
    "CHAT": ".cha",
    "TextGrid": ".textgrid",
    "ELAN": ".eaf",
    "TEI": ".xml",
    "CSV": ".csv",
    "JSON Lines": ".jsonl",
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
    text = SHELLS[name](example.removeprefix("\ufeff") if wide else example)
    return text.encode("utf-16" if wide else "utf-8")


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


def _whole(example: str) -> str:
    return example


SHELLS: dict[str, Callable[[str], str]] = {
    "WebVTT": _webvtt,
    "SubRip": _subrip,
    "speech JSON": _whole,
    "CHAT": _chat,
    "TextGrid": _textgrid,
    "ELAN": _elan,
    "TEI": _tei,
    "CSV": _whole,
    "JSON Lines": _whole,
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
