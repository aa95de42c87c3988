"""The rows of a CSV file as they stand, and the lines on which they begin."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from analysis.errors import InputError
from analysis.storage.files import decode_text, read_bytes

LARGEST = 200_000_000  # bytes of a CSV file
_SIGNS = {
    ";": "semicolons",
    "\t": "tabs",
    "|": "bars",
}  # between cells, as spreadsheets save them in some countries


def list_rows(content: bytes, path: Path) -> list[tuple[int, list[str]]]:
    """Return the rows of a CSV file, header first, each with the line it begins on; blank lines are none.

    Raises InputError at the first row that has not as many cells as the header.
    """
    _refuse_delimiter(content, path)
    rows = list(_split_rows(content, path, ","))
    if not rows:
        raise InputError(f"{path}, line 1: the file is empty; write the names of the columns there.")
    for line, row in rows:
        if len(row) != len(rows[0][1]):
            wanted = len(rows[0][1])
            raise InputError(
                f"{path}, line {line}: {len(row)} cells in place of {wanted}; quote those with a comma."
            )
    return rows


def split_rows(path: Path, *, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a CSV file as they stand, each with the line it begins on; blank lines are none."""
    return _split_rows(read_bytes(path, largest=LARGEST), path, delimiter)


def _split_rows(content: bytes, path: Path, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    text = decode_text(content, path).replace("\r\n", "\n")
    reader, line = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1
    try:
        for row in reader:
            if row:
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            f"{path}, line {line}: not a row of a CSV file ({error}); mend the quotes."
        ) from None


def _refuse_delimiter(content: bytes, path: Path) -> None:
    header = next(_split_rows(content, path, ","), (1, [""]))[1]
    sign = next((sign for sign in _SIGNS if sign in header[0]), "") if len(header) == 1 else ""
    if sign:
        raise InputError(
            f"{path}, line 1: the cells are parted by {_SIGNS[sign]}; save the file with commas."
        )


def find_line(path: Path, row: int) -> int:
    """Return the line on which a row of a CSV file (from 0, header apart) begins; a cell may have several."""
    return list_lines(path)[row]


def list_lines(path: Path) -> list[int]:
    """Return the line on which each row of a CSV file begins, header apart."""
    return [line for line, _ in list_rows(read_bytes(path, largest=LARGEST), path)[1:]]
