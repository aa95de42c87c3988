"""The picture that stands for a report where somebody passes its address on: title, extent, first finding."""

from __future__ import annotations

import io

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from PIL import Image

from analysis.figures.palette import CARD, INK, MUTED, OWN
from analysis.figures.sheet import PIXELS_AN_INCH
from analysis.figures.style import allow_foreign_letters, styled
from analysis.figures.text_width import break_lines

WIDTH, HEIGHT = 1200, 630  # pixels, as the Open Graph protocol's readers show it whole
MARGIN = 72
LINE_HEIGHT = 1.3
MOST_LINES = {"title": 2, "finding": 5}
MOST_COLOURS = 32
_ELLIPSIS = "…"


@styled
def draw_card(title: str, extent: str, finding: str) -> bytes:
    """Return the picture as PNG; the same words give the same bytes."""
    figure = Figure(
        figsize=(WIDTH / PIXELS_AN_INCH, HEIGHT / PIXELS_AN_INCH), dpi=PIXELS_AN_INCH, facecolor=CARD
    )
    edge = Rectangle((0, 0), 16 / WIDTH, 1, transform=figure.transFigure, color=OWN)
    figure.add_artist(edge)
    top = HEIGHT - MARGIN
    top = _write(figure, _break(title, "title", 44, "bold"), top, size=44, weight="bold", color=INK)
    top = _write(figure, [extent], top - 8, size=24, color=MUTED)
    _write(figure, _break(finding, "finding", 30, "normal"), top - 40, size=30, color=INK)
    _write(figure, ["Refrain"], MARGIN + 8, size=20, color=MUTED)
    return _save(figure)


def _break(text: str, part: str, size: float, weight: str) -> list[str]:
    """Break a text into lines, and let it end in an ellipsis where they are too many."""
    lines = break_lines(text, WIDTH - 2 * MARGIN, size=size, weight=weight)
    most = MOST_LINES[part]
    return (
        lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1].rstrip(' ,;:')}{_ELLIPSIS}"]
    )


def _write(figure: Figure, lines: list[str], top: float, *, size: float, **looks: object) -> float:
    """Write lines below each other from `top`, in pixels from the bottom, and return where they end."""
    for line in lines:
        figure.text(MARGIN / WIDTH, top / HEIGHT, line, va="top", fontsize=size, **looks)
        top -= size * LINE_HEIGHT * PIXELS_AN_INCH / 72
    return top


def _save(figure: Figure) -> bytes:
    canvas, picture = FigureCanvasAgg(figure), io.BytesIO()
    with allow_foreign_letters():
        canvas.draw()
    colours = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB")
    flat = colours.quantize(MOST_COLOURS, dither=Image.Dither.NONE)
    flat.save(picture, format="PNG", optimize=True)
    return picture.getvalue()
