"""Draw how often topics come up, how events differ in them, and who raises them."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.layout import (
    add_legend,
    colour,
    draw_dots,
    draw_intervals,
    drawn,
    head_panels,
    marker,
    new_panels,
    new_rows,
    stack_bars,
    taken_by,
)
from analysis.figures.palette import ACCENTS, BAND, CARD, MUTED
from analysis.figures.trends import plot_trends

MOST_TIMES = 32  # as often, or as seldom: ratios beyond stand on the edge
_SIDES = {
    "n_question_only": ("question, no answer follows", ACCENTS[1]),
    "n_both": ("question first, answer follows", BAND),
    "n_answer_only": ("answer alone", ACCENTS[0]),
}


@drawn
def plot_rates(rates: pd.DataFrame, *, by: str) -> Figure:
    """Draw rates with their intervals, a row a topic or phrase, a column an event.

    rates: one row per (event, by), events and rows in order: label (of the event), by, per_1000, low, high; with
    date where an event is a period, as a row a topic over time is drawn then.
    """
    if "period" in rates:
        return plot_trends(rates[rates["period"] != ""].assign(date=rates["period"]), by=by)
    labels, names = list(rates["label"].unique()), list(rates[by].unique())
    figure, panels = new_panels(names, len(labels))
    for place, (label, panel) in enumerate(zip(labels, panels, strict=True)):
        mine = rates[rates["label"] == label].set_index(by)
        _draw_rates(panel, mine.reindex(names), place)
        panel.set_xlim(0, _reach(rates))
    head_panels(figure, panels, labels, taken=taken_by(names))
    return figure


def _draw_rates(panel: Axes, rates: pd.DataFrame, place: int) -> None:
    rows = np.arange(len(rates))
    draw_intervals(panel, rows, rates["low"], rates["high"], place)
    draw_dots(panel, rates["per_1000"], rows, place)
    panel.xaxis.get_major_locator().set_params(nbins=2)


def _reach(rates: pd.DataFrame) -> float:
    """Intervals of rare topics are wide; the axis ends where the points need it, and wider ones are cut."""
    highest = rates["per_1000"].max()
    return 1.6 * highest if highest > 0 else 1


@drawn
def plot_ratios(comparisons: pd.DataFrame) -> Figure:
    """Draw how many times as often each event mentions each topic as the others do, a column an event.

    comparisons: one row per (event, topic), in order: label, topic, ratio, low, high, differs. A mark is
    filled where the event differs; a ratio beyond the picture stands on its edge.
    """
    labels, topics = list(comparisons["label"].unique()), list(comparisons["topic"].unique())
    figure, panels = new_panels(topics, len(labels))
    for place, (label, panel) in enumerate(zip(labels, panels, strict=True)):
        mine = comparisons[comparisons["label"] == label].set_index("topic")
        _draw_ratios(panel, mine.reindex(topics).reset_index(), place)
    head_panels(figure, panels, labels, taken=taken_by(topics))
    return figure


def _draw_ratios(panel: Axes, ratios: pd.DataFrame, place: int) -> None:
    """Draw on a logarithmic axis, on which twice as often and half as often are equally far from 1."""
    ends = ratios[["ratio", "low", "high"]].clip(1 / MOST_TIMES, MOST_TIMES)
    panel.axvline(1, color=MUTED, linewidth=1.2, zorder=1)
    draw_intervals(panel, ratios.index, ends["low"], ends["high"], place)
    style = {"marker": marker(place), "s": 36, "zorder": 3, "edgecolors": colour(place), "clip_on": False}
    for differs, face in ((True, colour(place)), (False, CARD)):
        mine = ends[ratios["differs"].eq(differs) & ends["ratio"].notna()]
        panel.scatter(mine["ratio"], mine.index, color=face, **style)
    panel.set_xscale("log")
    panel.set(xlim=(1 / MOST_TIMES, MOST_TIMES), xticks=[1 / 8, 1, 8], xticklabels=["⅛", "1", "8"])
    panel.minorticks_off()


@drawn
def plot_agenda(exchanges: pd.DataFrame) -> Figure:
    """Draw who raises each topic, a row a topic.

    exchanges: one row per topic, in order: topic, n_question_only, n_both, n_answer_only (exchanges).
    """
    figure, axes = new_rows(exchanges["topic"].tolist())
    stack_bars(axes, [(exchanges[side], label, shade) for side, (label, shade) in _SIDES.items()])
    axes.xaxis.get_major_locator().set_params(integer=True)
    add_legend(axes)
    return figure
