"""Workbooks written by hand: the few parts that a reader needs."""

from __future__ import annotations

import io
import zipfile

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def write_xlsx(
    *sheets: str,
    states: tuple[str, ...] = (),
    strings: str = "",
    formats: str = "",
    parts: dict[str, str] | None = None,
) -> bytes:
    """Return a workbook. sheets: the inside of each `worksheet`. states: `hidden` or `visible`, a sheet each.

    strings: the inside of `sst`. formats: the inside of `styleSheet`. parts: other members by name.
    """
    numbers = range(1, len(sheets) + 1)
    states = states or ("visible",) * len(sheets)
    named = [
        f'<sheet name="S{i}" sheetId="{i}" state="{s}" r:id="r{i}"/>'
        for i, s in zip(numbers, states, strict=True)
    ]
    links = "".join(f'<Relationship Id="r{i}" Target="worksheets/sheet{i}.xml"/>' for i in numbers)
    members = {
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_LINKS}"><sheets>{"".join(named)}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{links}</Relationships>",
        "xl/sharedStrings.xml": f"<sst {_MAIN}>{strings}</sst>",
        "xl/styles.xml": f"<styleSheet {_MAIN}>{formats}</styleSheet>",
        **{
            f"xl/worksheets/sheet{i}.xml": f"<worksheet {_MAIN}>{sheet}</worksheet>"
            for i, sheet in enumerate(sheets, 1)
        },
        **(parts or {}),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, _HEAD + content)
    return buffer.getvalue()


def row(number: int, *cells: str, hidden: bool = False) -> str:
    """Return a row of cells that hold words; a cell that begins with `<` is taken as it is."""
    written = [
        cell if cell.startswith("<") else f'<c r="{letter}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
        for letter, cell in zip("ABCDEFG", cells, strict=False)
    ]
    return (
        f'<row r="{number}"{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}>{"".join(written)}</row>'
    )
