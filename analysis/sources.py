"""The received texts: the manifest, the events, and the texts themselves, checked before anything reads them."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.formats import FORMATS, Speaker
from analysis.formats.canvas import Voice
from analysis.tables import read_table

LARGEST = 5_000_000  # bytes; the longest interviews have some 200,000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# Of several sources of one event, the one whose own words stand for it.
PRECEDENCE = list(FORMATS)


def read_text(path: Path) -> str:
    """Read one text: UTF-8, at most 5 MB, without control characters. Offsets count what this returns.

    Raises InputError that names the file, the line and what to do.
    """
    if not path.is_file():
        raise InputError(
            f"{path}: there is no such file; put the text there or remove its row from the manifest."
        )
    if path.stat().st_size > LARGEST:
        raise InputError(
            f"{path}: larger than {LARGEST:,} bytes; an interview is shorter, so check what this file is."
        )
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{path}, line {line}: byte {error.start} is not UTF-8; save the file as UTF-8."
        ) from None
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise InputError(f"{path}, line {line}: control character U+{ord(control.group()):04X}; delete it.")
    if not text.strip():
        raise InputError(
            f"{path}: the file is empty; put the text there or remove its row from the manifest."
        )
    return text.removeprefix("\ufeff")


def load_manifest(data: Path) -> pd.DataFrame:
    """Read manifest.csv and events.csv of a data folder.

    Returns one row a source, sorted by date and name: the manifest's columns, the event's date and interviewer, label
    (interviewer and day), is_reference (whether its own words stand for the event: of several sources the
    transcript before the excerpt before the report, then by name).
    """
    manifest = read_table(data, "manifest")
    events = read_table(data, "events")
    file = data / "sources" / "manifest.csv"
    for row in manifest.itertuples():
        if row.event not in set(events["event"]):
            raise InputError(
                f"{file}, line {row.Index + 2}: event '{row.event}' is not in events.csv; add a row there."
            )
    sources = manifest.merge(events, on="event", validate="many_to_one")
    sources["label"] = [_label(row) for row in sources.itertuples()]
    rank = sources["kind"].map({kind: place for place, kind in enumerate(PRECEDENCE)})
    first = (
        sources.assign(rank=rank).sort_values(["event", "rank", "source"]).drop_duplicates("event")["source"]
    )
    sources["is_reference"] = sources["source"].isin(first)
    return sources.sort_values(
        ["date", "event", "is_reference", "source"], ascending=[True, True, False, True], ignore_index=True
    )


def _label(row) -> str:
    try:
        day = date.fromisoformat(row.date)
    except ValueError:
        return row.interviewer or row.event
    return f"{row.interviewer or row.event}, {day.day} {day:%b}"


def read_sources(data: Path, texts: Path) -> pd.DataFrame:
    """Read every text that the manifest names, from `texts`, as SOURCE.txt.

    Returns one row a source: source, kind, text. A text whose SHA-256 is not the manifest's is refused.
    """
    manifest = read_table(data, "manifest")
    file = data / "sources" / "manifest.csv"
    rows = []
    for row in manifest.itertuples():
        path = _inside(texts, f"{row.source}.txt", f"{file}, line {row.Index + 2}")
        text = read_text(path)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if row.sha256 and row.sha256 != digest:
            raise InputError(
                f"{path}: its SHA-256 is {digest}, not the one in {file}, line {row.Index + 2}; "
                "restore the text, or write this one into the manifest if the change is meant."
            )
        rows.append((row.source, row.kind, text))
    return pd.DataFrame(rows, columns=["source", "kind", "text"])


def _inside(folder: Path, name: str, place: str) -> Path:
    path = (folder / name).resolve()
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder; pass the folder with the texts as --texts.")
    if path.parent != folder.resolve():
        raise InputError(
            f"{place}: '{name}' would lie outside the folder {folder}; use a plain name and no link."
        )
    return path


def load_speaker(data: Path) -> tuple[Speaker, dict[str, Voice]]:
    """Read decisions/speakers.csv: the studied speaker with his printed labels, and what other labels announce."""
    table = read_table(data, "speakers")
    answers = table[table["role"] == "answer"]
    if answers["speaker"].nunique() != 1:
        raise InputError(
            f"{data / 'decisions' / 'speakers.csv'}: rows with role 'answer' name {answers['speaker'].nunique()} speakers; "
            "a report studies one, so give the others the role 'question' or 'narration'."
        )
    voices = {row.label: Voice(row.role, row.speaker) for row in table.itertuples() if row.label}
    return Speaker(answers["speaker"].iloc[0], tuple(label for label in answers["label"] if label)), voices
