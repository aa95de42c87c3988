"""XLSX (ECMA-376, part 1, 18): the first sheet whose header names a column of words; a row is a turn.

openpyxl 3.1 tells hidden rows and merged cells only where it holds all cells in memory, so the parts are read here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from analysis.errors import InputError
from analysis.readers.archive import Archive
from analysis.readers.cell_formats import Shown, find_formats, show_number
from analysis.readers.reading import Reading
from analysis.readers.spreadsheets import find_columns, names_words, read_rows
from analysis.readers.xml_tree import attribute, local, parse_xml

_BOOK = "xl/workbook.xml"
_LARGEST = 30_000_000  # bytes of a part, unpacked; some 200,000 rows
_MOST_CELLS, _COLUMNS = 5_000_000, 16_384
_HEADER_ROWS = 20  # among which the header is looked for
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


class Sheet(NamedTuple):
    """The cells of a sheet that are shown, row by row from the first column, and the ranges that are merged."""

    rows: dict[int, list[str]]
    merged: list[tuple[int, int, int, int]]


class Book(NamedTuple):
    """What all sheets share: the strings, and how numbers of each style are shown."""

    strings: list[str]
    formats: list[Shown]
    from_1904: bool


def is_xlsx(archive: Archive) -> bool:
    """Say whether an archive is a workbook."""
    return _BOOK in archive.names


def read_xlsx(archive: Archive, columns: Mapping[str, str]) -> Reading:
    """Read a workbook: its first sheet that names a column of words. columns: what each part is called, if decided."""
    left_out: Counter[str] = Counter()
    root = _load(archive, _BOOK)
    book = Book(_load_strings(archive), _load_formats(archive), _is_from_1904(root))
    first = None
    for n_before, path in enumerate(_list_sheets(archive, root, left_out)):
        found: Counter[str] = Counter()
        sheet = _read_sheet(_load(archive, path), book, found)
        rows = _below_header(sheet, columns, found)
        if rows is not None:
            left_out["other sheets"] = n_before
            return _finish(rows, columns, left_out + found + _count_comments(archive))
        first = first if first is not None else sheet
    return read_rows(list((first or Sheet({}, [])).rows.values()), columns, "XLSX")


def _finish(rows: list[list[str]], columns: Mapping[str, str], left_out: Counter[str]) -> Reading:
    reading = read_rows(rows, columns, "XLSX")
    return reading._replace(left_out={**reading.left_out, **{kind: n for kind, n in left_out.items() if n}})


def _load(archive: Archive, path: str) -> Element:
    content = archive.read(path)
    if len(content) > _LARGEST:
        raise InputError(f"its part '{path}' has more than {_LARGEST:,} bytes; save the sheet as CSV.")
    return parse_xml(content)


def _is_from_1904(root: Element) -> bool:
    return any(attribute(e, "date1904") in ("1", "true") for e in root.iter() if local(e) == "workbookPr")


def _list_sheets(archive: Archive, root: Element, left_out: Counter[str]) -> Iterator[str]:
    """Yield the member of each sheet that is shown, in their order."""
    links = _load(archive, "xl/_rels/workbook.xml.rels")
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for sheet in (element for element in root.iter() if local(element) == "sheet"):
        target = targets.get(attribute(sheet, "id") or sheet.get("id"), "")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if sheet.get("state", "visible") != "visible":
            left_out["hidden sheets"] += 1
        elif "worksheet" in path and path in archive.names:
            yield path


def _load_strings(archive: Archive) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.names:
        return []
    return [_string(item) for item in _load(archive, "xl/sharedStrings.xml") if local(item) == "si"]


def _string(item: Element) -> str:
    """Return the words of a string, its runs joined; how it is pronounced is left out."""
    parts = [e.text or "" for child in item if local(child) != "rPh" for e in child.iter() if local(e) == "t"]
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), "".join(parts))


def _load_formats(archive: Archive) -> list[Shown]:
    return find_formats(_load(archive, "xl/styles.xml")) if "xl/styles.xml" in archive.names else []


def _read_sheet(root: Element, book: Book, left_out: Counter[str]) -> Sheet:
    hidden = _list_hidden_columns(root)
    rows: dict[int, list[str]] = {}
    n_cells = 0
    for place, row in enumerate((element for element in root.iter() if local(element) == "row"), 1):
        number = _number(row.get("r"), place)
        cells = _read_row(row, book, left_out)
        if row.get("hidden") in ("1", "true"):
            left_out["hidden rows"] += any(cells.values())
            continue
        n_cells += max(cells, default=0)
        if n_cells > _MOST_CELLS:
            raise InputError(f"a sheet of it has more than {_MOST_CELLS:,} cells; save it as CSV.")
        shown = [cells.get(i, "") for i in range(max(cells, default=-1) + 1)]
        if any(cell.strip() for cell in shown):
            rows[number] = ["" if i in hidden else cell for i, cell in enumerate(shown)]
    left_out["hidden columns"] += len(hidden)
    merged = [_read_range(e.get("ref", "")) for e in root.iter() if local(e) == "mergeCell"]
    return Sheet(rows, [found for found in merged if found])


def _list_hidden_columns(root: Element) -> set[int]:
    """Return the columns that are hidden, from 0; a range to the last column of all is one that is not used."""
    hidden: set[int] = set()
    n_hidden = 0
    for column in (element for element in root.iter() if local(element) == "col"):
        first, last = _number(column.get("min"), 1), _number(column.get("max"), 1)
        if column.get("hidden") in ("1", "true") and last < _COLUMNS:
            n_hidden += last - first + 1
            hidden.update(range(first - 1, last) if n_hidden < _COLUMNS else ())
    return hidden


def _read_row(row: Element, book: Book, left_out: Counter[str]) -> dict[int, str]:
    cells: dict[int, str] = {}
    at = -1
    for cell in (element for element in row if local(element) == "c"):
        match = _PLACE.match(cell.get("r", ""))
        at = _column(match[1]) if match else at + 1
        cells[at] = _read_cell(cell, book, left_out)
    return cells


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _read_cell(cell: Element, book: Book, left_out: Counter[str]) -> str:
    kind, parts = cell.get("t", "n"), {local(child): child for child in cell}
    value = (parts["v"].text or "") if "v" in parts else ""
    if kind == "inlineStr":
        return _string(parts["is"]) if "is" in parts else ""
    if kind == "e" or ("f" in parts and not value and kind != "str"):
        left_out["cells without a value"] += 1
        return ""
    if kind == "s":
        return _look_up(book.strings, value)
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    style = _number(cell.get("s"), 0)
    shown = book.formats[style] if kind == "n" and style < len(book.formats) else Shown()
    return show_number(value, shown, from_1904=book.from_1904) if kind == "n" else value


def _number(value: str | None, otherwise: int) -> int:
    """Return a number that a part holds, or another where it holds none."""
    return int(value) if value and value.isdecimal() and len(value) < 9 else otherwise


def _look_up(strings: list[str], value: str) -> str:
    if not value.isdecimal() or int(value) >= len(strings):
        raise InputError("a cell names a string that the workbook does not hold; save it anew.")
    return strings[int(value)]


def _read_range(ref: str) -> tuple[int, int, int, int] | None:
    """Return the first and last row, and the first and last column (from 0), of a range such as A2:A5."""
    places = _PLACE.findall(ref)
    if len(places) != 2:
        return None
    (first, top), (last, bottom) = places
    return int(top), int(bottom), _column(first), _column(last)


def _below_header(sheet: Sheet, columns: Mapping[str, str], left_out: Counter[str]) -> list[list[str]] | None:
    """Return the rows of a sheet from its header on, None where it names no column of words."""
    numbers = list(sheet.rows)
    for place, number in enumerate(numbers[:_HEADER_ROWS]):
        header = sheet.rows[number]
        if names_words(header, columns):
            left_out["rows above the header"] += place
            _carry_names(sheet, find_columns(header, columns, "XLSX")["speaker"])
            return [sheet.rows[number] for number in numbers[place:]]
    return None


def _carry_names(sheet: Sheet, speaker: int) -> None:
    """Write the name of a merged cell into each of its rows; words in merged cells stand once."""
    n_rows = 0
    for top, bottom, first, last in sheet.merged:
        n_rows += max(0, bottom - top)
        if n_rows > _MOST_CELLS:
            raise InputError("its merged cells lie over each other; save it anew.")
        if first <= speaker <= last and top in sheet.rows and speaker < len(sheet.rows[top]):
            name = sheet.rows[top][first] if first < len(sheet.rows[top]) else ""
            for number in filter(sheet.rows.__contains__, range(top + 1, bottom + 1)):
                row = sheet.rows[number]
                row += [""] * (speaker + 1 - len(row))
                row[speaker] = row[speaker] or name


def _count_comments(archive: Archive) -> Counter[str]:
    parts = [name for name in archive.names if re.fullmatch(r"xl/(?:comments/)?comments?\d*\.xml", name)]
    n = sum(local(element) == "comment" for part in parts for element in _load(archive, part).iter())
    return Counter({"comments": n})
