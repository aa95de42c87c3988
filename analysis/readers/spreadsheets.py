"""Tables with one row a turn or a speech: CSV and TSV, and the rows of any other table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping

from analysis.errors import InputError
from analysis.readers.reading import Reading, Writer

# How the columns are usually named, folded; --column overrules.
NAMES = {
    "text": (
        "text", "speech", "utterance", "content", "transcript", "words", "said", "message", "turn text", "statement",
        "speech text", "sentence", "caption",
    ),
    "speaker": (
        "speaker", "speaker name", "speaker label", "voice", "name", "who", "participant", "person", "author", "from",
        "full name", "role",
    ),
    "time": ("start time", "start", "begin", "time", "timestamp", "start seconds", "onset", "in"),
}  # fmt: skip
_SURE = 3  # of these names, that are known inside another object too
# How a column is named that tells apart several texts in one table.
TEXTS = ("interview", "interview id", "document", "document id", "doc id", "text id", "transcript id", "episode",
         "file", "filename", "file name", "source file")  # fmt: skip
_DELIMITERS = ",;\t|"
_STAMP = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{1,2}(?:[.,]\d+)?)")
MOST_CELL = 10_000_000  # characters of a cell


def is_csv(text: str) -> bool:
    """Say whether the first line of a text names a column of words and one of speakers."""
    header = _split_line(text, _find_delimiter(text))
    return len(header) > 1 and _find_column(header, "text") >= 0 and _find_column(header, "speaker") >= 0


def read_csv(text: str, columns: Mapping[str, str]) -> Reading:
    """Read a CSV or TSV file: a row is a turn, under the name in its column of speakers."""
    csv.field_size_limit(MOST_CELL)
    text = re.sub(r"\A\s*sep=.\s*\n", "", text)  # written by Excel
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_find_delimiter(text), strict=True)
    rows: list[list[str]] = []
    line = 1
    try:
        for row in lines:
            if any(cell.strip() for cell in row):
                rows.append(_check_cells(row, rows, line))
            line = lines.line_num + 1
    except csv.Error as error:
        raise InputError(f"line {line}: {error}; mend the quotation marks of the table.") from None
    return read_rows(rows, columns, "CSV")


def _check_cells(row: list[str], rows: list[list[str]], line: int) -> list[str]:
    """Return a row; InputError where words stand in more cells than there are columns."""
    if rows and any(cell.strip() for cell in row[len(rows[0]) :]):
        raise InputError(
            f"line {line}: {len(row)} cells under {len(rows[0])} columns; put a cell that holds a delimiter in quotes."
        )
    return row


def read_rows(rows: list[list[str]], columns: Mapping[str, str], name: str) -> Reading:
    """Read rows of cells, the first of which names the columns. columns: what each part is called, if decided.

    Raises InputError where no column holds words, and where a decided column is not there.
    """
    if len(rows) < 2:
        raise InputError(f"this {name} table has no row below its header; check that it is whole.")
    header, *below = rows
    place = find_columns(header, columns, name)
    if place["text"] < 0:
        raise InputError(
            f"no column of this {name} table holds the words; its first row is {_list_cells(header)}: name the columns "
            "there, and say which holds the words with --column text=NAME."
        )
    _check_one_text(header, below, place, name)
    writer = Writer()
    writer.left_out["other columns"] = len(header) - len({at for at in place.values() if at >= 0})
    for row in below:
        voice, words, time = (_cell(row, place[part]) for part in ("speaker", "text", "time"))
        writer.left_out["rows without words"] += not words.strip()
        _say_paragraphs(writer, voice, words, read_seconds(time))
    return writer.finish(name)


def _list_cells(cells: list[str]) -> str:
    return ", ".join(f"'{cell[:30]}…'" if len(cell) > 30 else f"'{cell}'" for cell in cells[:12])


def _check_one_text(header: list[str], rows: list[list[str]], place: Mapping[str, int], name: str) -> None:
    """Raise InputError where a column tells several texts apart: each is an occasion of its own."""
    for at, column in enumerate(fold(cell) for cell in header):
        texts = {_cell(row, at) for row in rows} - {""}
        if column in TEXTS and at not in place.values() and len(texts) > 1:
            raise InputError(
                f"this {name} table holds {len(texts):,} texts, told apart in its column '{header[at]}'; "
                "save each as a file of its own."
            )


def find_columns(header: list[str], columns: Mapping[str, str], name: str) -> dict[str, int]:
    """Return which column holds each part of a row, from 0, and -1 for none."""
    return {part: _place(header, part, columns, name) for part in NAMES}


def names_words(row: list[str], columns: Mapping[str, str]) -> bool:
    """Say whether a row is a header that names a column of words, and all columns that are decided."""
    return all(name in row for name in columns.values()) and (
        "text" in columns or _find_column(row, "text") >= 0
    )


def _say_paragraphs(writer: Writer, voice: str, words: str, time: float | None) -> None:
    paragraphs = [part for part in re.split(r"\n\s*\n", words) if part.strip()]
    for i, paragraph in enumerate(paragraphs):
        writer.say(voice, paragraph, time=None if i else time, paragraph=True)


def _place(header: list[str], part: str, columns: Mapping[str, str], name: str) -> int:
    """Return which column holds a part, -1 for none."""
    decided = columns.get(part)
    if decided is None:
        return _find_column(header, part)
    names = [cell.strip() for cell in header]
    if decided.strip() not in names:
        raise InputError(
            f"this {name} table has no column '{decided}'; its first row is {_list_cells(header)}."
        )
    return names.index(decided.strip())


def _find_column(header: Iterable[str], part: str) -> int:
    """Return the column with a usual name; else the only one inside an object, such as `meta.speaker`, or -1."""
    folded = [fold(name) for name in header]
    if (at := next((folded.index(usual) for usual in NAMES[part] if usual in folded), -1)) >= 0:
        return at
    inside = [i for i, name in enumerate(header) if fold(name.rpartition(".")[2]) in NAMES[part][:_SURE]]
    return inside[0] if len(inside) == 1 else -1


def fold(name: str) -> str:
    """Return the name of a column as `NAMES` has it: `Speaker_Name` and `speakerName` are `speaker name`."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return " ".join(re.split(r"[\W_]+", parted.casefold())).strip()


def _cell(row: list[str], at: int) -> str:
    return row[at] if 0 <= at < len(row) else ""


def read_seconds(stamp: str) -> float | None:
    """Return seconds from a number or a stamp such as 0:01:12.5; None for anything else."""
    match = _STAMP.fullmatch(stamp.strip())
    if match:
        hours, minutes, seconds = match[1] or "0", match[2], match[3].replace(",", ".")
        return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
    return float(stamp) if re.fullmatch(r"\s*\d+(?:\.\d+)?\s*", stamp) else None


def _find_delimiter(text: str) -> str:
    """Return what parts the cells of the first line: the commonest of comma, semicolon, tab and upright stroke.

    What stands in quotes parts nothing.
    """
    first = re.sub(r'"[^"]*"', "", text.lstrip()[:5000].split("\n", 1)[0])
    return max(_DELIMITERS, key=first.count)


def _split_line(text: str, delimiter: str) -> list[str]:
    first = text.lstrip()[:5000].split("\n", 1)[0]
    return [cell.strip().strip('"') for cell in first.split(delimiter)]
