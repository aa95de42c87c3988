"""PDF files written by hand: letters in Helvetica at places that a test says."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """Words on a page: their place in points from the left and from below, and the size of their letters."""

    text: str
    left: float
    base: float
    size: float = 12


def write_pdf(*pages: list[Words], hidden: bool = False) -> bytes:
    """Return a PDF. hidden: whether the words have no ink, as a scanner's program puts them on a picture."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        font,
    ]
    for i, page in enumerate(pages):
        drawn = b"\n".join(_draw(words, hidden=hidden) for words in page)
        objects += [_page(5 + 2 * i), b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)]
    return _join(objects)


def _page(contents: int) -> bytes:
    box = "/MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >>"
    return f"<< /Type /Page /Parent 2 0 R {box} /Contents {contents} 0 R >>".encode()


def _draw(words: Words, *, hidden: bool) -> bytes:
    text = words.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    place = f"BT {3 if hidden else 0} Tr /F1 {words.size} Tf {words.left} {words.base} Td (".encode()
    return place + text + b") Tj ET"


def _join(objects: list[bytes]) -> bytes:
    parts, offsets = [b"%PDF-1.4\n"], []
    for number, body in enumerate(objects, 1):
        offsets.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = sum(map(len, parts))
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return b"".join([*parts, head, table, tail])
