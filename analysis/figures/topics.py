"""Draw how often topics come up, how events differ in them, and who raises them."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from analysis.figures.layout import (
    add_legend,
    draw_dots,
    draw_intervals,
    drawn,
    few_numbers,
    head_panels,
    new_panels,
    new_rows,
    stack_bars,
    taken_by,
)
from analysis.figures.palette import ASKED, CARD, EVENTS, MUTED, OWN
from analysis.figures.trends import plot_trends

MOST_TIMES = 32  # as often, or as seldom: ratios beyond stand on the edge
_SIDES = {
    "n_question_only": ("question, no answer follows", ASKED),
    "n_both": ("question first, answer follows", EVENTS[0]),
    "n_answer_only": ("answer alone", OWN),
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
    for label, panel in zip(labels, panels, strict=True):
        mine = rates[rates["label"] == label].set_index(by)
        panel.set_xlim(0, _reach(rates))
        _draw_rates(panel, mine.reindex(names))
        few_numbers(panel, n_panels=len(labels))
    head_panels(figure, panels, labels, taken=taken_by(names))
    return figure


def _draw_rates(panel: Axes, rates: pd.DataFrame) -> None:
    rows = np.arange(len(rates))
    draw_intervals(panel, rows, rates["low"], rates["high"], OWN)
    draw_dots(panel, rates["per_1000"], rows, OWN)


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
    for label, panel in zip(labels, panels, strict=True):
        mine = comparisons[comparisons["label"] == label].set_index("topic")
        _draw_ratios(panel, mine.reindex(topics).reset_index())
        few_numbers(panel, n_panels=len(labels), at=[1 / 8, 1, 8])
    head_panels(figure, panels, labels, taken=taken_by(topics))
    return figure


def _draw_ratios(panel: Axes, ratios: pd.DataFrame) -> None:
    """Draw on a logarithmic axis, on which twice as often and half as often are equally far from 1."""
    panel.set_xscale("log")
    panel.set_xlim(1 / MOST_TIMES, MOST_TIMES)
    panel.axvline(1, color=MUTED, linewidth=1.2, zorder=1)
    draw_intervals(panel, ratios.index, ratios["low"], ratios["high"], OWN)
    ends = ratios[["ratio"]].clip(1 / MOST_TIMES, MOST_TIMES)
    style = {"s": 36, "zorder": 3, "edgecolors": OWN, "clip_on": False}
    for differs, face in ((True, OWN), (False, CARD)):
        mine = ends[ratios["differs"].eq(differs) & ends["ratio"].notna()]
        panel.scatter(mine["ratio"], mine.index, color=face, **style)
    panel.xaxis.set_major_formatter(lambda x, _: "⅛" if x < 1 else f"{x:g}")
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
