"""How charts are laid out: named rows, panels side by side, a legend above.

Long labels break into lines, and the picture grows with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial, wraps
from itertools import pairwise

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.markers import CARETLEFT, CARETRIGHT
from matplotlib.text import Text
from matplotlib.ticker import MaxNLocator, ScalarFormatter
from matplotlib.transforms import Transform, blended_transform_factory

from analysis.figures.palette import EVENTS, INK, MARKERS, MUTED
from analysis.figures.sheet import PIXELS_AN_INCH, Drawing, find_sheet
from analysis.figures.style import new_axes, styled
from analysis.figures.svg import MARGIN
from analysis.figures.text_width import fit_label, text_width
from analysis.messages import translate_marks, translate_word, write_number

ROW, LINE = 26, 17  # pixels: a row, and a line of letters
AXIS = 34  # pixels for the numbers below
MARKS = 20  # pixels for the marks of a row whose name stands above
ABOVE = 0.6  # of the width, which a name above its row may take; a small text stands at its right
THIN = 1.6  # points: the line of an interval
ARROW = {"linestyle": "none", "markersize": 6, "markeredgewidth": 0, "clip_on": False}
THICK = 0.62  # of a row
HEADING = 9
MOST_UPRIGHT = 4  # headings of more columns would not fit side by side
TURNED = range(120, 600, 30)  # pixels that turned headings may take, as few as will do
_DAY = re.compile(r", (\d\d?\.?) ([A-ZÄ][a-zä]+)(?=$|,| \()", re.MULTILINE)  # as labels of events have it

# As labels of families end: how many wordings stand on a line of their own.
_WORDINGS = re.compile(r" (?=\((?:\d+ wordings?|in another wording)\)$)")


def drawn(plot: Callable[..., Figure]) -> Callable[..., Drawing]:
    """Give a plot_ function the report's style, a way to draw again for a phone, and an empty figure for no row."""

    @wraps(plot)
    def draw(table: pd.DataFrame, *others: object, **options: object) -> Drawing:
        figure = new_axes()[0] if table.empty else plot(table, *others, **options)
        _write_ticks(figure)
        figure.narrow = partial(styled_draw, table, *others, **options)
        return figure

    styled_draw = styled(draw)
    return styled_draw


class _Ticks(ScalarFormatter):
    """Numbers of an axis with the signs of the site's language."""

    def __call__(self, x: float, pos: int | None = None) -> str:
        return write_number(super().__call__(x, pos))


def _write_ticks(figure: Figure) -> None:
    for axes in figure.axes:
        if type(axes.xaxis.get_major_formatter()) is ScalarFormatter:
            axes.xaxis.set_major_formatter(_Ticks())


def place_rows(column: pd.Series, names: list[str]) -> pd.Series:
    """Return the row of each name, as a number."""
    return column.map({name: row for row, name in enumerate(names)}).astype(float)


def colour(place: int) -> str:
    """Return the colour of an event by its place in time; those of answers and questions are theirs alone."""
    return EVENTS[place % len(EVENTS)]


