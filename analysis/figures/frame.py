"""The frame of every figure: its style, titles above, note below, caption, alternative text and table.

A chart is drawn once, in the light colours of PALETTE. The SVG that leaves this module names its colours as
CSS variables with a light and a dark value, so the same picture follows the reader's theme.
"""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass
from html import escape

import matplotlib.style
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis.errors import InputError
from analysis.figures.html_tables import MOST_ROWS, csv_link, data_uri, table_html
from analysis.figures.palette import ACCENTS, CARD, GRID, INK, MUTED, follow_themes, number_ids
from analysis.figures.text_width import FONT, break_lines

PIXELS_AN_INCH = 96
WIDTH, MARGIN = 660, 12  # in CSS pixels; a narrow drawing keeps its letters large on a phone
FIRST_VIEW = 0.85  # of the width, which a phone shows before one scrolls; titles and notes end there
TITLE_SIZE, SUBTITLE_SIZE, LABEL_SIZE, NOTE_SIZE = 14, 10.5, 11, 9.5  # in points
LINE_HEIGHT = 1.35
_LACKS_A_LETTER = "Glyph .* missing"  # how matplotlib says so
_STYLE = {
    "svg.fonttype": "path",
    "svg.hashsalt": "refrain",
    "text.parse_math": False,  # a dollar sign is a dollar sign
    "font.family": FONT,
    "font.size": LABEL_SIZE,
    "figure.dpi": 72,
    "figure.facecolor": CARD,
    "axes.facecolor": CARD,
    "axes.prop_cycle": matplotlib.cycler(color=ACCENTS),
    "axes.edgecolor": MUTED,
    "axes.labelcolor": MUTED,
    "axes.spines.left": False,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.spines.bottom": False,
    "axes.grid": True,
    "axes.grid.axis": "x",
    "axes.axisbelow": True,
    "grid.color": GRID,
    "text.color": INK,
    "xtick.color": GRID,
    "xtick.labelcolor": MUTED,
    "xtick.major.size": 0,
    "ytick.color": GRID,
    "ytick.labelcolor": INK,
    "ytick.major.size": 0,
    "legend.frameon": False,
    "legend.borderpad": 0,
    "legend.borderaxespad": 0.3,
    "legend.handlelength": 1.2,
    "legend.handletextpad": 0.4,
    "legend.columnspacing": 1.2,
    "patch.edgecolor": INK,
    "lines.markeredgecolor": CARD,
    "lines.markersize": 8,
}
# Decorates every plot_ function: matplotlib reads its settings when an artist is made. "default" comes first,
# so that a reader's own matplotlibrc changes nothing.
styled = matplotlib.style.context(["default", _STYLE])


@dataclass(frozen=True)
class ShownFigure:
    """A figure as a chapter shows it: its name, the SVG, the HTML around it, and the same in plain words."""

    name: str
    svg: str
    html: str
    plain: str

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.plain}

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return self.plain


@styled
def new_axes(*, width: int = WIDTH, height: int = 360) -> tuple[Figure, Axes]:
    """Return an empty figure in the report's style and its axes; titles and note are added when it is shown.

    width and height: of the plot, in CSS pixels.
    """
    figure = Figure(figsize=(width / PIXELS_AN_INCH, height / PIXELS_AN_INCH))
    return figure, figure.subplots()


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
) -> ShownFigure:
    """Frame a figure and return it as a chapter shows it; the figure itself stays as it was.

    name: small letters, digits, hyphens; the HTML id is "fig-" + name. title: the message. subtitle: what is
    measured, of whom, when. note: source and numbers of cases. caption: the message in running text.
    alt: the trend and the key numbers, for those who do not see the picture.
    table: one row per mark or group of marks in the drawing, offered as CSV and, up to 30 rows, on the page.
    Where the table is empty there is nothing to draw, and the caption is shown alone, as a sentence.
    Raises InputError when a text is empty, or the drawing is cut off or leaves the palette.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*", name):
        raise InputError(f"figure {name!r}: a name has small letters and digits, joined by hyphens")
    texts = {"title": title, "subtitle": subtitle, "note": note, "caption": caption, "alt": alt}
    for field, text in texts.items():
        if not text.strip():
            raise InputError(f"figure {name!r}: {field} is empty; every figure needs one")
    if table.empty:
        return ShownFigure(name, "", f'<p class="refrain-nothing">{escape(caption)}</p>', caption)
    svg = draw_svg(figure, title=title, subtitle=subtitle, note=note)
    html = _html(svg, name=name, subtitle=subtitle, caption=caption, alt=alt, table=table)
    return ShownFigure(name, svg, html, f"{title}\n{subtitle}\n{alt}\n{note}")


@styled
def draw_svg(figure: Figure, *, title: str, subtitle: str, note: str) -> str:
    """Return a figure as SVG: titles above, note below, colours for both themes. The figure stays as it was.

    The same figure gives the same text, whatever the machine, its fonts and its settings.
    Raises InputError when something is cut off, a colour is not in PALETTE, or the drawing holds a bitmap.
    """
    size = figure.get_size_inches().copy()
    frame = _draw_frame(figure, title=title, subtitle=subtitle, note=note)
    try:
        drawing = _draw(figure, title)
    finally:
        for text in frame:
            text.remove()
        figure.set_size_inches(size)
    return follow_themes(number_ids(drawing), title)


def _draw(figure: Figure, title: str) -> str:
    """Draw letters as paths, the same everywhere; where the font lacks some, as text that the reader's fonts draw."""
    with warnings.catch_warnings():
        try:
            warnings.filterwarnings("error", _LACKS_A_LETTER)
            return _save(figure, title)
        except UserWarning:
            warnings.filterwarnings("ignore", _LACKS_A_LETTER)
            with matplotlib.rc_context({"svg.fonttype": "none"}):
                return _save(figure, title).replace(f"'{FONT}'", f"'{FONT}', sans-serif")


