"""What decides whose words a text holds: the studied speaker, what labels announce, places decided by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from analysis import formats
from analysis.errors import InputError
from analysis.storage.rows import find_line
from analysis.storage.tables import read_optional, read_table

if TYPE_CHECKING:  # tables are read without what splits texts
    from analysis.formats import Place, Speaker, Voice


def load_speaker(data: Path) -> tuple[Speaker, dict[str, Voice]]:
    """Read decisions/speakers.csv: the studied speaker and how it is printed, and what other labels announce.

    Raises InputError unless exactly one speaker has the role `answer`, and each label announces one voice.
    """
    table = read_table(data, "speakers")
    labelled = table[table["label"] != ""]
    for sentence in _list_speaker_faults(table, labelled, data / "decisions" / "speakers.csv"):
        raise InputError(sentence)
    voices = {row.label: formats.Voice(row.role, row.speaker) for row in labelled.itertuples()}
    own = labelled.loc[labelled["role"] == "answer", "label"]
    return formats.Speaker(table.loc[table["role"] == "answer", "speaker"].iloc[0], tuple(own)), voices


def list_speaker_faults(data: Path) -> Iterator[str]:
    """Yield a sentence for each fault for which `load_speaker` would refuse decisions/speakers.csv."""
    table = read_table(data, "speakers")
    yield from _list_speaker_faults(table, table[table["label"] != ""], data / "decisions" / "speakers.csv")


def _list_speaker_faults(table: pd.DataFrame, labelled: pd.DataFrame, file: Path) -> Iterator[str]:
    studied = table.loc[table["role"] == "answer", "speaker"]
    if studied.empty:
        yield f"{file}: no row has the role 'answer'; add one for the speaker who is studied."
    for row in studied.index[studied != studied.iloc[0]] if len(studied) else ():
        line = find_line(file, row)
        yield f"{file}, line {line}: a second speaker has the role 'answer'; a report studies one."
    for row in labelled.index[labelled["label"].duplicated()]:
        line, label = find_line(file, row), labelled.at[row, "label"]
        yield f"{file}, line {line}: '{label}' announces somebody else above; remove one."


def load_places(data: Path, texts: pd.DataFrame) -> dict[str, list[Place]]:
    """Read decisions/places.csv: the stretches of texts whose voice was decided by hand, by source.

    texts: one row a source (source, text). Raises InputError for a row that lies outside its text, or whose
    first words do not stand there any more.
    """
    places: dict[str, list[Place]] = {}
    for row, fault in _find_place_faults(data, texts):
        if fault:
            raise InputError(fault)
        place = formats.Place(row.start, row.end, formats.Voice(row.role, row.speaker))
        places.setdefault(row.source, []).append(place)
    return places


def list_place_faults(data: Path, texts: pd.DataFrame) -> Iterator[str]:
    """Yield a sentence for each row for which `load_places` would refuse decisions/places.csv."""
    yield from (fault for _, fault in _find_place_faults(data, texts) if fault)


def _find_place_faults(data: Path, texts: pd.DataFrame) -> Iterator[tuple]:
    """Yield each row of places.csv with what is wrong with it, or ''."""
    table, text_of = read_optional(data, "places"), dict(zip(texts["source"], texts["text"], strict=True))
    file = data / "decisions" / "places.csv"
    for row in table.itertuples():
        fault = _find_place_fault(row, text_of)
        yield row, f"{file}, line {find_line(file, row.Index)}: {fault}" if fault else ""


def _find_place_fault(row, text_of: dict[str, str]) -> str:
    if row.source not in text_of:
        return f"there is no source '{row.source}'; mend its name."
    printed = text_of[row.source][row.start : row.end]
    if row.start < row.end and " ".join(printed.split()).startswith(" ".join(row.text.split())):
        return ""
    found = " ".join(printed.split()[:6])
    return f"at {row.start} the text says '{found}', not '{row.text}'; mend start and end, or delete the row."