def marker(place: int) -> str:
    """Return the mark of an event by its place; it never repeats together with its colour."""
    return MARKERS[(place + place // len(EVENTS)) % len(MARKERS)]


def new_rows(names: Iterable[str]) -> tuple[Drawing, Axes]:
    """Return a figure high enough for these rows, and its axes with the rows named from the top down."""
    labels = _row_labels(names)
    figure, axes = new_axes(height=_rows_high(labels) + AXIS)
    _keep_rows(figure, labels)
    _name_rows(axes, labels)
    return figure, axes


def new_panels(names: Iterable[str], n_panels: int) -> tuple[Drawing, list[Axes]]:
    """Return a figure with panels side by side that share their rows."""
    labels = _row_labels(names)
    figure, axes = new_axes(height=_rows_high(labels) + AXIS)
    _keep_rows(figure, labels)
    axes.remove()
    panels = list(figure.subplots(1, max(n_panels, 1), sharey=True, squeeze=False)[0])
    for panel in panels:
        _name_rows(panel, labels, is_first=panel is panels[0])
    return figure, panels


def of_row(axes: Axes, share: float) -> float:
    """Return how much of a row a mark takes that takes this share of it where names stand beside rows."""
    return share * (MARKS / axes.figure.row if find_sheet().is_narrow else 1)


def head_panels(figure: Figure, panels: list[Axes], headings: list[str], *, taken: float) -> None:
    """Write a heading above each panel, a line a line; where there are many, turned by a right angle.

    taken: pixels of the width that hold no panels.
    """
    room = (_room() - (0 if find_sheet().is_narrow else taken)) / len(panels) - 6
    headings = [translate_word(text) for text in headings]
    words = (word for text in headings for word in re.split(r"[\s-]", text))
    longest_word = _widest(words, size=_heading())
    is_turned = len(panels) > MOST_UPRIGHT or longest_word > room
    angle = 90 if is_turned else 0
    texts = _turn_lines(headings, room) if is_turned else [_fit_lines(text, room) for text in headings]
    for panel, text in zip(panels, texts, strict=True):
        panel.set_title(text, fontsize=_heading(), color=INK, loc="left", rotation=angle)
    high = _widest(texts) if is_turned else LINE * _most_lines(texts)
    _grow(figure, high)


def name_panel(panel: Axes, name: str, *, margin: float, n_panels: int) -> None:
    """Write below a panel what it measures; margin: free room at both sides, as a share of its width."""
    small, name = find_sheet().small, translate_word(name)
    room = _room() / n_panels - 8
    panel.set_xlabel(fit_label(name, room, size=small) if find_sheet().is_narrow else name, fontsize=small)
    panel.margins(x=margin)
    panel.xaxis.get_major_locator().set_params(nbins=2 if find_sheet().is_narrow else 3)


def few_numbers(panel: Axes, *, n_panels: int, at: list[float] | None = None) -> None:
    """Write as few numbers below a panel as its width holds, one where panels are many on a phone.

    at: where numbers may stand; at round numbers unless told.
    """
    low, high = panel.get_xlim()
    ticks = np.array(at if at else MaxNLocator(nbins=2).tick_values(low, high))
    seen = ticks[(ticks >= low) & (ticks <= high)]
    is_tight = find_sheet().is_narrow and n_panels > MOST_UPRIGHT
    panel.set_xticks(seen[len(seen) // 2 : len(seen) // 2 + 1] if is_tight else seen)


def draw_intervals(axes: Axes, rows: np.ndarray, low: pd.Series, high: pd.Series, shade: str) -> None:
    """Draw the interval of each row as a line; one that goes on beyond the picture ends in an arrow there.

    The limits of the axis must stand already.
    """
    left, right = axes.get_xlim()
    axes.hlines(rows, low.clip(left, right), high.clip(left, right), color=shade, linewidth=THIN)
    for is_cut, edge, head in ((low < left, left, CARETLEFT), (high > right, right, CARETRIGHT)):
        if is_cut.any():
            at = np.asarray(rows)[is_cut.to_numpy()]
            axes.plot(np.full(len(at), edge), at, color=shade, **ARROW, marker=head)


def draw_dots(axes: Axes, values: pd.Series, rows: np.ndarray, shade: str) -> None:
    """Draw a dot a row; one at the edge, such as a rate of 0, is not cut."""
    axes.scatter(values, rows, clip_on=False, color=shade, s=44, zorder=3, linewidths=0)


def add_legend(axes: Axes) -> None:
    """Write the legend above the rows, from the left edge of the picture."""
    handles, labels = axes.get_legend_handles_labels()
    room, small = _room(), find_sheet().small
    labels = [fit_label(translate_word(label), room - 3 * LINE, size=small) for label in labels]
    columns = max(1, int(room // (_widest(labels) + 3 * LINE)))
    n_lines = sum(_most_lines(labels[i : i + columns]) for i in range(0, len(labels), columns))
    axes.set_title("\n".join([" "] * n_lines), fontsize=small + 1.5)  # keeps the room free
    to_the_left = blended_transform_factory(axes.figure.transFigure, axes.transAxes)
    place = {"loc": "lower left", "bbox_to_anchor": (0, 1.0), "bbox_transform": to_the_left}
    legend = axes.legend(handles, labels, ncols=columns, fontsize=small, **place)
    legend.set_in_layout(False)
    _grow(axes.figure, LINE * n_lines)


def taken_by(names: Iterable[str], texts: Iterable[str] = ()) -> float:
    """Return how many pixels the names of rows take, and the small texts behind the rows."""
    return _widest(_row_labels(names), size=find_sheet().label) + _widest(texts) + 16


def _room() -> float:
    return find_sheet().width - 2 * MARGIN


def _heading() -> float:
    return find_sheet().small if find_sheet().is_narrow else HEADING


def _row_labels(names: Iterable[str]) -> list[str]:
    lines = [translate_marks(_WORDINGS.sub("\n", _keep_day(name))).split("\n") for name in names]
    sheet = find_sheet()
    room = sheet.names or ABOVE * _room()
    return ["\n".join(fit_label(line, room, size=sheet.label) for line in parts) for parts in lines]


def _rows_high(labels: list[str]) -> float:
    """Return the height of all rows, so that neighbours with several lines do not touch."""
    if find_sheet().is_narrow:
        return len(labels) * (LINE * _most_lines(labels) + MARKS)
    lines = [label.count("\n") + 1 for label in labels]
    together = [above + below for above, below in pairwise(lines)]
    tallest = max(together, default=0)
    high = max(ROW, LINE * tallest / 2 + 4)
    return len(labels) * high


def _keep_rows(figure: Drawing, labels: list[str]) -> None:
    figure.row = _rows_high(labels) / max(len(labels), 1)


def _name_rows(axes: Axes, labels: list[str], *, is_first: bool = True) -> None:
    axes.grid(False, axis="y")
    if not find_sheet().is_narrow:
        axes.set_yticks(np.arange(len(labels)), labels)
        axes.set_ylim(len(labels) - 0.4, -0.6)
        return
    axes.set_yticks([])
    axes.patch.set_visible(False)  # names stand across all panels
    half = of_row(axes, 0.5)
    axes.set_ylim(len(labels) - 1 + half, half - 1.15)
    for row, label in enumerate(labels if is_first else []):
        write_above(axes, label, row)


def write_above(axes: Axes, text: str, row: int, *, side: str = "left") -> Text:
    """Write above the marks of a row, at the left or the right edge of the figure."""
    edge = MARGIN / find_sheet().width
    x, half = {"left": edge, "right": 1 - edge}[side], of_row(axes, 0.5)
    place = {"transform": _across(axes), "ha": side, "va": "bottom", "zorder": 4}
    written = axes.text(x, row - half, text, fontsize=find_sheet().label, color=INK, **place)
    written.set_in_layout(False)
    return written


def _across(axes: Axes) -> Transform:
    """Return coordinates across the whole figure, and down the rows of its axes."""
    return blended_transform_factory(axes.figure.transFigure, axes.transData)


def style_row(axes: Axes, row: int, **look: object) -> None:
    """Give the name of a row another look."""
    names = axes.texts if find_sheet().is_narrow else axes.get_yticklabels()
    names[row].set(**look)


def _fit_lines(heading: str, room: float) -> str:
    lines = _DAY.sub("\n\\1\u00a0\\2", heading).split("\n")
    return "\n".join(fit_label(line, room, size=_heading()) for line in lines)


def _turn_lines(headings: list[str], room: float) -> list[str]:
    """Break headings into as many lines as fit side by side above a panel."""
    most = max(1, int(room // (LINE - 2)))
    for length in TURNED:
        texts = [_fit_lines(heading, length) for heading in headings]
        if most == 1:
            texts = [fit_label(heading.replace("\n", ", "), length, size=_heading()) for heading in headings]
        if _most_lines(texts) <= most:
            break
    return texts


def _keep_day(label: str) -> str:
    """Keep the day and the month of an event's label on one line."""
    return _DAY.sub(", \\1\u00a0\\2", label)


def _most_lines(labels: Iterable[str]) -> int:
    return max((label.count("\n") + 1 for label in labels), default=1)


def _widest(texts: Iterable[str], *, size: float | None = None) -> float:
    """Return the width of the longest line, in pixels; size: in points, that of small texts unless told."""
    size = size or find_sheet().small
    lines = [line for text in texts for line in text.split("\n")]
    return max((text_width(line, size=size) for line in lines), default=0)


def _grow(figure: Figure, pixels: float) -> None:
    figure.set_figheight(figure.get_figheight() + pixels / PIXELS_AN_INCH)


def stack_bars(axes: Axes, parts: list[tuple[pd.Series, str, str]]) -> None:
    """Draw bars end to end, a row a value; parts: lengths, label and colour of each part."""
    left = np.zeros(len(parts[0][0])) if parts else 0
    for lengths, label, shade in parts:
        rows = np.arange(len(lengths))
        axes.barh(rows, lengths, left=left, color=shade, height=of_row(axes, THICK), label=label, linewidth=0)
        left = left + lengths.to_numpy()


def note_rows(axes: Axes, texts: list[str], ends: np.ndarray) -> None:
    """Write a small text behind the end of each row, on a phone behind its name."""
    for row, (text, end) in enumerate(zip(texts, ends, strict=True)):
        note_row(axes, text, row, (end, row), coordinates="data")


def note_row(axes: Axes, text: str, row: int, place: tuple[float, float], *, coordinates: object) -> None:
    """Write a small text at a place of a row, on a phone behind its name; coordinates: as matplotlib has them."""
    small = find_sheet().small
    if find_sheet().is_narrow:
        fitted = fit_label(text.strip(), (1 - ABOVE) * _room() - 6, size=small)
        write_above(axes, fitted, row, side="right").set(color=MUTED, fontsize=small)
        return
    look = {"textcoords": "offset points", "va": "center", "fontsize": small, "color": MUTED}
    axes.annotate(text, place, (8, 0), xycoords=coordinates, **look)
