"""The look of every figure, whatever a reader's own settings of matplotlib are."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import matplotlib.style
from matplotlib.axes import Axes

from analysis.figures.palette import ACCENTS, CARD, GRID, INK, MUTED
from analysis.figures.sheet import PIXELS_AN_INCH, WIDE, Drawing, find_sheet
from analysis.figures.text_width import FONT

_STYLE = {
    "svg.fonttype": "none",
    "svg.hashsalt": "refrain",
    "text.parse_math": False,  # a dollar sign is a dollar sign
    "font.family": FONT,
    "font.size": WIDE.label,
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


@contextmanager
def allow_foreign_letters() -> Iterator[None]:
    """Let matplotlib measure letters that its font lacks without a warning: the reader's fonts draw them."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")
        yield


@styled
def new_axes(*, width: int | None = None, height: int = 360) -> tuple[Drawing, Axes]:
    """Return an empty figure in the report's style and its axes.

    width and height: in CSS pixels; as wide as the sheet unless told.
    """
    width = width or find_sheet().width
    figure = Drawing(figsize=(width / PIXELS_AN_INCH, height / PIXELS_AN_INCH))
    return figure, figure.subplots()