def _save(figure: Figure, title: str) -> str:
    drawing = io.StringIO()
    figure.savefig(drawing, format="svg", metadata={"Date": None, "Creator": None})
    _check_inside(figure, title)
    return drawing.getvalue()


def _draw_frame(figure: Figure, *, title: str, subtitle: str, note: str) -> list[Text]:
    """Make room above and below the plot and write into it; return what was written."""
    width, plot = figure.get_size_inches() * PIXELS_AN_INCH
    above = [
        *_wrap(title, width, size=TITLE_SIZE, weight="bold", color=INK),
        *_wrap(subtitle, width, size=SUBTITLE_SIZE, color=MUTED),
    ]
    below = _wrap(note, width, size=NOTE_SIZE, color=MUTED)
    header, footer = (sum(map(_pixels_high, lines)) + 2 * MARGIN for lines in (above, below))
    height = header + plot + footer
    figure.set_size_inches(width / PIXELS_AN_INCH, height / PIXELS_AN_INCH)
    inner = (MARGIN / width, footer / height, 1 - 2 * MARGIN / width, plot / height)
    figure.set_layout_engine("constrained", rect=inner)
    return [
        *_write_lines(figure, above, top=height - MARGIN),
        *_write_lines(figure, below, top=footer - MARGIN),
    ]


def _write_lines(figure: Figure, lines: list[dict], *, top: float) -> list[Text]:
    width, height = figure.get_size_inches() * PIXELS_AN_INCH
    written = []
    for line in lines:
        written.append(figure.text(MARGIN / width, top / height, va="top", in_layout=True, **line))
        top -= _pixels_high(line)
    return written


def _wrap(text: str, width: float, **style: object) -> list[dict]:
    """Break a text into lines that fit the figure: one dict of matplotlib text properties a line."""
    weight = style.get("weight", "normal")
    lines = break_lines(text, FIRST_VIEW * width - 2 * MARGIN, size=style["size"], weight=weight)
    return [{"s": line, **style} for line in lines]


def _pixels_high(line: dict) -> float:
    return line["size"] * LINE_HEIGHT * PIXELS_AN_INCH / 72


def _check_inside(figure: Figure, title: str) -> None:
    width, height = figure.get_size_inches()
    # Measured as SVG draws it: the default renderer rounds letters to pixels, and so finds texts wider.
    drawn = figure.get_tightbbox(RendererSVG(width * 72, height * 72, io.StringIO()))
    over = max(-drawn.x0, -drawn.y0, drawn.x1 - width, drawn.y1 - height) * PIXELS_AN_INCH
    if over > 1:
        raise InputError(f"figure {title!r}: {over:.0f} pixels are cut off; give it more room")


def _html(svg: str, *, name: str, subtitle: str, caption: str, alt: str, table: pd.DataFrame) -> str:
    points = re.findall(r'="([\d.]+)pt"', svg)[:2]
    width, height = (round(float(length) * PIXELS_AN_INCH / 72) for length in points)
    # Inline, because a theme's card behind pictures would cover ours.
    style = "max-width:100%;height:auto;background:none;padding:0"
    return (
        f'<figure class="refrain-figure" id="fig-{name}">\n'
        # A box reachable by keyboard: on a phone the picture scrolls in it, to keep its letters legible.
        f'<div class="refrain-picture" role="group" tabindex="0" aria-label="Picture {name}">\n'
        f'<img class="dark-light" alt="{escape(alt)}" width="{width}" height="{height}" style="{style}" '
        f'src="{data_uri(svg, "image/svg+xml")}">\n</div>\n'
        f"{_folded_table(table, name, subtitle) if len(table) <= MOST_ROWS else ''}"
        f"<figcaption>{escape(caption)} {csv_link(table, name)}</figcaption>\n</figure>"
    )


def _folded_table(table: pd.DataFrame, name: str, subtitle: str) -> str:
    size = f"{len(table)} {'row' if len(table) == 1 else 'rows'}"
    rows = table_html(table, name=name, caption=subtitle)
    return f"<details><summary>Table: {size}</summary>\n{rows}</details>\n"
