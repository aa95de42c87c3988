"""The sheets that people fill: written for a spreadsheet, read back however one saves them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.storage import LARGEST, decode_text, read_bytes, split_rows, write_csv, write_whole
from analysis.validation.agreement import PARAGRAPH
from analysis.validation.codings import CODING

SHEET, SAMPLE, TOPICS = "sheet.csv", "sample.csv", "topics.csv"
SHEET_COLUMNS = ["id", *PARAGRAPH, "text", "topics"]
DESIGN = ["id", *PARAGRAPH, "event", "is_predicted", "n_stratum", "probability", "topic", "digest"]
NONE = ("none", "-")  # what a coder writes for a paragraph that is about no topic
_SEPARATORS = re.compile(r"[\s,;|]+")
_FORMULA = ("=", "+", "-", "@")  # a spreadsheet would compute a cell that begins with one of these


def list_texts(paragraphs: pd.DataFrame, segments: pd.DataFrame, texts: pd.DataFrame) -> pd.Series:
    """Return the text of each paragraph as printed, on one line, in the order of `paragraphs`."""
    reach = segments.groupby(PARAGRAPH).agg(start=("start", "min"), end=("end", "max"))
    text_of = texts.set_index("source")["text"]
    found = [
        " ".join(text_of[row.source][row.start : row.end].split())
        for row in paragraphs.join(reach, on=PARAGRAPH).itertuples()
    ]
    return pd.Series(found, index=paragraphs.index, dtype="str")


def save_sheet(folder: Path, sample: pd.DataFrame, texts: pd.Series, topics: pd.DataFrame) -> None:
    """Write sheet.csv for coders, topics.csv to code by, and sample.csv, which coders should not see.

    sample: one row per drawn paragraph, from `draw_sample`. texts: their texts. topics: one row per topic
    that coders may choose. The sheet has a byte order mark, which spreadsheets need to know UTF-8.
    Raises InputError if another sheet is there already: it may hold somebody's work.
    """
    sample = sample.assign(
        id=range(1, len(sample) + 1),
        topic=topics["topic"].iloc[0] if len(topics) == 1 else "",
        digest=texts.map(digest_text),
    )
    sheet = sample.assign(text=texts.map(_guard), topics="")
    files = {SAMPLE: sample[DESIGN], TOPICS: topics, SHEET: sheet[SHEET_COLUMNS]}
    contents = {name: _encode(table, name) for name, table in files.items()}
    for name, content in contents.items():
        if (folder / name).exists() and (folder / name).read_bytes() != content:
            raise InputError(f"{folder / name}: there is another one already; name another folder.")
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        write_whole(folder / name, content)


def _encode(table: pd.DataFrame, name: str) -> bytes:
    text = write_csv(table)
    return text.encode("utf-8-sig" if name == SHEET else "utf-8")


def _guard(text: str) -> str:
    return f" {text}" if text.startswith(_FORMULA) else text


def digest_text(text: str) -> str:
    """Return what tells a paragraph from any other: its hash, however its spaces are printed."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8")).hexdigest()[:16]


def load_sample(path: Path) -> pd.DataFrame:
    """Read the sample that belongs to a sheet, as `save_sheet` wrote it: the columns DESIGN."""
    cells = _read_cells(path, DESIGN)
    sample = pd.DataFrame([row for _, row in cells], columns=DESIGN)
    try:
        return sample.astype({"id": int, "paragraph": int, "n_stratum": int, "probability": float}).assign(
            is_predicted=sample["is_predicted"] == "True"
        )
    except ValueError as error:
        raise InputError(f"{path}: a number is misprinted ({error}); restore the file.") from None


