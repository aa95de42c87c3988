"""What an executed chapter shows besides its glued numbers: each figure, each table, each other output.

It is read from the very HTML that the page gets, so that a finding is what a reader sees. Numbers of tables
are rounded to nine digits and places in a drawing to a tenth of a point, so that machines agree.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from itertools import zip_longest

from analysis.figures import ADDRESS, CSV, SVG, list_held
from analysis.pages.certificate import CERTIFICATE
from analysis.storage import unguard_cell

MOST_KEPT = 40  # rows of a table that are kept cell by cell; of longer ones each column has a digest
DIGITS = 9
SENTENCE = 200  # characters of an output that is neither a figure nor a table and is kept as it is
DIGEST = 12  # hexadecimal digits of a digest that is shown: chance makes two alike once in 10**14
FIGURE = re.compile(r'<figure class="refrain-figure" id="fig-([\w-]+)"')
TABLE = re.compile(r'aria-label="Table of ([^"]+)"')
SIZE = re.compile(r'<img[^>]* width="(\d+)" height="(\d+)"')
CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
CAPTION = re.compile(r"<(figcaption|caption)>(.*?)(?:<span class=.refrain-figure-line|<a |</\1>)", re.DOTALL)
HEADLINES = re.compile(
    r'class="refrain-headline"[^>]*>(.*?)</span>.*?class="refrain-badge[^>]*>(.*?)</span>', re.DOTALL
)
MARKS = re.compile(r'</?a\b[^>]*>|(?<=<tr) id="[^"]*"|(?<=</t[dh]>) (?=<t[dh])')
SEARCHED = re.compile(r'<div class="refrain-frame" data-search=')
DECIMAL = re.compile(r"-?\d+\.\d+")
WORDS = ("title", "subtitle", "alternative text", "note")


def list_shown(notebook: dict) -> list[dict]:
    """List what the outputs of an executed notebook show, apart from what is glued.

    The table of the certificate is left out, for it holds the digest of all findings.
    notebook: an nbformat node. Returns one dict a thing shown: name ("figure agenda", "table agenda",
    "other output"), value (a text, or a dict of parts), unit, rows and text, as findings have them.
    """
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    shown = [thing for output in outputs for thing in _read_output(output)]
    seen: Counter = Counter()
    return [_as_finding(name, value, seen) for name, value in shown if name != f"table {CERTIFICATE}"]


def list_contents(notebook: dict) -> list[tuple[str, str]]:
    """List each figure and table of an executed notebook with what the HTML of its page must hold verbatim.

    Returns pairs: the name, and the name of a file beside the page, or the rows of a table as the HTML has them.
    """
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    htmls = [_joined(output.get("data", {}).get("text/html")) for output in outputs]
    named = [(FIGURE.search(html) or TABLE.search(html), html) for html in htmls]
    return [(unescape(name[1]), held) for name, html in named if name for held in _held(html)]


def _held(html: str) -> list[str]:
    printed = re.findall(r"<tbody>.*?</tbody>", html, re.DOTALL)
    return [*(file.file_name for file in list_held(html)), *printed]


def strip_marks(html: str) -> str:
    """Take out of the tables of a built page what the book adds to what a cell shows: links, addresses, gaps."""
    return MARKS.sub("", html)


def shorten(content: str) -> str:
    """Return the digest of a text, as it is printed."""
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:DIGEST]


def keep_cells(rows: list[list[str]], *, most: int = MOST_KEPT) -> dict:
    """Return a table as part of a finding: its cells, or a digest for each column of a long one.

    rows: the names of the columns first; cells as texts. Numbers are rounded to nine digits.
    """
    header, *body = [[_round(cell) for cell in row] for row in rows]
    if len(body) <= most:
        return {"cells": [header, *body]}
    columns = zip_longest(header, *body, fillvalue="")  # a row may lack cells
    return {"rows": len(body), **{f"column {name}": shorten("\n".join(cells)) for name, *cells in columns}}


def round_drawing(svg: str) -> str:
    """Round every place in a drawing to a tenth of a point, which nobody sees and no machine disputes."""
    # Adding zero makes -0.0 the same as 0.0.
    return DECIMAL.sub(lambda place: f"{round(float(place.group()), 1) + 0:.1f}", svg)


def _as_finding(name: str, value: object, seen: Counter) -> dict:
    seen[name] += 1
    name = name if seen[name] == 1 else f"{name} ({seen[name]})"
    return {"name": name, "value": value, "unit": "as shown", "rows": "what the page shows", "text": name}


def _read_output(output: dict) -> Iterator[tuple[str, object]]:
    """Yield the things that one output shows, each with its name."""
    data, metadata = output.get("data", {}), output.get("metadata", {})
    if "finding" in metadata or "scrapbook" in metadata:
        return
    html, plain = _joined(data.get("text/html")), _joined(data.get("text/plain") or output.get("text"))
    if figure := FIGURE.search(html):
        yield f"figure {figure[1]}", _read_figure(html, plain)
        yield f"table {figure[1]}", _read_table(html)
    elif headlines := HEADLINES.findall(html):
        told = [[_plain(cell) for cell in headline] for headline in headlines]
        yield "findings in words", keep_cells([["finding", "badge"], *told])
    elif table := TABLE.search(html):
        yield f"table {unescape(table[1])}", _read_table(html)
    elif content := html or plain:
        yield "other output", content if len(content) <= SENTENCE else shorten(content)


def _joined(text: str | list[str] | None) -> str:
    return text if isinstance(text, str) else "".join(text or [])


def _read_figure(html: str, plain: str) -> dict:
    words = dict(zip(WORDS, plain.split("\n"), strict=False))
    size = SIZE.search(html)
    frame = re.sub(r"<tbody>.*?</tbody>", "", ADDRESS.sub("", html), flags=re.DOTALL)
    return {
        **words,
        "caption": _caption(html),
        "size": f"{size[1]} x {size[2]} pixels" if size else "none",
        "drawing": shorten(round_drawing(_address(html, SVG))),
        "frame": shorten(frame),
    }


def _read_table(html: str) -> dict:
    return {"caption": _caption(html), **keep_cells(_rows(html))}


def _rows(html: str) -> list[list[str]]:
    """Return the rows of a table, header first: as they are printed, or of the CSV where not all are printed."""
    if FIGURE.search(html) or SEARCHED.search(html):
        rows = csv.reader(io.StringIO(_address(html, CSV)))
        return [[unguard_cell(cell) for cell in row] for row in rows]
    return [_cells(row) for row in re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)]


def _cells(row: str) -> list[str]:
    return [_plain(cell) for cell in CELL.findall(row)]


def _plain(cell: str) -> str:
    return unescape(cell).strip()


def _address(html: str, kind: str) -> str:
    """Return the text of the files of a kind, each once."""
    files = dict.fromkeys(file.content for file in list_held(html) if file.kind == kind)
    return b"\n".join(files).decode("utf-8")


def _caption(html: str) -> str:
    found = CAPTION.search(html)
    return _plain(found[2]) if found else ""


def _round(cell: str) -> str:
    try:
        return f"{float(cell):.{DIGITS}g}" if DECIMAL.search(cell) else cell
    except ValueError:
        return cell
