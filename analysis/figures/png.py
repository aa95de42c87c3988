"""A figure as a bitmap to put into a document: with its title above, its note below, and letters of its own."""

from __future__ import annotations

import io

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from PIL import Image

from analysis.figures.palette import INK, MUTED
from analysis.figures.sheet import PIXELS_AN_INCH, WIDE
from analysis.figures.style import allow_foreign_letters, styled
from analysis.figures.text_width import break_lines

MARGIN = 12  # pixels
LINE_HEIGHT = 1.35
DOTS_A_PIXEL = 2  # sharp on paper and on fine screens
MOST_COLOURS = 32  # in flat drawings nobody sees more, and the file is a sixth as large
_ABOVE = {
    "title": {"fontsize": 14, "weight": "bold", "color": INK},
    "subtitle": {"fontsize": 10.5, "color": MUTED},
}
_BELOW = {"note": {"fontsize": WIDE.small, "color": MUTED}}


@styled
def draw_png(figure: Figure, words: dict[str, str]) -> bytes:
    """Return a figure with its words around it as PNG; the figure stays as it was.

    words: title, subtitle, note.
    """
    size = figure.get_size_inches().copy()
    width, plot = size * PIXELS_AN_INCH
    above, below = (_break(words, looks, width) for looks in (_ABOVE, _BELOW))
    header, footer = (sum(map(_high, lines)) + 2 * MARGIN for lines in (above, below))
    height = header + plot + footer
    figure.set_size_inches(width / PIXELS_AN_INCH, height / PIXELS_AN_INCH)
    inner = (MARGIN / width, footer / height, 1 - 2 * MARGIN / width, plot / height)
    figure.set_layout_engine("constrained", rect=inner)
    written = [*_write(figure, above, height - MARGIN), *_write(figure, below, footer - MARGIN)]
    try:
        return _save(figure)
    finally:
        for text in written:
            text.remove()
        figure.set_size_inches(size)


def _break(words: dict[str, str], looks: dict[str, dict], width: float) -> list[tuple[str, dict]]:
    """Break texts into lines that fit the figure; returns each line with its look."""
    room = width - 2 * MARGIN
    return [
        (line, look)
        for name, look in looks.items()
        for line in break_lines(words[name], room, size=look["fontsize"], weight=look.get("weight", "normal"))
    ]


def _high(line: tuple[str, dict]) -> float:
    return line[1]["fontsize"] * LINE_HEIGHT * PIXELS_AN_INCH / 72


def _write(figure: Figure, lines: list[tuple[str, dict]], top: float) -> list[Text]:
    """Write lines below each other; top: pixels from the bottom of the figure."""
    width, height = figure.get_size_inches() * PIXELS_AN_INCH
    written = []
    for line in lines:
        text, look = line
        written.append(figure.text(MARGIN / width, top / height, text, va="top", in_layout=False, **look))
        top -= _high(line)
    return written


def _save(figure: Figure) -> bytes:
    canvas, picture = FigureCanvasAgg(figure), io.BytesIO()
    figure.set_dpi(DOTS_A_PIXEL * PIXELS_AN_INCH)
    with allow_foreign_letters():
        canvas.draw()
    colours = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    flat = colours.quantize(MOST_COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    flat.save(picture, format="PNG", optimize=True)
    return picture.getvalue()
