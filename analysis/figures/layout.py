"""How charts are laid out: named rows, panels side by side, a legend above.

Long labels break into lines, and the picture grows with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import wraps
from itertools import pairwise

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import blended_transform_factory

from analysis.figures.frame import LABEL_SIZE, MARGIN, PIXELS_AN_INCH, WIDTH, new_axes, styled
from analysis.figures.palette import ACCENTS, INK, MARKERS, MUTED, READABLE
from analysis.figures.text_width import fit_label, text_width

ROW, LINE = 26, 17  # pixels: a row, and a line of letters
AXIS = 34  # pixels for the numbers below
NAMES = 240  # pixels that the names of rows may take
SMALL = 9.5  # points
THICK = 0.62  # of a row
HEADING = 9
MOST_UPRIGHT = 4  # headings of more columns would not fit side by side
TURNED = range(120, 600, 30)  # pixels that turned headings may take, as few as will do
_DAY = re.compile(r", (\d\d?) ([A-Z][a-z]+)(?=$|,| \()", re.MULTILINE)  # as labels of events have it

# As labels of families end: how many wordings stand on a line of their own.
_WORDINGS = re.compile(r" (?=\((?:\d+ wordings?|in another wording)\)$)")


def drawn(plot: Callable[..., Figure]) -> Callable[..., Figure]:
    """Give a plot_ function the report's style, and an empty figure for an empty table."""

    @wraps(plot)
    def draw(table: pd.DataFrame, *others: object, **options: object) -> Figure:
        return new_axes()[0] if table.empty else plot(table, *others, **options)

    return styled(draw)


def place_rows(column: pd.Series, names: list[str]) -> pd.Series:
    """Return the row of each name, as a number."""
    return column.map({name: row for row, name in enumerate(names)}).astype(float)


def colour(place: int) -> str:
    """Return the colour of an event by its place in time."""
    return ACCENTS[place % len(ACCENTS)]


def ink(place: int) -> str:
    """Return the colour of letters that name an event: its own, if it is dark enough."""
    return colour(place) if place < READABLE else INK


