"""The received texts: the manifest, the events, and the texts, checked before anything reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from analysis import formats, readers
from analysis.errors import InputError
from analysis.roles import PRECEDENCE
from analysis.storage.built import digest_bytes
from analysis.storage.event_labels import label_events
from analysis.storage.files import decode_text, read_bytes
from analysis.storage.rows import find_line
from analysis.storage.tables import check_references, read_optional, read_table

if TYPE_CHECKING:  # tables are read without what reads texts
    from analysis.readers import Reading

LARGEST = 5_000_000  # bytes of plain text; the longest interviews have some 200,000
LARGEST_FILE = 100_000_000  # bytes of any other format, pictures included


def read_file(path: Path, columns: Mapping[str, str] | None = None) -> Reading:
    """Read one file of any format that `readers` knows. Offsets count the text of what this returns.

    columns: which column of a table holds the text, the speaker, the time, where that is decided.
    Plain text is UTF-8, at most 5 MB, without control characters; a byte order mark is no part of it.
    Raises InputError naming the file, the line where known, and what to do.
    """
    return _read_content(read_bytes(path, largest=LARGEST_FILE), path, columns or {})


def _read_content(content: bytes, path: Path, columns: Mapping[str, str]) -> Reading:
    try:
        reading = readers.read_content(content, ending=path.suffix.casefold(), columns=columns)
    except InputError as error:
        raise InputError(f"{path}{', ' if str(error).startswith('line ') else ': '}{error}") from None
    if reading is None:
        return formats.PLAIN._replace(text=_check_text(content, path))
    if not reading.text.strip():
        raise InputError(f"{path}: this {reading.format} file holds no words; check that it is whole.")
    return reading


def _check_text(content: bytes, path: Path) -> str:
    if len(content) > LARGEST:
        raise InputError(f"{path}: larger than {LARGEST:,} bytes; check whether this is the right file.")
    text = decode_text(content, path)
    if not text.strip():
        raise InputError(f"{path}, line 1: the file is empty; put the text there.")
    return text


def load_manifest(data: Path) -> pd.DataFrame:
    """Read manifest.csv and events.csv of a data folder.

    Returns one row a source, by date (those without one last), event, reference source first, and name: the
    manifest's columns, the event's date and interviewer, label (see `label_events`), and is_reference (whether its
    own words stand for the event: of several sources the transcript before the excerpt before the report, then by
    name).
    """
    manifest, events = read_table(data, "manifest"), read_table(data, "events")
    if manifest.empty:
        raise InputError(f"{data / 'sources' / 'manifest.csv'}: there is no source; add a row for each text.")
    check_references({"manifest": manifest, "events": events}, data)
    provenance = read_optional(data, "provenance")
    check_references({"manifest": manifest, "provenance": provenance}, data)
    label = label_events(events, manifest, _find_labels(manifest, provenance))
    sources = manifest.merge(events.assign(label=label), on="event", validate="many_to_one")
    ranked = sources.assign(rank=sources["kind"].map(PRECEDENCE)).sort_values(["event", "rank", "source"])
    sources["is_reference"] = sources["source"].isin(ranked.drop_duplicates("event")["source"])
    placed = sources.assign(is_undated=sources["date"] == "")
    by = ["is_undated", "date", "event", "is_reference", "source"]
    ordered = placed.sort_values(by, ascending=[True, True, True, False, True], ignore_index=True)
    return ordered.drop(columns="is_undated")


def _find_labels(manifest: pd.DataFrame, provenance: pd.DataFrame) -> pd.Series:
    """Return what events are called instead of their interviewer, by event; of several texts the first by name."""
    decided = provenance[provenance["label"] != ""].sort_values("source")
    named = decided[["source", "label"]].merge(manifest[["source", "event"]])
    return named.drop_duplicates("event").set_index("event")["label"]


def read_texts(sources: pd.DataFrame, data: Path, folder: Path) -> pd.DataFrame:
    """Read the text of every source from a folder: the file that bears its name, with the ending of any format.

    sources: one row a source (source, kind, sha256), as from `load_manifest` of the folder `data`.
    Returns one row a source: source, kind, text, marks (the `Reading`), sha256 (of the bytes). A link is refused,
    for it may lead out of the folder, and so is a file whose SHA-256 is not the manifest's.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: there is no such folder; name the one with the texts as --texts.")
    files = _list_files(folder)
    read = [_read_source(row, data, _find_file(row.source, folder, files)) for row in sources.itertuples()]
    digests = [digest for _, digest in read]
    texts = pd.Series([reading.text for reading, _ in read], sources.index, dtype="str")
    marks = pd.Series([reading for reading, _ in read], sources.index, dtype=object)
    return sources[["source", "kind"]].assign(text=texts, marks=marks, sha256=digests)


def list_text_faults(sources: pd.DataFrame, data: Path, folder: Path) -> Iterator[str]:
    """Yield a sentence for each text that `read_texts` would refuse."""
    files = _list_files(folder)
    for row in sources.itertuples():
        try:
            _read_source(row, data, _find_file(row.source, folder, files))
        except InputError as error:
            yield str(error)


def _list_files(folder: Path) -> dict[str, list[Path]]:
    """Return the files of a folder by their names without ending."""
    files: dict[str, list[Path]] = {}
    for path in sorted(folder.iterdir()):
        if not path.name.startswith((".", "~")) and not path.is_dir():
            files.setdefault(path.stem, []).append(path)
    return files


def _find_file(source: str, folder: Path, files: dict[str, list[Path]]) -> Path:
    found = files.get(source, [folder / f"{source}.txt"])
    if len(found) > 1:
        names = ", ".join(path.name for path in found)
        raise InputError(f"{folder}: {names} all bear the name of the source '{source}'; keep one of them.")
    return found[0]


def _read_source(row, data: Path, path: Path) -> tuple[Reading, str]:
    """Return what a file says, and its digest."""
    if path.is_symlink():
        raise InputError(f"{path}: this is a link; put the text itself there.")
    content = read_bytes(path, largest=LARGEST_FILE)
    reading = _read_content(content, path, {})
    digest = digest_bytes(content)
    if row.sha256 not in ("", digest):
        raise InputError(
            f"{path}: its SHA-256 is not the one in {_find_row(row.source, data)}; restore the "
            f"text, or write {digest} into the manifest if the change is meant."
        )
    return reading, digest


def _find_row(source: str, data: Path) -> str:
    """Say where the manifest names a source."""
    file, names = data / "sources" / "manifest.csv", read_table(data, "manifest")["source"]
    return f"{file}, line {find_line(file, names.tolist().index(source))}"
