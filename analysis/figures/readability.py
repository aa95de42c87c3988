"""Draw readability: a mark for a score as counted, a bar for its band, a line for its interval."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.layout import (
    add_legend,
    colour,
    drawn,
    marker,
    name_panel,
    new_panels,
    new_rows,
    of_row,
    place_rows,
)
from analysis.figures.palette import CARD, MARKERS, MUTED, OWN, SIDES

BESIDE = 0.2  # of a row: how far the marks of roles stand apart
ABREAST = 0.7  # of a row: how much all marks of events take together


@drawn
def plot_components(measured: pd.DataFrame, *, names: dict[str, str]) -> Figure:
    """Draw the components of readability side by side, a row an event, a mark a role.

    measured: one row per (label, role, name), as from `measure_bands`: name (of the component, a panel each),
    score, low, high, interval_low, interval_high. names: how each label is printed, in order.
    """
    components = list(measured["name"].unique())
    roles = sorted(measured["role"].unique())
    figure, panels = new_panels(names.values(), len(components))
    for panel, component in zip(panels, components, strict=True):
        of_component = measured[measured["name"] == component]
        for place, role in enumerate(roles):
            mine = of_component[of_component["role"] == role]
            rows = place_rows(mine["label"], list(names)) + of_row(panel, BESIDE) * _off_centre(
                place, len(roles)
            )
            _draw_bands(panel, mine, rows, SIDES[role], MARKERS[place], label=f"{role}s")
        name_panel(panel, component, margin=0.1, n_panels=len(components))
    figure.set_figheight(1.3 * figure.get_figheight() + 0.2)  # room for bands, and for the names below
    add_legend(panels[0])
    return figure


@drawn
def plot_grades(measured: pd.DataFrame, *, names: dict[str, str]) -> Figure:
    """Draw the scores of several formulas of one unit, a row a formula, a mark an event.

    measured: one row per (label, name), as from `measure_bands`: name (of the formula), score, low, high,
    interval_low, interval_high. names: how each label (of an event) is printed, in order; events without a
    score are left out.
    """
    formulas = list(measured["name"].unique())
    scored = measured[measured["score"].notna()]
    labels = [label for label in names if (scored["label"] == label).any()]
    figure, axes = new_rows(formulas)
    figure.set_figheight(figure.get_figheight() * (1 + 0.15 * len(labels)))
    for place, label in enumerate(labels):
        mine = scored[scored["label"] == label]
        beside = of_row(axes, ABREAST) * _off_centre(place, len(labels)) / len(labels)
        rows = place_rows(mine["name"], formulas) + beside
        _draw_bands(axes, mine, rows, colour(place), marker(place), label=names[label])
    add_legend(axes)
    return figure


def _off_centre(place: int, n: int) -> float:
    """Return how many steps the mark of a place stands from the middle of n marks: -1, 0, 1 for three."""
    return place - (n - 1) / 2


def _draw_bands(
    axes: Axes, mine: pd.DataFrame, rows: pd.Series, shade: str, mark: str, *, label: str
) -> None:
    """Draw a bar from low to high, a line from interval_low to interval_high, and a mark at the score."""
    axes.hlines(rows, mine["low"], mine["high"], color=shade, linewidth=5)
    axes.hlines(rows, mine["interval_low"], mine["interval_high"], color=shade, linewidth=1.2)
    style = {"color": shade, "marker": mark, "s": 44, "zorder": 3, "edgecolors": CARD}
    axes.scatter(mine["score"], rows, label=label, **style)


@drawn
def plot_lengths(sentences: pd.DataFrame, *, rows: list[str]) -> Figure:
    """Draw how long sentences are, in rows.

    The middle half of the sentences is a bar, their median a gap in it, the middle four fifths a line.
    sentences: one row per sentence: row, n_words. rows: in order.
    """
    figure, axes = new_rows(rows)
    lengths = sentences.groupby("row")["n_words"]
    low, first, median, third, high = (lengths.quantile(q).reindex(rows) for q in (0.1, 0.25, 0.5, 0.75, 0.9))
    at = np.arange(len(rows))
    axes.hlines(at, low, high, color=MUTED, linewidth=1.2, zorder=0)
    half = of_row(axes, 0.25)
    axes.barh(at, third - first, left=first, color=OWN, height=2 * half, linewidth=0)
    axes.vlines(median, at - half, at + half, color=CARD, linewidth=2.5)
    axes.set_xlim(left=0)
    return figure
