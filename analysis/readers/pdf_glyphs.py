"""The letters of a PDF page as runs: stretches of one line and size, with their place.

Of pypdf 7, pdfminer.six 2026, pdfplumber 0.11 and pypdfium2 5.15, measured on pages by Chromium, reportlab and fpdf2,
only the last prints doubled bold once, and it is 20 to 50 times as fast; it reads these bytes and nothing else.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.errors import InputError

MOST_PAGES, MOST_GLYPHS = 5_000, 5_000_000
_WIDE, _WIDER = 1.2, 2.5  # of the size: what parts two runs without, and with a blank between them
_LEVEL = 0.12  # of the size: letters that stand so much higher or lower are another run
_GUESSED = "\x1f"  # a blank that the page does not hold, and that a gap shows
_HYPHENS = "\x02\xad\ufffe"  # what pdfium makes of a hyphen at a line's end
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_MISSING = "\ufffd"
_UNREADABLE = 0.2  # of the letters


@dataclass(slots=True)
class Run:
    """Letters that stand beside each other: left and right edge, base line, and size, in points from below."""

    text: str
    left: float
    right: float
    base: float
    size: float


def open_pdf(content: bytes):
    """Return the pages of a PDF. Raises InputError for one that is encrypted, damaged or cut off."""
    try:
        import pypdfium2 as pdfium
    except ImportError:
        raise InputError("reading PDF needs the extra: pip install 'refrain[pdf]'.") from None
    if b"%%EOF" not in content[-4096:]:
        raise InputError("this PDF is cut off; save it anew.")
    try:
        document = pdfium.PdfDocument(content)
        n_pages = len(document)
    except pdfium.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise InputError("this PDF is protected by a password; save it without one.") from None
        raise InputError("this PDF is damaged; save it anew.") from None
    if n_pages > MOST_PAGES:
        raise InputError(f"this PDF has more than {MOST_PAGES:,} pages; split it.")
    return document


def list_pages(document, left_out: Counter[str]) -> list[list[Run]]:
    """Return the runs of each page, in the order of the file. Raises InputError where there is no layer of text."""
    import pypdfium2 as pdfium

    pages, n_glyphs = [], 0
    for number in range(len(document)):
        try:
            text_page = document[number].get_textpage()
        except pdfium.PdfiumError:
            raise InputError(f"page {number + 1} of this PDF is damaged; save it anew.") from None
        n_glyphs += text_page.count_chars()
        if n_glyphs > MOST_GLYPHS:
            raise InputError(f"this PDF has more than {MOST_GLYPHS:,} letters; split it.")
        pages.append(_list_runs(text_page, left_out))
    _check_text(pages)
    left_out["pages without words"] = sum(not page for page in pages)
    return pages


def _check_text(pages: list[list[Run]]) -> None:
    text = "".join(run.text for page in pages for run in page)
    letters = "".join(text.split())
    if not letters:
        raise InputError(
            "this PDF holds pictures of pages and no text; recognise its text (OCR) and save that."
        )
    unknown = sum(letter == _MISSING or "\ue000" <= letter <= "\uf8ff" for letter in letters)
    if unknown > _UNREADABLE * len(letters):
        raise InputError(
            "this PDF does not say which letters it shows; recognise its text (OCR) and save that."
        )


def _list_runs(text_page, left_out: Counter[str]) -> list[Run]:
    """Return the runs of a page; those that do not stand upright are left out, and counted."""
    runs: list[Run] = []
    parted = True
    for i, glyph in _list_glyphs(text_page):
        if glyph is None:
            parted = True
            continue
        if parted and glyph.text.isspace():
            continue
        if parted or not _goes_on(runs[-1], glyph):
            turned = _is_turned(text_page, i)
            left_out["turned letters"] += turned
            if turned:
                parted = True
                continue
            runs.append(glyph)
        else:
            runs[-1].text += glyph.text
            runs[-1].right = max(runs[-1].right, glyph.right)
        parted = False
    return [run for run in runs if run.text.strip()]


def _list_glyphs(text_page) -> Iterator[tuple[int, Run | None]]:
    """Yield each letter as a run of one; None where pdfium sees a line's end."""
    import pypdfium2.raw as raw

    page, box = text_page.raw, raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for i in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, i)
        letter = _LIGATURES.get(code) or ("-" if chr(code) in _HYPHENS else chr(code))
        if letter in "\r\n":
            yield i, None
        elif letter == " " and raw.FPDFText_IsGenerated(page, i):
            yield i, Run(_GUESSED, 0, 0, 0, 0)
        elif letter.isprintable() or letter.isspace():
            raw.FPDFText_GetLooseCharBox(page, i, box)
            raw.FPDFText_GetCharOrigin(page, i, x, y)
            yield i, Run(letter, box.left, box.right, y.value, box.top - box.bottom)


def _is_turned(text_page, i: int) -> bool:
    """Say whether a letter leans by more than 5 degrees, as watermarks and texts in a margin do."""
    import pypdfium2.raw as raw

    angle = raw.FPDFText_GetCharAngle(text_page.raw, i) % 6.2832
    return 0.09 < angle < 6.19


def _goes_on(run: Run, glyph: Run) -> bool:
    """Say whether a letter stands on the line of a run, right behind it."""
    if glyph.text == _GUESSED:
        return True
    widest = _WIDER if run.text[-1:] == " " else _WIDE
    is_beside = -run.size < glyph.left - run.right < widest * run.size
    return is_beside and abs(glyph.base - run.base) < _LEVEL * run.size
