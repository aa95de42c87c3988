"""The frame of every figure: words around the picture, alternative text, and table.

Title, subtitle and note are text of the page; the drawing goes without them. Each figure is drawn twice, wide and
for a phone, in the light colours of PALETTE; the page shows it in dark colours where the reader wants these.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

import pandas as pd
from matplotlib.figure import Figure

from analysis.errors import InputError
from analysis.figures.addresses import CSV, PNG, SVG, data_uri
from analysis.figures.headings import print_heading, translate_head
from analysis.figures.html_tables import MOST_ROWS, table_html
from analysis.figures.palette import darken
from analysis.figures.png import draw_png
from analysis.figures.printed_names import print_names, print_values
from analysis.figures.sheet import NARROW, PIXELS_AN_INCH, drawing_on
from analysis.figures.svg import draw_svg
from analysis.messages import translate, translate_number
from analysis.storage import write_csv

PHONE = "(max-width: 640px)"  # screens that take the narrow drawing
FIELDS = ("title", "subtitle", "note", "caption", "alt")


@dataclass(frozen=True)
class ShownFigure:
    """A figure as a chapter shows it: its name, the SVG (wide, and for a phone), its HTML, and the same in words."""

    name: str
    svg: str
    narrow: str
    html: str
    plain: str

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.plain}

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.plain


def show_figure(
    figure: Figure,
    *,
    name: str,
    title: str,
    subtitle: str,
    note: str,
    caption: str,
    alt: str,
    table: pd.DataFrame,
    names: Mapping[str, str] | None = None,
) -> ShownFigure:
    """Frame a figure and return it as a chapter shows it; the figure itself stays as it was.

    name: small letters, digits, hyphens; the HTML id is "fig-" + name. title: the message. subtitle: what is
    measured, of whom, when. note: source and numbers of cases. caption: the message in running text.
    alt: the trend and the key numbers, for those who do not see the picture; the title is put before it.
    table: one row per mark or group of marks in the drawing, offered as CSV and, up to 30 rows, on the page, where
    names, the printed ones of texts, interviews and topics, stand in place of those that tables have.
    Where the table is empty there is nothing to draw, and the caption is shown alone, as a sentence.
    Raises InputError when a text is empty, or the drawing is cut off or leaves the palette.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*", name):
        raise InputError(f"figure {name!r}: a name has small letters and digits, joined by hyphens")
    words = dict(zip(FIELDS, (title, subtitle, note, caption, alt), strict=True))
    for field, text in words.items():
        if not text.strip():
            raise InputError(f"figure {name!r}: {field} is empty; every figure needs one")
    if table.empty:
        return ShownFigure(name, "", "", f'<p class="refrain-nothing">{escape(caption)}</p>', caption)
    wide, narrow = draw_svg(figure, title), draw_narrow(figure, title)
    html = _html(wide, narrow, draw_png(figure, words), name, words, table, names or {})
    return ShownFigure(name, wide, narrow, html, f"{title}\n{subtitle}\n{alt}\n{note}")


def draw_narrow(figure: Figure, title: str) -> str:
    """Draw a figure again for a phone, where it can be, and return it as SVG; title: of the figure, for errors."""
    with drawing_on(NARROW):
        again = figure.narrow() if getattr(figure, "narrow", None) else figure
        return draw_svg(again, title)


def _html(
    wide: str,
    narrow: str,
    png: bytes,
    name: str,
    words: dict[str, str],
    table: pd.DataFrame,
    names: Mapping[str, str],
) -> str:
    title, subtitle, note, caption, alt = (escape(words[field]) for field in FIELDS)
    described = alt if alt.startswith(title) else f"{title}. {alt}"
    return (
        f'<figure class="refrain-figure" id="fig-{name}" aria-labelledby="fig-{name}-title">\n'
        f'<p class="refrain-figure-title" id="fig-{name}-title">{title}</p>\n'
        f'<p class="refrain-figure-subtitle">{subtitle}</p>\n'
        f"{_picture(wide, narrow, described, 'refrain-light')}"
        f"{_picture(darken(wide), darken(narrow), described, 'refrain-dark')}"
        f'<p class="refrain-figure-note">{note}</p>\n'
        f"{_folded_table(print_names(table, names), name, words['subtitle']) if len(table) <= MOST_ROWS else ''}"
        f"<figcaption>{caption} {_offer(wide, png, name, table)}</figcaption>\n</figure>"
    )


def _picture(wide: str, narrow: str, alt: str, theme: str) -> str:
    """Return a picture of one theme, which the page shows or hides; a phone takes the narrow drawing."""
    hidden = (
        ' style="display:none"' if theme == "refrain-dark" else ""
    )  # where no style sheet knows the class
    image = f'alt="{alt}" {_size(wide)} loading="lazy" src="{data_uri(wide, SVG)}"'
    source = f'<source media="{PHONE}" {_size(narrow)} srcset="{data_uri(narrow, SVG)}">'
    return f'<picture class="{theme}"{hidden}>{source}<img {image}></picture>\n'


def _size(svg: str) -> str:
    """Return the size of a drawing in CSS pixels, so that the page keeps its place while it loads."""
    points = re.findall(r'="([\d.]+)pt"', svg)[:2]
    width, height = (round(float(length) * PIXELS_AN_INCH / 72) for length in points)
    return f'width="{width}" height="{height}"'


def _offer(svg: str, png: bytes, name: str, table: pd.DataFrame) -> str:
    """Return links to the numbers behind a figure and to its picture."""
    csv = write_csv(table)
    size = max(1, round(len(csv.encode()) / 1000))
    data = f'<a href="{data_uri(csv, CSV)}" download="{name}.csv">{_say_size(size)}</a>'
    drawing = f'<a href="{data_uri(svg, SVG)}" download="{name}.svg">{translate("Picture (SVG)")}</a>'
    bitmap = f'<a href="{data_uri(png, PNG)}" download="{name}.png">{translate("PNG with its words")}</a>'
    return f'<span class="refrain-figure-line">{data} {drawing} {bitmap}</span>'


def _folded_table(table: pd.DataFrame, name: str, subtitle: str) -> str:
    size = translate_number(len(table), "Table: {n} row", "Table: {n} rows", n=len(table))
    printed = print_values(table.rename(columns=print_heading)).rename(columns=translate_head)
    rows = table_html(printed, name=name, caption=subtitle)
    return f"<details><summary>{size}</summary>\n{rows}</details>\n"


def _say_size(kilobytes: int) -> str:
    return translate("Data (CSV, {n:,} KB)", n=kilobytes)