def read_sheets(paths: Iterable[Path], sample: pd.DataFrame, topics: list[str]) -> pd.DataFrame:
    """Read filled sheets, as spreadsheets save them: commas, semicolons or tabs, rows in any order.

    sample: one row per paragraph that the sheets should have, from `load_sample`. topics: those that coders
    may name, in any case, separated by spaces or commas; `none` or `-` says that the paragraph is about none
    of them, an empty cell that it was not read. Columns that coders added are passed over.
    Returns one row per coded paragraph and coder, in the order of the sheets: source, paragraph, coder (the
    file's name), topics (in alphabetical order, separated by spaces).
    Raises InputError naming file and line of the first unknown, missing, repeated or changed paragraph and of
    the first unknown topic.
    """
    coders = {}
    for path in paths:
        if path.stem in coders:
            raise InputError(f"{path}: a second sheet called {path.stem}; name each by its coder.")
        coders[path.stem] = _read_sheet(path, sample, topics).assign(coder=path.stem)
    return pd.concat(coders.values(), ignore_index=True)[CODING]


def _read_sheet(path: Path, sample: pd.DataFrame, topics: list[str]) -> pd.DataFrame:
    drawn, found = {str(row.id): row for row in sample.itertuples()}, {}
    for line, (number, source, paragraph, text, cell) in _read_cells(path, SHEET_COLUMNS):
        place, row = f"{path}, line {line}", drawn.get(number.strip())
        if row is None or [source.strip(), paragraph.strip()] != [row.source, str(row.paragraph)]:
            which = f"id {number.strip()!r}, paragraph {paragraph.strip()!r} of {source.strip()!r}"
            raise InputError(f"{place}: {which} is not in the sample; restore the row from {SHEET}.")
        if row.id in found:
            raise InputError(f"{place}: id {row.id} stands above already; remove one of the two.")
        if digest_text(text) != row.digest:
            raise InputError(f"{place}: the text is not the one that was drawn; restore it from {SHEET}.")
        found[row.id] = _read_topics(cell, topics, place)
    if lost := [row for row in sample.itertuples() if row.id not in found]:
        which = f"id {lost[0].id}, paragraph {lost[0].paragraph} of {lost[0].source}"
        raise InputError(f"{path}: {which}, is missing; restore its row, with no topics if it was not read.")
    if not any(cell is not None for cell in found.values()):
        raise InputError(f"{path}: nothing is coded; write topics, or {NONE[0]!r}, into the column topics.")
    return sample[PARAGRAPH].assign(topics=sample["id"].map(found)).dropna(subset="topics")


def _read_topics(cell: str, topics: list[str], place: str) -> str | None:
    """Return the topics of a cell, '' for none of them, None if the paragraph was not read."""
    names = list(dict.fromkeys(name.lower() for name in _SEPARATORS.split(cell) if name))
    known = {topic.lower(): topic for topic in topics}
    for name in names:
        if name not in known and name not in NONE:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean {known[near[0]]}?" if near else f"the topics are {', '.join(topics)}."
            raise InputError(f"{place}: there is no topic {name!r}; {hint}")
    chosen = sorted(known[name] for name in names if name in known)
    if chosen and len(chosen) < len(names):
        raise InputError(f"{place}: {cell.strip()!r} says none and names a topic; decide for one.")
    return " ".join(chosen) if names else None


def _read_cells(path: Path, columns: list[str]) -> list[tuple[int, list[str]]]:
    """Return the cells of these columns, row by row, each with its line; whatever the delimiter is."""
    rows = [
        (line, row)
        for line, row in split_rows(path, delimiter=_guess_delimiter(path))
        if "".join(row).strip()
    ]
    header = [cell.strip().lower() for cell in rows[0][1]] if rows else []
    if absent := [column for column in columns if column not in header]:
        raise InputError(f"{path}, line 1: no column {', '.join(absent)}; restore the first row.")
    if len(rows) == 1:
        raise InputError(f"{path}: there are no rows below the first; restore them.")
    at = [header.index(column) for column in columns]
    return [(line, [row[place] if place < len(row) else "" for place in at]) for line, row in rows[1:]]


def _guess_delimiter(path: Path) -> str:
    first = decode_text(read_bytes(path, largest=LARGEST), path).split("\n", 1)[0]
    return max(",;\t", key=first.count)