def marker(place: int) -> str:
    """Return the mark of an event by its place; it never repeats together with its colour."""
    return MARKERS[(place + place // len(ACCENTS)) % len(MARKERS)]


def new_rows(names: Iterable[str]) -> tuple[Figure, Axes]:
    """Return a figure high enough for these rows, and its axes with the rows named from the top down."""
    labels = _row_labels(names)
    figure, axes = new_axes(height=_rows_high(labels) + AXIS)
    _name_rows(axes, labels)
    return figure, axes


def new_panels(names: Iterable[str], n_panels: int) -> tuple[Figure, list[Axes]]:
    """Return a figure with panels side by side that share their rows."""
    labels = _row_labels(names)
    figure, axes = new_axes(height=_rows_high(labels) + AXIS)
    axes.remove()
    panels = list(figure.subplots(1, max(n_panels, 1), sharey=True, squeeze=False)[0])
    for panel in panels:
        _name_rows(panel, labels)
    return figure, panels


def head_panels(figure: Figure, panels: list[Axes], headings: list[str], *, taken: float) -> None:
    """Write a heading above each panel, a line a line; where there are many, turned by a right angle.

    taken: pixels of the width that hold no panels.
    """
    room = (WIDTH - 2 * MARGIN - taken) / len(panels) - 6
    longest_word = _widest((word for text in headings for word in re.split(r"[\s-]", text)), size=HEADING)
    is_turned = len(panels) > MOST_UPRIGHT or longest_word > room
    angle = 90 if is_turned else 0
    texts = _turn_lines(headings, room) if is_turned else [_fit_lines(text, room) for text in headings]
    for place, (panel, text) in enumerate(zip(panels, texts, strict=True)):
        panel.set_title(text, fontsize=HEADING, color=ink(place), loc="left", rotation=angle)
    high = _widest(texts) if is_turned else LINE * _most_lines(texts)
    _grow(figure, high)


def name_panel(panel: Axes, name: str, *, margin: float) -> None:
    """Write below a panel what it measures; margin: free room at both sides, as a share of its width."""
    panel.set_xlabel(name, fontsize=SMALL)
    panel.margins(x=margin)
    panel.xaxis.get_major_locator().set_params(nbins=3)


def draw_intervals(axes: Axes, rows: np.ndarray, low: pd.Series, high: pd.Series, place: int) -> None:
    """Draw the interval of each row as a pale line in the colour of an event."""
    axes.hlines(rows, low, high, color=colour(place), linewidth=4, alpha=0.3)


def draw_dots(axes: Axes, values: pd.Series, rows: np.ndarray, place: int) -> None:
    """Draw a mark a row in the colour of an event; one at the edge, such as a rate of 0, is not cut."""
    style = {"color": colour(place), "marker": marker(place), "s": 44, "zorder": 3, "linewidths": 0}
    axes.scatter(values, rows, clip_on=False, **style)


def add_legend(axes: Axes) -> None:
    """Write the legend above the rows, from the left edge of the picture."""
    handles, labels = axes.get_legend_handles_labels()
    room = WIDTH - 2 * MARGIN
    columns = max(1, int(room // (_widest(labels) + 3 * LINE)))
    n_lines = -(-len(labels) // columns)
    axes.set_title("\n".join([" "] * n_lines), fontsize=SMALL + 1.5)  # keeps the room free
    to_the_left = blended_transform_factory(axes.figure.transFigure, axes.transAxes)
    place = {"loc": "lower left", "bbox_to_anchor": (MARGIN / WIDTH, 1.0), "bbox_transform": to_the_left}
    legend = axes.legend(handles, labels, ncols=columns, fontsize=SMALL, **place)
    legend.set_in_layout(False)
    _grow(axes.figure, LINE * n_lines)


def taken_by(names: Iterable[str], texts: Iterable[str] = ()) -> float:
    """Return how many pixels the names of rows take, and the small texts behind the rows."""
    return _widest(_row_labels(names), size=LABEL_SIZE) + _widest(texts) + 16


def _row_labels(names: Iterable[str]) -> list[str]:
    lines = [_WORDINGS.sub("\n", _keep_day(name)).split("\n") for name in names]
    return ["\n".join(fit_label(line, NAMES, size=LABEL_SIZE) for line in parts) for parts in lines]


def _rows_high(labels: list[str]) -> float:
    """Return the height of all rows, so that neighbours with several lines do not touch."""
    lines = [label.count("\n") + 1 for label in labels]
    together = [above + below for above, below in pairwise(lines)]
    tallest = max(together, default=0)
    high = max(ROW, LINE * tallest / 2 + 4)
    return len(labels) * high


def _name_rows(axes: Axes, labels: list[str]) -> None:
    axes.set_yticks(np.arange(len(labels)), labels)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.grid(False, axis="y")


def _fit_lines(heading: str, room: float) -> str:
    lines = _DAY.sub("\n\\1\u00a0\\2", heading).split("\n")
    return "\n".join(fit_label(line, room, size=HEADING) for line in lines)


def _turn_lines(headings: list[str], room: float) -> list[str]:
    """Break headings into as many lines as fit side by side above a panel."""
    for length in TURNED:
        texts = [_fit_lines(heading, length) for heading in headings]
        if _most_lines(texts) <= max(1, room // (LINE - 2)):
            break
    return texts


def _keep_day(label: str) -> str:
    """Keep the day and the month of an event's label on one line."""
    return _DAY.sub(", \\1\u00a0\\2", label)


def _most_lines(labels: Iterable[str]) -> int:
    return max((label.count("\n") + 1 for label in labels), default=1)


def _widest(texts: Iterable[str], *, size: float = SMALL) -> float:
    lines = [line for text in texts for line in text.split("\n")]
    return max((text_width(line, size=size) for line in lines), default=0)


def _grow(figure: Figure, pixels: float) -> None:
    figure.set_figheight(figure.get_figheight() + pixels / PIXELS_AN_INCH)


def stack_bars(axes: Axes, parts: list[tuple[pd.Series, str, str]]) -> None:
    """Draw bars end to end, a row a value; parts: lengths, label and colour of each part."""
    left = np.zeros(len(parts[0][0])) if parts else 0
    for lengths, label, shade in parts:
        rows = np.arange(len(lengths))
        axes.barh(rows, lengths, left=left, color=shade, height=THICK, label=label, linewidth=0)
        left = left + lengths.to_numpy()


def note_rows(axes: Axes, texts: list[str], ends: np.ndarray) -> None:
    """Write a small text behind the end of each row."""
    for row, (text, end) in enumerate(zip(texts, ends, strict=True)):
        axes.annotate(text, (end, row), (8, 0), textcoords="offset points", va="center", fontsize=SMALL,
                      color=MUTED)  # fmt: skip
