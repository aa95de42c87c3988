"""Valid minimal files of word processors, made in memory: Word and OpenDocument from a body, RTF from its text."""

from __future__ import annotations

import io
import zipfile

from analysis.readers import read_content

_OFFICE = "http://schemas.openxmlformats.org"
TRANSITIONAL = f"{_OFFICE}/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION = f"{_OFFICE}/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PREFIXES = {
    "mc": f"{_OFFICE}/markup-compatibility/2006",
    "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "m": f"{_OFFICE}/officeDocument/2006/math",
}
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_PREFIXES = {
    **{name: f"{_ODF}:{name}:1.0" for name in ("office", "text", "table", "style")},
    "draw": f"{_ODF}:drawing:1.0",
    "svg": f"{_ODF}:svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def zip_up(members: dict[str, str | bytes]) -> bytes:
    """Return a ZIP archive of members by name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def _declare(prefixes: dict[str, str]) -> str:
    return " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in prefixes.items())


def word_part(root: str, inside: str, namespace: str = TRANSITIONAL) -> str:
    """Return a part of a Word file: a root, such as 'footnotes', with what stands in it."""
    return f"<w:{root} {_declare({'w': namespace, **_PREFIXES})}>{inside}</w:{root}>"


def make_word(
    body: str, *, main: str = "word/document.xml", namespace: str = TRANSITIONAL, **parts: str
) -> bytes:
    """Return a Word file. parts: what stands in footnotes, endnotes, comments, styles, header, footer."""
    roots = {"header": "hdr", "footer": "ftr"}
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{_RELATION}/{name}" Target="{name}.xml"/>' for name in parts
    )
    start = f'<Relationship Id="r1" Type="{_RELATION}/officeDocument" Target="{main}"/>'
    return zip_up(
        {
            "[Content_Types].xml": f'<Types><Override PartName="/{main}" ContentType="{_TYPE}"/></Types>',
            "_rels/.rels": f"<Relationships>{start}</Relationships>",
            main: word_part("document", f"<w:body>{body}</w:body>", namespace),
            f"word/_rels/{main.rpartition('/')[2]}.rels": f"<Relationships>{relations}</Relationships>",
            **{
                f"word/{name}.xml": word_part(roots.get(name, name), inside) for name, inside in parts.items()
            },
        }
    )


def run(text: str, properties: str = "") -> str:
    """Return a run of Word with a text."""
    marks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside: str, mark: str = "", style: str = "") -> str:
    """Return a paragraph of Word; texts without markup are runs. mark: properties of its mark."""
    runs = "".join(part if part.startswith("<") else run(part) for part in inside)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}<w:rPr>{mark}</w:rPr></w:pPr>{runs}</w:p>"


def word_table(*rows: list[str]) -> str:
    """Return a table of Word; a cell is a text, or whole cells as XML."""
    cells = ["".join(c if c.startswith("<") else f"<w:tc>{paragraph(c)}</w:tc>" for c in row) for row in rows]
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def _flat(body: str, styles: str, margins: str) -> str:
    return (
        f'<office:document {_declare(_ODF_PREFIXES)} office:mimetype="{ODT_TYPE}">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:master-styles><style:master-page>{margins}</style:master-page></office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def make_flat(body: str, *, styles: str = "", margins: str = "") -> bytes:
    """Return an OpenDocument text in one file."""
    return _flat(body, styles, margins).encode()


def make_odt(body: str, *, styles: str = "", margins: str = "") -> bytes:
    """Return an OpenDocument text as an archive."""
    content = _flat(body, styles, margins).replace("office:document ", "office:document-content ", 1)
    content = content.replace("</office:document>", "</office:document-content>")
    return zip_up({"mimetype": ODT_TYPE, "content.xml": content})


def make_rtf(text: str, *, head: str = r"\ansi\ansicpg1252\deff0") -> bytes:
    """Return an RTF file."""
    return rf"{{\rtf1{head}{text}}}".encode("latin-1")


def paragraphs_of(content: bytes, ending: str) -> list[str]:
    """Return the paragraphs of a file as read."""
    return read_content(content, ending=ending).text.rstrip("\n").split("\n\n")


def voices_of(content: bytes, ending: str) -> list[tuple[str, str]]:
    """Return each turn that a file marks: its voice and what is said."""
    reading = read_content(content, ending=ending)
    return [(turn.voice, reading.text[turn.start : turn.end]) for turn in reading.turns]


def notes_of(content: bytes, ending: str) -> list[str]:
    """Return the notes of a file as read."""
    reading = read_content(content, ending=ending)
    return [reading.text[note.start : note.end] for note in reading.notes]


def left_out_of(content: bytes, ending: str) -> dict[str, int]:
    """Return what a reading left out."""
    return read_content(content, ending=ending).left_out


def make_flat_word(body: str, **parts: str) -> bytes:
    """Return a Word document in one XML file (Flat OPC): the parts of an archive as elements."""
    held = []
    with zipfile.ZipFile(io.BytesIO(make_word(body, **parts))) as archive:
        for name in archive.namelist():
            kind = _TYPE if name == "word/document.xml" else "application/xml"
            data = f"<pkg:xmlData>{archive.read(name).decode()}</pkg:xmlData>"
            held.append(f'<pkg:part pkg:name="/{name}" pkg:contentType="{kind}">{data}</pkg:part>')
    address = "http://schemas.microsoft.com/office/2006/xmlPackage"
    return f'<?xml version="1.0"?><pkg:package xmlns:pkg="{address}">{"".join(held)}</pkg:package>'.encode()
