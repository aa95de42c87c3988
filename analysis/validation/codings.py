"""The hand coding that a data folder keeps: read, and checked against its topics and paragraphs."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.storage import check_references, find_line, load_schema, read_table
from analysis.validation.agreement import PARAGRAPH
from analysis.validation.paragraphs import split_codings

KEY = [*PARAGRAPH, "coder"]
CODING = [*KEY, "topics"]


def load_codings(data: Path, topics: pd.DataFrame, segments: pd.DataFrame) -> pd.DataFrame:
    """Read decisions/coding/topics.csv: one row per (source, paragraph, coder) with topics.

    No file is no coding: a table without rows. Raises InputError at the first row that names a topic or a
    paragraph which does not exist.
    """
    path = data / load_schema()["codings"]["path"]
    if not path.is_file():
        return pd.DataFrame(columns=CODING, dtype="str").astype({"paragraph": "int64"})
    codings = read_table(data, "codings")
    check_references({"codings": codings, "manifest": read_table(data, "manifest")}, data)
    places = pd.MultiIndex.from_frame(segments[PARAGRAPH].drop_duplicates())
    if (lost := ~pd.MultiIndex.from_frame(codings[PARAGRAPH]).isin(places)).any():
        row = int(lost.argmax())
        fault = f"{codings['source'].iloc[row]} has no paragraph {codings['paragraph'].iloc[row]}"
        raise InputError(f"{path}, line {find_line(path, row)}: {fault}; mend or remove the row.")
    split = split_codings(codings)
    unknown = split[(split["topic"] != "") & ~split["topic"].isin(topics["topic"])]
    if len(unknown):
        first = unknown.iloc[0]
        row = int((codings[KEY] == first[KEY]).all(axis=1).argmax())
        fault = f"the topic {first['topic']!r} is not in topics.csv"
        raise InputError(f"{path}, line {find_line(path, row)}: {fault}; add it there or mend this row.")
    return codings
